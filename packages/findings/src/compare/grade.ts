/**
 * The grade of the whole, by visible rules:
 * - concordant: no finding differs and none that stands for itself is reported by one side only;
 * - major: at least one difference bears on treatment or follow-up;
 * - minor: there are differences, and none of them does.
 * A negative that only one report gives is never a difference: not mentioned is not absent.
 */
import { kindsOf, observations } from '../lexicon/lexicon.ts';
import type { Difference, Relation, ReportComparison } from '../model.ts';
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

/** Whether a difference bears on treatment or follow-up. */
export function matters({ original: a, second: b, differsIn }: Judged): boolean {
  const weight = Math.max(a ? weightOf(a) : 0, b ? weightOf(b) : 0);
  if (!a || !b) return weight >= 2;
  return weight > 0 && differsIn.some((difference) => bears(difference, weight, a, b));
}

/** Whether a pair counts for the grade at all. */
export function counts(judged: Judged): boolean {
  if (judged.relation === 'agrees') return false;
  if (judged.relation === 'differs') return true;
  const one = judged.original ?? judged.second;
  return one !== null && one.presence !== 'absent' && !one.optional;
}

export function gradeOf(judged: readonly Judged[]): ReportComparison['agreement'] {
  const differing = judged.filter(counts);
  if (differing.length === 0) return 'concordant';
  return differing.some(matters) ? 'major' : 'minor';
}
