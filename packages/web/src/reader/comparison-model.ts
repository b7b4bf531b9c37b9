import type { WorkingComparison } from '@overread/contract/reading.ts';
import type { ComparedPair, Comparison } from '@overread/rules/case/report.ts';
import type { Relation } from '@overread/rules/case/vocabulary.ts';

/** What checking begins with: what was kept of it, else the pairs by rule with the overall grade open. */
export function workAtFirst(
  kept: WorkingComparison | null,
  proposal: Pick<WorkingComparison, 'pairs' | 'agreement'>,
): WorkingComparison {
  if (kept !== null) return kept;
  const { pairs, agreement } = proposal;
  const open = { radpeer: null, effectOnTreatment: null, likelyCause: null, couldSettle: '', plainWords: '' };
  return { pairs, agreement, ...open };
}

export const isChecked = (pair: ComparedPair): boolean => pair.status !== 'proposed';
export const toCheck = (pairs: readonly ComparedPair[]): readonly ComparedPair[] => pairs.filter((p) => !isChecked(p));

const GRADE_RANK = { major: 0, minor: 1, none: 2 } as const;

/** Lines in the order of the page: what differs most comes first, what agrees last; else as in the reports. */
export function inOrder(pairs: readonly ComparedPair[]): readonly ComparedPair[] {
  const rank = (pair: ComparedPair) => (pair.relation === 'agrees' ? 3 : GRADE_RANK[pair.grade]);
  return pairs
    .map((pair, i) => ({ pair, i }))
    .sort((a, b) => rank(a.pair) - rank(b.pair) || a.i - b.i)
    .map(({ pair }) => pair);
}

export function countsOf(pairs: readonly ComparedPair[]): Readonly<Record<Relation, number>> {
  const counts = { agrees: 0, differs: 0, 'only-original': 0, 'only-second': 0 };
  for (const { relation } of pairs) counts[relation] += 1;
  return counts;
}

export const confirmed = (pair: ComparedPair): ComparedPair =>
  isChecked(pair) ? pair : { ...pair, status: 'confirmed' };

export type Correction = Pick<
  ComparedPair,
  'place' | 'original' | 'second' | 'relation' | 'differsIn' | 'grade' | 'notAssessable'
> & {
  readonly note: string;
};

/** What is wrong with a correction, or null: a relation and what the two reports say must fit each other. */
export function faultOf(
  next: Correction,
): 'both-needed' | 'original-needed' | 'second-needed' | 'difference-needed' | null {
  const [original, second] = [next.original?.trim() ?? '', next.second?.trim() ?? ''];
  if ((next.relation === 'agrees' || next.relation === 'differs') && (original === '' || second === ''))
    return 'both-needed';
  if (next.relation === 'only-original' && original === '') return 'original-needed';
  if (next.relation === 'only-second' && second === '') return 'second-needed';
  if (next.relation === 'differs' && (next.differsIn.length === 0 || next.grade === 'none')) return 'difference-needed';
  return null;
}

/** A corrected line; what the rules had proposed at first stays with it. */
export function corrected(pair: ComparedPair, next: Correction): ComparedPair {
  const alone = next.relation === 'only-original' || next.relation === 'only-second';
  const unjudged = alone && next.notAssessable === true;
  return {
    id: pair.id,
    because: pair.because,
    place: next.place.trim(),
    original: next.relation === 'only-second' ? null : next.original,
    second: next.relation === 'only-original' ? null : next.second,
    relation: next.relation,
    differsIn: next.relation === 'agrees' ? [] : alone ? ['presence'] : next.differsIn,
    grade: next.relation === 'agrees' || unjudged ? 'none' : next.grade,
    ...(unjudged ? { notAssessable: true } : {}),
    status: 'corrected',
    proposed: pair.proposed ?? { relation: pair.relation, differsIn: pair.differsIn },
    ...(pair.madeOf === undefined ? {} : { madeOf: pair.madeOf }),
    ...(next.note.trim() === '' ? {} : { note: next.note.trim() }),
  };
}

/** Takes a pair apart into what only the original and what only the second says. */
export function split(pair: ComparedPair): readonly ComparedPair[] {
  if (pair.original === null || pair.second === null) return [pair];
  const grade = pair.grade === 'none' ? 'minor' : pair.grade;
  const base = { place: pair.place, differsIn: [], grade, note: pair.note ?? '' } as const;
  const first = corrected(pair, { ...base, original: pair.original, second: null, relation: 'only-original' });
  const other = corrected(pair, { ...base, original: null, second: pair.second, relation: 'only-second' });
  return [first, { ...other, id: `${pair.id}-2`, madeOf: 0 }];
}

/** Joins what only the original says with what only the second says into one line, to be graded by the reader. */
export function join(one: ComparedPair, other: ComparedPair): ComparedPair {
  const text = (a: string | null, b: string | null) => [a, b].filter((part) => part !== null).join(' ') || null;
  const { gradedBy: _, notAssessable: __, ...line } = one;
  return {
    ...line,
    original: text(one.original, other.original),
    second: text(one.second, other.second),
    relation: 'differs',
    differsIn: ['certainty'],
    grade: one.grade === 'major' || other.grade === 'major' ? 'major' : 'minor',
    status: 'corrected',
    proposed: one.proposed ?? { relation: one.relation, differsIn: one.differsIn },
    madeOf: (one.madeOf ?? 1) + (other.madeOf ?? 1),
  };
}

/** What is still missing before the comparison can be signed. */
export function missingGrades(work: WorkingComparison): readonly ('radpeer' | 'effect' | 'cause' | 'plainWords')[] {
  const missing: ('radpeer' | 'effect' | 'cause' | 'plainWords')[] = [];
  if (work.radpeer === null) missing.push('radpeer');
  if (work.effectOnTreatment === null) missing.push('effect');
  if (work.likelyCause === null) missing.push('cause');
  if (work.plainWords.trim() === '') missing.push('plainWords');
  return missing;
}

/** The finished comparison; null while something is missing. */
export function finished(work: WorkingComparison): Comparison | null {
  const { radpeer, effectOnTreatment, likelyCause } = work;
  if (missingGrades(work).length > 0 || toCheck(work.pairs).length > 0) return null;
  if (radpeer === null || effectOnTreatment === null || likelyCause === null) return null;
  return { ...work, radpeer, effectOnTreatment, likelyCause };
}

export interface Span {
  readonly pairId: string;
  readonly start: number;
  readonly end: number;
}
export interface Piece {
  readonly text: string;
  readonly pairId: string | null;
  /** True where a span ends here: its number stands behind it. */
  readonly last: boolean;
}
export interface TextLine {
  readonly start: number;
  readonly heading: boolean;
  readonly pieces: readonly Piece[];
}

const HEADING =
  /^\s*(indication|clinical (history|information)|history|technique|comparison|findings|impression|conclusion|recommendations?)\s*:?\s*$/i;

function piecesOf(text: string, from: number, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const end = from + text.length;
  let at = from;
  const push = (to: number, pairId: string | null, last: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at - from, to - from), pairId, last });
    at = Math.max(at, to);
  };
  for (const span of spans) {
    if (span.end <= at || span.start >= end) continue;
    push(Math.max(at, span.start), null, false);
    push(Math.min(end, span.end), span.pairId, span.end <= end);
  }
  push(end, null, false);
  return pieces;
}

/** A report as lines of plain and underlined pieces. Spans are offsets into `text`; where two overlap, the first wins. */
export function linesWithSpans(text: string, spans: readonly Span[]): readonly TextLine[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const lines: TextLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start, heading: HEADING.test(line), pieces: piecesOf(line, start, sorted) });
    start += line.length + 1;
  }
  return lines;
}
