import { describe, expect, it } from 'vitest';
import { compareGraded } from './compare-reports.ts';
import { GRADE_BY_RULE } from './grade.ts';
import { unjudgedIn } from './unjudged.ts';

const report = (...sentences: string[]): string => `FINDINGS:\n${sentences.join(' ')}\n`;
const lineOf = (original: string, second: string) => {
  const [pair, ...more] = compareGraded(report(original), report(second)).pairs;
  expect(more).toEqual([]);
  return pair;
};
const TEAR = 'Complete tear of the medial meniscus.';

describe('what the other reader could not judge', () => {
  it.each([
    'The medial meniscus cannot be assessed because of motion.',
    'Medial meniscus: not assessable.',
    'The menisci are not reliably evaluable.',
    'The medial meniscus could not be adequately evaluated.',
    'Images of the medial meniscus are non-diagnostic.',
    'The medial meniscus is not included in the field of view.',
  ])('is no difference and no silence: %s', (words) => {
    expect(lineOf(TEAR, words)).toMatchObject({
      relation: 'only-original',
      grade: 'none',
      rule: 'not-assessable',
      because: `Only the first report speaks of tear (medial meniscus); the second could not judge it: “${words}”`,
    });
    expect(lineOf(words, TEAR)).toMatchObject({ relation: 'only-second', rule: 'not-assessable' });
    expect(compareGraded(report(TEAR), report(words)).agreement).toBe('concordant');
  });

  it.each([
    ['another structure', 'The patellar cartilage cannot be assessed.'],
    ['nothing by name', 'Cannot be assessed on these images.'],
    ['a doubt about the finding itself', 'Ganglion cyst, which cannot be characterized further.'],
  ])('does not take in a finding where the other report speaks of %s', (_what, words) => {
    const tear = compareGraded(report(TEAR), report(words)).pairs.find(({ second }) => second === null);
    expect(tear).toMatchObject({ rule: 'alone-weighty', grade: 'major' });
  });

  it('holds for its own side and level alone', () => {
    const labrum = 'Tear of the right acetabular labrum.';
    expect(lineOf(labrum, 'The left acetabular labrum cannot be assessed.')?.rule).not.toBe('not-assessable');
    expect(lineOf(labrum, 'The right acetabular labrum cannot be assessed.')?.rule).toBe('not-assessable');
    const stenosis = 'Severe canal stenosis at L4-L5.';
    expect(lineOf(stenosis, 'L4-L5 cannot be evaluated because of hardware.')?.rule).toBe('not-assessable');
    expect(lineOf(stenosis, 'L2-L3 cannot be evaluated because of hardware.')?.rule).toBe('alone-weighty');
  });

  it('is heard in Spanish', () => {
    const words = 'El menisco medial no se puede valorar por el movimiento del paciente.';
    const spanish = `HALLAZGOS:\nEl ligamento cruzado anterior está conservado. ${words}\nIMPRESIÓN:\nEstudio limitado.`;
    expect(unjudgedIn(spanish)).toMatchObject([{ text: words, places: ['medial-meniscus'] }]);
  });
});

describe('the rule of each pair', () => {
  it.each([
    ['agrees', 'Small joint effusion.', 'There is a small joint effusion.'],
    ['steps', 'Severe canal stenosis at L4-L5.', 'Mild canal stenosis at L4-L5.'],
    ['differs-lesser', 'Moderate canal stenosis at L4-L5.', 'Mild canal stenosis at L4-L5.'],
    ['side', 'Right paracentral disc extrusion at L4-L5.', 'Left paracentral disc extrusion at L4-L5.'],
    ['presence', 'Complete tear of the ACL.', 'No tear of the ACL.'],
    [
      'category',
      '14 mm lesion in the left peripheral zone, PI-RADS 4.',
      '14 mm lesion in the left peripheral zone, PI-RADS 3.',
    ],
    ['denied-alone', 'No fracture.', ''],
    ['alone-weighty', TEAR, ''],
    ['alone-lesser', 'Small joint effusion.', ''],
  ] as const)('is %s for “%s” beside “%s”', (rule, original, second) => {
    expect(lineOf(original, second)).toMatchObject({ rule, grade: GRADE_BY_RULE[rule] });
  });
});
