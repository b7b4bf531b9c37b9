/** The JSON of `overread compare`: two reports, their findings, the pairs between them. */

export type SectionName = 'indication' | 'technique' | 'comparison' | 'findings' | 'impression' | 'recommendations';
/** `family`: of somebody else; `hypothetical`: only what would be, or what is looked for. */
export type Presence = 'present' | 'absent' | 'possible' | 'historical' | 'family' | 'hypothetical';
export type Relation = 'agrees' | 'differs' | 'only-original' | 'only-second';
export type Difference = 'presence' | 'certainty' | 'severity' | 'size' | 'side' | 'level' | 'count' | 'diagnosis';

/** A category of a classification: "BI-RADS 4A", "Modic type II", "Schizas C". */
export interface Classification {
  readonly system: string;
  /** As it is written in that system: `4A`, `II`, `C`, `LR-M`; two of them for a range ("2-3"). */
  readonly value: string;
  /** Its rank within the system, from `low` to `high`; the same unless the report gives a range. */
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

export interface Finding {
  readonly id: string;
  /** The words of the report: `report.slice(start, end)`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly section: SectionName;
  readonly observation: string;
  readonly anatomy: string;
  readonly side: '' | 'left' | 'right' | 'both';
  readonly level: string;
  readonly presence: Presence;
  readonly severity: string;
  readonly sizeMm: readonly number[];
  /** What the report leaves open of the size: "less than 1 cm", "up to 8 mm"; `range` for "3 to 5 mm". */
  readonly sizeBound: '' | 'less than' | 'up to' | 'at least' | 'range';
  /** How many: "two", "more than 20" (20 to 1000), "several"; null when the report does not count. */
  readonly count: { readonly least: number; readonly most: number } | null;
  readonly scores: readonly Classification[];
  readonly change: string;
}

export interface Report {
  readonly sections: Partial<Record<SectionName, string>>;
  readonly findings: readonly Finding[];
}

export interface Pair {
  readonly original: string | null;
  readonly second: string | null;
  readonly relation: Relation;
  readonly differsIn: readonly Difference[];
  readonly because: string;
}

/**
 * The rules by which a pair is graded. Named after a difference: it bears on treatment or follow-up, as `category` (of a
 * score that decides what is done) and `steps` (two or more apart) are of severity. `…-alone`, `alone-…`: one report only;
 * `not-assessable`: the other says that it could not judge it.
 */
export type GradeRule =
  | 'agrees'
  | 'denied-alone'
  | 'detail-alone'
  | 'not-assessable'
  | 'alone-weighty'
  | 'alone-lesser'
  | 'differs-lesser'
  | 'category'
  | 'steps'
  | Exclude<Difference, 'severity'>;

/** A pair with what it weighs: `major` bears on treatment or follow-up, `none` makes no difference. */
export interface GradedPair extends Pair {
  readonly grade: 'none' | 'minor' | 'major';
  /** The rule that gives this grade. */
  readonly rule: GradeRule;
  /** A pair of two impressions, with the ids of the findings that they go on with; missing for all other pairs. */
  readonly concludes?: { readonly original: readonly string[]; readonly second: readonly string[] };
}

export interface ReportComparison {
  readonly original: Report;
  readonly second: Report;
  readonly pairs: readonly Pair[];
  readonly agreement: 'concordant' | 'minor' | 'major';
}
