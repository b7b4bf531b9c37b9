/** The JSON of `overread compare`: two reports, their findings, the pairs between them. */

export type SectionName = 'indication' | 'technique' | 'comparison' | 'findings' | 'impression' | 'recommendations';
export type Presence = 'present' | 'absent' | 'possible' | 'historical';
export type Relation = 'agrees' | 'differs' | 'only-original' | 'only-second';
export type Difference = 'presence' | 'certainty' | 'severity' | 'size' | 'side' | 'level' | 'count' | 'diagnosis';

export interface Finding {
  readonly id: string;
  /** The words of the report: `report.slice(start, end)`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly section: SectionName;
  readonly observation: string;
  readonly anatomy: string;
  readonly side: '' | 'left' | 'right' | 'both' | 'midline';
  readonly level: string;
  readonly presence: Presence;
  readonly severity: string;
  readonly sizeMm: readonly number[];
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

/** A pair with what it weighs: `major` bears on treatment or follow-up, `none` makes no difference. */
export interface GradedPair extends Pair {
  readonly grade: 'none' | 'minor' | 'major';
  /** A pair of two impressions, with the ids of the findings that they go on with; missing for all other pairs. */
  readonly concludes?: { readonly original: readonly string[]; readonly second: readonly string[] };
}

export interface ReportComparison {
  readonly original: Report;
  readonly second: Report;
  readonly pairs: readonly Pair[];
  readonly agreement: 'concordant' | 'minor' | 'major';
}
