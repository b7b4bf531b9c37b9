/** Judges a comparison against a pair with its answer. */
import type { Finding, Pair, ReportComparison } from '../src/model.ts';

export interface GoldItem {
  readonly original: string | null;
  readonly second: string | null;
  readonly relation: Pair['relation'];
  readonly differsIn: readonly string[];
  readonly clinicallyImportant: boolean;
  readonly alsoOriginal?: readonly string[];
  readonly alsoSecond?: readonly string[];
  readonly differsInAlso?: readonly (readonly string[])[];
}

export interface GoldPair {
  readonly id: string;
  readonly region: string;
  readonly kind: readonly string[];
  readonly original: string;
  readonly second: string;
  readonly gold: readonly GoldItem[];
  readonly agreement: ReportComparison['agreement'];
  readonly agreementAlso?: readonly ReportComparison['agreement'][];
  readonly ignore: readonly string[];
}

type Span = readonly [start: number, end: number];

/** Two spans match when they share at least 30 % of the shorter. */
function overlap(a: Span, b: Span): boolean {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared > 0 && shared >= 0.3 * Math.min(a[1] - a[0], b[1] - b[0]);
}

const spans = (text: string, quotes: readonly (string | null | undefined)[]): Span[] =>
  quotes.flatMap((quote) =>
    quote && text.includes(quote) ? [[text.indexOf(quote), text.indexOf(quote) + quote.length] as const] : [],
  );

interface Spans {
  readonly original: readonly Span[];
  readonly second: readonly Span[];
}

const itemSpans = (pair: GoldPair, item: GoldItem): Spans => ({
  original: spans(pair.original, [item.original, ...(item.alsoOriginal ?? [])]),
  second: spans(pair.second, [item.second, ...(item.alsoSecond ?? [])]),
});

const spanOf = (findings: readonly Finding[], id: string | null): Span | null => {
  const found = findings.find((finding) => finding.id === id);
  return found ? [found.start, found.end] : null;
};

const touches = (span: Span | null, others: readonly Span[]): boolean =>
  span !== null && others.some((other) => overlap(span, other));

function covers(comparison: ReportComparison, one: Pair, item: GoldItem, where: Spans): boolean {
  const original = spanOf(comparison.original.findings, one.original);
  const second = spanOf(comparison.second.findings, one.second);
  if (item.relation === 'only-original') return one.second === null && touches(original, where.original);
  if (item.relation === 'only-second') return one.original === null && touches(second, where.second);
  return touches(original, where.original) && touches(second, where.second);
}

type Share = readonly [right: number, all: number];
export type Relation = Pair['relation'];

export interface Verdict {
  readonly relations: Readonly<Record<Relation, Share>>;
  /** Differences that bear on treatment or follow-up. */
  readonly important: Share;
  /** Pairs that differ in just what they should. */
  readonly exact: Share;
  readonly agreementRight: boolean;
  /** Pairs that differ, or stand alone, of which the answer knows nothing. */
  readonly spurious: readonly string[];
  readonly misses: readonly string[];
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));
const shareOf = (right: readonly boolean[]): Share => [right.filter(Boolean).length, right.length];

interface Judged {
  readonly item: GoldItem;
  readonly where: Spans;
  readonly good: readonly Pair[];
}

/** An "only" pair that is the rest of a quote of which another finding was paired rightly. */
function isRest(comparison: ReportComparison, one: Pair, judged: readonly Judged[]): boolean {
  const side = one.second === null ? 'original' : 'second';
  const span = (pair: Pair): Span | null => spanOf(comparison[side].findings, pair[side]);
  return judged.some(({ where, good }) =>
    where[side].some((quote) => touches(span(one), [quote]) && good.some((pair) => touches(span(pair), [quote]))),
  );
}

function isSpurious(comparison: ReportComparison, one: Pair, pair: GoldPair, judged: readonly Judged[]): boolean {
  if (one.relation === 'agrees' || judged.some(({ good }) => good.includes(one))) return false;
  const ignored = (side: 'original' | 'second'): boolean =>
    touches(spanOf(comparison[side].findings, one[side]), spans(pair[side], pair.ignore));
  if (ignored('original') || ignored('second')) return false;
  return one.relation === 'differs' || !isRest(comparison, one, judged);
}

export function judge(pair: GoldPair, comparison: ReportComparison): Verdict {
  const judged = pair.gold.map((item): Judged => {
    const where = itemSpans(pair, item);
    const good = comparison.pairs.filter(
      (one) => one.relation === item.relation && covers(comparison, one, item, where),
    );
    return { item, where, good };
  });
  const found = (relation: Relation): Share =>
    shareOf(judged.filter(({ item }) => item.relation === relation).map(({ good }) => good.length > 0));
  const differing = judged.filter(({ item }) => item.relation === 'differs');
  const weighty = judged.filter(({ item }) => item.relation !== 'agrees' && item.clinicallyImportant);
  const words = (one: Pair): string =>
    (['original', 'second'] as const)
      .map((side) => comparison[side].findings.find((finding) => finding.id === one[side])?.text ?? '–')
      .join(' | ');
  return {
    relations: {
      agrees: found('agrees'),
      differs: found('differs'),
      'only-original': found('only-original'),
      'only-second': found('only-second'),
    },
    important: shareOf(weighty.map(({ good }) => good.length > 0)),
    exact: shareOf(
      differing.map(({ item, good }) =>
        [item.differsIn, ...(item.differsInAlso ?? [])].some((set) => good.some((one) => same(set, one.differsIn))),
      ),
    ),
    agreementRight: [pair.agreement, ...(pair.agreementAlso ?? [])].includes(comparison.agreement),
    spurious: comparison.pairs
      .filter((one) => isSpurious(comparison, one, pair, judged))
      .map((one) => `${pair.id} ${one.relation} ${one.differsIn.join(' ')} ${words(one)}`),
    misses: judged
      .filter(({ good }) => good.length === 0)
      .map(({ item }) => `${pair.id} ${item.relation} ${item.original ?? '–'} | ${item.second ?? '–'}`),
  };
}
