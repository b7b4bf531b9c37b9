import type { DiscArchive, DiscReader } from '../reading/disc-model.ts';

/** Images of a ZIP that are asked for before it goes as it came. */
const SAMPLE = 16;

/** Of these hashes (SHA-256, hex), those whose files the case holds. Throws LineLost, SendingStopped. */
export type AskKnown = (sha256s: readonly string[]) => Promise<ReadonlySet<string>>;

function sampleOf(ids: readonly number[]): number[] {
  const step = Math.max(1, Math.floor(ids.length / SAMPLE));
  return ids.filter((_, at) => at % step === 0).slice(0, SAMPLE);
}

/**
 * Of ZIPs that can go as they came, those that do: where the case holds some of it already, its images go in batches, and what
 * is here is not sent. A few images spread over the ZIP tell; to hash all of one that is new would cost more than it saves.
 */
export async function goWhole(
  archives: readonly DiscArchive[],
  { reader, known }: { readonly reader: Pick<DiscReader, 'prepare'>; readonly known: AskKnown },
): Promise<Set<number>> {
  const whole = new Set<number>();
  for (const { at, imageIds } of archives) {
    const sample = await reader.prepare(sampleOf(imageIds));
    const here = await known(sample.map(({ sha256 }) => sha256));
    if (here.size === 0) whole.add(at);
  }
  return whole;
}
