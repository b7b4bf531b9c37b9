import { BLOOD, DIFFUSION, FLAIR, type Protocol, required, T1, T2, wished } from './protocol.ts';

const MS_WORDS =
  / (?:ms|rrms|multiple sclerosis|multiple sklerose|sclerose en plaques|sep|esclerosis multiple|sclerosi multipla|demyelin\w*|entmark\w*|optic neuritis) /;
const TUMOUR_WORDS =
  / (?:tumou?rs?|cancer|glioma\w*|glioblastoma\w*|meningioma\w*|metasta\w*|mets|lymphoma|mass|neoplas\w*|astrocytoma\w*|hirntumor|tumeur|tumoral|tumore) /;
const EAR_WORDS =
  / (?:iac|iacs|iam|iams|inner ear|inner ears|acoustic|vestibular|schwannoma|neurinoma|hearing|deaf\w*|tinnitus|cochlea\w*|temporal bones?|felsenbein|kleinhirnbruckenwinkel|cpa|rochers?|oidos?) /;

const THIN_MS = { '2D': 3, '3D': 1.5 } as const;

/** Head: DOMAIN section 4, rows "inner ear", "MS brain", "brain tumour", "brain, general", "pituitary". */
export const BRAIN_PROTOCOLS: readonly Protocol[] = [
  {
    id: 'internal-auditory-canal',
    regions: ['brain', 'head-neck'],
    purpose: EAR_WORDS,
    expected: [
      required('t2-3d', '3D heavily T2 of the inner ear', { weightings: T2, dimension: '3D', gives: 'ear' }),
      wished('t1', 'axial T1', {
        weightings: T1,
        planes: ['axial'],
        contrastEnhanced: false,
        gives: 'before-contrast',
      }),
      wished('t1-after', 'T1 after contrast', { weightings: T1, contrastEnhanced: true, gives: 'contrast' }),
    ],
    minimum: [['t2-3d', 't1-after']],
    source:
      'Working list: 3D heavily T2-weighted sequence through both internal auditory canals; a setting of the practice',
    checked: '2026-11-23',
  },
  {
    id: 'ms-brain',
    regions: ['brain'],
    purpose: MS_WORDS,
    expected: [
      required('t2', 'axial T2', { weightings: T2, planes: ['axial'], thinMm: THIN_MS, gives: 't2' }),
      required('flair-sag', 'sagittal or 3D FLAIR', {
        weightings: FLAIR,
        planes: ['sagittal'],
        thinMm: THIN_MS,
        gives: 'flair-second',
      }),
      required('flair-ax', 'axial or 3D FLAIR', {
        weightings: FLAIR,
        planes: ['axial'],
        thinMm: THIN_MS,
        gives: 'flair',
      }),
      required('t1-after', 'axial or 3D T1 after contrast', {
        weightings: T1,
        planes: ['axial'],
        contrastEnhanced: true,
        thinMm: THIN_MS,
        gives: 'contrast',
      }),
      wished('dwi', 'axial DWI', { weightings: DIFFUSION, planes: ['axial'], gives: 'diffusion' }),
      wished('swi', 'SWI', { weightings: BLOOD, gives: 'blood' }),
    ],
    minimum: [['t2', 'flair-sag', 'flair-ax']],
    source:
      'MAGNIMS-CMSC-NAIMS 2021, as in Lancet Regional Health Europe 2024;44:100978 table 3: T1 after contrast at diagnosis; diffusion optional; 2D at most 3 mm, 3D at most 1.5 mm',
    checked: '2026-11-23',
  },
  {
    id: 'brain-tumour',
    regions: ['brain'],
    purpose: TUMOUR_WORDS,
    expected: [
      required('t1-before', 'T1 before contrast', {
        weightings: T1,
        contrastEnhanced: false,
        gives: 'before-contrast',
      }),
      required('t1-after', 'T1 after contrast', { weightings: T1, contrastEnhanced: true, gives: 'contrast' }),
      required('t2', 'axial T2', { weightings: T2, planes: ['axial'], gives: 't2' }),
      required('flair', 'axial or 3D FLAIR', { weightings: FLAIR, planes: ['axial'], gives: 'flair' }),
      required('dwi', 'axial DWI', { weightings: DIFFUSION, planes: ['axial'], gives: 'diffusion' }),
      wished('perfusion', 'perfusion (DSC)', {
        weightings: ['DSC', 'DCE', 'ASL'],
        computedCounts: true,
        gives: 'perfusion',
      }),
      wished('t1-after-3d', '3D T1 after contrast', {
        weightings: T1,
        dimension: '3D',
        contrastEnhanced: true,
        gives: 'contrast',
      }),
    ],
    minimum: [['t1-after'], ['t2', 'flair']],
    source:
      'Brain Tumor Imaging Protocol (Ellingson, Neuro-Oncology 2015) and BTIP-BM for metastases (Kaufmann 2020); perfusion was used by 85.5 percent of 220 European centres',
    checked: '2026-11-23',
  },
  {
    id: 'brain',
    regions: ['brain'],
    expected: [
      required('t1', 'sagittal or 3D T1', { weightings: T1, planes: ['sagittal'], gives: 't1' }),
      required('t2', 'axial T2', { weightings: T2, planes: ['axial'], gives: 't2' }),
      required('flair', 'axial or 3D FLAIR', { weightings: FLAIR, planes: ['axial'], gives: 'flair' }),
      required('dwi', 'axial DWI', { weightings: DIFFUSION, planes: ['axial'], gives: 'diffusion' }),
      required('adc', 'ADC', { weightings: ['ADC'], computedCounts: true, gives: 'adc' }),
      wished('blood', 'T2* or SWI', { weightings: BLOOD, gives: 'blood' }),
    ],
    minimum: [['t2', 'flair']],
    source: 'Working list for a general brain MRI; a setting of the practice',
    checked: '2026-11-23',
  },
  {
    id: 'pituitary',
    regions: ['pituitary'],
    expected: [
      required('t1-cor', 'coronal T1 before contrast', {
        weightings: T1,
        planes: ['coronal'],
        contrastEnhanced: false,
        thinMm: { '2D': 3 },
        gives: 'before-contrast',
      }),
      required('t1-sag', 'sagittal T1 before contrast', {
        weightings: T1,
        planes: ['sagittal'],
        contrastEnhanced: false,
        thinMm: { '2D': 3 },
        gives: 'before-contrast',
      }),
      required('t1-cor-after', 'coronal T1 after contrast', {
        weightings: [...T1, 'DCE'],
        planes: ['coronal'],
        contrastEnhanced: true,
        thinMm: { '2D': 3 },
        gives: 'contrast',
      }),
      required('t1-sag-after', 'sagittal T1 after contrast', {
        weightings: T1,
        planes: ['sagittal'],
        contrastEnhanced: true,
        thinMm: { '2D': 3 },
        gives: 'contrast',
      }),
      required('t2-cor', 'coronal T2', { weightings: T2, planes: ['coronal'], thinMm: { '2D': 3 }, gives: 't2' }),
      wished('dynamic', 'dynamic coronal T1', {
        weightings: ['DCE'],
        planes: ['coronal'],
        gives: 'dynamic',
      }),
    ],
    minimum: [['t1-cor', 't1-cor-after', 't2-cor']],
    source: 'Gadelha, Archives of Endocrinology and Metabolism 2021; the dynamic series after Radiopaedia',
    checked: '2026-11-23',
  },
];

const NECK = / (?:neck|carotids?|carotid\w*|vertebral\w*|arch|supraaortic|hals|cou|cuello|collo) /;
const VESSELS = ['TOF', 'PC-MRA', 'CE-MRA'] as const;

const HEAD_VESSELS = required('mra-head', 'MR angiography of the head', {
  weightings: VESSELS,
  notSaying: NECK,
  computedCounts: true,
  gives: 'vessels-head',
});
const neckVessels = (line: typeof required) =>
  line('mra-neck', 'MR angiography of the neck', {
    weightings: VESSELS,
    saying: NECK,
    computedCounts: true,
    gives: 'vessels-neck',
  });
const MRA_SOURCE =
  'Working list: time of flight of the head; time of flight or contrast angiography of the neck; a setting of the practice';

/** Vessels of head and neck: DOMAIN section 4, row "MRCP; MRA head, neck". */
export const VESSEL_PROTOCOLS: readonly Protocol[] = [
  {
    id: 'mra-head',
    regions: ['vessels', 'brain', 'head-neck'],
    purpose: / (?:aneurysms?|aneurysma\w*|circle of willis|cow|avm|arteriovenous malformation\w*|mra head|mra brain) /,
    expected: [HEAD_VESSELS, neckVessels(wished)],
    minimum: [['mra-head', 'mra-neck']],
    source: MRA_SOURCE,
    checked: '2026-11-23',
  },
  {
    id: 'mra-head-neck',
    regions: ['brain', 'head-neck'],
    purpose: / (?:mra|mr angio\w*|angiogra\w*|carotids?|dissection|vertebral arter\w*|moyamoya|vasculitis) /,
    expected: [HEAD_VESSELS, neckVessels(required)],
    minimum: [['mra-head', 'mra-neck']],
    source: MRA_SOURCE,
    checked: '2026-11-23',
  },
  {
    id: 'mra-head-neck',
    regions: ['vessels'],
    expected: [HEAD_VESSELS, neckVessels(required)],
    minimum: [['mra-head', 'mra-neck']],
    source: MRA_SOURCE,
    checked: '2026-11-23',
  },
];
