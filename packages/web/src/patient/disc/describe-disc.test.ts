import type { CompletenessVerdict, SeriesSummary } from '@overread/imaging/model.ts';
import { createSay } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { completenessOf, headlineOf, leftByReason, peopleOn, spokenName } from './describe-disc.ts';
import type { DiscContents, DiscStudy } from './reading/disc-model.ts';
import { SHOWS_IDS, seriesWords } from './series-words.ts';

const say = createSay('en', { unknown: 'throw' });

const series = (more: Partial<SeriesSummary> = {}): SeriesSummary => ({
  seriesInstanceUid: '1.1',
  number: 1,
  description: 'SAG T2',
  modality: 'MR',
  manufacturer: '',
  instances: 11,
  frames: 11,
  weighting: 'T2',
  plane: 'sagittal',
  dimension: '2D',
  fatSuppressed: false,
  contrastEnhanced: false,
  role: 'diagnostic',
  derived: false,
  sliceThicknessMm: 4,
  spacingMm: 4.4,
  gaps: [],
  confidence: 1,
  because: [],
  ...more,
});

function study(
  name: string,
  more: { series?: SeriesSummary[]; verdict?: CompletenessVerdict; birthDate?: string } = {},
): DiscStudy {
  return {
    key: name,
    images: [],
    bytes: 0,
    pictures: {},
    summary: {
      studyInstanceUid: '1',
      date: '2026-04-21',
      description: 'MR',
      accessionNumber: '',
      institution: '',
      patient: { name, id: '', birthDate: more.birthDate ?? '1961-03-14', sex: 'F' },
      region: 'lumbar-spine',
      side: '',
      sides: [],
      series: more.series ?? [series()],
      completeness: { protocol: 'x', expected: [], missing: [], limits: [], verdict: more.verdict ?? 'complete' },
    },
  };
}
const disc = (studies: DiscStudy[], refused: DiscContents['refused'] = []): DiscContents => ({
  studies,
  archives: [],
  packed: [],
  lists: [],
  listed: [],
  listedParts: {},
  refused,
  ignored: [],
});
const judge = ({ summary }: DiscStudy) =>
  summary.patient.name.startsWith('Almeida') ? ('match' as const) : ('other-patient' as const);
const headline = (contents: DiscContents, reportMissing = false) =>
  headlineOf({ contents, people: peopleOn(contents, judge), reportMissing })
    .map(({ id, with: values }) => say(id, values))
    .join(' ');

describe('the headline is the answer', () => {
  it.each([
    [disc([study('Almeida^Ruth')]), false, 'The pictures are complete.'],
    [disc([study('Almeida^Ruth')]), true, 'The pictures are complete. The written report is missing.'],
    [disc([study('Almeida^Ruth'), study('Petrov^Ilya')]), true, 'Two people are on this disc.'],
    [disc([study('Petrov^Ilya')]), true, 'These pictures are of another person.'],
    [disc([]), true, 'There are no medical pictures here.'],
    [disc([], [{ path: 'a', reason: 'b', archive: null }]), true, 'None of this can be read.'],
    [
      disc([study('Almeida^Ruth', { verdict: 'readable-with-limits' })]),
      false,
      'The pictures are here. Some that are usual are not.',
    ],
    [disc([study('Almeida^Ruth', { verdict: 'unknown' })]), false, 'The pictures are here.'],
    [
      disc([study('Almeida^Ruth', { series: [series({ modality: 'CT' })] })]),
      true,
      'These are pictures, but not of an MRI.',
    ],
    [
      disc([study('Almeida^Ruth')], [{ path: 'a', reason: 'b', archive: null }]),
      true,
      'One file cannot be read. The rest is here.',
    ],
  ])('case %#', (contents, reportMissing, expected) => {
    expect(headline(contents, reportMissing)).toBe(expected);
  });
});

it('a missing slice makes the pictures incomplete, a planned gap does not', () => {
  const missing = series({ gaps: ['2 slices missing between 1.0 and 8.0 mm'] });
  const planned = series({ gaps: ['the images lie in 5 blocks'] });
  expect(completenessOf([study('a', { series: [missing] })])).toBe('gaps');
  expect(completenessOf([study('a', { series: [planned] })])).toBe('complete');
});

it('people are told apart by name and birth date, the case’s own first', () => {
  const contents = disc([study('Petrov^Ilya'), study('Almeida^Ruth'), study('ALMEIDA^RUTH')]);
  expect(peopleOn(contents, () => 'doubt').map(({ studies }) => studies.length)).toEqual([1, 2]);
  expect(peopleOn(disc([study('Petrov^Ilya'), study('Almeida^Ruth')]), judge).map(({ verdict }) => verdict)).toEqual([
    'match',
    'other-patient',
  ]);
});

it.each([
  ['Almeida^Ruth', 'Almeida, Ruth'],
  ['Almeida^Ruth^Maria^^', 'Almeida, Ruth Maria'],
  ['Yamada^Tarou=山田^太郎', 'Yamada, Tarou'],
  ['ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎', 'ヤマダ, タロウ'],
  ['ALMEIDA', 'ALMEIDA'],
  ['', ''],
])('%s is read %s', (name, read) => {
  expect(spokenName(name)).toBe(read);
});

describe('series in plain words', () => {
  const words = (more: Partial<SeriesSummary>, region = 'lumbar-spine') => seriesWords(say, series(more), region);

  it('say from where they look, how they were made and what is seen', () => {
    expect(words({})).toEqual({ title: 'From the side, T2', shows: 'Discs, nerves and fluid' });
    expect(words({ plane: 'axial' }).shows).toBe('Room for the nerves, level by level');
    expect(words({ weighting: 'T1', contrastEnhanced: true }, 'brain').title).toBe(
      'From the side, T1, after contrast agent',
    );
    expect(words({ weighting: 'localizer', role: 'localizer', plane: 'multiple' }).title).toBe('Scout pictures');
    expect(words({ weighting: 'unknown', description: 'XYZ 3' })).toEqual({ title: 'From the side', shows: 'XYZ 3' });
  });

  it('have a sentence for everything that may be asked for', () => {
    for (const id of SHOWS_IDS) expect(say(id)).not.toBe(id);
    for (const plane of ['axial', 'sagittal', 'coronal', 'oblique', 'multiple', 'unknown'])
      expect(say(`intake.plane.${plane}`)).not.toBe('');
  });
});

it('what stays behind is told by reason', () => {
  const left = [
    { path: 'a.dll', reason: 'a program' },
    { path: 'x', reason: 'the same image as y' },
    { path: 'b.dll', reason: 'a program' },
  ];
  expect(leftByReason(left)).toEqual([
    { reason: 'a program', paths: ['a.dll', 'b.dll'] },
    { reason: null, paths: ['x'] },
  ]);
});
