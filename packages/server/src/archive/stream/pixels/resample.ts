import type { Picture } from './picture.ts';

/** The source pixels under one target pixel on one axis, and how much each counts. */
interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Means of what lies under a smaller pixel; between two pixels where the picture grows. */
function tapsOf(target: number, from: number, length: number, limit: number): Taps[] {
  const step = Math.abs(length) / target;
  return Array.from({ length: target }, (_, index) => {
    const at = length < 0 ? target - 1 - index : index;
    const center = from + (at + 0.5) * step - 0.5;
    const reach = Math.max(1, step / 2 + 0.5);
    const first = Math.max(0, Math.ceil(center - reach));
    const last = Math.min(limit - 1, Math.floor(center + reach));
    const raw = Array.from({ length: Math.max(1, last - first + 1) }, (_each, nth) => {
      const distance = Math.abs(first + nth - center);
      // Growing: the nearer counts more. Shrinking: as much as is covered.
      return step <= 1 ? Math.max(0, 1 - distance) : Math.max(0, Math.min(1, reach - distance));
    });
    const sum = raw.reduce((all, each) => all + each, 0);
    return { first: Math.min(first, limit - 1), weights: sum > 0 ? raw.map((each) => each / sum) : [1] };
  });
}

/** Every row brought to its new width. */
function narrowed({ width, height, channels, pixels }: Picture, across: readonly Taps[]): Float32Array {
  const stride = across.length * channels;
  const rows = new Float32Array(stride * height);
  for (let at = 0; at < rows.length; at += 1) {
    const y = Math.floor(at / stride);
    const x = Math.floor((at % stride) / channels);
    const { first, weights } = across[x] as Taps;
    const from = (y * width + first) * channels + (at % channels);
    let sum = 0;
    for (let nth = 0; nth < weights.length; nth += 1)
      sum += (weights[nth] as number) * (pixels[from + nth * channels] as number);
    rows[at] = sum;
  }
  return rows;
}

/**
 * A part of a picture, brought to another size.
 * @param region in pixels of the source; a negative width or height turns it over
 */
export function resample(
  picture: Picture,
  region: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  size: { readonly width: number; readonly height: number },
): Picture {
  const { channels } = picture;
  const rows = narrowed(picture, tapsOf(size.width, region.x, region.width, picture.width));
  const down = tapsOf(size.height, region.y, region.height, picture.height);
  const stride = size.width * channels;
  const out = new Uint8ClampedArray(size.height * stride);
  for (let at = 0; at < out.length; at += 1) {
    const { first, weights } = down[Math.floor(at / stride)] as Taps;
    const from = first * stride + (at % stride);
    let sum = 0;
    for (let nth = 0; nth < weights.length; nth += 1)
      sum += (weights[nth] as number) * (rows[from + nth * stride] as number);
    out[at] = sum;
  }
  return { ...size, channels, pixels: new Uint8Array(out.buffer) };
}
