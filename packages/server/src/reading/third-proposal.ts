import { createHash } from 'node:crypto';
import type { ComparisonProposal } from '@overread/contract/reading.ts';
import { compareGraded, type Finding, type GradedPair } from '@overread/findings';
import type { BorneOut, ComparedPair, Comparison } from '@overread/rules/case/report.ts';
import { placeOf, proposalOf, sideOf } from './proposal.ts';

/** The three reports as text; `original` null where there is none. `compared` is the signed comparison of the first two. */
export interface ThreeTexts {
  readonly original: string | null;
  readonly second: string;
  readonly third: string;
  readonly compared: Comparison | null;
}

/**
 * A first alignment of three reports by rule, for the reader of the third to confirm or correct: each line of the signed
 * comparison with what the third report says there and whom that bears out, then what the third alone mentions.
 */
export function thirdProposalOf(texts: ThreeTexts): ComparisonProposal {
  const { original, second, third, compared } = texts;
  const before = compared?.pairs ?? linesBefore(original, second);
  const toOriginal = original === null ? null : alongside(original, third);
  const toSecond = alongside(second, third);
  const told = new Set<string>();
  const lines = before.map(({ proposed: _, ...pair }): ComparedPair => {
    const first = pair.original === null ? null : (toOriginal?.at(pair.original) ?? null);
    const other = pair.second === null ? null : toSecond.at(pair.second);
    const said = other?.said ?? first?.said ?? null;
    if (said !== null) told.add(said);
    return { ...pair, status: 'proposed', third: { said, bearsOut: bearsOut(first?.agrees, other?.agrees) } };
  });
  const own = toSecond.alone.filter(({ said }) => !told.has(said) && (toOriginal?.isAlone(said) ?? true));
  return {
    pairs: [...lines, ...own.map(lineOfThird)],
    agreement: compared?.agreement ?? 'concordant',
    original: { text: original ?? '', spans: [] },
    second: { text: second, spans: [] },
    third: { text: third, spans: [] },
  };
}

/** Where nobody compared the first two: by rule, or the second report alone. */
function linesBefore(original: string | null, second: string): readonly ComparedPair[] {
  if (original !== null) return proposalOf(original, second).pairs;
  return proposalOf('', second).pairs.map((pair) => ({
    ...pair,
    relation: 'only-second',
    differsIn: [],
    grade: 'none',
  }));
}

function bearsOut(original = false, second = false): BorneOut {
  if (original && second) return 'both';
  if (original) return 'original';
  return second ? 'second' : 'neither';
}

/** What the third report says beside each sentence of an earlier one. */
function alongside(earlier: string, third: string) {
  const compared = compareGraded(earlier, third);
  const [one, two] = [sideOf(earlier, compared.original.findings), sideOf(third, compared.second.findings)];
  const lines = compared.pairs.map((pair) => lineOf(pair, one, two));
  const alone = lines.flatMap(({ quote, said, finding }) =>
    quote === null && said !== null ? [{ said, finding }] : [],
  );
  return {
    alone,
    isAlone: (said: string) => alone.some((line) => line.said === said),
    at(quote: string) {
      const here = lines.filter(
        (line) => line.quote !== null && (quote.includes(line.quote) || line.quote.includes(quote)),
      );
      const spoken = here.filter(({ said }) => said !== null);
      return { said: spoken[0]?.said ?? null, agrees: spoken.length > 0 && spoken.every(({ agrees }) => agrees) };
    },
  };
}

type Side = ReturnType<typeof sideOf>;

function lineOf(pair: GradedPair, one: Side, two: Side) {
  const finding = two.find(pair.second);
  return {
    quote: one.quote(one.find(pair.original), []),
    said: two.quote(finding, []),
    finding,
    agrees: pair.relation === 'agrees',
  };
}

function lineOfThird({ said, finding }: { readonly said: string; readonly finding: Finding | null }): ComparedPair {
  return {
    id: `t-${createHash('sha256').update(said).digest('hex').slice(0, 10)}`,
    place: placeOf(finding),
    ...{ original: null, second: null, relation: 'differs', differsIn: [], grade: 'none', because: '' },
    status: 'proposed',
    third: { said, bearsOut: 'neither' },
  };
}
