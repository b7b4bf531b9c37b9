/** A compressed frame that its codec cannot open: the file is damaged, or not what it says. */
export class UnreadableFrame extends Error {
  override readonly name = 'UnreadableFrame';
}

/** The PackBits of one segment (PS3.5 G.3): literal runs, repeated bytes; -128 is nothing. */
function unpackBits(packed: Uint8Array, into: Uint8Array): void {
  let at = 0;
  let to = 0;
  while (at < packed.length && to < into.length) {
    const count = packed[at] as number;
    at += 1;
    if (count < 128) {
      into.set(packed.subarray(at, at + Math.min(count + 1, into.length - to)), to);
      at += count + 1;
      to += count + 1;
    } else if (count > 128) {
      into.fill(packed[at] ?? 0, to, to + 257 - count);
      at += 1;
      to += 257 - count;
    }
  }
  if (to < into.length) throw new UnreadableFrame('an RLE segment ends before its picture does');
}

/**
 * One frame of RLE Lossless (PS3.5 annex G) as native little-endian pixels, colour by pixel. Its segments are the bytes of each
 * sample, most significant first.
 */
export function decodeRle(frame: Uint8Array, layout: { pixels: number; samples: number; bytes: number }): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const segments = layout.samples * layout.bytes;
  if (frame.length < 64 || view.getUint32(0, true) !== segments) {
    throw new UnreadableFrame('an RLE frame does not have the segments that its header asks for');
  }
  const stride = segments;
  const out = new Uint8Array(layout.pixels * stride);
  const plane = new Uint8Array(layout.pixels);
  for (let segment = 0; segment < segments; segment += 1) {
    const start = view.getUint32(4 + 4 * segment, true);
    const end = segment + 1 < segments ? view.getUint32(8 + 4 * segment, true) : frame.length;
    unpackBits(frame.subarray(start, end), plane);
    const sample = Math.floor(segment / layout.bytes);
    const byte = layout.bytes - 1 - (segment % layout.bytes);
    for (let pixel = 0, to = sample * layout.bytes + byte; pixel < layout.pixels; pixel += 1, to += stride) {
      out[to] = plane[pixel] as number;
    }
  }
  return out;
}
