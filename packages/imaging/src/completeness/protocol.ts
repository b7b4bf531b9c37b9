import type { Lack, Weighting } from '../model.ts';

export type BodyPlane = 'axial' | 'sagittal' | 'coronal';

/** One sequence that a protocol expects. A 3D acquisition counts for every plane, because it can be cut anew. */
export interface ExpectedSequence {
  /** Stable within its protocol. */
  readonly id: string;
  /** How it is called in reports: "axial T2". */
  readonly sequence: string;
  readonly weightings: readonly Weighting[];
  readonly planes: readonly BodyPlane[] | 'any';
  readonly fatSuppressed?: boolean;
  readonly contrastEnhanced?: boolean;
  readonly dimension?: '3D';
  /** At least this b-value, in s/mm². */
  readonly minBValue?: number;
  /** So many series have to meet the line: the phases after contrast. A dynamic series holds all of its phases. */
  readonly series?: number;
  /** What the description of the series has to say, or must not say, over text as `wordsOf` gives it. */
  readonly saying?: RegExp;
  readonly notSaying?: RegExp;
  /** So many echo times in one series stand for what its description would have to say. */
  readonly echoes?: number;
  /** A computed series stands for the acquired one (high b-values, projections of vessels). */
  readonly computedCounts?: boolean;
  /** Slices thicker than this, in mm, are told as a note: it is met all the same. */
  readonly thinMm?: { readonly '2D'?: number; readonly '3D'?: number };
  readonly need: 'required' | 'wished';
  /** What is lacking without it: the key of the sentences for readers and patients. */
  readonly gives: Lack;
}

/** What an examination is expected to hold. A technical baseline: a missing line is a question, not a refusal. */
export interface Protocol {
  readonly id: string;
  /** Regions of cases for which it stands. */
  readonly regions: readonly string[];
  /** Words of the question or of the study that call for it; without, it is the region's general one. */
  readonly purpose?: RegExp;
  readonly expected: readonly ExpectedSequence[];
  /** Of each group one line has to be met, else nothing can be read from the set. */
  readonly minimum: readonly (readonly string[])[];
  readonly source: string;
  /** When the source was looked at, ISO date. */
  readonly checked: string;
}

type Line = Omit<ExpectedSequence, 'id' | 'sequence' | 'need' | 'planes'> & Partial<Pick<ExpectedSequence, 'planes'>>;

const line =
  (need: ExpectedSequence['need']) =>
  (id: string, sequence: string, facts: Line): ExpectedSequence => ({ planes: 'any', ...facts, id, sequence, need });

/** A line without which the set is read with limits. */
export const required = line('required');
/** A line that many add; without it nothing is lacking. */
export const wished = line('wished');

export const T1: readonly Weighting[] = ['T1', 'T1-FLAIR'];
export const T2: readonly Weighting[] = ['T2'];
export const FLAIR: readonly Weighting[] = ['T2-FLAIR'];
export const DIFFUSION: readonly Weighting[] = ['DWI', 'DTI'];
export const BLOOD: readonly Weighting[] = ['SWI', 'T2*'];
export const FLUID: readonly Weighting[] = ['PD', 'T2', 'STIR'];
