import type { SeriesOutput, Weighting } from '../model.ts';

/** ImageType tokens that decide what a series is (DOMAIN 3.4); looked up in all values after the second. */
export const DECISIVE_TOKENS: readonly (readonly [Weighting, readonly string[]])[] = [
  ['localizer', ['LOCALIZER']],
  ['ADC', ['ADC', 'ADC_UNSPECIFIED', 'APPARENT DIFFUSION COEFFICIENT', 'ADC MAP']],
  [
    'other',
    [
      'EADC',
      'EXP',
      'EXPONENTIAL',
      'T1 MAP',
      'T2 MAP',
      'T1_MAP',
      'T2_MAP',
      'T2_STAR MAP',
      'T2 STAR MAP',
      'R2_STAR MAP',
      'R2 MAP',
      'B0 MAP',
      'B1 MAP',
      'QMAP',
      'METABOLITE_MAP',
      'FF',
      'PDFF',
      'FAT_FRACTION',
      'ELASTOGRAM',
      'STIFFNESS',
    ],
  ],
  ['DTI', ['FA', 'COLFA', 'TENSOR', 'TENSOR_B0', 'FRACTIONAL_ANISOTROPY', 'RELATIVE_ANISOTROPY', 'AXIAL_DIFFUSIVITY']],
  ['ASL', ['ASL', 'PERFUSION_ASL', 'PERFUSION_FFE']],
  [
    'DSC',
    ['RCBV', 'RELCBV', 'RCBF', 'RELCBF', 'MTT', 'RELMTT', 'TTP', 'TMAX', 'PBP', 'GBP', 'CORRECTED_CBV', 'RELCCBV'],
  ],
  ['DWI', ['DIFFUSION', 'TRACEW', 'ISODWI', 'CALC_BVALUE', 'DIFFUSION_ANISO', 'DWI']],
  ['SWI', ['SWI', 'SW_M_FFE', 'SW_P_FFE', 'QSM', 'SWAN', 'SWI_PHASE', 'FSBB']],
  ['BOLD', ['FMRI']],
  ['STIR', ['STIR']],
  ['T2-FLAIR', ['FLUID_ATTENUATED', 'FLAIR']],
  ['TOF', ['TOF']],
  ['PC-MRA', ['VELOCITY', 'FLOW_ENCODED', 'M_PCA', 'PHASE_CONTRAST', 'PCA']],
  ['CINE', ['CINE']],
  ['T1', ['UNI', 'MP2RAGE']],
];

/** Enhanced contrasts that leave room: a FLAIR, a localizer or a BOLD series may carry them too. */
export const OPEN_CONTRASTS: Readonly<Record<string, Weighting>> = {
  T1: 'T1',
  T2: 'T2',
  PROTON_DENSITY: 'PD',
  T2_STAR: 'T2*',
};

/** AcquisitionContrast (0008,9209) that settles the matter. */
export const DECISIVE_CONTRASTS: Readonly<Record<string, Weighting>> = {
  DIFFUSION: 'DWI',
  FLUID_ATTENUATED: 'T2-FLAIR',
  STIR: 'STIR',
  TOF: 'TOF',
  FLOW_ENCODED: 'PC-MRA',
  VELOCITY: 'PC-MRA',
  CINE: 'CINE',
  LOCALIZER: 'localizer',
  FMRI: 'BOLD',
  ASL: 'ASL',
  // By label or by agent: the other signs tell.
  PERFUSION: 'DSC',
};

/** Results of computing, never the expected original, by how they were made. */
export const OUTPUT_TOKENS: readonly (readonly [SeriesOutput, readonly string[]])[] = [
  ['minimum projection', ['MIN_IP', 'MNIP', 'MINIP', 'MINIMUM']],
  [
    'maximum projection',
    [
      'MIP',
      'MAX_IP',
      'PROJECTION IMAGE',
      'PROJECTION',
      'CSA MIP',
      'MIP_SAG',
      'MIP_COR',
      'MIP_TRA',
      'MAXIMUM',
      'VOLUME_RENDER',
      'VRT',
    ],
  ],
  ['reformat', ['MPR', 'CSA MPR', 'REFORMATTED', 'RESAMPLED', 'CPR', 'CSAPARALLEL', 'CSA RESAMPLED', 'CURVED']],
  ['subtraction', ['SUB', 'SUBTRACTION', 'MASKED']],
  ['composed', ['COMPOSED', 'COMP', 'COMBINED', 'COMPOSITE']],
  [
    'map',
    [
      'ADC',
      'ADC_UNSPECIFIED',
      'ADC MAP',
      'EADC',
      'EXP',
      'FA',
      'COLFA',
      'TENSOR',
      'TENSOR_B0',
      'FRACTIONAL_ANISOTROPY',
      'QSM',
      'METABOLITE_MAP',
      'RCBV',
      'RELCBV',
      'RCBF',
      'RELCBF',
      'MTT',
      'RELMTT',
      'TTP',
      'TMAX',
      'PBP',
      'GBP',
      'TTEST',
      'CORRECTED_CBV',
      'RELCCBV',
      'T1 MAP',
      'T2 MAP',
      'T1_MAP',
      'T2_MAP',
      'T2_STAR MAP',
      'T2 STAR MAP',
      'R2_STAR MAP',
      'R2 MAP',
      'B0 MAP',
      'B1 MAP',
      'QMAP',
      'PHASE MAP',
      'FF',
      'PDFF',
      'FAT_FRACTION',
      'ELASTOGRAM',
      'STIFFNESS',
    ],
  ],
  ['calculated', ['SYNTHETIC', 'MEAN', 'ADD', 'ADDITION', 'AVERAGE', 'STD_DEVIATION', 'MULTIPLICATION', 'DIVISION']],
];

export const SCREEN_TOKENS: ReadonlySet<string> = new Set([
  'POSDISP',
  'SCREENSHOT',
  'SCREEN SAVE',
  'CSA REPORT',
  'CSA BLACK IMAGE',
]);

/** Marked DERIVED and still what the scanner delivers for reading. */
export const DELIVERED_TOKENS: ReadonlySet<string> = new Set([
  'TRACEW',
  'ISODWI',
  'DIFFUSION',
  'SWI',
  'CALC_BVALUE',
  'WATER',
  'W',
  'IN_PHASE',
  'IP',
]);
