import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsBefore, bitsFrom, joinBits, unpackBits } from './packed-bits.ts';

const bits = (count: number) => fc.array(fc.integer({ min: 0, max: 1 }), { minLength: count, maxLength: count });
const frames = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9 }))
  .chain(([count, most]) => fc.tuple(fc.constant(count), fc.array(bits(count), { minLength: 1, maxLength: most })));

/** As a scanner would write it: bit after bit, the lowest first. */
function pack(all: readonly number[]): Uint8Array {
  const out = new Uint8Array(Math.ceil(all.length / 8));
  for (const [at, bit] of all.entries()) out[at >> 3] = (out[at >> 3] as number) | (bit << (at & 7));
  return out;
}

describe('pixels of one bit', () => {
  it('are found frame by frame, wherever in a byte a frame begins, and joined again', () => {
    fc.assert(
      fc.property(frames, ([count, made]) => {
        const packed = pack(made.flat());
        const found = made.map((_, frame) => {
          const first = Math.floor((frame * count) / 8);
          return bitsFrom(packed.subarray(first), bitsBefore(frame, count), count);
        });
        expect(found.map((each) => [...unpackBits(each, count)])).toEqual(made);
        expect(joinBits(found, count)).toEqual(packed);
      }),
    );
  });
});
