import type { AuditEntry } from '@overread/contract/wire.ts';

export interface AuditFilter {
  /** Words that must stand in name, case number or detail. */
  readonly find: string;
  readonly refusedOnly: boolean;
}

/** Entries that fit the filter, in the order they came. */
export function filterAudit(entries: readonly AuditEntry[], { find, refusedOnly }: AuditFilter): readonly AuditEntry[] {
  const wanted = find.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (refusedOnly && entry.outcome !== 'refused') return false;
    const text = [entry.personName, entry.caseNumber ?? '', entry.action, entry.detail].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/**
 * Id of the words for an action: `admin.action.<its own name>`, for commands `admin.action.command`. Words with a colon would
 * be read as part of an id, so it becomes a point.
 */
export function actionSay(action: string): string {
  return `admin.action.${action.replace(':', '.')}`;
}

/** "command:acceptImages" as "accept images": for actions without words of their own. */
export function actionPlain(action: string): string {
  const name = action.split(':').at(-1) ?? action;
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/-/g, ' ')
    .toLowerCase();
}
