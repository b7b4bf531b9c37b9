import { describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../../../../testing/made-dicom.ts';
import { parseHeader } from '../headers/parse-header.ts';
import { describeStudies } from './describe-study.ts';

const AXIAL = [1, 0, 0, 0, 1, 0];
const SAGITTAL = [0, 1, 0, 0, 0, -1];
const CORONAL = [1, 0, 0, 0, 0, -1];

let uid = 0;
const header = (overrides: MadeItem) => {
  uid += 1;
  return parseHeader(madeInstance({ SOPInstanceUID: `2.25.${uid}`, ...overrides }));
};
const series = (
  number: number,
  SeriesDescription: string,
  ImageOrientationPatient: readonly number[],
  more: MadeItem = {},
) =>
  header({
    SeriesNumber: number,
    SeriesInstanceUID: `2.25.10${number}`,
    SeriesDescription,
    ImageOrientationPatient,
    ...more,
  });

const study = (StudyDescription: string, more: MadeItem = {}) =>
  describeStudies([header({ StudyDescription, ...more })])[0];

describe('region and side', () => {
  it.each([
    ['MRI BRAIN W WO CONTRAST', 'brain', ''],
    ['MRT Schädel nativ', 'brain', ''],
    ['IRM rachis lombaire', 'lumbar-spine', ''],
    ['MRT LWS', 'lumbar-spine', ''],
    ['MR CERVICAL SPINE', 'cervical-spine', ''],
    ['RM rodilla derecha', 'knee', 'right'],
    ['MRT Knie links', 'knee', 'left'],
    ['Knee (R)', 'knee', 'right'],
    ['MR HIPS BILATERAL', 'hip', 'both'],
    ['MRI LT SHOULDER', 'shoulder', 'left'],
    ['MRI LIVER WWO', 'liver', ''],
    ['Prostata', 'prostate', ''],
    ['Study', 'unknown', ''],
  ])('%s', (description, region, side) => {
    expect(study(description)).toMatchObject({ region, side });
  });

  it('believes the description before BodyPartExamined, which stays as last set', () => {
    expect(study('MRI KNEE', { BodyPartExamined: 'BRAIN' })?.region).toBe('knee');
    expect(study('', { BodyPartExamined: 'LSPINE' })?.region).toBe('lumbar-spine');
  });

  it('takes the side from Laterality', () => {
    expect(study('MRI KNEE', { Laterality: 'L' })?.side).toBe('left');
  });
});

describe('studies', () => {
  it('sets series in order and counts an instance once', () => {
    const one = series(2, 'AX T2', AXIAL, {
      AccessionNumber: 'A1',
      InstitutionName: 'St. Anna',
      StudyDescription: 'MRI brain',
    });
    const [found, ...more] = describeStudies([one, series(1, 'localizer', AXIAL), one]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      studyInstanceUid: '2.25.11',
      date: '2024-03-05',
      description: 'MRI brain',
      accessionNumber: 'A1',
      institution: 'St. Anna',
      patient: { name: 'Doe^Jane', id: 'P1', birthDate: '1980-02-14', sex: 'F' },
    });
    expect(found?.series.map(({ number, instances }) => [number, instances])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('says the same in whatever order the files come', () => {
    const files = [
      series(1, 'AX T2', AXIAL),
      series(1, 'SAG T1', SAGITTAL, { SeriesInstanceUID: '2.25.1099' }),
      series(2, 'COR T2', CORONAL),
    ];
    const order = (headers: typeof files) =>
      describeStudies(headers)[0]?.series.map(({ seriesInstanceUid }) => seriesInstanceUid);
    expect(order(files.toReversed())).toEqual(order(files));
  });

  it('keeps two patients under one study apart', () => {
    const studies = describeStudies([
      series(1, 'AX T2', AXIAL),
      series(2, 'AX T1', AXIAL, { PatientID: 'P2', PatientName: 'Roe^Richard' }),
    ]);
    expect(studies.map(({ patient }) => patient.id).sort()).toEqual(['P1', 'P2']);
  });

  it('sets the oldest first', () => {
    const studies = describeStudies([
      header({ StudyDate: '20240101' }),
      header({ StudyInstanceUID: '2.25.12', StudyDate: '20200101' }),
    ]);
    expect(studies.map(({ date }) => date)).toEqual(['2020-01-01', '2024-01-01']);
  });
});

describe('contrast in a study that was done with it', () => {
  const timed = (number: number, description: string, AcquisitionTime: string, more: MadeItem = {}) =>
    series(number, description, AXIAL, { AcquisitionTime, StudyDescription: 'MR BRAIN W/O AND W CONTRAST', ...more });
  const found = (headers: Parameters<typeof describeStudies>[0]) =>
    describeStudies(headers)[0]?.series.map(({ contrastEnhanced }) => contrastEnhanced);

  it('is settled by time where a series does not say', () => {
    const post = timed(3, 'AX T1', '103000', { ContrastBolusAgent: 'Gadobutrol' });
    expect(found([timed(1, 'AX T2', '100000'), post, timed(4, 'COR T2', '104000')])).toEqual([false, true, 'unknown']);
  });

  it('stays open where nothing tells when it was given', () => {
    expect(found([timed(1, 'AX T2', '100000'), timed(2, 'AX T1 PRE', '101000')])).toEqual(['unknown', false]);
  });
});

describe('completeness', () => {
  const brain = [
    series(1, 'SAG T1', SAGITTAL),
    series(2, 'AX T2', AXIAL),
    series(3, 'AX FLAIR', AXIAL),
    series(4, 'AX DWI', AXIAL),
    series(5, 'ADC', AXIAL),
  ].map((one) => ({ ...one, studyDescription: 'MRI BRAIN' }));
  const completeness = (headers: typeof brain) => describeStudies(headers)[0]?.completeness;

  it('finds every expected sequence and says by which series', () => {
    expect(completeness(brain)).toMatchObject({ protocol: 'brain', missing: [], verdict: 'complete' });
    expect(completeness(brain)?.expected[1]).toMatchObject({ sequence: 'axial T2', met: true, by: ['2.25.102'] });
  });

  it('names what is missing', () => {
    expect(completeness(brain.filter(({ seriesNumber }) => seriesNumber !== 3))).toMatchObject({
      missing: ['axial or 3D FLAIR'],
      verdict: 'readable-with-limits',
    });
  });

  it('does not count reformats, and counts a 3D acquisition for every plane', () => {
    const others = brain.filter(({ seriesNumber }) => seriesNumber !== 1);
    const t1 = series(9, 'AX T1', AXIAL);
    expect(completeness([...others, t1])?.missing).toEqual(['sagittal or 3D T1']);
    expect(completeness([...others, { ...t1, mrAcquisitionType: '3D' }])?.missing).toEqual([]);
    const reformat = { ...series(9, 'SAG T1 MPR', SAGITTAL), imageType: ['DERIVED', 'SECONDARY', 'MPR'] };
    expect(completeness([...others, reformat])?.missing).toEqual(['sagittal or 3D T1']);
  });

  it('asks for contrast when the question is multiple sclerosis', () => {
    const asked = brain.map((one) => ({ ...one, studyDescription: 'MRI brain, multiple sclerosis' }));
    expect(completeness(asked)).toMatchObject({ protocol: 'ms-brain', verdict: 'readable-with-limits' });
    expect(completeness(asked)?.missing).toContain('axial or 3D T1 after contrast');
  });

  it('reads a knee in three planes', () => {
    const knee = [
      series(1, 'PD FS AX', AXIAL),
      series(2, 'PD FS SAG', SAGITTAL),
      series(3, 'PD FS COR', CORONAL),
      series(4, 'T1 COR', CORONAL),
    ].map((one) => ({ ...one, studyDescription: 'MRI KNEE RIGHT' }));
    expect(completeness(knee)).toMatchObject({ protocol: 'knee', verdict: 'complete' });
    expect(completeness(knee.slice(0, 3))?.missing).toEqual(['T1 without fat suppression']);
  });

  it('expects nothing where it knows no protocol', () => {
    expect(study('MRI HEART')?.completeness).toMatchObject({ protocol: 'unknown', missing: [], verdict: 'unknown' });
    const ct = [
      series(1, 'Head', AXIAL, {
        Modality: 'CT',
        SOPClassUID: '1.2.840.10008.5.1.4.1.1.2',
        StudyDescription: 'CT brain',
      }),
    ];
    expect(describeStudies(ct)[0]?.completeness.verdict).toBe('unknown');
  });
});
