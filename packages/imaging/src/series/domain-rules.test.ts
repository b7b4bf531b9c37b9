import { describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../../../../testing/made-dicom.ts';
import { parseHeader } from '../headers/parse-header.ts';
import type { SeriesSummary } from '../model.ts';
import { describeSeries } from './describe-series.ts';

let uid = 0;
const header = (overrides: MadeItem) => {
  uid += 1;
  return parseHeader(madeInstance({ SOPInstanceUID: `2.25.${uid}`, ...overrides }));
};
const one = (overrides: MadeItem) => describeSeries([header(overrides)]);
const series = (count: number, of: (at: number) => MadeItem) =>
  describeSeries(Array.from({ length: count }, (_, at) => header({ InstanceNumber: at + 1, ...of(at) })));

type Expected = Partial<Pick<SeriesSummary, 'weighting' | 'role' | 'derived' | 'fatSuppressed' | 'contrastEnhanced'>>;
const typed = (...tokens: string[]): MadeItem => ({ ImageType: ['ORIGINAL', 'PRIMARY', ...tokens] });
const made = (...tokens: string[]): MadeItem => ({ ImageType: ['DERIVED', 'SECONDARY', ...tokens] });
const says = (SeriesDescription: string, more: MadeItem = {}): MadeItem => ({ SeriesDescription, ...more });

describe('tokens of ImageType (DOMAIN 3.4)', () => {
  it.each<[MadeItem, Expected]>([
    [{ ...typed('M_FFE', 'M', 'FFE'), ...says('T1W') }, { weighting: 'T1' }],
    [{ ...typed('M_SE', 'M', 'SE'), ...says('T2W') }, { weighting: 'T2' }],
    [{ ...typed('M_IR', 'M', 'IR'), ...says('STIR') }, { weighting: 'STIR' }],
    [{ ...typed('M_PCA', 'M', 'PCA') }, { weighting: 'PC-MRA' }],
    [{ ...typed('PHASE MAP', 'P', 'FFE'), ...says('T1') }, { weighting: 'other' }],
    [
      { ...typed('M', 'ND', 'NORM', 'DIS2D', 'DFC', 'FM3_2', 'SH', 'FIL', 'MFSPLIT'), ...says('T2') },
      { weighting: 'T2', role: 'diagnostic' },
    ],
    [typed('DIFFUSION', 'NONE', 'MB', 'ND', 'MOSAIC'), { weighting: 'DWI', role: 'diagnostic' }],
    [{ ImageType: ['DERIVED', 'PRIMARY', 'DIFFUSION', 'TRACEW'] }, { weighting: 'DWI', role: 'diagnostic' }],
    [made('ISODWI'), { weighting: 'DWI' }],
    [made('CALC_BVALUE'), { weighting: 'DWI' }],
    [made('ADC'), { weighting: 'ADC', role: 'derived' }],
    [made('EADC'), { weighting: 'other', role: 'derived' }],
    [made('EXP'), { weighting: 'other', role: 'derived' }],
    [made('FA'), { weighting: 'DTI', role: 'derived' }],
    [typed('M', 'SWI', 'NORM'), { weighting: 'SWI', role: 'diagnostic' }],
    [typed('SW_M_FFE'), { weighting: 'SWI' }],
    [typed('SW_P_FFE'), { weighting: 'SWI' }],
    [made('QSM'), { weighting: 'SWI', role: 'derived' }],
    [
      { ...made('MNIP'), ...says('mIP_Images(SW)') },
      { weighting: 'SWI', role: 'derived' },
    ],
    ...['RCBV', 'RELCBV', 'RCBF', 'RELCBF', 'MTT', 'RELMTT', 'TTP', 'TMAX', 'PBP'].map(
      (token): [MadeItem, Expected] => [made(token), { weighting: 'DSC', role: 'derived' }],
    ),
    [typed('ASL'), { weighting: 'ASL' }],
    [typed('PERFUSION_ASL'), { weighting: 'ASL' }],
    [{ ...made('ASL', 'RELCBF') }, { weighting: 'ASL', role: 'derived' }],
    [
      { ...typed('DIXON', 'WATER'), ...says('T1 vibe') },
      { weighting: 'T1', fatSuppressed: true },
    ],
    [
      { ...typed('DIXON', 'W'), ...says('T1 vibe') },
      { weighting: 'T1', fatSuppressed: true },
    ],
    [{ ...typed('DIXON', 'F'), ...says('T1 vibe') }, { fatSuppressed: false }],
    [{ ...typed('IN_PHASE'), ...says('T1 vibe') }, { fatSuppressed: false }],
    [{ ...typed('OPP_PHASE'), ...says('T1 vibe') }, { fatSuppressed: false }],
    [made('PDFF'), { weighting: 'other', role: 'derived' }],
    [
      { ...typed('LOCALIZER'), ...says('T2') },
      { weighting: 'localizer', role: 'localizer' },
    ],
    [typed('FMRI', 'NONE'), { weighting: 'BOLD' }],
    ...[
      'MPR',
      'REFORMATTED',
      'RESAMPLED',
      'MIP',
      'PROJECTION IMAGE',
      'CSA MIP',
      'CPR',
      'SUB',
      'SUBTRACTION',
      'MEAN',
      'ADD',
      'COMPOSED',
    ].map((token): [MadeItem, Expected] => [
      { ...made(token), ...says('T1') },
      { weighting: 'T1', role: 'derived', derived: true },
    ]),
    ...['T1 MAP', 'T2 MAP', 'B0 MAP', 'B1 MAP', 'QMAP'].map((token): [MadeItem, Expected] => [
      made(token),
      { weighting: 'other', role: 'derived' },
    ]),
    [
      { ...made('SYNTHETIC'), ...says('T2') },
      { weighting: 'T2', role: 'derived' },
    ],
    [typed('M', 'UNI'), { weighting: 'T1' }],
    ...['POSDISP', 'SCREENSHOT', 'CSA REPORT'].map((token): [MadeItem, Expected] => [
      made(token),
      { role: 'screenshot' },
    ]),
    [
      { ...typed('OTHER'), ...says('AX T2') },
      { weighting: 'T2', role: 'diagnostic' },
    ],
    [typed('T2_STAR', 'NONE'), { weighting: 'T2*' }],
    [typed('PROTON_DENSITY', 'NONE'), { weighting: 'PD' }],
    [typed('FLUID_ATTENUATED', 'NONE'), { weighting: 'T2-FLAIR' }],
    [typed('STIR', 'NONE'), { weighting: 'STIR', fatSuppressed: true }],
    [typed('TOF', 'NONE'), { weighting: 'TOF' }],
    [typed('VELOCITY', 'NONE'), { weighting: 'PC-MRA' }],
    [typed('CINE', 'NONE'), { weighting: 'CINE' }],
    [{ ...typed('T1', 'NONE', 'POST_CONTRAST') }, { contrastEnhanced: true }],
    [{ ...typed('T1', 'NONE', 'PRE_CONTRAST') }, { contrastEnhanced: false }],
  ])('%j', (attributes, expected) => {
    expect(one(attributes)).toMatchObject(expected);
  });
});

const se = (TR: number, TE: number, more: MadeItem = {}): MadeItem => ({
  ...{ ScanningSequence: 'SE', RepetitionTime: TR, EchoTime: TE },
  ...more,
});
const gr = (TR: number, TE: number, flip: number, more: MadeItem = {}): MadeItem => ({
  ...{ ScanningSequence: 'GR', SequenceVariant: 'SP', RepetitionTime: TR, EchoTime: TE, FlipAngle: flip },
  ...more,
});
const ir = (TR: number, TE: number, TI: number): MadeItem => ({
  ...se(TR, TE, { InversionTime: TI }),
  ScanningSequence: ['SE', 'IR'],
});

describe('attributes without words (DOMAIN 3.5)', () => {
  it.each<[string, MadeItem, SeriesSummary['weighting']]>([
    ['T1 SE', se(500, 12), 'T1'],
    ['T1 TSE at 3 T', se(1100, 11, { '00180087:DS': 3 }), 'T1'],
    ['T1 SE at 0.3 T', se(460, 25, { '00180087:DS': 0.3 }), 'T1'],
    ['T2 TSE', se(4000, 100), 'T2'],
    ['T2 single shot, TR of one excitation', se(600, 90), 'T2'],
    ['PD', se(3000, 15), 'PD'],
    ['intermediate in a joint', se(3200, 40, { BodyPartExamined: 'KNEE' }), 'PD'],
    ['intermediate elsewhere', se(3200, 50, { BodyPartExamined: 'BRAIN' }), 'T2'],
    ['3D PD of a joint', se(1000, 35, { MRAcquisitionType: '3D', BodyPartExamined: 'KNEE' }), 'PD'],
    ['bile ducts', se(4000, 700, { BodyPartExamined: 'ABDOMEN' }), 'MRCP'],
    ['inner ear', se(1200, 250, { MRAcquisitionType: '3D', BodyPartExamined: 'IAC' }), 'T2'],
    ['STIR at 0.3 T', ir(2000, 25, 90), 'STIR'],
    ['STIR at 1.5 T', ir(4000, 60, 150), 'STIR'],
    ['STIR at 3 T', ir(5000, 50, 220), 'STIR'],
    ['T2-FLAIR', ir(9000, 120, 2500), 'T2-FLAIR'],
    ['T2-FLAIR at 0.3 T', ir(8000, 100, 1700), 'T2-FLAIR'],
    ['T1-FLAIR', ir(2000, 12, 800), 'T1-FLAIR'],
    ['FLAIR without TI', { ...se(9000, 120), ScanningSequence: ['SE', 'IR'] }, 'T2-FLAIR'],
    ['MP-RAGE', gr(2000, 3, 8, { ScanningSequence: ['GR', 'IR'], InversionTime: 900, MRAcquisitionType: '3D' }), 'T1'],
    ['BRAVO without IR', gr(8, 3, 12, { InversionTime: 450, MRAcquisitionType: '3D' }), 'T1'],
    ['spoiled body volume', gr(4, 1.6, 10, { MRAcquisitionType: '3D' }), 'T1'],
    ['in and opposed phase', gr(150, 4.6, 70), 'T1'],
    ['T2*', gr(650, 20, 20), 'T2*'],
    ['T2* of the spine with a shorter echo', gr(500, 12, 20), 'T2*'],
    ['balanced', { ScanningSequence: 'GR', SequenceVariant: 'SS', RepetitionTime: 4, EchoTime: 2 }, 'other'],
    ['TOF by flag and TR', gr(22, 3.4, 20, { '00180025:CS': 'Y', BodyPartExamined: 'HEAD' }), 'TOF'],
    [
      'a film of the heart',
      { ScanningSequence: 'GR', SequenceVariant: 'SS', RepetitionTime: 40, EchoTime: 1.5, '00181090:IS': 25 },
      'CINE',
    ],
    ['a film by spoiled echoes', gr(30, 3, 15, { '00181090:IS': 20 }), 'CINE'],
    [
      'late enhancement',
      gr(700, 2, 25, {
        ...{ ScanningSequence: ['GR', 'IR'], InversionTime: 280, '00181060:DS': 600 },
        ...{ ContrastBolusAgent: 'Gadovist', BodyPartExamined: 'HEART' },
      }),
      'LGE',
    ],
    ['TOF by variant', gr(25, 4, 20, { SequenceVariant: ['SP', 'TOF'] }), 'TOF'],
    ['diffusion by b', { ...se(5000, 80), ScanningSequence: ['EP', 'SE'], DiffusionBValue: 1000 }, 'DWI'],
    ['diffusion by family', { ...se(5000, 80), ScanningSequence: ['EP', 'SE'] }, 'DWI'],
    [
      'DSC',
      { ScanningSequence: ['EP', 'GR'], EchoTime: 30, RepetitionTime: 1500, ContrastBolusAgent: 'Gadovist' },
      'DSC',
    ],
    ['BOLD', { ScanningSequence: ['EP', 'GR'], EchoTime: 30, RepetitionTime: 2000 }, 'BOLD'],
    [
      'BOLD where EP is left out',
      {
        ...gr(2000, 30, 80, { SequenceVariant: 'SK' }),
        '00280010:US': 64,
        '00280011:US': 64,
        PixelData: new Uint8Array(8192),
      },
      'BOLD',
    ],
    ['no ScanningSequence, long TR and TE', { RepetitionTime: 4000, EchoTime: 100 }, 'T2'],
    ['no ScanningSequence, full flip', { RepetitionTime: 500, EchoTime: 12, FlipAngle: 90 }, 'T1'],
    ['no ScanningSequence, nothing certain', { RepetitionTime: 10, EchoTime: 3, FlipAngle: 20 }, 'unknown'],
    ['grey zone', se(1600, 40), 'unknown'],
    ['FLAIR of one vendor', { ScanningSequence: 'RM', ScanOptions: 'T2FLAIR_GEMS' }, 'T2-FLAIR'],
    ['T1-FLAIR of one vendor', { ScanningSequence: 'RM', ScanOptions: 'T1FLAIR_GEMS' }, 'T1-FLAIR'],
    ['TOF of one vendor', { ScanningSequence: 'RM', ScanOptions: 'VASCTOF_GEMS' }, 'TOF'],
  ])('%s', (_, attributes, weighting) => {
    const named = one(attributes);
    expect(named.weighting, named.because.join('; ')).toBe(weighting);
    expect(named.because.length).toBeGreaterThan(0);
  });

  it('finds DCE in repeated spoiled volumes with agent', () => {
    const dynamic = series(12, (at) => ({
      ...gr(4, 1.6, 10, { MRAcquisitionType: '3D', ContrastBolusAgent: 'Dotarem' }),
      '00200100:IS': Math.floor(at / 3) + 1,
      ImagePositionPatient: [0, 0, (at % 3) * 3],
    }));
    expect(dynamic).toMatchObject({ weighting: 'DCE', contrastEnhanced: true });
    expect(dynamic.details?.stacks.map(({ label }) => label)).toEqual([1, 2, 3, 4].map((time) => `time ${time} of 4`));
  });

  it('names T2* where gradient echo-planar pictures show each place once', () => {
    const volume = series(12, (at) => ({
      ...{ ScanningSequence: ['EP', 'GR'], EchoTime: 25, RepetitionTime: 5000 },
      ImagePositionPatient: [0, 0, at * 5],
    }));
    expect(volume.weighting).toBe('T2*');
  });
});

describe('names of sequences (DOMAIN 3.6)', () => {
  it.each([
    ['*ep_b1000#1', 'DWI'],
    ['*re_b1000', 'DWI'],
    ['blade_b800', 'DWI'],
    ['*epfid2d1_64', 'BOLD'],
    ['*swi3d1r', 'SWI'],
    ['*me2d1r3', 'T2*'],
    ['*pc2d1', 'PC-MRA'],
    ['*fl3d1r_ts', 'TOF'],
    ['*spcir_278ns', 'T2-FLAIR'],
    ['*ci3d1', 'T2'],
    ['*h2d1_256', 'T2'],
    ['*tfl3d1_16ns', 'T1'],
    ['*tfi2d1_12', 'other'],
    ['*fm2d2r', 'other'],
    ['*spc3d1', 'unknown'],
  ])('%s', (SequenceName, weighting) => {
    expect(one({ SequenceName }).weighting).toBe(weighting);
  });

  it.each([
    ['*tse2d1_15', se(4000, 100), 'T2'],
    ['*tse2d1_3', se(600, 11), 'T1'],
    ['*tir2d1_16', ir(5000, 40, 160), 'STIR'],
    ['*fl2d1', gr(200, 4, 70), 'T1'],
    ['*fl2d1', gr(700, 20, 20), 'T2*'],
    ['*spc_226ns', se(3200, 400, { MRAcquisitionType: '3D' }), 'T2'],
  ] as const)('%s with its times', (SequenceName, attributes, weighting) => {
    expect(one({ ...attributes, SequenceName }).weighting).toBe(weighting);
  });
});

describe('contradictions are said', () => {
  it('of words and times', () => {
    expect(one({ ...se(4000, 100), ...says('AX T1') }).details?.contradictions).toHaveLength(1);
    expect(one({ ...se(500, 12), ...says('AX T2') }).confidence).toBe(0.5);
    expect(one({ ...ir(5000, 60, 150), ...says('FLAIR') }).because.join()).toContain('would make it STIR');
  });

  it('of words and plane', () => {
    const coronal = one({ ...says('T2 SAG'), ImageOrientationPatient: [1, 0, 0, 0, 0, -1] });
    expect(coronal).toMatchObject({ plane: 'coronal' });
    expect(coronal.details?.contradictions).toEqual([
      'the description says “SAG”, but the images are coronal'.replace('SAG', 'sag'),
    ]);
  });

  it('of words and agent, and of agent and time', () => {
    expect(one({ ...says('T1 nativ'), ContrastBolusAgent: 'Dotarem' })).toMatchObject({ contrastEnhanced: 'unknown' });
    const early = one({
      ...says('T1'),
      ContrastBolusAgent: 'Dotarem',
      AcquisitionTime: '100000',
      '00181042:TM': '101500',
    });
    expect(early.contrastEnhanced).toBe('unknown');
    expect(early.details?.contradictions).toHaveLength(1);
    const late = one({
      ...says('T1'),
      ContrastBolusAgent: 'Dotarem',
      AcquisitionTime: '102000',
      '00181042:TM': '101500',
    });
    expect(late.contrastEnhanced).toBe(true);
  });

  it('but not of what may both be', () => {
    expect(one({ ...se(3500, 50), ...says('PD FS') }).details?.contradictions).toEqual([]);
    expect(one({ ...ir(9000, 120, 2500), ...says('T2 dark fluid') }).details?.contradictions).toEqual([]);
  });
});

describe('names that mean several things', () => {
  it('lets TI decide a TIRM', () => {
    expect(one({ ...ir(5000, 60, 150), ...says('t2_tirm_cor') }).weighting).toBe('STIR');
    expect(one({ ...ir(9000, 100, 2500), ...says('t2_tirm_tra') }).weighting).toBe('T2-FLAIR');
  });

  it('lets the region decide a phase-sensitive inversion', () => {
    expect(one(says('PSIR tfl', { BodyPartExamined: 'HEART' })).weighting).toBe('LGE');
    expect(one(says('PSIR sag', { BodyPartExamined: 'CSPINE' })).weighting).toBe('T1');
  });

  it('lets the echo decide a double name', () => {
    expect(one({ ...se(3000, 15), ...says('PD+T2 TSE') }).weighting).toBe('PD');
    expect(one({ ...se(3000, 95), ...says('PD+T2 TSE') }).weighting).toBe('T2');
  });

  it('tells perfusion by T1 from perfusion by T2*', () => {
    expect(one({ ...gr(4, 1.5, 12, { MRAcquisitionType: '3D' }), ...says('perfusion prostate') }).weighting).toBe(
      'DCE',
    );
    expect(one({ ScanningSequence: ['EP', 'GR'], EchoTime: 30, ...says('perfusion') }).weighting).toBe('DSC');
  });

  it('finds what an angiography is by its attributes', () => {
    expect(one({ ...gr(22, 3.5, 18), ...says('MRA head') }).weighting).toBe('TOF');
    expect(one({ ...gr(4, 1.3, 25), ...says('MRA neck', { ContrastBolusAgent: 'Gadovist' }) }).weighting).toBe(
      'CE-MRA',
    );
    expect(one(says('MRA native')).weighting).toBe('other');
  });
});

describe('objects (DOMAIN 3.1, step 0)', () => {
  it.each([
    ['1.3.46.670589.11.0.0.12.1', 'other'],
    ['1.3.46.670589.11.0.0.12.2', 'other'],
    ['1.3.46.670589.11.0.0.12.4', 'other'],
    ['1.2.840.10008.5.1.4.1.1.66', 'other'],
    ['1.2.840.10008.5.1.4.1.1.4.2', 'other'],
    ['1.2.840.10008.5.1.4.1.1.88.11', 'report'],
    ['1.2.840.10008.5.1.4.1.1.104.1', 'report'],
    ['1.2.840.10008.5.1.4.1.1.7', 'screenshot'],
  ])('%s is %s', (SOPClassUID, role) => {
    expect(one({ SOPClassUID })).toMatchObject({ role, confidence: 1 });
  });
});
