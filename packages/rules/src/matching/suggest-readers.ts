import { choice } from '../case/choice.ts';
import type { ReaderStanding } from '../case/commands.ts';
import type { HardRule } from '../case/refusals.ts';
import type { CaseState } from '../case/state.ts';
import { dateOf } from '../turnaround/dates.ts';
import { brokenRules } from './hard-rules.ts';
import { SUBSPECIALTIES_OF } from './subspecialties.data.ts';

export interface SuggestedReader {
  readonly reader: ReaderStanding;
  /** Whether all hard rules are kept: only then the case may be offered. */
  readonly suited: boolean;
  /** 0 to 100: how many of the wishes are met. Says nothing against a hard rule. */
  readonly score: number;
  /** Sentences of `packages/words` (`reason.licence` …): rules kept and wishes met. */
  readonly reasons: readonly { readonly id: string; readonly with: Readonly<Record<string, string | number>> }[];
  readonly broken: readonly HardRule[];
}

/** How much each wish counts: settings of ours, which add up to 100. */
const WEIGHTS = { region: 40, room: 30, now: 20, focus: 10 } as const;

/** All readers of the directory, the suited ones first, then by how many wishes are met, then by name. */
export function suggestReaders(
  state: CaseState,
  readers: readonly ReaderStanding[],
  now: string,
): readonly SuggestedReader[] {
  return readers
    .map((reader) => suggest(state, reader, now))
    .sort(
      (a, b) =>
        Number(b.suited) - Number(a.suited) ||
        a.broken.length - b.broken.length ||
        b.score - a.score ||
        (a.reader.name < b.reader.name ? -1 : 1),
    );
}

function suggest(state: CaseState, reader: ReaderStanding, now: string): SuggestedReader {
  const broken = brokenRules(state, reader, now);
  return {
    reader,
    suited: broken.length === 0,
    score: scoreOf(state, reader, now),
    reasons: reasonsOf(state, reader, { now, broken }),
    broken,
  };
}

function scoreOf({ question }: CaseState, reader: ReaderStanding, now: string): number {
  const room = reader.capacity <= 0 ? 0 : Math.max(0, 1 - reader.openCases / reader.capacity);
  const region = question !== null && reader.regions.includes(question.region) ? 1 : 0;
  const here = reader.availableFrom <= dateOf(now) ? 1 : 0;
  // Who reads few regions sees more of each.
  const focus = reader.regions.length === 0 ? 0 : 1 / Math.ceil(reader.regions.length / 3);
  return Math.round(WEIGHTS.region * region + WEIGHTS.room * room + WEIGHTS.now * here + WEIGHTS.focus * focus);
}

function reasonsOf(
  { question, place }: CaseState,
  reader: ReaderStanding,
  { now, broken }: { readonly now: string; readonly broken: readonly HardRule[] },
): SuggestedReader['reasons'] {
  const kept = (rule: HardRule): boolean => !broken.includes(rule);
  const reasons: { id: string; with: Record<string, string | number> }[] = [];
  if (question !== null && kept('subspecialty')) {
    const wanted: readonly string[] = SUBSPECIALTIES_OF[question.region];
    const subspecialty = reader.subspecialties.find((each) => wanted.includes(each)) ?? 'other';
    reasons.push({
      id: 'reason.subspecialty',
      with: { subspecialty: choice(subspecialty), region: choice(question.region) },
    });
  }
  if (kept('licence')) reasons.push({ id: 'reason.licence', with: { place } });
  if (kept('conflict-of-interest')) reasons.push({ id: 'reason.independent', with: {} });
  if (kept('capacity'))
    reasons.push({ id: 'reason.capacity', with: { open: reader.openCases, capacity: reader.capacity } });
  if (reader.availableFrom <= dateOf(now)) reasons.push({ id: 'reason.available', with: {} });
  else if (kept('absent')) reasons.push({ id: 'reason.back', with: { date: reader.availableFrom } });
  return reasons;
}
