import type { OriginalReport } from '@overread/contract/original-report.ts';
import type { ComparedPair, Comparison, ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseRow, CaseView } from '@overread/rules/case/view.ts';

/** What the headline says, and what fills its blanks: `referrer.head.${say}`. */
export interface Headline {
  readonly say: 'waiting' | 'alone' | 'agree' | 'minor' | 'differ-one' | 'differ-two' | 'differ-many';
  readonly with: Readonly<Record<string, string | number>>;
}

const differing = ({ pairs }: Comparison, grade: ComparedPair['grade']) =>
  pairs.filter((pair) => pair.relation !== 'agrees' && pair.grade === grade);

/** A place within a sentence: "Posterior fossa" as "posterior fossa", "L4/L5 canal" and "MRI" as they are. */
export const inSentence = (place: string): string =>
  /^\p{Lu}\p{Ll}/u.test(place) ? place.charAt(0).toLowerCase() + place.slice(1) : place;

/** Places of a list of lines, each once, in their order. */
export const placesOf = (pairs: readonly ComparedPair[]): readonly string[] => [
  ...new Set(pairs.map(({ place }) => place).filter((place) => place !== '')),
];

/** The answer in one line: on what the two reports differ, or that they agree. It never says who is right. */
export function headlineOf(view: CaseView): Headline {
  if (view.second === null) return { say: 'waiting', with: {} };
  if (view.comparison === null) return { say: 'alone', with: {} };
  const major = differing(view.comparison, 'major');
  const places = placesOf(major);
  const [first = '', second = ''] = places.map(inSentence);
  if (places.length === 1) return { say: 'differ-one', with: { place: first } };
  if (places.length === 2) return { say: 'differ-two', with: { first, second } };
  if (major.length > 0) return { say: 'differ-many', with: { count: major.length, first } };
  const minor = differing(view.comparison, 'minor');
  return minor.length > 0 ? { say: 'minor', with: { count: minor.length } } : { say: 'agree', with: {} };
}

export interface KeyPoints {
  /** What matters most: at most two lines, shown large. */
  readonly main: readonly ComparedPair[];
  /** Other lines that differ in a way that may matter. */
  readonly alsoMajor: readonly ComparedPair[];
  readonly minor: readonly ComparedPair[];
  readonly agreeing: number;
  /** Lines of one report only, which the other reader could not judge on the images at hand. */
  readonly unjudged: readonly ComparedPair[];
  /** Lines of one report only that no one graded: the other report is silent. */
  readonly inOneOnly: number;
  readonly total: number;
}

/** The lines sorted by what matters for the decision. Without a major line the first minor ones come forward. */
export function keyPoints(comparison: Comparison): KeyPoints {
  const [major, minor] = [differing(comparison, 'major'), differing(comparison, 'minor')];
  const shown = major.length > 0 ? major : minor;
  return {
    main: shown.slice(0, 2),
    alsoMajor: major.slice(2),
    minor: major.length > 0 ? minor : minor.slice(2),
    agreeing: comparison.pairs.filter(({ relation }) => relation === 'agrees').length,
    unjudged: differing(comparison, 'none').filter(({ notAssessable }) => notAssessable === true),
    inOneOnly: differing(comparison, 'none').filter(({ notAssessable }) => notAssessable !== true).length,
    total: comparison.pairs.length,
  };
}

export interface TextPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** Where a quoted sentence stands in a text, with any white space between its words; null where it does not. */
function spanOf(text: string, quote: string): readonly [number, number] | null {
  const words = quote.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const found = new RegExp(pattern, 'i').exec(text);
  return found === null ? null : [found.index, found.index + found[0].length];
}

/** A text in pieces, what is quoted marked; quotes that overlap run together. */
export function markQuotes(text: string, quotes: readonly string[]): readonly TextPiece[] {
  const spans = quotes
    .map((quote) => spanOf(text, quote))
    .filter((span) => span !== null)
    .sort((a, b) => a[0] - b[0]);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (end <= at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    const from = Math.max(at, start);
    const last = pieces.at(-1);
    if (last?.marked === true && from === at && start < at)
      pieces[pieces.length - 1] = { text: last.text + text.slice(from, end), marked: true };
    else pieces.push({ text: text.slice(from, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** The sentences of one side that differ or stand alone and may matter: what was graded. */
export function differingQuotes(comparison: Comparison | null, side: 'original' | 'second'): readonly string[] {
  return (comparison?.pairs ?? [])
    .filter(({ relation, grade }) => relation !== 'agrees' && grade !== 'none')
    .map((pair) => pair[side])
    .filter((quote) => quote !== null);
}

const SECTIONS = ['impression', 'findings', 'recommendations', 'technique', 'comparison'] as const;
export type SectionId = (typeof SECTIONS)[number];

export interface SectionRow {
  readonly section: SectionId;
  /** Empty where that report has no such section. */
  readonly original: string;
  readonly second: string;
}

/**
 * Both reports section by section, the impression first: it is what is acted on. A report that came without headings
 * stands whole beside the findings.
 */
export function sectionRows(
  original: Pick<OriginalReport, 'text' | 'sections'> | null,
  second: ReaderReport,
): readonly SectionRow[] {
  const known = SECTIONS.some((section) => (original?.sections[section] ?? '').trim() !== '');
  return SECTIONS.map((section) => ({
    section,
    original: known
      ? (original?.sections[section] ?? '').trim()
      : section === 'findings'
        ? (original?.text ?? '').trim()
        : '',
    second: second[section].trim(),
  })).filter((row) => row.original !== '' || row.second !== '');
}

export type ReferralGroup = 'decide' | 'open' | 'coming' | 'done';
export const REFERRAL_GROUPS: readonly ReferralGroup[] = ['open', 'decide', 'coming', 'done'];

/** In which part of the referrer's list a case stands: to open, to decide, still coming, done. */
export function referralGroup(row: CaseRow): ReferralGroup {
  if (row.stage === 'closed' || row.stage === 'cancelled') return 'done';
  const decided = row.tracks.some(({ track, mark }) => track === 'decision' && mark === 'done');
  if (decided) return 'done';
  if (row.stage === 'delivered') return 'open';
  return row.stage === 'deciding' ? 'decide' : 'coming';
}
