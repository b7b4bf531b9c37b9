import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PROTOCOLS } from '@overread/imaging/completeness/protocols.data.ts';
import type { CaseCompleteness, ExpectedLine, StudySummary } from '@overread/imaging/model.ts';
import { SET_VERDICTS } from '@overread/rules/case/vocabulary.ts';
import { CATALOGUES, createSay } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { lacksOf, letterOf } from './set-model.ts';

const say = createSay('en', { unknown: 'throw' });
const folder = fileURLToPath(new URL('./', import.meta.url));
const source = readdirSync(folder)
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  .join('\n');
const KNOWN = new Set(Object.keys({ ...CATALOGUES.en.set, ...CATALOGUES.en.images, ...CATALOGUES.en.patient }));

describe('the words about a set of pictures', () => {
  it('have a sentence for every id that stands in the code, whole or begun', () => {
    const whole = [...source.matchAll(/'((?:set|images)\.[\w.-]+)'/g)].map((hit) => hit[1] ?? '');
    const begun = [...source.matchAll(/`((?:set|images)\.[\w.-]*)\$\{/g)].map((hit) => hit[1] ?? '');
    expect(whole.filter((id) => !KNOWN.has(id) && !KNOWN.has(`${id}.nobody`))).toEqual([]);
    expect(begun.filter((start) => ![...KNOWN].some((id) => id.startsWith(start)))).toEqual([]);
  });

  it('say of everything that a protocol expects what is lacking without it, to patients and to readers', () => {
    const lacks = new Set(PROTOCOLS.flatMap(({ expected }) => expected.map(({ gives }) => gives)));
    for (const lack of lacks)
      for (const id of [`set.lack.${lack}`, `set.lack.${lack}.why`, `images.lack.${lack}`]) expect(KNOWN).toContain(id);
    for (const verdict of SET_VERDICTS)
      for (const id of [`set.${verdict}`, `images.set.${verdict}`, `images.set.judge.${verdict}`])
        expect(KNOWN).toContain(id);
  });
});

describe('the letter to the facility', () => {
  const line = (sequence: string, more: Partial<ExpectedLine> = {}): ExpectedLine => ({
    ...{ id: sequence, sequence, need: 'required', gives: 'contrast', met: false, by: [] },
    ...more,
  });
  const checked: CaseCompleteness = {
    protocol: 'pituitary',
    limits: [],
    verdict: 'readable-with-limits',
    studies: ['1'],
    shows: [],
    expected: [
      line('coronal T1 after contrast'),
      line('sagittal T1 after contrast'),
      line('SWI', { need: 'wished', gives: 'blood' }),
    ],
    missing: ['coronal T1 after contrast', 'sagittal T1 after contrast'],
  };
  const study = { studyInstanceUid: '1', institution: 'Riverside Imaging', date: '2026-04-21' } as StudySummary;

  it('names what is missing as the facility does, and to whom it goes', () => {
    expect(letterOf(say, checked, [study])).toEqual({
      facility: 'Riverside Imaging',
      studyDate: '2026-04-21',
      missing:
        'coronal T1 after contrast; sagittal T1 after contrast. If these pictures were taken, please send the whole examination again with all of its series. If they were not taken, please say so.',
    });
    expect(letterOf(say, { ...checked, missing: [] }, [study]).missing).toBe('');
  });

  it('tells a patient each kind of lack once, and nothing of what is only wished for', () => {
    expect(lacksOf(checked)).toEqual(['contrast']);
    const second = line('sagittal or 3D FLAIR', { gives: 'flair-second' });
    expect(lacksOf({ ...checked, expected: [second] })).toEqual(['flair-second']);
    expect(lacksOf({ ...checked, expected: [second, line('FLAIR', { gives: 'flair' })] })).toEqual(['flair']);
  });
});
