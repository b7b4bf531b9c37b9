import type { GradedPair, Pair, ReportComparison } from '../model.ts';
import { findingOf } from '../text/read-report.ts';
import { readStatements } from '../text/read-statements.ts';
import { becauseOf } from './because.ts';
import { counts, gradeOf, type Judged, matters } from './grade.ts';
import { groupsOf } from './groups.ts';
import { pairGroups } from './pairing.ts';

/** A detail that only one report gives is no difference, so it makes no pair. */
const isPair = (one: Judged): boolean =>
  one.relation === 'agrees' || one.relation === 'differs' || counts(one) || !(one.original ?? one.second)?.optional;

/** A comparison whose pairs are graded one by one, by the same rules as the whole. */
export interface GradedComparison extends ReportComparison {
  readonly pairs: readonly GradedPair[];
}

/** As `compareGraded`, in the fields of `overread compare`. */
export function compareReports(originalText: string, secondText: string): ReportComparison {
  const { pairs, ...rest } = compareGraded(originalText, secondText);
  return { ...rest, pairs: pairs.map(({ grade: _, ...pair }): Pair => pair) };
}

/**
 * Compares two reports of one examination. Findings are paired by an optimal assignment over observation, anatomy, level and
 * side; repetitions in the impression count once. Not mentioned is not absent, and neither report is taken as right.
 */
export function compareGraded(originalText: string, secondText: string): GradedComparison {
  const original = readStatements(originalText);
  const second = readStatements(secondText);
  const judged = pairGroups(groupsOf(original.statements), groupsOf(second.statements)).filter(isPair);
  return {
    original: { sections: original.sections, findings: original.statements.map((one) => findingOf(originalText, one)) },
    second: { sections: second.sections, findings: second.statements.map((one) => findingOf(secondText, one)) },
    pairs: judged.map((one) => ({
      original: one.original?.id ?? null,
      second: one.second?.id ?? null,
      relation: one.relation,
      differsIn: one.differsIn,
      because: becauseOf(one),
      grade: counts(one) ? (matters(one) ? 'major' : 'minor') : 'none',
    })),
    agreement: gradeOf(judged),
  };
}
