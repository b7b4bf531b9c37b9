import { createSay } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { OPINION, ORIGINAL_TEXT, samplePair } from '../../../../testing/documents/sample-opinion.ts';
import { type TeachingInput, teachingManifest, teachingPapers } from './teaching-papers.ts';

const say = createSay('en', { unknown: 'throw' });
if (OPINION.comparison === null) throw new Error('The sample has a comparison.');
const INPUT: TeachingInput = {
  ...{ label: 'TEACHING-1', region: 'lumbar-spine', side: 'none', sex: 'F', age: 93 },
  original: ORIGINAL_TEXT,
  second: OPINION.locked.findings,
  comparison: OPINION.comparison,
  identifiers: ['Almeida', 'Harbour Imaging', 'Dressler'],
};
const textOf = (input: TeachingInput, path: string) =>
  teachingPapers(say, input).find((paper) => paper.path === path)?.text ?? '';

describe('the papers of a teaching case', () => {
  it('tell findings as values and sentences without names', () => {
    const told = JSON.parse(textOf(INPUT, 'case.json'));
    expect(told).toMatchObject({ label: 'TEACHING-1', age: 90, agreement: 'major', radpeer: '2b' });
    expect(told.findings.original.map(({ presence }: { presence: string }) => presence)).toContain('present');
    expect(told.findings.original[0]).not.toHaveProperty('text');
    expect(told.pairs).toHaveLength(INPUT.comparison.pairs.length);
    expect(textOf(INPUT, 'comparison.txt')).toContain('Severe spinal canal stenosis at L4/5');
  });

  it('take a name out wherever it stands', () => {
    const pair = samplePair({
      note: 'Mrs Almeida was told.',
      place: 'Almeida',
      because: 'Dressler',
      second: null,
      relation: 'only-original',
    });
    const comparison = { ...INPUT.comparison, pairs: [pair], couldSettle: 'Ask Harbour Imaging.' };
    const all = teachingPapers(say, { ...INPUT, comparison, second: 'Seen by Dressler. No fracture.' });
    expect(all.map(({ text }) => text).join('\n')).not.toMatch(/almeida|harbour|dressler/i);
    expect(all.map(({ text }) => text).join('\n')).toContain('not mentioned');
  });

  it('name every image, and what was left out with its reason', () => {
    const images = [
      { path: 'images/SE0001/IM000001', series: 'SE0001', leftOutBecause: null },
      { path: 'images/SE0001/IM000002', series: 'SE0001', leftOutBecause: 'shapes like letters' },
    ];
    expect(JSON.parse(teachingManifest('TEACHING-1', images).text)).toMatchObject({
      images: [{ path: 'images/SE0001/IM000001' }],
      leftOut: [{ image: 'images/SE0001/IM000002', because: 'shapes like letters' }],
    });
  });
});
