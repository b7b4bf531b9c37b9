import type { ComparedPair, Comparison } from '@overread/rules/case/report.ts';
import { EMPTY_READER_REPORT } from '@overread/rules/case/report.ts';
import type { CaseRow, CaseView } from '@overread/rules/case/view.ts';
import { describe, expect, it } from 'vitest';
import { outcomesFor } from './decision.ts';
import {
  differingQuotes,
  headlineOf,
  inSentence,
  keyPoints,
  markQuotes,
  placesOf,
  referralGroup,
  sectionRows,
} from './referral-model.ts';

function pair(change: Partial<ComparedPair>): ComparedPair {
  return {
    id: change.place ?? 'p',
    place: 'L4/L5 canal',
    original: 'Severe stenosis.',
    second: 'Mild narrowing.',
    relation: 'differs',
    differsIn: ['severity'],
    grade: 'major',
    because: '',
    status: 'confirmed',
    ...change,
  };
}

function comparison(pairs: readonly ComparedPair[]): Comparison {
  return {
    pairs,
    agreement: 'major',
    radpeer: '2b',
    effectOnTreatment: 'may-change',
    likelyCause: 'judged-differently',
    couldSettle: '',
    plainWords: '',
  };
}

const second = { locked: EMPTY_READER_REPORT, final: EMPTY_READER_REPORT, revisedBecause: null };
const viewOf = (pairs: readonly ComparedPair[]) => ({ second, comparison: comparison(pairs) }) as unknown as CaseView;

describe('the headline', () => {
  it('waits while there is no second report, and stands alone without an original', () => {
    expect(headlineOf({ second: null, comparison: null } as unknown as CaseView).say).toBe('waiting');
    expect(headlineOf({ second, comparison: null } as unknown as CaseView).say).toBe('alone');
  });

  it('names one place, two places, or how many', () => {
    expect(headlineOf(viewOf([pair({})]))).toEqual({ say: 'differ-one', with: { place: 'L4/L5 canal' } });
    expect(headlineOf(viewOf([pair({}), pair({ place: 'L4 on L5' })]))).toEqual({
      say: 'differ-two',
      with: { first: 'L4/L5 canal', second: 'L4 on L5' },
    });
    const many = [pair({}), pair({ place: 'b' }), pair({ place: 'c' })];
    expect(headlineOf(viewOf(many))).toEqual({ say: 'differ-many', with: { count: 3, first: 'L4/L5 canal' } });
  });

  it('does not call a minor difference a difference of the whole, and says when all agrees', () => {
    expect(headlineOf(viewOf([pair({ grade: 'minor' })]))).toEqual({ say: 'minor', with: { count: 1 } });
    expect(headlineOf(viewOf([pair({ relation: 'agrees', grade: 'none', differsIn: [] })])).say).toBe('agree');
  });
});

it('writes a place into a sentence', () => {
  expect(inSentence('Posterior fossa')).toBe('posterior fossa');
  expect(inSentence('L4/L5 canal')).toBe('L4/L5 canal');
});

describe('the key points', () => {
  const agrees = pair({ place: 'conus', relation: 'agrees', grade: 'none', differsIn: [] });

  it('puts two major lines first and counts the rest', () => {
    const points = keyPoints(
      comparison([agrees, pair({ place: 'a' }), pair({ place: 'b' }), pair({ place: 'c' }), pair({ grade: 'minor' })]),
    );
    expect(placesOf(points.main)).toEqual(['a', 'b']);
    expect(placesOf(points.alsoMajor)).toEqual(['c']);
    expect(points.minor).toHaveLength(1);
    expect([points.agreeing, points.total]).toEqual([1, 5]);
  });

  it('names what the other reader could not judge, and counts it neither as silence nor as a difference', () => {
    const alone = { relation: 'only-second', original: null, grade: 'none', differsIn: [] } as const;
    const told = comparison([
      pair({ ...alone, place: 'cord', notAssessable: true }),
      pair({ ...alone, place: 'cyst' }),
    ]);
    const points = keyPoints(told);
    expect(placesOf(points.unjudged)).toEqual(['cord']);
    expect([points.inOneOnly, points.main.length, points.total]).toEqual([1, 0, 2]);
    expect(headlineOf(viewOf(told.pairs)).say).toBe('agree');
  });

  it('brings minor lines forward where nothing is major', () => {
    const points = keyPoints(comparison([pair({ place: 'a', grade: 'minor' }), agrees]));
    expect(placesOf(points.main)).toEqual(['a']);
    expect(points.minor).toEqual([]);
  });
});

describe('marked quotes', () => {
  it('finds a sentence across line breaks and keeps every letter of the text', () => {
    const text = 'Lordosis kept.\nSevere spinal\n stenosis. Conus at L1.';
    const pieces = markQuotes(text, ['Severe spinal stenosis.']);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ marked }) => marked).map(({ text: own }) => own)).toEqual(['Severe spinal\n stenosis.']);
  });

  it('runs overlapping quotes together and leaves out what is not there', () => {
    const pieces = markQuotes('one two three four', ['two three', 'three four', 'five', '(']);
    expect(pieces).toEqual([
      { text: 'one ', marked: false },
      { text: 'two three four', marked: true },
    ]);
  });

  it('takes the quotes of one side that do not agree', () => {
    const made = comparison([
      pair({}),
      pair({ relation: 'only-second', original: null, second: 'Cyst at S2.' }),
      pair({ relation: 'agrees', original: 'Conus at L1.' }),
      pair({ relation: 'only-original', original: 'No mass.', second: null, grade: 'none' }),
    ]);
    expect(differingQuotes(made, 'original')).toEqual(['Severe stenosis.']);
    expect(differingQuotes(made, 'second')).toEqual(['Mild narrowing.', 'Cyst at S2.']);
    expect(differingQuotes(null, 'second')).toEqual([]);
  });
});

describe('sections side by side', () => {
  const report = { ...EMPTY_READER_REPORT, findings: 'F2', impression: 'I2' };

  it('puts the impression first and leaves out what neither report has', () => {
    const rows = sectionRows({ text: 'all', sections: { findings: 'F1', impression: 'I1', technique: 'T1' } }, report);
    expect(rows).toEqual([
      { section: 'impression', original: 'I1', second: 'I2' },
      { section: 'findings', original: 'F1', second: 'F2' },
      { section: 'technique', original: 'T1', second: '' },
    ]);
  });

  it('keeps a report without headings whole', () => {
    expect(sectionRows({ text: 'all of it', sections: {} }, report)[1]).toEqual({
      section: 'findings',
      original: 'all of it',
      second: 'F2',
    });
  });
});

it('sorts a referral by what is to be done with it', () => {
  const row = (stage: CaseRow['stage'], decision: 'done' | 'not-yet' = 'not-yet') =>
    ({ stage, tracks: [{ track: 'decision', mark: decision }] }) as unknown as CaseRow;
  expect(referralGroup(row('delivered'))).toBe('open');
  expect(referralGroup(row('deciding'))).toBe('decide');
  expect(referralGroup(row('deciding', 'done'))).toBe('done');
  expect(referralGroup(row('reading'))).toBe('coming');
  expect(referralGroup(row('cancelled'))).toBe('done');
});

it('offers "stands, although they differ" only where they differ', () => {
  expect(outcomesFor(null)).not.toContain('no-change');
  expect(outcomesFor(comparison([pair({ relation: 'agrees', grade: 'none' })]))).not.toContain('no-change');
  expect(outcomesFor(comparison([pair({})]))).toContain('no-change');
});
