import type { GradeRule } from '@overread/findings';
import type { Agreement, Difference, EffectOnTreatment, LikelyCause, Radpeer, Relation } from './vocabulary.ts';

/** The four ways in which a report can treat an item of its checklist; "not mentioned" is never "absent". */
export type ChecklistAnswer = 'present' | 'absent' | 'not-assessable' | 'not-mentioned';

export interface ChecklistItem {
  readonly id: string;
  readonly label: string;
  readonly answer: ChecklistAnswer;
  /** Chosen step of an ordered scale, where the item has one ("mild", "IV"). */
  readonly grade?: string;
}

/** A place in the images that a finding rests on. Lengths in millimetres, pixel coordinates from 0 at the top left. */
export interface ImageMark {
  readonly id: string;
  readonly label: string;
  readonly seriesInstanceUid: string;
  readonly sopInstanceUid: string;
  readonly frame: number;
  readonly points: readonly (readonly [number, number])[];
  readonly lengthMm?: number;
}

/** The second reader's report. Free text is plain text with line breaks; sections as DOMAIN's order of a report. */
export interface ReaderReport {
  readonly technique: string;
  readonly comparison: string;
  readonly findings: string;
  readonly impression: string;
  readonly recommendations: string;
  readonly answers: readonly { readonly questionId: string; readonly text: string }[];
  readonly checklist: readonly ChecklistItem[];
  readonly marks: readonly ImageMark[];
}

export const EMPTY_READER_REPORT: ReaderReport = {
  technique: '',
  comparison: '',
  findings: '',
  impression: '',
  recommendations: '',
  answers: [],
  checklist: [],
  marks: [],
};

/** One line of the comparison as the reader left it. `original`/`second` quote the sentence in the report, or null when
 * that report does not mention the finding. `proposed` keeps what the rules had said, so corrections can be measured. */
export interface ComparedPair {
  readonly id: string;
  readonly place: string;
  readonly original: string | null;
  readonly second: string | null;
  readonly relation: Relation;
  readonly differsIn: readonly Difference[];
  readonly grade: 'none' | 'minor' | 'major';
  /** The rule that proposed the grade; missing where the reader gave it. */
  readonly gradedBy?: GradeRule;
  /**
   * On a line of one report alone: the other reader could not judge it on the images at hand. That is neither "absent" nor
   * "not mentioned", and no difference between the two.
   */
  readonly notAssessable?: true;
  readonly because: string;
  readonly status: 'proposed' | 'confirmed' | 'corrected';
  readonly proposed?: { readonly relation: Relation; readonly differsIn: readonly Difference[] };
  /** How many lines of the proposal this one was made of: two when they were joined, none for the new half of a split one. */
  readonly madeOf?: number;
  readonly note?: string;
  /** In the comparison of a third read alone: what the third report says here, and whom that bears out. */
  readonly third?: ThirdVoice;
}

/** With whom the third reader's report goes in one line of the comparison. */
export const BORNE_OUT = ['both', 'original', 'second', 'neither'] as const;
export type BorneOut = (typeof BORNE_OUT)[number];

export interface ThirdVoice {
  /** The sentence of the third report, or null where it does not mention the finding. */
  readonly said: string | null;
  readonly bearsOut: BorneOut;
}

export interface Comparison {
  readonly pairs: readonly ComparedPair[];
  readonly agreement: Agreement;
  readonly radpeer: Radpeer;
  readonly effectOnTreatment: EffectOnTreatment;
  readonly likelyCause: LikelyCause;
  /** What could settle the difference, in the reader's words; empty when the reports agree. */
  readonly couldSettle: string;
  /** The reader's own sentences for the patient. */
  readonly plainWords: string;
}
