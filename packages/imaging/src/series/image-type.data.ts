import type { Weighting } from '../model.ts';

/** ImageType tokens that decide what a series is (DOMAIN 3.4); looked up in all values after the second. */
export const DECISIVE_TOKENS: readonly (readonly [Weighting, readonly string[]])[] = [
  ['localizer', ['LOCALIZER']],
  ['ADC', ['ADC', 'ADC_UNSPECIFIED', 'APPARENT DIFFUSION COEFFICIENT']],
  ['DTI', ['FA', 'COLFA', 'TENSOR', 'TENSOR_B0', 'FRACTIONAL_ANISOTROPY']],
  ['ASL', ['ASL', 'PERFUSION_ASL', 'PERFUSION_FFE']],
  ['DSC', ['RCBV', 'RELCBV', 'RCBF', 'RELCBF', 'MTT', 'RELMTT', 'TTP', 'TMAX', 'PBP', 'CORRECTED_CBV']],
  ['DWI', ['DIFFUSION', 'TRACEW', 'ISODWI', 'CALC_BVALUE', 'DIFFUSION_ANISO']],
  ['SWI', ['SWI', 'SW_M_FFE', 'SW_P_FFE', 'QSM', 'SWAN']],
  ['BOLD', ['FMRI']],
  ['STIR', ['STIR']],
  ['T2-FLAIR', ['FLUID_ATTENUATED', 'FLAIR']],
  ['TOF', ['TOF']],
  ['PC-MRA', ['VELOCITY', 'FLOW_ENCODED', 'M_PCA', 'PHASE_CONTRAST']],
  ['CINE', ['CINE']],
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
};

/** Results of computing, never the expected original. */
export const DERIVED_TOKENS: ReadonlySet<string> = new Set([
  ...[
    'MPR',
    'CSA MPR',
    'REFORMATTED',
    'RESAMPLED',
    'MIP',
    'MIN_IP',
    'MAX_IP',
    'MNIP',
    'MINIP',
    'PROJECTION IMAGE',
    'CSA MIP',
    'CPR',
    'MIP_SAG',
  ],
  ...['SUB', 'SUBTRACTION', 'MEAN', 'ADD', 'ADDITION', 'COMPOSED', 'COMP', 'STD_DEVIATION', 'AVERAGE'],
  ...['ADC', 'ADC_UNSPECIFIED', 'EADC', 'EXP', 'FA', 'COLFA', 'TENSOR', 'TENSOR_B0', 'QSM', 'METABOLITE_MAP'],
  ...['RCBV', 'RELCBV', 'RCBF', 'RELCBF', 'MTT', 'RELMTT', 'TTP', 'TMAX', 'PBP', 'TTEST', 'CORRECTED_CBV'],
  ...[
    'T1 MAP',
    'T2 MAP',
    'T1_MAP',
    'T2_MAP',
    'T2_STAR MAP',
    'B0 MAP',
    'B1 MAP',
    'QMAP',
    'SYNTHETIC',
    'PHASE MAP',
    'FF',
    'PDFF',
  ],
]);

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
