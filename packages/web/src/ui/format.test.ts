import { describe, expect, it } from 'vitest';
import { ageOn, daysOf, daysUntil, longDate, moneyText, patientLine, plainDate, shortDay, spanOf } from './format.ts';

const now = new Date('2026-05-18T12:00:00');

describe('what is written about a case', () => {
  it('counts age by birthday', () => {
    expect(ageOn('1961-03-14', now)).toBe(65);
    expect(ageOn('1961-05-18', now)).toBe(65);
    expect(ageOn('1961-05-19', now)).toBe(64);
    expect(ageOn('', now)).toBeNull();
    expect(ageOn('2061-01-01', now)).toBeNull();
  });

  it('keeps the day of a plain date in every time zone', () => {
    expect(plainDate('en', '1961-03-14')).toBe('14 Mar 1961');
    expect(plainDate('en', 'unknown')).toBe('unknown');
  });

  it('counts days by the calendar, not by 24 hours', () => {
    expect(daysUntil(new Date('2026-05-18T23:59:00').toISOString(), now)).toBe(0);
    expect(daysUntil(new Date('2026-05-21T00:30:00').toISOString(), now)).toBe(3);
    expect(daysUntil(new Date('2026-05-17T23:00:00').toISOString(), now)).toBe(-1);
  });

  it('writes the patient as on the films, without what is not known', () => {
    const name = { family: 'Almeida', given: 'Ruth' };
    expect(patientLine({ name, birthDate: '1961-03-14', sex: 'F' }, now)).toBe('Almeida, Ruth · F 65');
    expect(patientLine({ name: { family: 'X', given: '' }, birthDate: '', sex: '' }, now)).toBe('X');
  });
});

describe('money', () => {
  it('leaves out the zeros of whole amounts', () => {
    expect(moneyText('en', { amountMinor: 125_000, currency: 'USD' })).toBe('$1,250');
    expect(moneyText('en', { amountMinor: 42_050, currency: 'EUR' })).toBe('€420.50');
  });

  it('knows currencies without cents', () => {
    expect(moneyText('en', { amountMinor: 48_000, currency: 'JPY' })).toBe('¥48,000');
  });
});

describe('days', () => {
  it('says an instant and a date as the same day', () => {
    expect(longDate('en', '2026-05-21')).toBe('Thursday 21 May 2026');
    expect(shortDay('en', '2026-05-08')).toBe('8 May');
  });

  it('counts a day that has begun', () => {
    expect([0, 1, 86_400_000, 86_400_001].map(daysOf)).toEqual([0, 1, 1, 2]);
  });
  it('tells a span in the largest unit that it fills', () => {
    expect([0, 5 * 60_000, 59 * 60_000, 3_600_000, 26 * 3_600_000].map(spanOf)).toEqual([
      { count: 0, unit: 'minutes' },
      { count: 5, unit: 'minutes' },
      { count: 59, unit: 'minutes' },
      { count: 1, unit: 'hours' },
      { count: 2, unit: 'days' },
    ]);
  });
});
