import type { WorkingComparison } from '@overread/contract/reading.ts';
import type { ComparedPair } from '@overread/rules/case/report.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confirmed,
  corrected,
  countsOf,
  faultOf,
  finished,
  inOrder,
  join,
  linesWithSpans,
  missingGrades,
  split,
  workAtFirst,
} from './comparison-model.ts';

const pair = (change: Partial<ComparedPair> = {}): ComparedPair => ({
  id: 'p1',
  place: 'L4/L5 canal',
  original: 'Severe stenosis at L4/5.',
  second: 'Mild narrowing of the canal.',
  relation: 'differs',
  differsIn: ['severity'],
  grade: 'major',
  because: 'Two steps apart.',
  status: 'proposed',
  ...change,
});

describe('what checking begins with', () => {
  it('is what was kept, else the pairs by rule with the grade open', () => {
    const proposal = { pairs: [pair()], agreement: 'major' } as const;
    const fresh = workAtFirst(null, proposal);
    expect(fresh).toMatchObject({ ...proposal, radpeer: null, effectOnTreatment: null, plainWords: '' });
    const kept = { ...fresh, pairs: [pair({ status: 'confirmed' })], radpeer: '2b' } as const;
    expect(workAtFirst(kept, proposal)).toBe(kept);
  });
});

describe('the lines of a comparison', () => {
  it('puts major differences first and agreement last, and keeps the order of the report else', () => {
    const pairs = [
      pair({ id: 'a', relation: 'agrees', grade: 'none' }),
      pair({ id: 'b', grade: 'minor' }),
      pair({ id: 'c' }),
      pair({ id: 'd', grade: 'minor', relation: 'only-second' }),
    ];
    expect(inOrder(pairs).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
    expect(countsOf(pairs)).toEqual({ agrees: 1, differs: 2, 'only-original': 0, 'only-second': 1 });
  });

  it('marks what the other reader could not judge only where one report stands alone, and takes its grade away', () => {
    const alone = pair({ second: null, relation: 'only-original', differsIn: ['presence'], gradedBy: 'alone-weighty' });
    const marked = corrected(alone, { ...alone, note: '', notAssessable: true });
    expect(marked).toMatchObject({ notAssessable: true, grade: 'none', second: null });
    expect(marked.gradedBy).toBeUndefined();
    const both = corrected(marked, { ...pair(), note: '', notAssessable: true });
    expect(both).toMatchObject({ relation: 'differs', grade: 'major' });
    expect(both.notAssessable).toBeUndefined();
    const joined = join(marked, pair({ id: 'p2', original: null, relation: 'only-second' }));
    expect(joined.notAssessable).toBeUndefined();
    for (const half of split(pair({ gradedBy: 'steps' }))) expect(half.gradedBy).toBeUndefined();
  });

  it('keeps what the rules proposed at first through every correction', () => {
    const next = {
      place: 'Canal',
      original: 'a',
      second: 'b',
      relation: 'agrees',
      differsIn: ['size'],
      grade: 'minor',
      note: '',
    } as const;
    const once = corrected(pair(), next);
    expect(once).toMatchObject({ status: 'corrected', relation: 'agrees', differsIn: [], grade: 'none' });
    expect(once.proposed).toEqual({ relation: 'differs', differsIn: ['severity'] });
    const twice = corrected(once, { ...next, relation: 'only-original' });
    expect(twice.proposed).toEqual({ relation: 'differs', differsIn: ['severity'] });
    expect(twice.second).toBeNull();
    expect(confirmed(twice).status).toBe('corrected');
  });

  it('says what does not fit together', () => {
    const base = { place: 'x', original: 'a', second: null, differsIn: [], grade: 'minor', note: '' } as const;
    expect(faultOf({ ...base, relation: 'agrees' })).toBe('both-needed');
    expect(faultOf({ ...base, relation: 'only-second' })).toBe('second-needed');
    expect(faultOf({ ...base, original: ' ', relation: 'only-original' })).toBe('original-needed');
    expect(faultOf({ ...base, second: 'b', relation: 'differs' })).toBe('difference-needed');
    expect(faultOf({ ...base, relation: 'only-original' })).toBeNull();
  });

  it('splits a line into two voices, and joins two voices into a line', () => {
    const [first, other] = split(pair());
    expect(first).toMatchObject({ id: 'p1', relation: 'only-original', second: null, status: 'corrected' });
    expect(other).toMatchObject({ id: 'p1-2', relation: 'only-second', original: null });
    expect([first?.madeOf, other?.madeOf]).toEqual([undefined, 0]);
    expect(join(pair(), pair({ id: 'p2' })).madeOf).toBe(2);
    const again = join(first as ComparedPair, other as ComparedPair);
    expect(again).toMatchObject({
      original: pair().original,
      second: pair().second,
      relation: 'differs',
      grade: 'major',
    });
    expect(split(pair({ second: null }))).toHaveLength(1);
  });
});

describe('signing', () => {
  const work: WorkingComparison = {
    pairs: [pair({ status: 'confirmed' })],
    agreement: 'major',
    radpeer: '2b',
    effectOnTreatment: 'may-change',
    likelyCause: 'judged-differently',
    couldSettle: '',
    plainWords: 'The doctors see the canal differently.',
  };
  it('needs every line checked and every grade chosen', () => {
    expect(finished(work)).toEqual(work);
    expect(finished({ ...work, pairs: [pair()] })).toBeNull();
    expect(finished({ ...work, radpeer: null })).toBeNull();
    expect(missingGrades({ ...work, likelyCause: null, plainWords: ' ' })).toEqual(['cause', 'plainWords']);
  });
});

describe('a report with its spans', () => {
  const text = 'FINDINGS:\nA bulge. A cyst.\n\nImpression\nBulge.';
  it('underlines what is paired, and knows headings', () => {
    const lines = linesWithSpans(text, [{ pairId: 'p', start: 10, end: 18 }]);
    expect(lines.map(({ heading }) => heading)).toEqual([true, false, true, false]);
    expect(lines[1]?.pieces).toEqual([
      { text: 'A bulge.', pairId: 'p', last: true },
      { text: ' A cyst.', pairId: null, last: false },
    ]);
  });
  it('never loses or doubles a letter, whatever the spans', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })));
    fc.assert(
      fc.property(spans, (list) => {
        const made = list.map(([a, b], i) => ({ pairId: String(i), start: Math.min(a, b), end: Math.max(a, b) }));
        const joined = linesWithSpans(text, made).map(({ pieces }) => pieces.map((piece) => piece.text).join(''));
        expect(joined).toEqual(text.split('\n').filter((line) => line.trim() !== ''));
      }),
    );
  });
});
