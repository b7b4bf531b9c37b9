import type { ComparedPair } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { describe, expect, it } from 'vitest';
import { questionsToTake, resultHeadline, sortPairs } from './result-model.ts';

const pair = (part: Partial<ComparedPair>): ComparedPair => ({
  id: '1',
  place: 'Canal',
  original: 'a',
  second: 'b',
  relation: 'differs',
  differsIn: ['severity'],
  grade: 'minor',
  because: '',
  status: 'confirmed',
  ...part,
});

function view(part: {
  agreement?: string;
  pairs?: readonly ComparedPair[];
  report?: object | null;
  couldSettle?: string;
  treatment?: string;
}): CaseView {
  const { agreement = 'major', pairs = [], report = {}, couldSettle = '', treatment = '' } = part;
  return {
    report,
    comparison: { agreement, pairs, couldSettle },
    question: { proposedTreatment: treatment },
  } as unknown as CaseView;
}

it('sorts lines into what both saw, where they differ, and what one alone mentions; the weightier first', () => {
  const pairs = [
    pair({ id: 'a', relation: 'agrees' }),
    pair({ id: 'b', grade: 'minor' }),
    pair({ id: 'c', grade: 'major' }),
    pair({ id: 'd', relation: 'only-second' }),
    pair({ id: 'e', relation: 'only-original' }),
  ];
  const sorted = sortPairs(pairs);
  expect([sorted.agreed, sorted.differ, sorted.onlyOne].map((part) => part.map(({ id }) => id))).toEqual([
    ['a'],
    ['c', 'b'],
    ['d', 'e'],
  ]);
});

describe('the headline', () => {
  it('counts what could change the treatment and crowns nobody', () => {
    const pairs = [pair({ grade: 'major' }), pair({ grade: 'minor' }), pair({ relation: 'agrees', grade: 'none' })];
    expect(resultHeadline(view({ pairs }))).toEqual({ say: 'patient.result.headline.major', with: { count: 1 } });
    expect(resultHeadline(view({ agreement: 'concordant' })).say).toBe('patient.result.headline.concordant');
  });

  it('speaks of one doctor where there is no first report', () => {
    expect(resultHeadline(view({ report: null })).say).toBe('patient.result.headline.alone');
  });
});

describe('questions to take along', () => {
  it('come from what differs, what could settle it and what was proposed', () => {
    const pairs = [
      pair({ grade: 'major', place: 'Canal at L4/L5' }),
      pair({ relation: 'only-original', place: 'Slip' }),
    ];
    const says = questionsToTake(view({ pairs, couldSettle: 'Walking.', treatment: 'Fusion' }));
    expect(says.map(({ say }) => say)).toEqual([
      'patient.take.place',
      'patient.take.onlyOne',
      'patient.take.settle',
      'patient.take.treatment',
      'patient.take.wait',
    ]);
    expect(says[0]?.with).toEqual({ place: 'Canal at L4/L5' });
  });

  it('ask about what is felt where nothing was proposed', () => {
    expect(questionsToTake(view({})).map(({ say }) => say)).toEqual(['patient.take.symptoms', 'patient.take.wait']);
  });
});
