import type { InstanceHeader } from '../model.ts';
import { REGION_WORDS, SIDE_LETTER, SIDE_WORDS } from './regions.data.ts';
import { wordsOf } from './words.ts';

const regionIn = (text: string): string => {
  const words = wordsOf(text);
  return REGION_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? '';
};

/** The most frequent of the values that are not empty; the first of them when several are as frequent. */
function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/**
 * The part of the body that a study shows, in the words of cases (`brain`, `lumbar-spine`, …), from BodyPartExamined and the
 * study's description, then from descriptions of series; `unknown` when none says.
 */
export function regionOf(headers: readonly InstanceHeader[]): string {
  const described = regionIn(headers[0]?.studyDescription ?? '');
  const examined = mostFrequent(headers.map(({ bodyPart }) => regionIn(bodyPart)));
  // BodyPartExamined is often left at what the scanner was last set to; the description is written for this patient.
  const special = described !== '' && described !== 'other' ? described : examined;
  if (special !== '' && special !== 'other') return special;
  const series = mostFrequent(
    headers.flatMap((header) => [regionIn(header.seriesDescription), regionIn(header.protocolName)]),
  );
  return series || special || described || 'unknown';
}

function sideIn(text: string): string {
  const words = wordsOf(text);
  const left = SIDE_WORDS.left.test(words);
  const right = SIDE_WORDS.right.test(words);
  if (SIDE_WORDS.both.test(words) || (left && right)) return 'both';
  if (left || right) return left ? 'left' : 'right';
  const letter = SIDE_LETTER.exec(text.trim());
  const found = (letter?.[1] ?? letter?.[2] ?? '').toLowerCase();
  return found === 'l' ? 'left' : found === 'r' ? 'right' : '';
}

const LATERALITY: Readonly<Record<string, string>> = { L: 'left', R: 'right', B: 'both' };

/** Regions of which the body has one on each side. */
const PAIRED: ReadonlySet<string> = new Set(['shoulder', 'elbow', 'wrist-hand', 'hip', 'knee', 'ankle-foot', 'breast']);

/** `left`, `right`, `both`, or '' where the region has no sides or nothing says which. */
export function sideOf(headers: readonly InstanceHeader[], region: string): string {
  if (!PAIRED.has(region) && region !== 'other') return '';
  const sides = new Set(
    headers.map(({ laterality }) => LATERALITY[laterality.trim().toUpperCase()] ?? '').filter(Boolean),
  );
  const described = sideIn(headers[0]?.studyDescription ?? '');
  if (sides.size > 1) return 'both';
  if (sides.size === 1) return [...sides][0] ?? '';
  if (described !== '') return described;
  const series = new Set(headers.map(({ seriesDescription }) => sideIn(seriesDescription)).filter(Boolean));
  return series.size === 1 ? ([...series][0] ?? '') : series.size > 1 ? 'both' : '';
}
