import { describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../../../../testing/made-dicom.ts';
import { parseHeader } from '../headers/parse-header.ts';
import { type AskedSide, checkCaseSides } from './case-side.ts';
import { describeStudies } from './describe-study.ts';
import { checkSide } from './laterality.ts';
import { regionOf, sideIn, sideOf } from './region.ts';

let uid = 0;
const header = (more: MadeItem) => {
  uid += 1;
  return parseHeader(madeInstance({ SOPInstanceUID: `2.25.${uid}`, ...more }));
};
const region = (more: MadeItem) => regionOf([header(more)]);
const kneeAt = (x: number) => ({
  ...{ StudyDescription: 'MRI knee', ImagePositionPatient: [x - 80, -80, 0], '00280030:DS': [40, 40] },
  ...{ '00280010:US': 4, '00280011:US': 4 },
});

describe('the part of the body', () => {
  it.each([
    ['IRM genou gauche', 'knee'],
    ['RM de rodilla', 'knee'],
    ['RMN ginocchio dx', 'knee'],
    ['MR kolana prawego', 'knee'],
    ['Sağ diz MR', 'knee'],
    ['膝関節 MRI', 'knee'],
    ['МРТ коленного сустава', 'knee'],
    ['MRT Schulter rechts', 'shoulder'],
    ['IRM épaule droite', 'shoulder'],
    ['RM hombro izquierdo', 'shoulder'],
    ['MR skulder', 'shoulder'],
    ['MRT BWS', 'thoracic-spine'],
    ['HWS', 'cervical-spine'],
    ['IRM rachis cervical', 'cervical-spine'],
    ['RM colonna lombosacrale', 'lumbar-spine'],
    ['MR kręgosłupa odcinek lędźwiowy', 'lumbar-spine'],
    ['腰椎MRI', 'lumbar-spine'],
    ['MRT Sprunggelenk', 'ankle-foot'],
    ['RM caviglia', 'ankle-foot'],
    ['Poignet', 'wrist-hand'],
    ['MRT Hüfte beidseits', 'hip'],
    ['Angiografie Carotiden MR', 'vessels'],
    ['МРТ головного мозга', 'brain'],
    ['头颅MRI', 'brain'],
    ['MR mózgu', 'brain'],
    ['Hypophyse', 'pituitary'],
    ['IRM hépatique', 'liver'],
    ['RM mamaria', 'breast'],
    ['MR prostaty', 'prostate'],
    ['Petit bassin', 'pelvis'],
  ])('%s: %s', (StudyDescription, expected) => {
    expect(region({ SpecificCharacterSet: 'ISO_IR 192', StudyDescription })).toBe(expected);
  });

  it('comes from the code, the request, the series, and a coil that fits one part only', () => {
    expect(region({ '00082218:SQ': [{ '00080104:LO': 'Knee' }] })).toBe('knee');
    expect(region({ '00321060:LO': 'MRT Schulter links' })).toBe('shoulder');
    expect(region({ SeriesDescription: 'PD sag Knie' })).toBe('knee');
    expect(region({ '00181250:SH': 'Knee 15Ch' })).toBe('knee');
    expect(region({ '00181250:SH': 'Head 32' })).toBe('unknown');
  });
});

describe('the side', () => {
  it.each([
    ['genou gauche', 'left'],
    ['rodilla izqda', 'left'],
    ['ginocchio sx', 'left'],
    ['kolano prawe', 'right'],
    ['joelho direito', 'right'],
    ['Schulter re', 'right'],
    ['knä vänster', 'left'],
    ['両側 膝', 'both'],
    ['右膝', 'right'],
    ['Knee bilateral', 'both'],
    ['KNEE (L)', 'left'],
    ['R KNEE', 'right'],
    ['rodilla sin contraste', ''],
    ['MRT der Schulter', ''],
    ['edema leve de rodilla', ''],
  ])('%s: %s', (text, side) => {
    expect(sideIn(text)).toBe(side);
  });

  it('is nothing where the body has only one', () => {
    expect(sideOf([header({ StudyDescription: 'MRI brain left' })], 'brain')).toBe('');
    expect(checkSide([header({ StudyDescription: 'MRI brain', Laterality: 'L' })])).toMatchObject({ conflicts: [] });
  });
});

describe('conflicts of the side', () => {
  it('are raised between request and images', () => {
    const images = [header({ StudyDescription: 'MRI knee', Laterality: 'R' })];
    const { side, conflicts, region: found } = checkSide(images, { request: 'MRT Knie links' });
    expect(found).toBe('knee');
    expect(side).toBe('');
    expect(conflicts.map((pair) => pair.map(({ source, side: said }) => `${source} ${said}`))).toEqual([
      ['laterality right', 'request left'],
    ]);
  });

  it('are raised between report and header, and within the images', () => {
    const images = [header({ StudyDescription: 'MRI RIGHT KNEE', SeriesDescription: 'PD SAG LT' })];
    expect(checkSide(images, { report: 'MRI of the right knee' }).conflicts).toHaveLength(2);
  });

  it('are none where all agree, or both sides were taken', () => {
    const images = [header({ StudyDescription: 'MRI KNEE LEFT', Laterality: 'L' })];
    expect(checkSide(images, { request: 'left knee', report: 'genou gauche' })).toMatchObject({
      side: 'left',
      conflicts: [],
    });
    const both = [header({ StudyDescription: 'MR HIPS BILATERAL' })];
    expect(checkSide(both, { request: 'left hip' }).conflicts).toEqual([]);
  });

  it('lists the position as a weak sign and lets it contradict nobody', () => {
    const left = checkSide([header(kneeAt(120))], { request: 'right knee' });
    expect(left.said).toContainEqual({ source: 'position', side: 'left', text: '120 mm' });
    expect(left.conflicts).toEqual([]);
    expect(checkSide([header(kneeAt(10))]).said).toEqual([]);
  });
});

describe('the side that a case asks about', () => {
  const right = () => describeStudies([header({ StudyDescription: 'MRI KNEE RIGHT', Laterality: 'R' })]);
  const told = (asked: AskedSide) =>
    checkCaseSides(asked, right()).flatMap(({ conflicts }) =>
      conflicts.map((pair) => pair.map(({ source, side }) => `${source} ${side}`).join(', ')),
    );

  it('is held against what the images say', () => {
    expect(told({ region: 'knee', side: 'left' })).toEqual([
      'question left, laterality right',
      'question left, study description right',
    ]);
    expect(told({ region: 'knee', side: 'right' })).toEqual([]);
    expect(told({ region: 'knee', side: 'both' })).toEqual([]);
    expect(told({ region: 'knee', side: 'none' })).toEqual([]);
  });

  it('is held against what the report says', () => {
    expect(told({ region: 'knee', side: 'right', report: 'MRI of the left knee' })).toContain(
      'report left, laterality right',
    );
    expect(told({ region: 'knee', side: 'right', report: 'MRI of the left shoulder' })).toEqual([]);
  });

  it('is not held against pictures of another part', () => {
    expect(told({ region: 'hip', side: 'left' })).toEqual([]);
    expect(told({ region: null, side: '' })).toEqual([]);
  });
});
