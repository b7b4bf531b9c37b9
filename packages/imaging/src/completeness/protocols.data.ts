import type { Weighting } from '../model.ts';

/** One sequence that a protocol expects. A 3D acquisition counts for every plane, because it can be cut anew. */
export interface ExpectedSequence {
  /** How it is called in reports: "axial T2". */
  readonly sequence: string;
  readonly weightings: readonly Weighting[];
  readonly planes: readonly ('axial' | 'sagittal' | 'coronal')[] | 'any';
  readonly fatSuppressed?: boolean;
  readonly contrastEnhanced?: boolean;
}

/** A technical baseline: a missing line is a question to the reader, not a refusal. */
export interface Protocol {
  readonly id: string;
  readonly region: string;
  /** Words of the study's description that call for this protocol; without, it is the region's general one. */
  readonly words?: RegExp;
  readonly expected: readonly ExpectedSequence[];
  readonly source: string;
}

const DIFFUSION: readonly Weighting[] = ['DWI', 'DTI'];
const FLUID: readonly Weighting[] = ['PD', 'T2', 'STIR'];

export const PROTOCOLS: readonly Protocol[] = [
  {
    id: 'ms-brain',
    region: 'brain',
    words:
      / (?:ms|multiple sclerosis|multiple sklerose|sclerose en plaques|sep|esclerosis multiple|sclerosi multipla|demyelin\w*|entmark\w*) /,
    expected: [
      { sequence: 'axial T2', weightings: ['T2'], planes: ['axial'] },
      { sequence: 'sagittal or 3D FLAIR', weightings: ['T2-FLAIR'], planes: ['sagittal'] },
      { sequence: 'axial or 3D FLAIR', weightings: ['T2-FLAIR'], planes: ['axial'] },
      { sequence: 'axial or 3D T1 after contrast', weightings: ['T1'], planes: ['axial'], contrastEnhanced: true },
    ],
    source:
      'MAGNIMS-CMSC-NAIMS 2021, as in Lancet Regional Health Europe 2024;44:100978 table 3: T1 after contrast at diagnosis; diffusion optional',
  },
  {
    id: 'brain',
    region: 'brain',
    expected: [
      { sequence: 'sagittal or 3D T1', weightings: ['T1', 'T1-FLAIR'], planes: ['sagittal'] },
      { sequence: 'axial T2', weightings: ['T2'], planes: ['axial'] },
      { sequence: 'axial or 3D FLAIR', weightings: ['T2-FLAIR'], planes: ['axial'] },
      { sequence: 'axial DWI', weightings: DIFFUSION, planes: ['axial'] },
      { sequence: 'ADC', weightings: ['ADC'], planes: 'any' },
    ],
    source: 'working list for a general brain MRI; a setting of the practice',
  },
  {
    id: 'lumbar-spine',
    region: 'lumbar-spine',
    expected: [
      { sequence: 'sagittal T1', weightings: ['T1', 'T1-FLAIR'], planes: ['sagittal'] },
      { sequence: 'sagittal T2', weightings: ['T2'], planes: ['sagittal'] },
      { sequence: 'axial T2', weightings: ['T2'], planes: ['axial'] },
    ],
    source: 'BACPAC core and ESSR: sagittal T1, sagittal T2, axial T2; STIR is not asked for by all',
  },
  {
    id: 'knee',
    region: 'knee',
    expected: [
      { sequence: 'axial fluid-sensitive', weightings: FLUID, planes: ['axial'] },
      { sequence: 'sagittal fluid-sensitive', weightings: FLUID, planes: ['sagittal'] },
      { sequence: 'coronal fluid-sensitive', weightings: FLUID, planes: ['coronal'] },
      { sequence: 'fluid-sensitive with fat suppression', weightings: FLUID, planes: 'any', fatSuppressed: true },
      { sequence: 'T1 without fat suppression', weightings: ['T1'], planes: 'any', fatSuppressed: false },
    ],
    source:
      'ESSR 2024 knee; ACR musculoskeletal 6/2022: three planes, one T1 without and one fluid-sensitive with fat suppression',
  },
];
