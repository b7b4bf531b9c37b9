/**
 * Pixels of one bit, eight to a byte, the first in the lowest bit (PS3.5 8.1.1). Frames lie one behind the other without a gap,
 * so one may begin inside of a byte.
 */

/** How many bits of its first byte belong to the frame before. `count` is the number of pixels of a frame. */
export const bitsBefore = (frame: number, count: number): number => (frame * count) % 8;

/** `count` bits from bit `from` on, moved so that the first is the lowest bit of the first byte; what fills up is 0. */
export function bitsFrom(packed: Uint8Array, from: number, count: number): Uint8Array {
  const out = new Uint8Array(Math.ceil(count / 8));
  const [first, shift] = [from >> 3, from & 7];
  for (let at = 0; at < out.length; at += 1) {
    const low = packed[first + at] ?? 0;
    const high = packed[first + at + 1] ?? 0;
    out[at] = (low | (high << 8)) >> shift;
  }
  const spare = out.length * 8 - count;
  if (spare > 0) out[out.length - 1] = (out[out.length - 1] as number) & (0xff >> spare);
  return out;
}

/** Frames that each begin at a byte, put behind each other without a gap. */
export function joinBits(frames: readonly Uint8Array[], count: number): Uint8Array {
  const out = new Uint8Array(Math.ceil((frames.length * count) / 8));
  for (const [frame, bytes] of frames.entries()) {
    const first = (frame * count) >> 3;
    const shift = bitsBefore(frame, count);
    for (const [at, byte] of bytes.entries()) {
      out[first + at] = (out[first + at] ?? 0) | (byte << shift);
      const over = byte >> (8 - shift);
      if (over > 0) out[first + at + 1] = (out[first + at + 1] ?? 0) | over;
    }
  }
  return out;
}

/** A byte, 0 or 1, for each pixel. */
export function unpackBits(packed: Uint8Array, count: number): Uint8Array {
  const out = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) out[at] = ((packed[at >> 3] as number) >> (at & 7)) & 1;
  return out;
}
