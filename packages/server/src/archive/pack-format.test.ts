import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerJson } from './index-row.ts';
import {
  coverOf,
  cutInstance,
  openSegment,
  PackDamaged,
  packSeal,
  sealedOffsets,
  sealSegment,
  TAG_BYTES,
} from './pack-format.ts';

const seal = packSeal(Buffer.alloc(32, 7), 'upload.pack-1');

describe('segments', () => {
  it('open to what was sealed, whatever their length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.nat(1_000_000), (bytes, segment) => {
        const sealed = Buffer.concat(sealSegment(seal, segment, bytes));
        expect(sealed.length).toBe(bytes.length + TAG_BYTES);
        expect(openSegment(seal, segment, sealed).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it('do not open when a bit is changed, at another place, in another pack or with another key', () => {
    const sealed = Buffer.concat(sealSegment(seal, 3, randomBytes(100)));
    for (const at of [0, 50, 99, 100, 115]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 1;
      expect(() => openSegment(seal, 3, changed)).toThrow(PackDamaged);
    }
    expect(() => openSegment(seal, 4, sealed)).toThrow(PackDamaged);
    expect(() => openSegment(seal, 3, sealed.subarray(0, 40))).toThrow(PackDamaged);
    expect(() => openSegment(seal, 3, Buffer.alloc(5))).toThrow(PackDamaged);
    expect(() => openSegment(packSeal(Buffer.alloc(32, 7), 'upload.pack-2'), 3, sealed)).toThrow(PackDamaged);
    expect(() => openSegment(packSeal(Buffer.alloc(32, 8), 'upload.pack-1'), 3, sealed)).toThrow(PackDamaged);
  });
});

describe('cutInstance', () => {
  const range = (offset: number, length: number) => ({ offset, length });

  it('cuts header, frames and trailer, which together are the file', () => {
    expect(cutInstance(1000, [range(100, 300), range(400, 300)])).toEqual([100, 300, 300, 300]);
    expect(cutInstance(700, [range(100, 300), range(400, 300)])).toEqual([100, 300, 300]);
    expect(cutInstance(500, [])).toEqual([500]);
  });

  it('gives what lies between two frames to the later one', () => {
    expect(cutInstance(1000, [range(108, 100), range(216, 100)])).toEqual([108, 100, 108, 684]);
  });

  it('leaves a file in one piece whose frames overlap or lie outside of it', () => {
    expect(cutInstance(1000, [range(400, 300), range(100, 300)])).toEqual([1000]);
    expect(cutInstance(1000, [range(900, 300)])).toEqual([1000]);
  });

  it('every stretch is covered by the segments that are named for it', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(lengths, fc.nat(), fc.nat(), (segments, a, b) => {
        const size = segments.reduce((sum, length) => sum + length, 0);
        const start = a % size;
        const end = start + 1 + (b % (size - start));
        const { first, last, from } = coverOf(segments, start, end);
        const to = from + segments.slice(first, last).reduce((sum, length) => sum + length, 0);
        expect(from <= start && end <= to).toBe(true);
        expect(from + (segments[first] as number)).toBeGreaterThan(start);
        expect(to - (segments[last - 1] as number)).toBeLessThan(end);
      }),
    );
  });

  it('places sealed segments one behind the other', () => {
    expect(sealedOffsets(1000, [10, 20])).toEqual([1000, 1026, 1062]);
  });
});

describe('headerJson', () => {
  it('leaves out what jsonb does not take, and keeps text that only looks like it', () => {
    const header = { seriesDescription: 'a\0b\ud800c \\u0000', frameRanges: [] } as never;
    expect(JSON.parse(headerJson(header)).seriesDescription).toBe('ab\ufffdc \\u0000');
  });
});
