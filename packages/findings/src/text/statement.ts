/** One thing that a report says, with everything the comparison needs; the public Finding is cut from it. */
import type { Presence, SectionName } from '../model.ts';
import type { Amount, Size } from './measurements.ts';
import type { Score } from './scores.ts';
import type { Side } from './sides.ts';
import type { Count } from './tags.ts';

/** One reading of what is seen: "cyst", and that it is a ganglion. */
export interface Reading {
  readonly code: string;
  readonly certainty: 1 | 2 | 3;
  readonly alternative: boolean;
}

export interface Statement {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly section: SectionName;
  readonly readings: readonly Reading[];
  /** Structures named with it. */
  readonly places: readonly string[];
  /** Structures it takes over from its sentence, its heading or its nature. */
  readonly placesAround: readonly string[];
  readonly side: Side | '';
  readonly sideAround: Side | '';
  /** The one side named in the sentence: likely its own, not more. */
  readonly sideNear: Side | '';
  readonly levels: readonly string[];
  /** The level stands with the observation itself, not in a heading. */
  readonly levelOwn: boolean;
  readonly levelsAround: readonly string[];
  /** The level of the heading that it stands under ("C2-3: … . Normal canal."). */
  readonly levelsOfLabel: readonly string[];
  readonly roots: readonly string[];
  /** The examined region, for what names no place. */
  readonly region: string;
  readonly presence: Presence;
  /** Told as history, not found in this examination. */
  readonly aside: boolean;
  readonly certainty: 1 | 2 | 3;
  /** Says that a structure is normal. */
  readonly normal: boolean;
  readonly severity: number | null;
  readonly extent: '' | 'partial' | 'full';
  readonly sizes: readonly Size[];
  /** Where it gives no size, what a word says of it ("sub-centimeter"): no size to compare. */
  readonly bounds: readonly Size[];
  readonly volume: Amount | null;
  readonly percent: Amount | null;
  readonly count: Count | null;
  readonly scores: readonly Score[];
  readonly change: string;
  readonly age: '' | 'acute' | 'old';
  /** The age of what it is a detail of. */
  readonly ageAround: '' | 'acute' | 'old';
  /** Speaks of what is left ("the other discs"), and so denies nothing that is named elsewhere. */
  readonly remainder: boolean;
  /** A sign (signal, thickening, oedema …) rather than a disease. */
  readonly sign: boolean;
  readonly nature: '' | 'benign' | 'malignant';
  /** Its place is named, in the sentence or in the heading. */
  readonly firm: boolean;
  /** The structure around it is named in its own sentence. */
  readonly near: boolean;
  /** Written in the singular. */
  readonly single: boolean;
  /** One of a number told before: "one in the left frontal lobe", "the largest measures 13 mm". */
  readonly member: boolean;
  /** Tells what something is, rather than that it is there: "typical of", "favoured". */
  readonly names: boolean;
  /** One more of the kind: "a second lesion". */
  readonly further: boolean;
  /** Where its clause begins: statements of one clause share it. */
  readonly clause: number;
  readonly sentence: number;
  /** A detail of another statement, or too general to stand alone: unanswered it is no difference. */
  readonly optional: boolean;
  /** Begins with "it", "the lesion", "findings are": speaks of the statement before. */
  readonly refersBack: boolean;
  readonly stems: ReadonlySet<string>;
}

export const blankStatement: Statement = {
  id: '',
  start: 0,
  end: 0,
  section: 'findings',
  readings: [],
  places: [],
  placesAround: [],
  side: '',
  sideAround: '',
  sideNear: '',
  levels: [],
  levelOwn: false,
  levelsAround: [],
  levelsOfLabel: [],
  roots: [],
  region: '',
  presence: 'present',
  aside: false,
  certainty: 3,
  normal: false,
  severity: null,
  extent: '',
  sizes: [],
  bounds: [],
  volume: null,
  percent: null,
  count: null,
  scores: [],
  change: '',
  age: '',
  ageAround: '',
  remainder: false,
  single: false,
  member: false,
  sign: false,
  nature: '',
  firm: false,
  near: false,
  names: false,
  further: false,
  clause: 0,
  sentence: 0,
  optional: false,
  refersBack: false,
  stems: new Set(),
};
