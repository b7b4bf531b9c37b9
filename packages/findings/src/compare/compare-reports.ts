import type { GradedPair, Pair, ReportComparison } from '../model.ts';
import { findingOf } from '../text/read-report.ts';
import { readStatements } from '../text/read-statements.ts';
import { becauseOf } from './because.ts';
import { concludedApart } from './conclusions.ts';
import { counts, gradeOf, type Judged, matters } from './grade.ts';
import { type Group, groupsOf } from './groups.ts';
import { pairGroups } from './pairing.ts';

/** A detail that only one report gives is no difference, so it makes no pair. */
const isPair = (one: Judged): boolean =>
  one.relation === 'agrees' || one.relation === 'differs' || counts(one) || !(one.original ?? one.second)?.optional;

/** A comparison whose pairs are graded one by one, by the same rules as the whole. */
export interface GradedComparison extends ReportComparison {
  readonly pairs: readonly GradedPair[];
}

interface Compared {
  readonly reports: Pick<ReportComparison, 'original' | 'second'>;
  readonly judged: readonly Judged[];
  readonly groups: readonly [readonly Group[], readonly Group[]];
}

function compare(originalText: string, secondText: string): Compared {
  const original = readStatements(originalText);
  const second = readStatements(secondText);
  const groups = [groupsOf(original.statements), groupsOf(second.statements)] as const;
  const findings = (text: string, { sections, statements }: typeof original) => ({
    sections,
    findings: statements.map((one) => findingOf(text, one)),
  });
  return {
    reports: { original: findings(originalText, original), second: findings(secondText, second) },
    judged: pairGroups(...groups).filter(isPair),
    groups,
  };
}

function pairOf(one: Judged): Pair {
  return {
    original: one.original?.id ?? null,
    second: one.second?.id ?? null,
    relation: one.relation,
    differsIn: one.differsIn,
    because: becauseOf(one),
  };
}

/**
 * Compares two reports of one examination. Findings are paired by an optimal assignment over observation, anatomy, level and
 * side; repetitions in the impression count once. Not mentioned is not absent, and neither report is taken as right.
 */
export function compareReports(originalText: string, secondText: string): ReportComparison {
  const { reports, judged } = compare(originalText, secondText);
  return { ...reports, pairs: judged.map(pairOf), agreement: gradeOf(judged) };
}

/**
 * As `compareReports`, for a person who checks the pairs one by one: each pair is graded, and where the impressions differ
 * in what they make of a finding, they are a pair of their own.
 */
export function compareGraded(originalText: string, secondText: string): GradedComparison {
  const { reports, judged, groups } = compare(originalText, secondText);
  const pairs = concludedApart(judged, ...groups).map(
    (one): GradedPair => ({
      ...pairOf(one),
      grade: counts(one) ? (matters(one) ? 'major' : 'minor') : 'none',
      ...(one.further ? { concludes: one.further } : {}),
    }),
  );
  return { ...reports, pairs, agreement: gradeOf(judged) };
}
