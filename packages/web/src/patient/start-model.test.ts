import { describe, expect, it } from 'vitest';
import { checkSheet, EMPTY_START, openingOf, placeCode, type StartValues, splitName } from './start-model.ts';

const TODAY = '2026-05-12';
const FILLED: StartValues = {
  ...EMPTY_START,
  forWhom: 'self',
  given: ' Ruth ',
  family: 'Almeida',
  birthDate: '1961-3-14',
  sex: 'F',
  email: 'ruth@mail.example',
  country: 'US',
  state: 'MA',
};

describe('who it is for', () => {
  it('lets a filled sheet through', () => {
    expect(checkSheet(FILLED, TODAY)).toEqual({});
  });

  it('names every field that is missing', () => {
    expect(Object.keys(checkSheet(EMPTY_START, TODAY)).sort()).toEqual([
      'birthDate',
      'country',
      'email',
      'family',
      'forWhom',
      'given',
    ]);
  });

  it('asks for the state only where readers are licensed by state', () => {
    expect(checkSheet({ ...FILLED, state: '' }, TODAY).state?.say).toBe('patient.start.state.missing');
    expect(checkSheet({ ...FILLED, country: 'DE', state: '' }, TODAY)).toEqual({});
  });

  it('opens the case with trimmed names, an ISO date and a place', () => {
    expect(openingOf(FILLED)).toEqual({
      patient: { name: { given: 'Ruth', family: 'Almeida' }, birthDate: '1961-03-14', sex: 'F' },
      contact: { email: 'ruth@mail.example', phone: '' },
      place: 'US-MA',
    });
    expect(placeCode({ country: 'DE', state: '' })).toBe('DE');
    expect(placeCode({ country: 'US', state: '' })).toBe('');
  });

  it.each([
    ['Mara Okafor', 'Mara', 'Okafor'],
    ['Dr. Mei-Lin Chow', 'Mei-Lin', 'Chow'],
    ['Anna Maria van Berg', 'Anna Maria van', 'Berg'],
    ['Sukarno', '', 'Sukarno'],
  ])('splits %s', (name, given, family) => {
    expect(splitName(name)).toEqual({ given, family });
  });
});

describe('why, and what must not wait', () => {
  it('wants a reason', () => {
    expect(Object.keys(checkSheet({ ...FILLED, sheet: 'why' }, TODAY))).toEqual(['reasons']);
    expect(checkSheet({ ...FILLED, sheet: 'why', reasons: ['subspecialty'] }, TODAY)).toEqual({});
  });

  it('takes silence for no answer: "none of these" has to be said', () => {
    const signs: StartValues = { ...FILLED, sheet: 'signs' };
    expect(checkSheet(signs, TODAY).yes?.say).toBe('patient.signs.missing');
    expect(checkSheet({ ...signs, none: true }, TODAY)).toEqual({});
    expect(checkSheet({ ...signs, yes: ['stroke'] }, TODAY)).toEqual({});
    expect(checkSheet({ ...signs, yes: ['stroke'], none: true }, TODAY).yes?.say).toBe('patient.signs.both');
  });
});
