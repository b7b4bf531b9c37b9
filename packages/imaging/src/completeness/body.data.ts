import { DIFFUSION, type Protocol, required, T2, wished } from './protocol.ts';

const DYNAMIC = ['T1', 'DCE'] as const;
const IN_OUT =
  / (?:in ?phase|out ?phase|opp\w*|in out|in opp|ip|op|dual|dual echo|dixon|mdixon|flex|ideal|chem shift|iop|inphase|outphase|lava flex) /;

/** Trunk: DOMAIN section 4, rows "prostate", "breast", "liver" and "MRCP". */
export const BODY_PROTOCOLS: readonly Protocol[] = [
  {
    id: 'prostate',
    regions: ['prostate'],
    expected: [
      required('t2-ax', 'axial T2', { weightings: T2, planes: ['axial'], thinMm: { '2D': 3 }, gives: 't2-prostate' }),
      required('t2-second', 'sagittal or coronal T2', {
        weightings: T2,
        planes: ['sagittal', 'coronal'],
        gives: 't2-second',
      }),
      required('dwi', 'axial DWI', {
        weightings: DIFFUSION,
        planes: ['axial'],
        thinMm: { '2D': 4 },
        gives: 'diffusion',
      }),
      required('dwi-high', 'axial DWI with a b-value of 1400 or more', {
        weightings: DIFFUSION,
        planes: ['axial'],
        minBValue: 1400,
        computedCounts: true,
        gives: 'high-b',
      }),
      required('adc', 'ADC', { weightings: ['ADC'], computedCounts: true, gives: 'adc' }),
      required('dce', 'dynamic T1 after contrast', { weightings: ['DCE'], gives: 'dynamic' }),
      wished('t1', 'T1', { weightings: ['T1'], gives: 't1' }),
    ],
    minimum: [['t2-ax'], ['dwi', 'adc']],
    source:
      'PI-RADS v2.1 (Insights into Imaging s13244-021-00996-6 table 1): without the dynamic series the reading is biparametric',
    checked: '2026-11-23',
  },
  {
    id: 'breast',
    regions: ['breast'],
    expected: [
      required('fluid', 'T2 or bright fluid', { weightings: ['T2', 'STIR'], gives: 't2' }),
      required('t1-before', 'T1 before contrast', {
        weightings: DYNAMIC,
        contrastEnhanced: false,
        gives: 'before-contrast',
      }),
      required('t1-early', 'T1 early after contrast', {
        weightings: DYNAMIC,
        contrastEnhanced: true,
        thinMm: { '3D': 3, '2D': 3 },
        gives: 'contrast',
      }),
      required('t1-delayed', 'T1 delayed after contrast', {
        weightings: DYNAMIC,
        contrastEnhanced: true,
        series: 2,
        gives: 'dynamic',
      }),
      wished('dwi', 'DWI', { weightings: DIFFUSION, gives: 'diffusion' }),
    ],
    minimum: [['t1-early']],
    source:
      'ACR breast MRI accreditation: bright fluid, T1 before, early (within 4 minutes) and delayed after contrast',
    checked: '2026-11-23',
  },
  {
    id: 'mrcp',
    regions: ['liver', 'abdomen'],
    purpose:
      / (?:mrcp|cholangio\w*|bile|biliary|bile ducts?|gallstones?|gallbladder|choledoch\w*|pancrea\w*|pankreas|gallenwege|voies biliaires|vias biliares) /,
    expected: [
      required('mrcp', 'heavily T2 of the bile ducts (MRCP)', {
        weightings: ['MRCP'],
        computedCounts: true,
        gives: 'bile',
      }),
      required('t2-ax', 'axial T2', { weightings: T2, planes: ['axial'], gives: 't2' }),
    ],
    minimum: [['mrcp', 't2-ax']],
    source: 'Working list: 2D or 3D heavily T2-weighted sequence and axial T2; a setting of the practice',
    checked: '2026-11-23',
  },
  {
    id: 'liver',
    regions: ['liver'],
    expected: [
      required('t2', 'T2', { weightings: T2, gives: 't2' }),
      required('in-out', 'T1 in and opposed phase', { weightings: ['T1'], saying: IN_OUT, echoes: 2, gives: 'in-out' }),
      required('t1-before', 'T1 before contrast', {
        weightings: DYNAMIC,
        contrastEnhanced: false,
        gives: 'before-contrast',
      }),
      required('arterial', 'T1 after contrast, late arterial phase', {
        weightings: DYNAMIC,
        contrastEnhanced: true,
        gives: 'contrast',
      }),
      required('portal', 'T1 after contrast, portal venous phase', {
        weightings: DYNAMIC,
        contrastEnhanced: true,
        series: 2,
        gives: 'dynamic',
      }),
      required('delayed', 'T1 after contrast, delayed phase', {
        weightings: DYNAMIC,
        contrastEnhanced: true,
        series: 3,
        gives: 'dynamic',
      }),
      wished('dwi', 'DWI', { weightings: DIFFUSION, gives: 'diffusion' }),
      wished('t2-cor', 'coronal T2', { weightings: T2, planes: ['coronal'], gives: 't2-second' }),
    ],
    minimum: [['t2', 'arterial', 't1-before']],
    source:
      'LI-RADS v2018 (Hepatoma Research 2020;6:63 table 3): multiphase T1, in and opposed phase, T2; diffusion suggested (ESGAR 2016 counts it in)',
    checked: '2026-11-23',
  },
];
