import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueOn } from '../records/due.ts';
import { addDays, addMonths, isIsoDate } from './dates.ts';
import { movedPromise, promisedBy } from './promise.ts';
import { addWorkingMs, workingMsBetween } from './working-time.ts';

const HOUR = 3_600_000;
// Thanksgiving is a Thursday; the working day is from 13:00 to 22:00 UTC.
const calendar = { workingDays: [1, 2, 3, 4, 5], holidays: ['2026-11-26'], endOfDayUtcHour: 22 };

describe('promisedBy', () => {
  it.each([
    ['a Monday', '2026-11-02T15:00:00Z', 5, '2026-11-09T22:00:00.000Z'],
    ['after the end of the day: the next day counts', '2026-11-02T22:30:00Z', 1, '2026-11-04T22:00:00.000Z'],
    ['a Friday', '2026-11-06T15:00:00Z', 1, '2026-11-09T22:00:00.000Z'],
    ['a Saturday', '2026-11-07T15:00:00Z', 1, '2026-11-09T22:00:00.000Z'],
    ['over a holiday', '2026-11-25T15:00:00Z', 2, '2026-11-30T22:00:00.000Z'],
  ])('counts working days from %s', (_, start, days, promised) => {
    expect(promisedBy(start, days, calendar)).toBe(promised);
  });

  it('refuses a calendar without a working day', () => {
    expect(() => promisedBy('2026-11-02T15:00:00Z', 1, { ...calendar, workingDays: [] })).toThrow('working day');
  });
});

describe('working time', () => {
  it.each([
    ['within a day', '2026-11-02T14:00:00Z', '2026-11-02T16:30:00Z', 2.5],
    ['over a night', '2026-11-02T21:00:00Z', '2026-11-03T14:00:00Z', 2],
    ['over a weekend', '2026-11-06T21:00:00Z', '2026-11-09T14:00:00Z', 2],
    ['at night alone', '2026-11-02T23:00:00Z', '2026-11-03T04:00:00Z', 0],
    ['over a holiday', '2026-11-25T21:00:00Z', '2026-11-27T14:00:00Z', 2],
    ['turned round', '2026-11-03T14:00:00Z', '2026-11-02T14:00:00Z', 0],
  ])('passes %s', (_, from, to, hours) => {
    expect(workingMsBetween(from, to, calendar)).toBe(hours * HOUR);
  });

  const instant = fc
    .integer({ min: Date.parse('2026-10-01'), max: Date.parse('2027-03-01') })
    .map((ms) => new Date(ms).toISOString());

  it('adds what it measures', () => {
    fc.assert(
      fc.property(instant, fc.nat({ max: 200 * HOUR }), (from, ms) => {
        expect(workingMsBetween(from, addWorkingMs(from, ms, calendar), calendar)).toBe(ms);
      }),
      { seed: 1 },
    );
  });

  it('moves a promise forward, and by two pauses as by one', () => {
    fc.assert(
      fc.property(
        fc.tuple(instant, instant, instant).map((all) => [...all].sort() as [string, string, string]),
        ([a, b, c]) => {
          const promised = promisedBy(a, 5, calendar);
          const once = movedPromise(promised, { from: a, to: c }, calendar);
          const twice = movedPromise(
            movedPromise(promised, { from: a, to: b }, calendar),
            { from: b, to: c },
            calendar,
          );
          expect(once >= promised).toBe(true);
          expect(workingMsBetween(promised, twice, calendar)).toBe(workingMsBetween(promised, once, calendar));
        },
      ),
      { seed: 2 },
    );
  });
});

describe('dueOn', () => {
  it.each([
    ['us-hipaa', '2026-11-06', false, '2026-12-06'],
    ['us-hipaa', '2026-11-06', true, '2027-01-05'],
    ['eu-gdpr', '2026-01-31', false, '2026-02-28'],
    ['eu-gdpr', '2026-11-06', true, '2027-02-06'],
    ['general', '2026-11-06', false, '2026-12-06'],
  ] as const)('%s from %s, extended: %s', (law, sentOn, extended, due) => {
    expect(dueOn(law, sentOn, extended)).toBe(due);
  });
});

describe('dates', () => {
  it.each(['2026-02-30', '2026-13-01', '26-01-01', '', '2026-1-1', '2026-02-30T00:00:00Z'])(
    'knows that %j is no date',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );

  it('goes over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  });
});
