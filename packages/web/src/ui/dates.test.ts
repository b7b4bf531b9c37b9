import { describe, expect, it } from 'vitest';
import { dateFault, isoDate, partsOf, typedOf } from './dates.ts';

const TODAY = '2026-05-12';

describe('a typed date', () => {
  it('is kept as it was typed, part by part', () => {
    expect(typedOf({ year: '1961', month: '3', day: '' })).toBe('1961-3-');
    expect(partsOf('1961-3-')).toEqual({ year: '1961', month: '3', day: '' });
    expect(typedOf({ year: '', month: '', day: '' })).toBe('');
  });

  it.each([
    ['1961-3-14', '1961-03-14'],
    ['2024-2-29', '2024-02-29'],
    ['2023-2-29', null],
    ['1961-13-1', null],
    ['61-3-14', null],
    ['1961-3-', null],
    ['', null],
  ])('%s is %s', (typed, iso) => {
    expect(isoDate(typed)).toBe(iso);
  });
});

describe('what is wrong with a typed date', () => {
  it.each([
    ['', 'common.date.empty'],
    ['1961-3-', 'common.date.wrong'],
    ['2061-3-14', 'common.date.ahead'],
    ['2026-12-1', 'common.date.aheadDay'],
    ['1799-1-1', 'common.date.long'],
  ])('%s: %s', (typed, say) => {
    expect(dateFault(typed, TODAY, { past: true })?.say).toBe(say);
  });

  it('offers the same day a hundred years earlier', () => {
    expect(dateFault('2061-3-14', TODAY, { past: true })?.with).toEqual({ year: '2061', instead: '1961' });
  });

  it('lets days ahead stand where they may', () => {
    expect(dateFault('2026-12-1', TODAY)).toBeNull();
  });
});
