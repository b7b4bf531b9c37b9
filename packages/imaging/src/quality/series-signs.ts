import type { QualityKind, QualitySign } from '../model.ts';
import type { FrameMeasures } from './frame-measures.ts';

/** Settings, found on made pictures with known faults and on real ones without (docs/decisions/006-sets-of-pictures.md). */
const EMPTY_FLAT = 0.995;
const CLIPPED = 0.004;
const LOW_SNR = 4;
const GHOSTING = 0.1;
const CUT = 0.02;

type Found = (measures: FrameMeasures) => number | null;

const isEmpty = ({ flat, levels }: FrameMeasures) => levels < 2 || flat >= EMPTY_FLAT;
/** Maps and masks have few values; nothing of noise or range can be told from them. */
const isPicture = (measures: FrameMeasures) => !isEmpty(measures) && measures.levels > 48;
const over = (value: number | null, limit: number) => (value !== null && value > limit ? value : null);

const FINDERS: Readonly<Record<QualityKind, { readonly found: Found; readonly share: number }>> = {
  // One empty picture among many is enough to say so; what depends on chance has to be seen in more of them.
  empty: { found: (m) => (isEmpty(m) ? m.flat : null), share: 0 },
  truncated: { found: (m) => (isEmpty(m) ? null : over(m.cutRows, CUT)), share: 0 },
  text: { found: (m) => (!isEmpty(m) && m.text ? 1 : null), share: 0 },
  // Letters stand at the top of the range as well.
  clipped: { found: (m) => (isPicture(m) && !m.text ? over(m.clipped, CLIPPED) : null), share: 0.3 },
  noise: {
    found: (m) => (isPicture(m) && m.signalToNoise !== null && m.signalToNoise < LOW_SNR ? m.signalToNoise : null),
    share: 0.5,
  },
  ghosting: { found: (m) => (isPicture(m) ? over(m.ghosting, GHOSTING) : null), share: 0.3 },
  wrap: { found: (m) => (isPicture(m) && m.wraps !== null ? 1 : null), share: 0.5 },
};

/** Frames of a series that are looked at for a hint: evenly over the series, never its ends, which are often half empty. */
export const LOOKED_AT = 9;

/** Indices of at most `LOOKED_AT` frames of `count`, evenly spread, the middle one among them. */
export function framesToLookAt(count: number, most: number = LOOKED_AT): number[] {
  if (count <= most) return Array.from({ length: count }, (_, at) => at);
  return Array.from({ length: most }, (_, at) => Math.floor(((at + 0.5) * count) / most));
}

/**
 * The signs of a series from some of its frames. Hints for a person who looks, never verdicts.
 * @param measured by the index of the frame in the series
 */
export function qualitySigns(measured: ReadonlyMap<number, FrameMeasures>): QualitySign[] {
  const kinds = Object.entries(FINDERS) as [QualityKind, (typeof FINDERS)[QualityKind]][];
  return kinds.flatMap(([kind, { found, share }]): QualitySign[] => {
    const hits = [...measured].filter(([, measures]) => found(measures) !== null).map(([frame]) => frame);
    if (hits.length === 0 || hits.length < share * measured.size) return [];
    return [{ kind, frames: hits, of: measured.size }];
  });
}
