import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparedCase, discrepancies, wilson } from './discrepancies.ts';

const compared = (change: Partial<ComparedCase> = {}): ComparedCase => ({
  ...{ month: '2026-10', region: 'knee', reader: 'Dr. A', facility: 'Harbor', agreement: 'concordant' },
  ...change,
});

describe('wilson', () => {
  // Newcombe 1998 (Statistics in Medicine 17:857), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published interval of %i in %i', (hits, of, low, high) => {
    const got = wilson(hits, of);
    expect(got.low).toBeCloseTo(low, 4);
    expect(got.high).toBeCloseTo(high, 4);
  });

  it('holds the share, inside 0 and 1, and is wider for fewer', () => {
    const sizes = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(sizes, ([hits, of]) => {
        const { share, low, high } = wilson(hits, of);
        expect(low >= 0 && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1).toBe(true);
        const more = wilson(hits * 4, of * 4);
        if (of > 0) expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});

describe('discrepancies', () => {
  it('counts by region, reader, facility and month', () => {
    const figures = discrepancies([
      compared(),
      compared({ agreement: 'major', month: '2026-11' }),
      compared({ agreement: 'minor', region: 'brain', reader: 'Dr. B' }),
    ]);
    expect(figures.region.map(({ group, compared: n, minor, major }) => [group, n, minor, major])).toEqual([
      ['knee', 2, 0, 1],
      ['brain', 1, 1, 0],
    ]);
    expect(figures.month.map(({ group }) => group)).toEqual(['2026-11', '2026-10']);
    expect(figures.facility[0]?.anyShare.share).toBeCloseTo(2 / 3);
    expect(figures.reader.find(({ group }) => group === 'Dr. B')?.majorShare.low).toBe(0);
  });
});
