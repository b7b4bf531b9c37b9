import type { CaseRow, WaitingFor } from '@overread/rules/case/view.ts';

export type Who = WaitingFor['who'];

/** On whom cases wait, in the order of the desk: what we can do ourselves comes first. */
export const WHO_ORDER: readonly Who[] = [
  'coordinator',
  'facility',
  'patient',
  'insurer',
  'reader',
  'outside',
  'referrer',
  'nobody',
];

export const MORE_VIEWS = ['urgent', 'identity', 'this-week', 'late', 'unopened', 'calls'] as const;

/** What the desk shows: everyone, those who wait on one kind of person, a question of the day, or what is over. */
export type DeskView = 'everyone' | Who | (typeof MORE_VIEWS)[number] | 'closed';

const WEEK_MS = 7 * 86_400_000;

export const isOver = ({ stage }: CaseRow): boolean => stage === 'closed' || stage === 'cancelled';

function markOf(row: CaseRow, track: CaseRow['tracks'][number]['track']) {
  return row.tracks.find((one) => one.track === track)?.mark ?? 'not-yet';
}

/** The promised moment has passed and nothing was sent yet. A clock on hold promises nothing. */
export function isLate(row: CaseRow, now: Date): boolean {
  if (row.promisedBy === null || !row.running || isOver(row)) return false;
  return markOf(row, 'delivery') === 'not-yet' && new Date(row.promisedBy) < now;
}

const TESTS: Readonly<Record<(typeof MORE_VIEWS)[number], (row: CaseRow, now: Date) => boolean>> = {
  urgent: (row) => row.waiting.urgent,
  identity: (row) => markOf(row, 'images') === 'decide',
  'this-week': (row, now) => {
    if (row.promisedBy === null || !row.running || markOf(row, 'delivery') !== 'not-yet') return false;
    return new Date(row.promisedBy).getTime() - now.getTime() < WEEK_MS;
  },
  late: isLate,
  unopened: (row) => row.stage === 'delivered',
  calls: (row) => row.waiting.say.startsWith('waiting.call-'),
};

/** Whether a case stands in a view. What is over stands in "closed" and nowhere else. */
export function isIn(view: DeskView, row: CaseRow, now: Date): boolean {
  if (isOver(row)) return view === 'closed';
  if (view === 'closed') return false;
  if (view === 'everyone') return true;
  const test = (TESTS as Readonly<Record<string, ((row: CaseRow, now: Date) => boolean) | undefined>>)[view];
  return test === undefined ? row.waiting.who === view : test(row, now);
}

const EVERY_VIEW: readonly DeskView[] = ['everyone', ...WHO_ORDER, ...MORE_VIEWS, 'closed'];

/** How many cases stand in each view; one pass over the rows. */
export function countViews(rows: readonly CaseRow[], now: Date): Readonly<Record<DeskView, number>> {
  const counts = Object.fromEntries(EVERY_VIEW.map((view) => [view, 0])) as Record<DeskView, number>;
  for (const row of rows) {
    if (isOver(row)) counts.closed += 1;
    else {
      counts.everyone += 1;
      counts[row.waiting.who] += 1;
      for (const view of MORE_VIEWS) if (TESTS[view](row, now)) counts[view] += 1;
    }
  }
  return counts;
}

/** The view that an address names; everyone where it names none. */
export function viewNamed(name: unknown): DeskView {
  return EVERY_VIEW.find((view) => view === name) ?? 'everyone';
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether all words of a search stand in case number, name, question or reader; accents and case do not count. */
export function isFound(row: CaseRow, search: string): boolean {
  const wanted = folded(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const text = folded([row.number, row.patientName, row.birthDate, row.question, row.readerName ?? ''].join(' '));
  return wanted.every((word) => text.includes(word));
}
