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

export interface Verdict {
  readonly items: number;
  readonly right: number;
  readonly differing: number;
  readonly exact: number;
  readonly agreementRight: boolean;
  readonly misses: readonly string[];
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));

export function judge(pair: GoldPair, comparison: ReportComparison): Verdict {
  let [right, differing, exact] = [0, 0, 0];
  const misses: string[] = [];
  for (const item of pair.gold) {
    const where = itemSpans(pair, item);
    const good = comparison.pairs.filter(
      (one) => one.relation === item.relation && covers(comparison, one, item, where),
    );
    if (good.length > 0) right += 1;
    else misses.push(`${pair.id} ${item.relation} ${item.original ?? '–'} | ${item.second ?? '–'}`);
    if (item.relation !== 'differs') continue;
    differing += 1;
    const accepted = [item.differsIn, ...(item.differsInAlso ?? [])];
    if (good.some((one) => accepted.some((set) => same(set, one.differsIn)))) exact += 1;
  }
  const agreementRight = [pair.agreement, ...(pair.agreementAlso ?? [])].includes(comparison.agreement);
  return { items: pair.gold.length, right, differing, exact, agreementRight, misses };
}
