import { describe, expect, it } from 'vitest';
import { decodeRle, UnreadableFrame } from './rle.ts';

/** A frame of these packed segments, behind the header of 64 bytes (PS3.5 G.5). */
function frameOf(...segments: readonly number[][]): Uint8Array {
  const frame = new Uint8Array(64 + segments.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(frame.buffer);
  view.setUint32(0, segments.length, true);
  let at = 64;
  for (const [index, segment] of segments.entries()) {
    view.setUint32(4 + 4 * index, at, true);
    frame.set(segment, at);
    at += segment.length;
  }
  return frame;
}

describe('RLE Lossless', () => {
  it('takes literal and repeated runs, and puts the most significant byte of a sample last', () => {
    // High bytes 1 1 1 1, low bytes 2 3 4 4.
    const frame = frameOf([253, 1], [1, 2, 3, 255, 4]);
    expect([...new Uint16Array(decodeRle(frame, { pixels: 4, samples: 1, bytes: 2 }).buffer)]).toEqual([
      0x0102, 0x0103, 0x0104, 0x0104,
    ]);
  });

  it('refuses a segment that ends before its picture, and a header that names other segments', () => {
    expect(() => decodeRle(frameOf([0, 7]), { pixels: 4, samples: 1, bytes: 1 })).toThrow(UnreadableFrame);
    expect(() => decodeRle(frameOf([253, 7]), { pixels: 4, samples: 1, bytes: 2 })).toThrow(UnreadableFrame);
    expect(() => decodeRle(new Uint8Array(8), { pixels: 1, samples: 1, bytes: 1 })).toThrow(UnreadableFrame);
  });
});
