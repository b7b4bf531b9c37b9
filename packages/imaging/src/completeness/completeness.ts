import type { SeriesSummary, StudySummary } from '../model.ts';
import { type ExpectedSequence, PROTOCOLS, type Protocol } from './protocols.data.ts';

/** A series with the body plane nearest to its pictures, also where they are tilted. */
export interface PlacedSeries {
  readonly summary: SeriesSummary;
  readonly nearestPlane: 'axial' | 'sagittal' | 'coronal' | 'unknown';
}

/** Reformats and subtractions do not stand for the acquisition; a map of diffusion is itself what is asked for. */
const counts = ({ role, weighting }: SeriesSummary) =>
  role === 'diagnostic' || (role === 'derived' && weighting === 'ADC');

function meets({ summary, nearestPlane }: PlacedSeries, expected: ExpectedSequence): boolean {
  if (!counts(summary) || !expected.weightings.includes(summary.weighting)) return false;
  const inPlane =
    expected.planes === 'any' || summary.dimension === '3D' || expected.planes.some((plane) => plane === nearestPlane);
  if (!inPlane) return false;
  if (expected.contrastEnhanced === true && summary.contrastEnhanced !== true) return false;
  // A header that says nothing of fat suppression is no proof of its absence, but most pictures have none.
  if (expected.fatSuppressed === false) return summary.fatSuppressed !== true;
  return expected.fatSuppressed !== true || summary.fatSuppressed === true;
}

function protocolFor(region: string, words: string): Protocol | undefined {
  const candidates = PROTOCOLS.filter((protocol) => protocol.region === region);
  return (
    candidates.find((protocol) => protocol.words?.test(words)) ?? candidates.find(({ words: own }) => own === undefined)
  );
}

/**
 * Which sequences the protocol of a region expects and which series meet them. Protocol and verdict are `unknown`, and nothing
 * is expected, where no protocol is known for the region.
 * @param words study and series descriptions as `wordsOf` gives them
 */
export function checkCompleteness(
  region: string,
  words: string,
  series: readonly PlacedSeries[],
): StudySummary['completeness'] {
  const protocol = protocolFor(region, words);
  const hasPictures = series.some(({ summary }) => summary.modality === 'MR' && summary.role === 'diagnostic');
  if (protocol === undefined || !hasPictures)
    return { protocol: 'unknown', expected: [], missing: [], verdict: 'unknown' };
  const expected = protocol.expected.map((line) => {
    const by = series.filter((candidate) => meets(candidate, line)).map(({ summary }) => summary.seriesInstanceUid);
    return { sequence: line.sequence, met: by.length > 0, by };
  });
  const missing = expected.filter(({ met }) => !met).map(({ sequence }) => sequence);
  return { protocol: protocol.id, expected, missing, verdict: missing.length === 0 ? 'complete' : 'incomplete' };
}
