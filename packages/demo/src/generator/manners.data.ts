import { binary, type Dataset, text } from '@overread/imaging/write/dataset.ts';
import { BRAIN_PROTOCOL, type SeriesPlan } from './protocol.ts';

/** Whose scanner a study is written like. The manufacturer stays what it is: nobody's pictures are made up. */
export type Manner = 'plain' | 'siemens' | 'ge' | 'philips';

interface Signs {
  readonly description: string;
  readonly imageType: readonly string[];
  readonly sequenceName?: string;
  readonly derived?: boolean;
}

/** Private elements that hold a b-value (dcm2niix, READMEs of the vendors; pydicom's private dictionary). */
type PrivateB = (bValue: number) => Dataset;

const PRIVATE_B: Readonly<Record<Exclude<Manner, 'plain'>, PrivateB>> = {
  siemens: (b) => [text(0x00190010, 'LO', 'SIEMENS MR HEADER'), text(0x0019100c, 'IS', String(b))],
  // GE adds 10^9 to the value, and fills three more that mean other things.
  ge: (b) => [text(0x00430010, 'LO', 'GEMS_PARM_01'), text(0x00431039, 'IS', [String(1e9 + b), '8', '0', '0'])],
  philips: (b) => [text(0x20010010, 'LO', 'Philips Imaging DD 001'), binary(0x20011003, 'FL', b)],
};

const M = ['ORIGINAL', 'PRIMARY', 'M', 'ND', 'NORM'];
const SIEMENS: Readonly<Record<string, Signs>> = {
  localizer: { description: 'localizer', imageType: ['ORIGINAL', 'PRIMARY', 'M', 'NORM', 'DIS2D'] },
  'SAG T1': { description: 't1_se_sag', imageType: M },
  'SAG FLAIR': { description: 't2_tirm_sag_dark-fluid', imageType: M },
  'AX T2 TSE': { description: 't2_tse_tra', imageType: M },
  'AX FLAIR': { description: 't2_tirm_tra_dark-fluid', imageType: M },
  'AX DWI b0': {
    description: 'ep2d_diff_3scan_trace',
    imageType: ['ORIGINAL', 'PRIMARY', 'DIFFUSION', 'NONE', 'ND', 'NORM'],
  },
  'AX DWI b1000': {
    description: 'ep2d_diff_3scan_trace_TRACEW',
    imageType: ['DERIVED', 'PRIMARY', 'DIFFUSION', 'TRACEW', 'ND', 'NORM'],
    derived: true,
  },
  'AX ADC': {
    description: 'ep2d_diff_3scan_trace_ADC',
    imageType: ['DERIVED', 'PRIMARY', 'DIFFUSION', 'ADC', 'ND', 'NORM'],
  },
  'AX T1 PRE': { description: 't1_se_tra', imageType: M },
  'AX T1 POST GD': { description: 't1_se_tra_KM', imageType: M },
};

const OTHER = ['ORIGINAL', 'PRIMARY', 'OTHER'];
const GE: Readonly<Record<string, Signs>> = {
  localizer: { description: '3-Plane Loc', imageType: OTHER, sequenceName: '' },
  'SAG T1': { description: 'Sag T1 SE', imageType: OTHER, sequenceName: '' },
  'SAG FLAIR': { description: 'Sag T2 FLAIR', imageType: OTHER, sequenceName: '' },
  'AX T2 TSE': { description: 'Ax T2 FSE', imageType: OTHER, sequenceName: '' },
  'AX FLAIR': { description: 'Ax T2 FLAIR', imageType: OTHER, sequenceName: '' },
  'AX DWI b0': { description: 'Ax DWI B0', imageType: OTHER, sequenceName: '' },
  'AX DWI b1000': { description: 'Ax DWI 1000', imageType: OTHER, sequenceName: '' },
  'AX ADC': {
    description: 'Apparent Diffusion Coefficient (mm2/s)',
    imageType: ['DERIVED', 'SECONDARY', 'COMBINED'],
    sequenceName: '',
  },
  'AX T1 PRE': { description: 'Ax T1 SE', imageType: OTHER, sequenceName: '' },
  'AX T1 POST GD': { description: 'Ax T1 SE +C', imageType: OTHER, sequenceName: '' },
};

const SPIN = ['ORIGINAL', 'PRIMARY', 'M_SE', 'M', 'SE'];
const PHILIPS: Readonly<Record<string, Signs>> = {
  localizer: { description: 'Survey', imageType: ['ORIGINAL', 'PRIMARY', 'M_FFE', 'M', 'FFE'], sequenceName: 'FFE' },
  'SAG T1': { description: 'sT1W_SE SENSE', imageType: SPIN, sequenceName: 'SE' },
  'SAG FLAIR': { description: 'sFLAIR_longTR SENSE', imageType: SPIN, sequenceName: 'TIR' },
  'AX T2 TSE': { description: 'T2W_TSE SENSE', imageType: SPIN, sequenceName: 'TSE' },
  'AX FLAIR': { description: 'FLAIR_longTR SENSE', imageType: SPIN, sequenceName: 'TIR' },
  'AX DWI b0': { description: 'DWI_b0 SENSE', imageType: SPIN, sequenceName: 'DwiSE' },
  'AX DWI b1000': { description: 'DWI_b1000 SENSE', imageType: SPIN, sequenceName: 'DwiSE' },
  'AX ADC': {
    description: 'dDWI ADC SENSE',
    imageType: ['DERIVED', 'PRIMARY', 'ADC', 'ADC', 'UNSPECIFIED'],
    sequenceName: 'DwiSE',
  },
  'AX T1 PRE': { description: 'T1W_SE SENSE', imageType: SPIN, sequenceName: 'SE' },
  'AX T1 POST GD': { description: 'T1W_SE_GD SENSE', imageType: SPIN, sequenceName: 'SE' },
};

const SIGNS: Readonly<Record<Exclude<Manner, 'plain'>, Readonly<Record<string, Signs>>>> = {
  siemens: SIEMENS,
  ge: GE,
  philips: PHILIPS,
};

/** The brain protocol with the descriptions, image types and private b-values that a vendor's scanners write. */
export function protocolInManner(manner: Manner): readonly SeriesPlan[] {
  if (manner === 'plain') return BRAIN_PROTOCOL;
  return BRAIN_PROTOCOL.map((plan) => {
    const signs = SIGNS[manner][plan.description];
    if (signs === undefined) throw new Error(`${manner} has no words for the series "${plan.description}".`);
    const derived = signs.derived ?? plan.picture === 'ADC';
    return {
      ...plan,
      ...signs,
      sequenceName: signs.sequenceName ?? plan.sequenceName,
      truth: { ...plan.truth, derived },
      ...(plan.bValue === undefined ? {} : { privateElements: PRIVATE_B[manner](plan.bValue) }),
    };
  });
}
