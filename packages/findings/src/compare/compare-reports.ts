import type { GradedPair, Pair, ReportComparison } from '../model.ts';
import { findingOf } from '../text/read-report.ts';
import { readStatements } from '../text/read-statements.ts';
import { becauseOf, unjudgedBecause } from './because.ts';
import { agreedConclusions, concludedApart } from './conclusions.ts';
import { counts, GRADE_BY_RULE, gradeOf, gradeOfAll, type Judged, ruleOf } from './grade.ts';
import { type Group, groupsOf } from './groups.ts';
import { pairGroups } from './pairing.ts';
import { unjudgedIn, unjudgedWords } from './unjudged.ts';
import { pairUnread } from './unread.ts';

/** A detail that only one report gives is no difference, so it makes no pair. */
const isPair = (one: Judged): boolean =>
  one.relation === 'agrees' || one.relation === 'differs' || counts(one) || !(one.original ?? one.second)?.optional;

/** What one report denies or calls normal and the other passes over: no difference, and it stands among that report's findings. */
const isLoneDenial = ({ original, second }: Judged): boolean =>
  (original === null || second === null) && (original ?? second)?.presence === 'absent';

/** A comparison whose pairs are graded one by one, by the same rules as the whole. */
export interface GradedComparison extends ReportComparison {
  readonly pairs: readonly GradedPair[];
}

interface Compared {
  readonly reports: Pick<ReportComparison, 'original' | 'second'>;
  readonly judged: readonly Judged[];
  /** What both impressions make of a pair, beside the pair itself. */
  readonly conclusions: readonly Judged[];
  readonly groups: readonly [readonly Group[], readonly Group[]];
}

function compare(originalText: string, secondText: string): Compared {
  const original = readStatements(originalText);
  const second = readStatements(secondText);
  const groups = [groupsOf(original.statements), groupsOf(second.statements)] as const;
  const pairs = pairGroups(...groups).filter(isPair);
  const alike = pairUnread(original.unread, second.unread);
  const findings = (text: string, { sections, statements }: typeof original, side: 'original' | 'second') => ({
    sections,
    findings: [...statements, ...alike.flatMap((one) => one[side] ?? [])].map((one) => findingOf(text, one)),
  });
  return {
    reports: {
      original: findings(originalText, original, 'original'),
      second: findings(secondText, second, 'second'),
    },
    judged: [...pairs, ...alike],
    conclusions: agreedConclusions(pairs, ...groups),
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
 * A negative that the other report passes over makes no pair.
 */
export function compareReports(originalText: string, secondText: string): ReportComparison {
  const { reports, judged, conclusions } = compare(originalText, secondText);
  const pairs = [...judged, ...conclusions].filter((one) => !isLoneDenial(one));
  return { ...reports, pairs: pairs.map(pairOf), agreement: gradeOf(judged) };
}

/**
 * As `compareReports`, for a person who checks the pairs one by one: each pair is graded, a negative of one report alone is
 * shown, and where the impressions differ in what they make of a finding, they are a pair of their own. What one report
 * alone finds and the other says it could not judge is marked so, and makes no difference between the two.
 */
export function compareGraded(originalText: string, secondText: string): GradedComparison {
  const { reports, judged, groups } = compare(originalText, secondText);
  const unjudged = [unjudgedIn(originalText), unjudgedIn(secondText)] as const;
  const pairs = concludedApart(judged, ...groups).map((one): GradedPair => {
    const because = unjudgedWords(one, unjudged[one.original ? 1 : 0]);
    const rule = because === null ? ruleOf(one) : 'not-assessable';
    return {
      ...pairOf(one),
      ...(because === null ? {} : { because: unjudgedBecause(one, because) }),
      grade: GRADE_BY_RULE[rule],
      rule,
      ...(one.further ? { concludes: one.further } : {}),
    };
  });
  return { ...reports, pairs, agreement: gradeOfAll(pairs.map(({ grade }) => grade)) };
}
