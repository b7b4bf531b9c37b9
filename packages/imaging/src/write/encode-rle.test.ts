import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRleFrame } from './encode-rle.ts';

/** A decoder of its own, straight from PS3.5 annex G.5. */
function decode(frame: Uint8Array, pixels: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const planes = [0, 1].map((segment) => unpack(view, view.getUint32(4 + 4 * segment, true), pixels));
  const out = new Uint8Array(pixels * 2);
  for (let i = 0; i < pixels; i++) {
    out[2 * i] = planes[1]?.[i] ?? 0;
    out[2 * i + 1] = planes[0]?.[i] ?? 0;
  }
  return out;
}

function unpack(view: DataView, start: number, count: number): number[] {
  const out: number[] = [];
  for (let at = start; out.length < count; ) {
    const code = view.getInt8(at++);
    if (code >= 0) {
      for (let k = 0; k <= code; k++) out.push(view.getUint8(at++));
    } else {
      const value = view.getUint8(at++);
      for (let k = 0; k < 1 - code; k++) out.push(value);
    }
  }
  return out;
}

describe('encodeRleFrame', () => {
  it('gives back any picture', () => {
    const row = fc.array(fc.constantFrom(0, 1, 2, 255, 4095), { minLength: 300, maxLength: 300 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
        const bytes = new Uint8Array(Uint16Array.from(rows.flat()).buffer);
        const packed = encodeRleFrame(bytes, 300);
        expect(packed.length % 2).toBe(0);
        expect(decode(packed, rows.length * 300)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('makes an empty picture small', () => {
    expect(encodeRleFrame(new Uint8Array(256 * 256 * 2), 256).length).toBeLessThan(2200);
  });
});
