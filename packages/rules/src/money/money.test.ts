import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minor, percentOf, sum } from './money.ts';

describe('minor units', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 0.1 + 0.2])('refuses %d', (amount) => {
    expect(() => minor(amount)).toThrow(RangeError);
  });

  it('refuses a sum that is no longer exact, and has no second nought', () => {
    expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(Object.is(minor(-0), 0)).toBe(true);
  });
});

it('parts of a hundred: never a fraction, never more than the whole, never less than the exact part', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2_000_000_000 }), fc.nat({ max: 100 }), (amount, percent) => {
      const part = percentOf(amount, percent);
      expect(Number.isSafeInteger(part)).toBe(true);
      expect(part).toBeLessThanOrEqual(amount);
      expect(BigInt(part) * 100n - BigInt(amount) * BigInt(percent)).toBeGreaterThanOrEqual(0n);
      expect(BigInt(part) * 100n - BigInt(amount) * BigInt(percent)).toBeLessThan(100n);
    }),
    { seed: 1 },
  );
});
