/**
 * The grade of the whole, by visible rules:
 * - concordant: no finding differs and none that stands for itself is reported by one side only;
 * - major: at least one difference bears on treatment or follow-up;
 * - minor: there are differences, and none of them does.
 * A negative that only one report gives is never a difference: not mentioned is not absent.
 */
import { kindsOf, observations } from '../lexicon/lexicon.ts';
import type { Difference, GradedPair, GradeRule, Relation, ReportComparison } from '../model.ts';
import type { Statement } from '../text/statement.ts';

export interface Judged {
  readonly relation: Relation;
  readonly differsIn: readonly Difference[];
  readonly original: Statement | null;
  readonly second: Statement | null;
}

/** 0 incidental, 1 matters when more than mild, 2 bears on treatment or follow-up. */
export function weightOf(one: Statement): number {
  const weight = Math.max(
    0,
    ...one.readings.filter((r) => !r.alternative).map((r) => observations.get(r.code)?.weight ?? 1),
  );
  // Categories decide what is done: 4 and 5 call for biopsy or treatment, 1 and 2 for nothing.
  const category = one.scores.find((score) => score.system.endsWith('RADS'));
  if (category) return category.low >= 4 ? 2 : Math.min(weight, category.low >= 3 ? 1 : 0);
  // A new lesion calls for something to be done, whatever it is.
  if (weight === 1 && one.change === 'new' && one.readings.some(({ code }) => kindsOf(code).has('lesion'))) return 2;
  if (weight === 1 && (one.severity ?? 0) >= 2.5) return 2;
  if (weight === 1 && one.extent === 'full') return 2;
  return weight;
}

const isMalignant = (one: Statement): boolean => one.readings.some((r) => kindsOf(r.code).has('mass'));

/** PI-RADS, BI-RADS and their kin decide what is done next. */
const isCategorised = (a: Statement, b: Statement): boolean =>
  a.scores.some((x) => x.system.endsWith('RADS') && b.scores.some((y) => y.system === x.system));

function step(a: Statement, b: Statement): number {
  const graded = a.scores.flatMap((x) =>
    b.scores.filter((y) => y.system === x.system).map((y) => Math.abs(x.low - y.low)),
  );
  if (graded.length > 0) return Math.max(...graded);
  if (a.extent !== '' && b.extent !== '' && a.extent !== b.extent) return 2;
  return a.severity !== null && b.severity !== null ? Math.abs(a.severity - b.severity) : 1;
}

function sizeMatters(a: Statement, b: Statement): boolean {
  if (a.change !== '' && b.change !== '' && a.change !== b.change) return true;
  const [x, y] = [Math.max(0, ...a.sizes.flatMap((s) => s.mm)), Math.max(0, ...b.sizes.flatMap((s) => s.mm))];
  return isMalignant(a) || isMalignant(b) || Math.max(x, y) > 1.5 * Math.min(x, y);
}

/** Uptake of contrast tells active from quiet, and tumour from scar; a trace of it tells neither. */
const takesUpContrast = (one: Statement): boolean =>
  one.presence !== 'absent' && (one.severity ?? 2) > 1 && one.readings.some(({ code }) => code === 'enhancement');

function bears(difference: Difference, weight: number, a: Statement, b: Statement): boolean {
  switch (difference) {
    case 'severity':
      return isCategorised(a, b) || step(a, b) >= 2;
    case 'certainty':
      return weight >= 2 && (isMalignant(a) || isMalignant(b));
    case 'size':
      return sizeMatters(a, b);
    case 'presence':
      return weight >= 2 || takesUpContrast(a) || takesUpContrast(b);
    case 'count':
    case 'diagnosis':
      return weight >= 2;
    case 'side':
    case 'level':
      return true;
  }
}

/** The grade that each rule gives to a pair. The rule is named, so that a person can be told which one it was. */
export const GRADE_BY_RULE = {
  agrees: 'none',
  'denied-alone': 'none',
  'detail-alone': 'none',
  'not-assessable': 'none',
  'alone-weighty': 'major',
  'alone-lesser': 'minor',
  side: 'major',
  level: 'major',
  category: 'major',
  steps: 'major',
  size: 'major',
  certainty: 'major',
  presence: 'major',
  count: 'major',
  diagnosis: 'major',
  'differs-lesser': 'minor',
} as const satisfies Readonly<Record<string, GradedPair['grade']>>;

/** The one rule that grades a pair. Where several differences bear, the first of them in the order of `differsIn`. */
export function ruleOf({ relation, original: a, second: b, differsIn }: Judged): GradeRule {
  if (relation === 'agrees') return 'agrees';
  const weight = Math.max(a ? weightOf(a) : 0, b ? weightOf(b) : 0);
  if (a && b) {
    const bearing = weight > 0 ? differsIn.find((difference) => bears(difference, weight, a, b)) : undefined;
    if (bearing !== 'severity') return bearing ?? 'differs-lesser';
    return isCategorised(a, b) ? 'category' : 'steps';
  }
  const one = a ?? b;
  if (relation !== 'differs' && one?.presence === 'absent') return 'denied-alone';
  if (relation !== 'differs' && (one === null || one.optional)) return 'detail-alone';
  return weight >= 2 ? 'alone-weighty' : 'alone-lesser';
}

/** Whether a pair counts for the grade at all. */
export const counts = (judged: Judged): boolean => GRADE_BY_RULE[ruleOf(judged)] !== 'none';

export const gradeOf = (judged: readonly Judged[]): ReportComparison['agreement'] =>
  gradeOfAll(judged.map((one) => GRADE_BY_RULE[ruleOf(one)]));

/** The grade of the whole from those of its pairs: the gravest. */
export function gradeOfAll(grades: readonly GradedPair['grade'][]): ReportComparison['agreement'] {
  return grades.includes('major') ? 'major' : grades.includes('minor') ? 'minor' : 'concordant';
}
