/** The stored values of one grey frame, row by row. */
export interface GreyFrame {
  readonly values: Int32Array;
  readonly rows: number;
  readonly columns: number;
}

/** What was measured in one frame. Ratios are of the mean signal of what stands out from the background. */
export interface FrameMeasures {
  /** Share of the pixels with the most frequent value. */
  readonly flat: number;
  /** How many different values there are. */
  readonly levels: number;
  /** Share of the pixels that stand at the largest value, where the values next to it are much rarer; else 0. */
  readonly clipped: number;
  /** Signal over noise; null where nothing stands out or noise cannot be told. */
  readonly signalToNoise: number | null;
  /** How much brighter the background is beside the body in one direction than in the corners; null without background. */
  readonly ghosting: number | null;
  /** Whether what leaves the picture at one edge comes in at the opposite one. */
  readonly wraps: 'rows' | 'columns' | null;
  /** Share of the rows at the end that are all of one value below a row full of signal. */
  readonly cutRows: number;
  /** Whether shapes like a line of letters are there. */
  readonly text: boolean;
}

interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: Uint32Array;
}

/** A histogram of all values: MR stores at most 16 bits. */
export function histogramOf(values: Int32Array): Histogram {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const counts = new Uint32Array(Math.min(high - low, 0xffff) + 1);
  for (let at = 0; at < values.length; at += 1) {
    const slot = Math.min((values[at] as number) - low, counts.length - 1);
    counts[slot] = (counts[slot] as number) + 1;
  }
  return { low, high, counts };
}

/** Otsu's threshold between background and body: the value from which the body begins. */
export function thresholdOf({ low, counts }: Histogram, pixels: number): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) sum += at * (counts[at] as number);
  let below = 0;
  let sumBelow = 0;
  let best = -1;
  let threshold = 0;
  for (let at = 0; at < counts.length; at += 1) {
    below += counts[at] as number;
    if (below === 0 || below === pixels) continue;
    sumBelow += at * (counts[at] as number);
    const apart = sumBelow / below - (sum - sumBelow) / (pixels - below);
    const between = below * (pixels - below) * apart * apart;
    if (between > best) {
      best = between;
      threshold = at + 1;
    }
  }
  return low + threshold;
}

export function flatness({ counts }: Histogram, pixels: number): { flat: number; levels: number } {
  let most = 0;
  let levels = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] as number;
    if (count > 0) levels += 1;
    if (count > most) most = count;
  }
  return { flat: most / pixels, levels };
}

/** Values below the largest one that are looked at: a natural end of a histogram runs out over them. */
const BESIDE = 0.05;

/** Share of pixels at the top value; 0 where the histogram runs out before it, as it does when nothing was cut off. */
export function clippedShare({ counts }: Histogram, pixels: number): number {
  const top = counts.length - 1;
  if (top < 32) return 0;
  const at = counts[top] as number;
  const beside = Math.max(8, Math.round(top * BESIDE));
  let sum = 0;
  for (let slot = top - beside; slot < top; slot += 1) sum += counts[slot] as number;
  const usual = sum / beside;
  return at > 10 * Math.max(usual, 1) ? at / pixels : 0;
}

/** Every so many pixels are enough for a median. */
const SAMPLE = 3;

const medianOf = (values: number[]): number => {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
};

/**
 * Signal over noise: median of the body over the noise that is left after what neighbours share was taken out (Immerkær,
 * Computer Vision and Image Understanding 1996;64:300), by the median, so that edges do not count as noise.
 */
export function signalToNoise({ values, rows, columns }: GreyFrame, threshold: number): number | null {
  const rest: number[] = [];
  const signal: number[] = [];
  for (let y = 1; y < rows - 1; y += 1) {
    for (let x = 1 + (y % SAMPLE); x < columns - 1; x += SAMPLE) {
      const at = y * columns + x;
      const value = values[at] as number;
      if (value < threshold) continue;
      const up = at - columns;
      const down = at + columns;
      const corners =
        (values[up - 1] as number) +
        (values[up + 1] as number) +
        (values[down - 1] as number) +
        (values[down + 1] as number);
      const sides =
        (values[up] as number) + (values[down] as number) + (values[at - 1] as number) + (values[at + 1] as number);
      rest.push(Math.abs(corners - 2 * sides + 4 * value));
      signal.push(value);
    }
  }
  if (signal.length < 64) return null;
  // The mask has a norm of 6; the median of the absolute values is 0.6745 of a standard deviation.
  const noise = medianOf(rest) / (6 * 0.6745);
  return noise === 0 ? null : medianOf(signal) / noise;
}
