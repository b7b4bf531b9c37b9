import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../../testing/rules/cast.ts';
import { upTo } from '../../../../testing/rules/journey.ts';
import type { ReaderStanding } from '../case/commands.ts';
import { REGIONS } from '../case/vocabulary.ts';
import { brokenRules } from './hard-rules.ts';
import { SUBSPECIALTIES_OF } from './subspecialties.data.ts';
import { suggestReaders } from './suggest-readers.ts';

const { state, at } = upTo('pay');
const broken = (change: Partial<ReaderStanding>, of = state) => brokenRules(of, standingOf('reader', change), at);

describe('brokenRules', () => {
  it('lets a reader through whom nothing keeps from the case', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ licences: [{ place: 'US', until: '2026-12-31' }] })).toEqual([]);
  });

  it.each<[string, Partial<ReaderStanding>, string]>([
    ['another subspecialty', { subspecialties: ['body'] }, 'subspecialty'],
    ['a region that he does not read', { regions: ['knee'] }, 'subspecialty'],
    ['no licence', { licences: [] }, 'licence'],
    ['a licence for another state', { licences: [{ place: 'US-M', until: '2031-12-31' }] }, 'licence'],
    ['a licence that has ended', { licences: [{ place: 'US-MA', until: '2026-11-01' }] }, 'licence'],
    ['work at the place of the report', { affiliations: ['harbour imaging'] }, 'conflict-of-interest'],
    ['the report itself', { name: 'ORIGINAL-SECRET author' }, 'conflict-of-interest'],
    ['the part of the referrer', { readerId: 'referrer' }, 'conflict-of-interest'],
    ['the part of the patient', { readerId: 'patient' }, 'conflict-of-interest'],
    ['a look at the original report', { sawOriginal: true }, 'saw-original'],
    ['no room', { openCases: 5 }, 'capacity'],
    ['leave beyond the promise', { availableFrom: '2026-12-24' }, 'absent'],
  ])('keeps away a reader with %s', (_, change, rule) => {
    expect(broken(change)).toEqual([rule]);
  });

  it('has a subspecialty for every region', () => {
    expect(Object.keys(SUBSPECIALTIES_OF).sort()).toEqual([...REGIONS].sort());
  });
});

describe('suggestReaders', () => {
  const readers = [
    standingOf('otherReader', { licences: [] }),
    standingOf('reader', { openCases: 4 }),
    standingOf('chief', { openCases: 0 }),
  ];

  it('puts the suited ones first, and among them who has more room', () => {
    const suggested = suggestReaders(state, readers, at);
    expect(suggested.map(({ reader, suited }) => [reader.readerId, suited])).toEqual([
      ['chief', true],
      ['reader', true],
      ['otherReader', false],
    ]);
    for (const { score } of suggested) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
    }
  });

  it('names no reason that a broken rule contradicts', () => {
    const unlicensed = suggestReaders(state, readers, at).find(({ suited }) => !suited);
    expect(unlicensed?.broken).toEqual(['licence']);
    expect(unlicensed?.reasons.map(({ id }) => id)).not.toContain('reason.licence');
  });

  it('says when a reader is back in time', () => {
    const [back] = suggestReaders(state, [standingOf('reader', { availableFrom: '2026-11-05' })], at);
    expect(back?.reasons).toContainEqual({ id: 'reason.back', with: { date: '2026-11-05' } });
  });
});
