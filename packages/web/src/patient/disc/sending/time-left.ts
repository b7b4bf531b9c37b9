/** Samples older than this no longer tell how fast the line is now. */
const WINDOW_MS = 20_000;
/** No guess before this much was measured: the first seconds of an upload say little. */
const ENOUGH_MS = 1_500;

export interface Sample {
  readonly atMs: number;
  readonly bytes: number;
}

/** The samples that still count, with the newest added; one that is older than the window stays as its edge. */
export function addSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const from = samples.findLastIndex(({ atMs }) => sample.atMs - atMs >= WINDOW_MS);
  return [...samples.slice(Math.max(0, from)), sample];
}

/** Seconds until all bytes are sent at the pace of the last seconds; null while it cannot be said. */
export function secondsLeft(samples: readonly Sample[], ofBytes: number): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return null;
  const tookMs = last.atMs - first.atMs;
  const sent = last.bytes - first.bytes;
  if (tookMs < ENOUGH_MS || sent <= 0) return null;
  return ((ofBytes - last.bytes) / sent) * (tookMs / 1000);
}

/** Time left as people say it: a step and a number, always rounded up so that it is not promised too early. */
export type TimeLeft =
  | { readonly unit: 'unknown' | 'moment' }
  | { readonly unit: 'minutes' | 'hours'; readonly count: number };

export function timeLeftOf(seconds: number | null): TimeLeft {
  if (seconds === null || !Number.isFinite(seconds)) return { unit: 'unknown' };
  if (seconds <= 20) return { unit: 'moment' };
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return { unit: 'minutes', count: minutes };
  return { unit: 'hours', count: Math.ceil(minutes / 60) };
}
