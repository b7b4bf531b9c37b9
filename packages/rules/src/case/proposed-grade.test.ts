import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposedGrade } from './proposed-grade.ts';
import type { ComparedPair } from './report.ts';

const line = fc.record({
  relation: fc.constantFrom('agrees', 'differs', 'only-original', 'only-second'),
  grade: fc.constantFrom('none', 'minor', 'major'),
  unjudged: fc.boolean(),
});
const lines = fc.array(line, { maxLength: 8 }).map((all) =>
  all.map(
    ({ relation, grade, unjudged }, i): ComparedPair => ({
      id: `p${i}`,
      place: 'Canal',
      original: relation === 'only-second' ? null : 'Severe stenosis.',
      second: relation === 'only-original' ? null : 'Mild stenosis.',
      relation,
      differsIn: [],
      grade: relation === 'agrees' ? 'none' : grade,
      because: '',
      status: 'confirmed',
      ...(unjudged && relation.startsWith('only') ? { notAssessable: true } : {}),
    }),
  ),
);
const RANK = { concordant: 0, minor: 1, major: 2 } as const;
const GRADE = { none: 0, minor: 1, major: 2 } as const;
const weight = (pair: ComparedPair) =>
  pair.relation === 'agrees' || pair.notAssessable === true ? 0 : GRADE[pair.grade];

describe('the grade of the whole', () => {
  it('is that of its gravest line, and names every line that makes it', () => {
    fc.assert(
      fc.property(lines, (pairs) => {
        const { agreement, by } = proposedGrade(pairs);
        const gravest = Math.max(0, ...pairs.map(weight));
        expect(RANK[agreement]).toBe(gravest);
        expect(by).toEqual(gravest === 0 ? [] : pairs.filter((p) => weight(p) === gravest).map(({ id }) => id));
      }),
      { seed: 13 },
    );
  });

  it('never rises by what one reader could not judge, and says which lines do not count', () => {
    fc.assert(
      fc.property(lines, (pairs) => {
        const without = pairs.filter(({ notAssessable }) => notAssessable !== true);
        const all = proposedGrade(pairs);
        expect(all.agreement).toBe(proposedGrade(without).agreement);
        const counted = pairs.filter((pair) => pair.relation !== 'agrees' && weight(pair) === 0);
        expect(all.uncounted).toEqual(counted.map(({ id }) => id));
      }),
      { seed: 13 },
    );
  });
});
