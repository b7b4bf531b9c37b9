import { describe, expect, it } from 'vitest';
import type { ArchivedInstance } from '../model.ts';
import { pageOf, recordsOf, searchOf } from './qido.ts';
import { matchesWildcards } from './qido-match.ts';

const instance = (studyDescription: string) =>
  ({
    studyInstanceUid: '1.2',
    seriesInstanceUid: '1.2.3',
    sopInstanceUid: '1.2.3.4',
    header: {
      patient: { name: 'Okafor^Mara', id: 'HI-1', birthDate: '1992-05-14', sex: 'F' },
      ...{ studyInstanceUid: '1.2', seriesInstanceUid: '1.2.3', sopInstanceUid: '1.2.3.4' },
      ...{ studyDate: '2026-10-12', accessionNumber: 'A1', studyDescription, modality: 'MR' },
    },
  }) as unknown as ArchivedInstance;

const search = (found: readonly ArchivedInstance[], query: Readonly<Record<string, string | readonly string[]>>) =>
  pageOf(recordsOf('studies', found, ''), searchOf('studies', query)).page;

describe('wild cards', () => {
  it.each([
    ['', '', true],
    ['', '*', true],
    ['okafor^mara', 'oka*', true],
    ['okafor^mara', '*mara', true],
    ['okafor^mara', 'o?afor*', true],
    ['okafor^mara', '*f*r*m*', true],
    ['okafor^mara', 'okafor', false],
    ['okafor^mara', '*mar', false],
    ['aab', 'a*ab', true],
    ['a.b', 'a?b', true],
    ['axb', 'a.b', false],
    ['ab', 'ab?', false],
  ])('"%s" by "%s": %s', (value, pattern, fits) => {
    expect(matchesWildcards(value, pattern)).toBe(fits);
  });
});

describe('a search', () => {
  it('answers at once, whatever pattern is asked for', () => {
    const started = performance.now();
    const query = { StudyDescription: `${'*a'.repeat(120)}b` };
    expect(search([instance('a'.repeat(4000))], query)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('takes a key that is named twice, and a limit and an offset that are none', () => {
    const found = [instance('MRI brain')];
    expect(search(found, { PatientName: ['Silva*', 'Oka*'] })).toHaveLength(1);
    expect(search(found, { limit: '-5', offset: '-1' })).toHaveLength(1);
    expect(search(found, { limit: '0' })).toHaveLength(0);
    expect(search(found, { limit: 'all', offset: 'x' })).toHaveLength(1);
  });
});
