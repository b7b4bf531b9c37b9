import type { Weighting } from '../model.ts';
import { firstSaid, type Said, type SaidWords, saidWeighting } from './lexicon/lexicon.ts';
import { SEQUENCE_NAMES } from './lexicon/sequence-names.data.ts';
import type { SeriesSigns } from './series-signs.ts';

/** What a series is taken for, how surely, because of what, and what speaks against it. */
export interface Naming {
  readonly weighting: Weighting;
  readonly confidence: number;
  readonly because: readonly string[];
  readonly contradictions: readonly string[];
}

// Weights of the four steps of deciding (DOMAIN 3.1). Settings.
export const DECISIVE = 0.95;
export const WORDS = 0.85;
export const FAMILY = 0.6;

export const named = (weighting: Weighting, confidence: number, ...because: string[]): Naming => ({
  weighting,
  confidence,
  because,
  contradictions: [],
});
export const quote = (text: string) => `“${text}”`;

/** The words of a series by where they stand, in the order in which they are believed (DOMAIN 3.1 step 2). */
export const SOURCES = [
  ['description', (signs: SeriesSigns) => signs.description],
  ['protocol name', (signs: SeriesSigns) => signs.protocol],
  ['sequence name', (signs: SeriesSigns) => signs.sequenceWords],
] as const;

const isSilent = (said: SaidWords) =>
  said.weighting === undefined && said['weak weighting'] === undefined && said.angiography === undefined;

export function purpose(signs: SeriesSigns, value: string): { said: Said; source: string } | null {
  for (const [source, read] of SOURCES.slice(0, 2)) {
    const words = read(signs);
    const said = words.purpose?.find((candidate) => candidate.value === value);
    // A protocol may be named after its first series; it counts where the description is silent.
    if (said !== undefined && (source === 'description' || isSilent(signs.description))) return { said, source };
  }
  return null;
}

/** Of words that are said together, those that mean a third thing. */
function combined(said: SaidWords): Naming | null {
  const flair = saidWeighting(said, 'T2-FLAIR');
  const t1 = saidWeighting(said, 'T1');
  const t2 = saidWeighting(said, 'T2');
  if (flair !== undefined && t1 !== undefined && t2 === undefined)
    return named('T1-FLAIR', WORDS, `${quote(t1.text)} and ${quote(flair.text)}`);
  const mp2rage = said.technique?.find(({ value }) => value === 'MP2RAGE');
  if (mp2rage !== undefined) return named('T1', WORDS, `${quote(mp2rage.text)}`);
  const echo = said.technique?.find(({ value }) => value === 'GRE' || value === 'spoiled GRE');
  if (t2 !== undefined && said.weighting?.[0]?.value === 'T2' && echo !== undefined)
    return named('T2*', WORDS, `${quote(t2.text)} and ${quote(echo.text)}`);
  const star = saidWeighting(said, 'T2*');
  // "R2* fat fraction" and its like are maps; a map of T2* is told as such by its output.
  if (star !== undefined && said.weighting?.[0]?.value === 'other')
    return named('other', WORDS, quote(said.weighting[0].text));
  return null;
}

/** Step 2: words, of the description before those of the protocol, whose name may stand for a whole examination. */
export function wordRule(signs: SeriesSigns): Naming | null {
  for (const [source, read] of SOURCES) {
    const said = read(signs);
    const both = combined(said);
    if (both !== null) return { ...both, because: both.because.map((words) => `the ${source} says ${words}`) };
    const first = firstSaid(said, 'weighting');
    if (first !== undefined) return named(first.value as Weighting, WORDS, `the ${source} says ${quote(first.text)}`);
  }
  return null;
}

/** What the scanner's own name of the sequence decides. */
export function sequenceRule(signs: SeriesSigns): Naming | null {
  const rule = SEQUENCE_NAMES.find(([, pattern]) => pattern.test(signs.sequenceName));
  if (rule === undefined || (rule[0] === 'BOLD' && signs.agent !== '')) return null;
  return named(rule[0], WORDS, `the sequence is named ${signs.sequenceName}`);
}

export const hasTechnique = (signs: SeriesSigns, technique: string) =>
  [signs.description, signs.protocol, signs.sequenceWords].some((said) =>
    said.technique?.some(({ value }) => value === technique),
  );
