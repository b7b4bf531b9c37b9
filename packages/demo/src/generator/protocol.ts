import type { Plane, SeriesRole, Weighting } from '@overread/imaging/model.ts';
import type { Dataset } from '@overread/imaging/write/dataset.ts';

/** What the pictures of a series show. `T1C` is T1 after contrast agent; `DWI` takes the series' b-value. */
export type Picture = 'T1' | 'T1C' | 'T2' | 'FLAIR' | 'DWI' | 'ADC';
export type SlicePlane = 'axial' | 'sagittal' | 'coronal';

/** One series of a protocol. Lengths in mm, times in ms. */
export interface SeriesPlan {
  readonly description: string;
  readonly picture: Picture;
  readonly plane: SlicePlane | 'three planes';
  readonly thicknessMm: number;
  readonly gapMm: number;
  /** Rows and columns of the picture; `acquired` of them are measured, the rest is interpolated. */
  readonly matrix: number;
  readonly acquired: number;
  readonly fovMm: number;
  readonly repetitionTimeMs: number;
  readonly echoTimeMs: number;
  readonly inversionTimeMs?: number;
  readonly flipAngle: number;
  readonly echoTrainLength: number;
  readonly bValue?: number;
  /** A vendor's own elements, which stand in for the public b-value. */
  readonly privateElements?: Dataset;
  /** Name of the contrast agent, where one was given before the series. */
  readonly contrastAgent?: string;
  readonly scanningSequence: readonly string[];
  readonly sequenceVariant: readonly string[];
  readonly sequenceName: string;
  readonly acquisition?: '2D' | '3D';
  readonly imageType: readonly string[];
  /** Stored value per unit of computed signal, and the noise (standard deviation) in those units. */
  readonly gain: number;
  readonly noise: number;
  readonly window: readonly [center: number, width: number];
  /** What a reader of headers should conclude: the truth that tests compare with. */
  readonly truth: {
    readonly weighting: Weighting;
    readonly plane: Plane;
    readonly role: SeriesRole;
    readonly derived: boolean;
  };
}

const ORIGINAL = ['ORIGINAL', 'PRIMARY', 'M', 'ND'] as const;
const AXIAL = { plane: 'axial', fovMm: 230, gain: 4, noise: 4 } as const;
const SAGITTAL = { plane: 'sagittal', fovMm: 240, gain: 4, noise: 4 } as const;
const SPIN_ECHO = { scanningSequence: ['SE'], sequenceVariant: ['SK', 'SP'], imageType: ORIGINAL } as const;
const T1_TIMES = { repetitionTimeMs: 650, echoTimeMs: 11, flipAngle: 90, echoTrainLength: 1 } as const;
const FLAIR = {
  picture: 'FLAIR',
  repetitionTimeMs: 9000,
  echoTimeMs: 120,
  inversionTimeMs: 2500,
  flipAngle: 150,
  echoTrainLength: 16,
  scanningSequence: ['SE', 'IR'],
  sequenceVariant: ['SK', 'SP', 'MP'],
  sequenceName: '*tir2d1_16',
  imageType: ORIGINAL,
  window: [340, 680],
} as const;
const DIFFUSION = {
  ...AXIAL,
  thicknessMm: 4,
  gapMm: 0.4,
  matrix: 192,
  acquired: 128,
  repetitionTimeMs: 5200,
  echoTimeMs: 80,
  flipAngle: 90,
  echoTrainLength: 1,
  scanningSequence: ['EP'],
  sequenceVariant: ['SK', 'SP'],
  gain: 8,
  noise: 1.8,
} as const;

function truth(weighting: Weighting, plane: Plane, derived = false): SeriesPlan['truth'] {
  const role: SeriesRole = weighting === 'localizer' ? 'localizer' : derived ? 'derived' : 'diagnostic';
  return { weighting, plane, role, derived };
}

const LOCALIZER: SeriesPlan = {
  description: 'localizer',
  picture: 'T1',
  plane: 'three planes',
  thicknessMm: 8,
  gapMm: 12,
  matrix: 256,
  acquired: 160,
  fovMm: 260,
  repetitionTimeMs: 9,
  echoTimeMs: 4,
  flipAngle: 20,
  echoTrainLength: 1,
  scanningSequence: ['GR'],
  sequenceVariant: ['SP', 'OSP'],
  sequenceName: '*fl2d1',
  imageType: ['ORIGINAL', 'PRIMARY', 'LOCALIZER', 'M'],
  gain: 4,
  noise: 6,
  window: [340, 680],
  truth: truth('localizer', 'multiple'),
};

const SAGITTAL_SERIES: readonly SeriesPlan[] = [
  {
    ...SAGITTAL,
    ...SPIN_ECHO,
    ...T1_TIMES,
    description: 'SAG T1',
    picture: 'T1',
    thicknessMm: 4,
    gapMm: 0.4,
    matrix: 320,
    acquired: 256,
    repetitionTimeMs: 600,
    echoTimeMs: 10,
    sequenceName: '*se2d1',
    window: [380, 760],
    truth: truth('T1', 'sagittal'),
  },
  {
    ...SAGITTAL,
    ...FLAIR,
    description: 'SAG FLAIR',
    thicknessMm: 4,
    gapMm: 0.4,
    matrix: 320,
    acquired: 256,
    truth: truth('T2-FLAIR', 'sagittal'),
  },
];

const AXIAL_FLUID: readonly SeriesPlan[] = [
  {
    ...AXIAL,
    ...SPIN_ECHO,
    description: 'AX T2 TSE',
    picture: 'T2',
    thicknessMm: 4,
    gapMm: 0.4,
    matrix: 384,
    acquired: 320,
    repetitionTimeMs: 5000,
    echoTimeMs: 95,
    flipAngle: 150,
    echoTrainLength: 18,
    sequenceName: '*tse2d1_18',
    window: [450, 900],
    truth: truth('T2', 'axial'),
  },
  {
    ...AXIAL,
    ...FLAIR,
    description: 'AX FLAIR',
    thicknessMm: 4,
    gapMm: 0.4,
    matrix: 320,
    acquired: 256,
    truth: truth('T2-FLAIR', 'axial'),
  },
];

const AXIAL_DIFFUSION: readonly SeriesPlan[] = [
  {
    ...DIFFUSION,
    description: 'AX DWI b0',
    picture: 'DWI',
    bValue: 0,
    sequenceName: '*ep_b0',
    imageType: ['ORIGINAL', 'PRIMARY', 'DIFFUSION', 'NONE', 'ND'],
    window: [850, 1700],
    truth: truth('DWI', 'axial'),
  },
  {
    ...DIFFUSION,
    description: 'AX DWI b1000',
    picture: 'DWI',
    bValue: 1000,
    sequenceName: '*ep_b1000t',
    imageType: ['DERIVED', 'PRIMARY', 'DIFFUSION', 'TRACEW', 'ND'],
    window: [240, 480],
    truth: { ...truth('DWI', 'axial'), derived: true },
  },
  {
    ...DIFFUSION,
    description: 'AX ADC',
    picture: 'ADC',
    sequenceName: '*ep_b0_1000',
    imageType: ['DERIVED', 'PRIMARY', 'DIFFUSION', 'ADC', 'ND'],
    window: [1400, 2800],
    truth: truth('ADC', 'axial', true),
  },
];

const AXIAL_T1: SeriesPlan = {
  ...AXIAL,
  ...SPIN_ECHO,
  ...T1_TIMES,
  description: 'AX T1 PRE',
  picture: 'T1',
  thicknessMm: 3,
  gapMm: 0,
  matrix: 320,
  acquired: 256,
  sequenceName: '*se2d1',
  window: [380, 760],
  truth: truth('T1', 'axial'),
};

/** MR of the brain without and with contrast agent, as a community facility does it when MS is asked about. */
export const BRAIN_PROTOCOL: readonly SeriesPlan[] = [
  LOCALIZER,
  ...SAGITTAL_SERIES,
  ...AXIAL_FLUID,
  ...AXIAL_DIFFUSION,
  AXIAL_T1,
  { ...AXIAL_T1, description: 'AX T1 POST GD', picture: 'T1C', contrastAgent: 'Gadobutrol' },
];
