import { UnreadableFrame } from './rle.ts';

/** A colour table (PS3.3 C.7.6.3.1.5, .6): the value that the first entry stands for, and 8-bit entries for red, green, blue. */
export interface Palette {
  readonly first: number;
  readonly red: Uint8Array;
  readonly green: Uint8Array;
  readonly blue: Uint8Array;
}

const clamp = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value));

/** YCbCr of full range to RGB (PS3.3 C.7.6.3.1.2). */
function putRgb(out: Uint8Array, to: number, [y, cb, cr]: readonly [number, number, number]): void {
  out[to] = clamp(y + 1.402 * (cr - 128));
  out[to + 1] = clamp(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128));
  out[to + 2] = clamp(y + 1.772 * (cb - 128));
}

/** Colour by plane to colour by pixel. */
export function interleave(planes: Uint8Array, pixels: number): Uint8Array {
  const out = new Uint8Array(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    out[pixel * 3] = planes[pixel] as number;
    out[pixel * 3 + 1] = planes[pixels + pixel] as number;
    out[pixel * 3 + 2] = planes[2 * pixels + pixel] as number;
  }
  return out;
}

export function ybrToRgb(ybr: Uint8Array): Uint8Array {
  const out = new Uint8Array(ybr.length);
  for (let at = 0; at + 2 < ybr.length; at += 3) {
    putRgb(out, at, [ybr[at] as number, ybr[at + 1] as number, ybr[at + 2] as number]);
  }
  return out;
}

/** 4:2:2 as it lies uncompressed: Y1 Y2 Cb Cr for each two pixels. */
export function ybr422ToRgb(packed: Uint8Array, pixels: number): Uint8Array {
  const out = new Uint8Array(pixels * 3);
  for (let at = 0, to = 0; to + 5 < out.length; at += 4, to += 6) {
    const [cb, cr] = [packed[at + 2] as number, packed[at + 3] as number];
    putRgb(out, to, [packed[at] as number, cb, cr]);
    putRgb(out, to + 3, [packed[at + 1] as number, cb, cr]);
  }
  return out;
}

/** Indices to colours; what lies outside of the table takes its first or last entry. */
export function applyPalette(indices: Uint8Array | Uint16Array, palette: Palette): Uint8Array {
  const last = palette.red.length - 1;
  if (last < 0) throw new UnreadableFrame('the colour table is empty');
  const out = new Uint8Array(indices.length * 3);
  for (let pixel = 0; pixel < indices.length; pixel += 1) {
    const entry = Math.min(last, Math.max(0, (indices[pixel] as number) - palette.first));
    out[pixel * 3] = palette.red[entry] as number;
    out[pixel * 3 + 1] = palette.green[entry] as number;
    out[pixel * 3 + 2] = palette.blue[entry] as number;
  }
  return out;
}
