import { describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../../../../testing/made-dicom.ts';
import { parseHeader } from '../headers/parse-header.ts';
import { describeSeries } from './describe-series.ts';

let uid = 0;
const header = (overrides: MadeItem) => {
  uid += 1;
  return parseHeader(madeInstance({ SOPInstanceUID: `2.25.${uid}`, ...overrides }));
};
const describeOne = (overrides: MadeItem) => describeSeries([header(overrides)]);
const called = (SeriesDescription: string, more: MadeItem = {}) =>
  describeOne({ SeriesDescription, ...more }).weighting;

describe('words', () => {
  it.each([
    ['AX T1', 'T1'],
    ['SAG T1', 'T1'],
    ['t1_se_sag', 'T1'],
    ['T1FLASHCOR', 'T1'],
    ['AX T1 POST GD', 'T1'],
    ['t1_mprage_sag_p2_iso', 'T1'],
    ['Ax 3D BRAVO', 'T1'],
    ['t1_vibe_fs_tra', 'T1'],
    ['AX T2 TSE', 'T2'],
    ['t2_tse_cor_512', 'T2'],
    ['COR SSFSE', 'T2'],
    ['t2_haste_tra_mbh', 'T2'],
    ['AX FLAIR', 'T2-FLAIR'],
    ['t2_tirm_tra_dark-fluid', 'T2-FLAIR'],
    ['Sag CUBE T2 FLAIR', 'T2-FLAIR'],
    ['T1 FLAIR SAG', 'T1-FLAIR'],
    ['SAG STIR', 'STIR'],
    ['PD FS SAG', 'PD'],
    ['pd_tse_fs_cor', 'PD'],
    ['DP SAG FS', 'PD'],
    ['AX DWI b1000', 'DWI'],
    ['ep2d_diff_3scan_trace_p2', 'DWI'],
    ['ep2d_diff_3scan_trace_p2_ADC', 'ADC'],
    ['Apparent Diffusion Coefficient (mm2/s)', 'ADC'],
    ['DTI 64 dir', 'DTI'],
    ['AX T2* GRE', 'T2*'],
    ['t2_fl2d_tra_hemo', 'T2*'],
    ['AX SWAN', 'SWI'],
    ['SWIp', 'SWI'],
    ['TOF_3D_multi-slab', 'TOF'],
    ['3D PCA', 'PC-MRA'],
    ['CE-MRA carotids', 'CE-MRA'],
    ['MRCP 3D resp trig', 'MRCP'],
    ['cine_trufi_4ch', 'CINE'],
    ['perf DSC', 'DSC'],
    ['LAVA dynamic', 'DCE'],
    ['pCASL', 'ASL'],
    ['ep2d_bold_rest', 'BOLD'],
    ['3-Plane Localizer', 'localizer'],
    ['Survey_SHC', 'localizer'],
    ['AAHead_Scout', 'localizer'],
    ['Lokalizer', 'localizer'],
    ['gre_field_mapping', 'other'],
    ['Cor T2 SSFSE BH ASSET', 'T2'],
    ['AX FGRE IN-PHASE BH', 'T1'],
    ['fsfiesta 2d', 'other'],
    ['Exponential Apparent Diffusion Coefficient', 'other'],
    ['Testbolus', 'other'],
    ['Sequenz 5', 'unknown'],
  ])('%s is %s', (description, weighting) => {
    expect(called(description)).toBe(weighting);
  });

  it('does not find words inside of words', () => {
    expect(called('SPACE T2 sag')).toBe('T2');
    expect(called('swift')).toBe('unknown');
    expect(called('calf T2')).toBe('T2');
  });

  it('takes the protocol name where the description is silent', () => {
    expect(describeOne({ SeriesDescription: 'Series 4', ProtocolName: 'T2 TSE SAG' })).toMatchObject({
      weighting: 'T2',
      confidence: 0.85,
      because: ['the protocol name says “t2 tse”'],
    });
  });
});

const se = (TR: number, TE: number, more: MadeItem = {}): MadeItem => ({
  ScanningSequence: 'SE',
  RepetitionTime: TR,
  EchoTime: TE,
  ...more,
});
const ir = (TR: number, TE: number, TI: number): MadeItem => ({
  ...se(TR, TE),
  ScanningSequence: ['SE', 'IR'],
  InversionTime: TI,
});

describe('times alone', () => {
  it.each([
    [se(500, 12), 'T1', 0.75],
    [se(4000, 100), 'T2', 0.75],
    [se(1500, 250), 'T2', 0.75],
    [se(3000, 15), 'PD', 0.75],
    [se(3000, 45), 'T2', 0.6],
    [se(3000, 45, { BodyPartExamined: 'KNEE' }), 'PD', 0.6],
    [se(1500, 40), 'unknown', 0],
    [ir(4000, 50, 150), 'STIR', 0.75],
    [ir(9000, 120, 2500), 'T2-FLAIR', 0.75],
    [ir(2000, 12, 800), 'T1-FLAIR', 0.75],
    [
      {
        ScanningSequence: ['GR', 'IR'],
        MRAcquisitionType: '3D',
        RepetitionTime: 2000,
        EchoTime: 3,
        InversionTime: 900,
      },
      'T1',
      0.75,
    ],
    [{ ScanningSequence: 'GR', SequenceVariant: 'SP', RepetitionTime: 200, EchoTime: 4 }, 'T1', 0.75],
    [{ ScanningSequence: 'GR', RepetitionTime: 600, EchoTime: 20 }, 'T2*', 0.75],
    [{ ScanningSequence: 'GR', SequenceVariant: 'SS', RepetitionTime: 4, EchoTime: 2 }, 'other', 0.6],
    [{ ScanningSequence: 'GR', SequenceVariant: ['SP', 'TOF'], RepetitionTime: 25, EchoTime: 4 }, 'TOF', 0.75],
    [{ ScanningSequence: ['EP', 'GR'], EchoTime: 30, ContrastBolusAgent: 'Gadovist' }, 'DSC', 0.75],
    [{ ScanningSequence: ['EP', 'SE'], EchoTime: 80 }, 'DWI', 0.6],
  ] as const)('%j', (attributes, weighting, confidence) => {
    expect(describeOne(attributes)).toMatchObject({ weighting, confidence });
  });
});

describe('decisive signs', () => {
  it.each([
    [{ ImageType: ['DERIVED', 'PRIMARY', 'DIFFUSION', 'ADC'], SeriesDescription: 'DWI' }, 'ADC'],
    [{ ImageType: ['ORIGINAL', 'PRIMARY', 'DIFFUSION', 'NONE'] }, 'DWI'],
    [{ DiffusionBValue: 800, SeriesDescription: 'AX T2 something' }, 'DWI'],
    [{ ImageType: ['ORIGINAL', 'PRIMARY', 'M', 'SWI'] }, 'SWI'],
    [{ ImageType: ['ORIGINAL', 'PRIMARY', 'LOCALIZER'], SeriesDescription: 'T1' }, 'localizer'],
    [{ '00089209:CS': 'FLUID_ATTENUATED' }, 'T2-FLAIR'],
  ] as const)('%j', (attributes, weighting) => {
    expect(describeOne(attributes)).toMatchObject({ weighting, confidence: 0.95 });
  });

  it('tells a tensor from a trace by six directions', () => {
    const directed = (count: number) =>
      Array.from({ length: count }, (_, at) => {
        const angle = (at * Math.PI) / count;
        return { ...header({ DiffusionBValue: 1000 }), gradientDirection: [Math.cos(angle), Math.sin(angle), 0.3] };
      });
    expect(describeSeries(directed(3)).weighting).toBe('DWI');
    expect(describeSeries(directed(6)).weighting).toBe('DTI');
  });

  it('does not call a phase picture by the words of its magnitude', () => {
    expect(called('T1 FLASH', { ImageType: ['ORIGINAL', 'PRIMARY', 'P', 'ND'] })).toBe('other');
  });
});

describe('words against times', () => {
  it('keeps the words, shows the times and lowers the confidence', () => {
    const series = describeOne({ SeriesDescription: 'AX T1', ...se(4000, 100) });
    expect(series).toMatchObject({ weighting: 'T1', confidence: 0.5 });
    expect(series.because).toContain('but spin echo with TR 4000 ms and TE 100 ms would make it T2');
  });

  it('lets TI tell what a TIRM is', () => {
    expect(called('tirm_cor', ir(4000, 50, 150))).toBe('STIR');
    expect(called('tirm_tra', ir(9000, 100, 2500))).toBe('T2-FLAIR');
  });
});

describe('contrast', () => {
  const contrast = (SeriesDescription: string, more: MadeItem = {}) =>
    describeOne({ SeriesDescription, ...more }).contrastEnhanced;
  it.each([
    ['AX T1 POST GD', {}, true],
    ['AX T1 +C', {}, true],
    ['t1_se_tra KM', {}, true],
    ['T1 nach KM', {}, true],
    ['AX T1 PRE', {}, false],
    ['t1_tra_nativ', {}, false],
    ['T1 ohne KM', {}, false],
    ['T1 sin contraste', {}, false],
    ['T1 -C', {}, false],
    ['3D T1 AXIAL C-', {}, false],
    ['T1 vibe arterial phase', {}, true],
    ['TOF PORTAL VEIN', {}, false],
    ['AX T1', { ContrastBolusAgent: 'Dotarem' }, true],
    ['AX T1', { ContrastBolusAgent: 'OFF' }, false],
    ['AX T1 PRE', { ContrastBolusAgent: 'Dotarem' }, 'unknown'],
    ['AX T1', {}, false],
    ['AX T1', { StudyDescription: 'MRI BRAIN W WO CONTRAST' }, 'unknown'],
    ['造影 T1', { SpecificCharacterSet: 'ISO_IR 192' }, true],
  ] as const)('%s %j: %s', (description, more, expected) => {
    expect(contrast(description, more)).toBe(expected);
  });
});

describe('fat suppression', () => {
  it.each([
    [{ SeriesDescription: 'PD FS SAG' }, true],
    [{ SeriesDescription: 'T2 SPAIR' }, true],
    [{ SeriesDescription: 'SAG STIR' }, true],
    [{ SeriesDescription: 'T1', ScanOptions: ['PFP', 'FS'] }, true],
    [{ SeriesDescription: 'T1 dixon', ImageType: ['DERIVED', 'PRIMARY', 'DIXON', 'WATER'] }, true],
    [{ SeriesDescription: 'T1 no fs', ScanOptions: 'FS' }, false],
    [{ SeriesDescription: 'T1', ScanningSequence: 'SE' }, false],
    [{ SeriesDescription: 'T1' }, 'unknown'],
  ] as const)('%j: %s', (attributes, expected) => {
    expect(describeOne(attributes).fatSuppressed).toBe(expected);
  });
});

describe('role', () => {
  it.each([
    [{ SeriesDescription: 'AX T2' }, 'diagnostic', false],
    [{ SeriesDescription: 'localizer' }, 'localizer', false],
    [{ SeriesDescription: 'T1 MPR cor', ImageType: ['DERIVED', 'SECONDARY', 'MPR'] }, 'derived', true],
    [{ SeriesDescription: 'TOF MIP' }, 'derived', true],
    [{ SeriesDescription: 'ADC' }, 'derived', true],
    [{ SeriesDescription: 'DWI', ImageType: ['DERIVED', 'PRIMARY', 'DIFFUSION', 'TRACEW'] }, 'diagnostic', true],
    [{ SeriesDescription: 'T2', ImageType: ['DERIVED', 'SECONDARY', 'OTHER'] }, 'diagnostic', true],
    [{ ImageType: ['DERIVED', 'PRIMARY', 'CSAPARALLEL', 'POSDISP'] }, 'screenshot', true],
    [{ SOPClassUID: '1.2.840.10008.5.1.4.1.1.7' }, 'screenshot', true],
    [{ SOPClassUID: '1.2.840.10008.5.1.4.1.1.88.22', Modality: 'SR', Rows: undefined }, 'report', false],
    [{ SOPClassUID: '1.2.840.10008.5.1.4.1.1.104.1', Modality: 'DOC', Rows: undefined }, 'report', false],
    [{ SOPClassUID: '1.2.840.10008.5.1.4.1.1.11.1', Modality: 'PR', Rows: undefined }, 'other', false],
    [{ Modality: 'CT', SOPClassUID: '1.2.840.10008.5.1.4.1.1.2' }, 'diagnostic', false],
  ] as const)('%j is %s', (attributes, role, derived) => {
    expect(describeOne(attributes)).toMatchObject({ role, derived });
  });
});

describe('the summary', () => {
  const CORONAL = [1, 0, 0, 0, 0, -1];
  it('says what DESIGN 8 lists', () => {
    const headers = [0, 4, 8, 12].map((y, at) =>
      header({
        ...{
          SeriesDescription: 'COR T2 TSE',
          SeriesNumber: 7,
          InstanceNumber: at + 1,
          SliceThickness: 3.6,
          MRAcquisitionType: '2D',
        },
        ...{ ImagePositionPatient: [0, y, 0], ImageOrientationPatient: CORONAL, ...se(4000, 100) },
      }),
    );
    expect(describeSeries(headers)).toEqual({
      seriesInstanceUid: '2.25.101',
      number: 7,
      description: 'COR T2 TSE',
      modality: 'MR',
      manufacturer: 'Overread',
      instances: 4,
      frames: 4,
      weighting: 'T2',
      plane: 'coronal',
      dimension: '2D',
      fatSuppressed: false,
      contrastEnhanced: false,
      role: 'diagnostic',
      derived: false,
      sliceThicknessMm: 3.6,
      spacingMm: 4,
      gaps: [],
      confidence: 0.85,
      because: ['the description says “t2 tse”', 'spin echo with TR 4000 ms and TE 100 ms'],
      nearestPlane: 'coronal',
      details: {
        technique: 'TSE',
        output: 'original',
        fatSuppression: 'none',
        planeAngleDeg: 0,
        echoTimes: [100],
        timePoints: 1,
        contrastPhase: '',
        agent: '',
        stacks: [
          { label: '', frames: 4, weighting: 'T2', plane: 'coronal', echoTime: 100, bValue: null, timePoint: null },
        ],
        contradictions: [],
        coverageMm: 15.6,
        slices: 4,
        reformattable: false,
        whyNotReformattable: '4 slices are too few',
        place: { framesOfReference: ['2.25.9'], normal: [-0, 1, 0], from: 0, to: 12 },
        frameOfReferenceUid: '2.25.9',
        side: '',
      },
    });
  });

  it('takes pictures in three planes for a localizer when nothing names them', () => {
    const planes = [[1, 0, 0, 0, 1, 0], [0, 1, 0, 0, 0, -1], CORONAL];
    const headers = planes.flatMap((ImageOrientationPatient) =>
      [0, 10].map((at) => header({ ImageOrientationPatient, ImagePositionPatient: [at, at, at] })),
    );
    expect(describeSeries(headers)).toMatchObject({
      weighting: 'localizer',
      role: 'localizer',
      plane: 'multiple',
      confidence: 0.6,
    });
  });

  it('takes the plane from the words only where the header has none', () => {
    const words = { SeriesDescription: 'SAG T2', ImageOrientationPatient: undefined };
    expect(describeOne(words).plane).toBe('sagittal');
    expect(describeOne({ SeriesDescription: 'SAG T2', ImageOrientationPatient: CORONAL }).plane).toBe('coronal');
  });

  it('needs a header', () => {
    expect(() => describeSeries([])).toThrow(RangeError);
  });
});
