import type { CaseRow } from '@overread/rules/case/view.ts';
import { WHO_ORDER, type Who } from './desk-views.ts';

/** A line of the desk's grid: the head of a group, or a case. */
export type DeskLine =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly who: Who;
      readonly count: number;
      readonly oldest: string;
      readonly open: boolean;
    }
  | { readonly kind: 'case'; readonly key: string; readonly row: CaseRow };

/** Rows in groups by what waits on whom; within a group they keep the order they came in. */
export function deskLines(rows: readonly CaseRow[], closed: ReadonlySet<Who>): readonly DeskLine[] {
  const groups = new Map<Who, CaseRow[]>();
  for (const row of rows) {
    const group = groups.get(row.waiting.who);
    if (group === undefined) groups.set(row.waiting.who, [row]);
    else group.push(row);
  }
  const lines: DeskLine[] = [];
  for (const who of WHO_ORDER) {
    const group = groups.get(who);
    if (group === undefined) continue;
    const open = !closed.has(who);
    const oldest = group.map(({ waiting }) => waiting.since).sort()[0] ?? '';
    lines.push({ kind: 'group', key: `group-${who}`, who, count: group.length, oldest, open });
    if (open) for (const row of group) lines.push({ kind: 'case', key: row.id, row });
  }
  return lines;
}

/** The flat list, for a view in which the groups say nothing. */
export function flatLines(rows: readonly CaseRow[]): readonly DeskLine[] {
  return rows.map((row) => ({ kind: 'case', key: row.id, row }));
}

const PAGE = 12;

/** Where a key leads from line `at`; null where the key does not move. */
export function lineAfter(key: string, at: number, count: number): number | null {
  const last = count - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    j: at + 1,
    k: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: last,
  };
  const next = to[key];
  return next === undefined || count === 0 ? null : Math.min(last, Math.max(0, next));
}

export interface Span {
  readonly n: number;
  readonly unit: 'minute' | 'hour' | 'day';
}

/** How long ago, in the largest unit that fits: 40 minutes, 5 hours, 6 days. Never less than one minute. */
export function spanSince(since: string, now: Date): Span {
  const minutes = Math.max(1, Math.floor((now.getTime() - new Date(since).getTime()) / 60_000));
  if (minutes < 60) return { n: minutes, unit: 'minute' };
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? { n: hours, unit: 'hour' } : { n: Math.floor(hours / 24), unit: 'day' };
}
