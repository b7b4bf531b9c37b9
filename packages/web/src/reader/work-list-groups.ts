import type { CaseRow } from '@overread/rules/case/view.ts';

export type Group = 'offered' | 'toRead' | 'toCompare' | 'signed';

/** Where a case stands on its reader's list; null for one that is not the reader's any more. */
export function groupOf(row: Pick<CaseRow, 'stage' | 'offerId'>): Group | null {
  if (row.offerId !== null) return 'offered';
  switch (row.stage) {
    case 'reading':
      return 'toRead';
    case 'comparing':
      return 'toCompare';
    case 'delivered':
    case 'deciding':
    case 'closed':
      return 'signed';
    default:
      return null;
  }
}

/** Urgent ones first, then by the promised date; those without one come last. */
export function inWorkOrder(rows: readonly CaseRow[]): readonly CaseRow[] {
  const due = (row: CaseRow) => row.promisedBy ?? '9999';
  return [...rows].sort((a, b) => Number(b.waiting.urgent) - Number(a.waiting.urgent) || due(a).localeCompare(due(b)));
}
