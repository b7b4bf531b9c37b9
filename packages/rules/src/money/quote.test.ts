import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../../testing/rules/cast.ts';
import { say, upTo, WAY } from '../../../../testing/rules/journey.ts';
import { REGIONS } from '../case/vocabulary.ts';
import { quoteOf, workOf } from './quote.ts';

const PRICES = {
  currency: 'USD',
  levels: {
    standard: { amountMinor: 39_500, workingDays: 5 },
    expedited: { amountMinor: 59_500, workingDays: 2 },
    urgent: { amountMinor: 89_500, workingDays: 1 },
  },
  extras: {
    regions: { 'lumbar-spine': 4_000 },
    furtherStudyMinor: 15_000,
    priorComparisonMinor: 5_000,
  },
} as const;
const wish = { level: 'urgent', priorComparison: true } as const;

describe('a price', () => {
  it('is made of the level, the region, each further examination and the comparison', () => {
    const { lines, totalMinor } = quoteOf(PRICES, { ...wish, region: 'lumbar-spine', studies: 3 });
    expect(lines.map(({ service, quantity, amountMinor }) => [service, quantity, amountMinor])).toEqual([
      ['reading', 1, 89_500],
      ['region', 1, 4_000],
      ['further-study', 2, 30_000],
      ['prior-comparison', 1, 5_000],
    ]);
    expect(totalMinor).toBe(128_500);
  });

  it('is the level’s alone where the list knows no more', () => {
    const { extras: _, ...plain } = PRICES;
    expect(quoteOf(plain, { ...wish, region: 'brain', studies: 9 })).toEqual({
      lines: [{ service: 'reading', quantity: 1, unitMinor: 89_500, amountMinor: 89_500 }],
      totalMinor: 89_500,
    });
  });

  it('is always the sum of its lines, and no wish makes it cheaper', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REGIONS), fc.nat({ max: 20 }), fc.boolean(), (region, studies, more) => {
        const work = { level: 'standard', region, studies, priorComparison: more } as const;
        const { lines, totalMinor } = quoteOf(PRICES, work);
        expect(lines.reduce((all, { quantity, unitMinor }) => all + quantity * unitMinor, 0)).toBe(totalMinor);
        expect(quoteOf(PRICES, { ...work, priorComparison: true }).totalMinor).toBeGreaterThanOrEqual(totalMinor);
        expect(quoteOf(PRICES, { ...work, studies: studies + 1 }).totalMinor).toBeGreaterThanOrEqual(totalMinor);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

it('counts the examinations to be read: MR that is attached', () => {
  const more = [
    { ...studyOf('1.2'), modalities: ['MR'] },
    { ...studyOf('1.3'), modalities: ['CT'] },
    studyOf('1.4', { name: 'STONE^ADA', birthDate: '1980-01-01' }),
  ];
  const told = say(upTo('images'), [WAY.images[0], { type: 'receiveImages', importId: 'i2', studies: more }]);
  expect(workOf(told.state, wish)).toMatchObject({ region: 'brain', studies: 2 });
  expect(workOf(upTo('ask').state, wish).studies).toBe(1);
});
