/** Grey values shown: from center - width / 2 to center + width / 2, in rescaled units (PS3.3 C.11.2.1.2). */
export interface Window {
  readonly center: number;
  readonly width: number;
}

/** The header's window where it has a usable one. */
export function windowFromHeader(header: {
  readonly windowCenter: number | null;
  readonly windowWidth: number | null;
}): Window | null {
  const { windowCenter, windowWidth } = header;
  if (windowCenter === null || windowWidth === null || !(windowWidth > 0)) return null;
  return { center: windowCenter, width: windowWidth };
}

const BINS = 4096;
/** MR pictures are mostly dark air: the lowest and the brightest hundredth are cut off. Settings. */
const LOW = 0.01;
const HIGH = 0.99;

export interface StoredRange {
  readonly min: number;
  readonly max: number;
}

function rangeOf(pixels: ArrayLike<number>): StoredRange {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < pixels.length; at += 1) {
    const value = pixels[at] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/**
 * A window from the pixels themselves: from the 1st to the 99th percentile of what is not the darkest value (air and padding).
 * @param pixels stored values
 * @param rescale slope and intercept of the header; the window is in their units
 */
export function windowFromPixels(
  pixels: ArrayLike<number>,
  rescale: { readonly slope: number; readonly intercept: number },
): Window {
  const { min, max } = rangeOf(pixels);
  if (!(max > min)) return { center: (pixels.length > 0 ? min : 0) * rescale.slope + rescale.intercept, width: 1 };
  const bins = new Uint32Array(BINS);
  const scale = (BINS - 1) / (max - min);
  let counted = 0;
  for (let at = 0; at < pixels.length; at += 1) {
    const value = pixels[at] as number;
    if (value === min) continue;
    const bin = Math.floor((value - min) * scale);
    bins[bin] = (bins[bin] ?? 0) + 1;
    counted += 1;
  }
  const percentile = (part: number) => {
    let sum = 0;
    for (let bin = 0; bin < BINS; bin += 1) {
      sum += bins[bin] ?? 0;
      if (sum >= counted * part) return min + bin / scale;
    }
    return max;
  };
  const low = percentile(LOW) * rescale.slope + rescale.intercept;
  const high = percentile(HIGH) * rescale.slope + rescale.intercept;
  return { center: (low + high) / 2, width: Math.max(Math.abs(high - low), Math.abs(rescale.slope) || 1) };
}
