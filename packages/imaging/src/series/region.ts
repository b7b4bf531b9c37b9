import type { InstanceHeader } from '../model.ts';
import { firstSaid, readWords } from './lexicon/lexicon.ts';
import { SIDE_LETTER, SIDE_WORDS } from './regions.data.ts';
import { wordsOf } from './words.ts';

/** The part of the body that a text names, '' when none. */
export const regionIn = (text: string): string => firstSaid(readWords(text), 'region')?.value ?? '';

/** Reads each text once: the headers of a series mostly repeat them. */
function regionReader(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? regionIn(text);
    known.set(text, found);
    return found;
  };
}

/** The most frequent of the values that are not empty; the first of them when several are as frequent. */
function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

const isSpecial = (region: string) => region !== '' && region !== 'other';

/** A coil that fits one part of the body only; many examinations are done with another. */
const COIL_REGIONS: ReadonlySet<string> = new Set(['knee', 'shoulder', 'wrist-hand', 'ankle-foot', 'breast', 'elbow']);

/**
 * The part of the body that a study shows, in the words of cases (`brain`, `lumbar-spine`, …): from the study's description,
 * BodyPartExamined, the anatomic region's code and what was requested, then from descriptions of series, then from a coil that
 * fits one part only; `unknown` when none says.
 */
export function regionOf(headers: readonly InstanceHeader[]): string {
  const read = regionReader();
  const first = headers[0];
  const described = read(first?.studyDescription ?? '');
  // BodyPartExamined is often left at what the scanner was last set to; the description is written for this patient.
  if (isSpecial(described)) return described;
  const examined = mostFrequent(headers.map(({ bodyPart }) => read(bodyPart)));
  if (isSpecial(examined)) return examined;
  const coded = mostFrequent(headers.map(({ hints }) => read(hints?.anatomicRegion ?? '')));
  const requested = read(first?.hints?.requested ?? '');
  const said = [coded, requested].find(isSpecial);
  if (said !== undefined) return said;
  const series = mostFrequent(headers.flatMap((one) => [read(one.seriesDescription), read(one.protocolName)]));
  if (isSpecial(series)) return series;
  const coil = mostFrequent(headers.map(({ hints }) => read(hints?.coil ?? '')));
  if (COIL_REGIONS.has(coil)) return coil;
  return series || examined || described || coded || requested || 'unknown';
}

/** `left`, `right`, `both`, or '' where the text names no side. */
export function sideIn(text: string): string {
  if (text === '') return '';
  const words = wordsOf(text);
  const left = SIDE_WORDS.left.test(words);
  const right = SIDE_WORDS.right.test(words);
  if (SIDE_WORDS.both.test(words) || (left && right)) return 'both';
  if (left || right) return left ? 'left' : 'right';
  const letter = SIDE_LETTER.exec(text.trim());
  const found = (letter?.[1] ?? letter?.[2] ?? letter?.[3] ?? '').toLowerCase();
  return found === 'l' ? 'left' : found === 'r' ? 'right' : '';
}

const LATERALITY: Readonly<Record<string, string>> = { L: 'left', R: 'right', B: 'both', LEFT: 'left', RIGHT: 'right' };

/** The side that the attributes for it name, '' where they are silent (PS3.3 C.7.3.1, C.8.13). */
export const lateralityOf = ({ laterality }: InstanceHeader): string =>
  LATERALITY[laterality.trim().toUpperCase()] ?? '';

/** Regions of which the body has one on each side. */
const PAIRED: ReadonlySet<string> = new Set(['shoulder', 'elbow', 'wrist-hand', 'hip', 'knee', 'ankle-foot', 'breast']);

export const hasSides = (region: string): boolean => PAIRED.has(region) || region === 'other';

/** The side that texts of series agree on; `both` where they name several. */
function sideOfTexts(texts: Iterable<string>): string {
  const sides = new Set([...new Set(texts)].map(sideIn).filter((side) => side !== ''));
  return sides.size === 1 ? ([...sides][0] ?? '') : sides.size > 1 ? 'both' : '';
}

/** `left`, `right`, `both`, or '' where the region has no sides or nothing says which. */
export function sideOf(headers: readonly InstanceHeader[], region: string): string {
  if (!hasSides(region)) return '';
  const sides = new Set(headers.map(lateralityOf).filter((side) => side !== ''));
  if (sides.size > 1) return 'both';
  if (sides.size === 1) return [...sides][0] ?? '';
  const described = sideIn(headers[0]?.studyDescription ?? '') || sideIn(headers[0]?.hints?.requested ?? '');
  if (described !== '') return described;
  const series = sideOfTexts(headers.map(({ seriesDescription }) => seriesDescription));
  return series || sideOfTexts(headers.map(({ bodyPart }) => bodyPart));
}
