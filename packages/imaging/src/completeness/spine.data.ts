import { type ExpectedSequence, type Protocol, required, T1, T2, wished } from './protocol.ts';

const SPINE = ['cervical-spine', 'thoracic-spine', 'lumbar-spine'] as const;

const sagittalT1 = required('sag-t1', 'sagittal T1', {
  weightings: T1,
  planes: ['sagittal'],
  fatSuppressed: false,
  gives: 't1',
});
const sagittalT2 = (thin?: number) =>
  required('sag-t2', 'sagittal T2', {
    weightings: T2,
    planes: ['sagittal'],
    ...(thin === undefined ? {} : { thinMm: { '2D': thin } }),
    gives: 't2-spine',
  });
const sagittalStir = wished('sag-stir', 'sagittal STIR or T2 with fat suppression', {
  weightings: ['STIR', 'T2'],
  planes: ['sagittal'],
  fatSuppressed: true,
  gives: 'stir',
});
const axial = (weightings: ExpectedSequence['weightings'], sequence: string) =>
  required('ax-t2', sequence, { weightings, planes: ['axial'], gives: 'axial-spine' });

const CERVICAL = [sagittalT1, sagittalT2(3), axial(['T2', 'T2*'], 'axial T2 or T2*'), sagittalStir];
const THORACIC = [sagittalT1, sagittalT2(4), axial(['T2', 'T2*'], 'axial T2'), sagittalStir];
const LUMBAR = [
  sagittalT1,
  sagittalT2(),
  axial(T2, 'axial T2'),
  sagittalStir,
  wished('ax-t1', 'axial T1', { weightings: T1, planes: ['axial'], gives: 't1' }),
];
const BY_REGION = { 'cervical-spine': CERVICAL, 'thoracic-spine': THORACIC, 'lumbar-spine': LUMBAR } as const;

const AFTER_CONTRAST = [
  required('sag-t1-after', 'sagittal T1 after contrast', {
    weightings: T1,
    planes: ['sagittal'],
    contrastEnhanced: true,
    gives: 'contrast',
  }),
  required('ax-t1-after', 'axial T1 after contrast', {
    weightings: T1,
    planes: ['axial'],
    contrastEnhanced: true,
    gives: 'contrast',
  }),
];

/** Infection and tumour: DOMAIN section 4, row "spine post". */
const WITH_CONTRAST = SPINE.map(
  (region): Protocol => ({
    id: `${region}-contrast`,
    regions: [region],
    purpose:
      / (?:infection|discitis|spondylodiscitis|osteomyelitis|abscess|empyema|tumou?rs?|cancer|metasta\w*|mets|myeloma|lymphoma|ependymoma|schwannoma) /,
    expected: [...BY_REGION[region], ...AFTER_CONTRAST],
    minimum: [['sag-t2', 'ax-t2', 'sag-t1-after']],
    source: 'Working list: the general protocol and T1 after contrast in two planes; a setting of the practice',
    checked: '2026-11-23',
  }),
);

/** Multiple sclerosis in the cord: DOMAIN section 4, row "MS cord". */
const MS_CORD: Protocol = {
  id: 'ms-cord',
  regions: ['cervical-spine', 'thoracic-spine'],
  purpose:
    / (?:ms|rrms|multiple sclerosis|multiple sklerose|sclerose en plaques|esclerosis multiple|sclerosi multipla|demyelin\w*|myelitis) /,
  expected: [
    sagittalT2(3),
    required('sag-second', 'sagittal STIR or PD', {
      weightings: ['STIR', 'PD'],
      planes: ['sagittal'],
      gives: 'stir',
    }),
    AFTER_CONTRAST[0] as ExpectedSequence,
    wished('ax-t2', 'axial T2 through lesions', { weightings: ['T2', 'T2*'], planes: ['axial'], gives: 'axial-spine' }),
  ],
  minimum: [['sag-t2', 'sag-second']],
  source:
    'MAGNIMS-CMSC-NAIMS 2021, as in Lancet Regional Health Europe 2024;44:100978 table 3: at least two of sagittal T2, PD, STIR',
  checked: '2026-11-23',
};

/** Spine: DOMAIN section 4, rows "cervical spine", "lumbar spine", "spine post", "MS cord". */
export const SPINE_PROTOCOLS: readonly Protocol[] = [
  MS_CORD,
  ...WITH_CONTRAST,
  {
    id: 'cervical-spine',
    regions: ['cervical-spine'],
    expected: CERVICAL,
    minimum: [['sag-t2', 'ax-t2']],
    source:
      'ACR MRI accreditation, spine, 5/2022: sagittal T1 or T1-FLAIR, sagittal T2, axial bright fluid (gradient echo, 3D or, by older advice, TSE); sagittal at most 3 mm',
    checked: '2026-11-23',
  },
  {
    id: 'thoracic-spine',
    regions: ['thoracic-spine'],
    expected: THORACIC,
    minimum: [['sag-t2', 'ax-t2']],
    source: 'ACR MRI accreditation, spine, 5/2022: sagittal T1, sagittal T2, axial T2 through the levels in question',
    checked: '2026-11-23',
  },
  {
    id: 'lumbar-spine',
    regions: ['lumbar-spine'],
    expected: LUMBAR,
    minimum: [['sag-t2', 'ax-t2']],
    source: 'BACPAC core and ESSR: sagittal T1, sagittal T2, axial T2; STIR is not asked for by all',
    checked: '2026-11-23',
  },
];
