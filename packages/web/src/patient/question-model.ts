import type { CommandOf } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { AskedQuestion, Reason, RedFlag, Region, Side } from '@overread/rules/case/vocabulary.ts';
import type { SaidFaults } from '../ui/said.ts';

/** Under which the answers of this page are kept while they are typed. */
export const questionKey = (caseId: string): string => `question/${caseId}`;

/** The parts of the body in the order of the list: head to foot. */
export const REGION_ORDER: readonly Region[] = [
  'brain',
  'pituitary',
  'head-neck',
  'cervical-spine',
  'thoracic-spine',
  'lumbar-spine',
  'shoulder',
  'elbow',
  'wrist-hand',
  'chest',
  'breast',
  'abdomen',
  'liver',
  'pelvis',
  'prostate',
  'hip',
  'knee',
  'ankle-foot',
  'vessels',
  'other',
];

const PAIRED: ReadonlySet<string> = new Set(['shoulder', 'elbow', 'wrist-hand', 'breast', 'hip', 'knee', 'ankle-foot']);

/** Whether left or right has to be asked. */
export const hasSides = (region: string): boolean => PAIRED.has(region);

export interface QuestionValues {
  readonly reasons: readonly Reason[];
  readonly proposedTreatment: string;
  readonly region: Region | '';
  readonly side: Side | '';
  /** The patient's own questions; those of the referrer are not touched here. */
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  readonly symptoms: string;
  readonly yes: readonly RedFlag[];
  readonly none: boolean;
}

const ownQuestions = (view: CaseView) =>
  (view.question?.questions ?? []).filter(({ askedBy }) => askedBy === 'patient').map(({ id, text }) => ({ id, text }));

/** What the form begins with: what was asked before, or one empty question. */
export function questionStart(view: CaseView): QuestionValues {
  const asked = view.question;
  const own = ownQuestions(view);
  return {
    reasons: asked?.reasons ?? [],
    proposedTreatment: asked?.proposedTreatment ?? '',
    region: asked?.region ?? '',
    side: asked?.side ?? '',
    questions: own.length > 0 ? own : [{ id: nextQuestionId(view.question?.questions ?? []), text: '' }],
    symptoms: asked?.symptoms ?? '',
    yes: [],
    none: false,
  };
}

/** A free id beside those that are there: "q1", "q2" … Ids stay, because the reader answers each question by its id. */
export function nextQuestionId(taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = 1;
  while (ids.has(`q${number}`)) number += 1;
  return `q${number}`;
}

/** Whether the signs that must not wait are still to be asked, as in a case that somebody else opened. */
export const asksForSigns = (view: CaseView): boolean => view.redFlags.answeredAt === null;

export function checkQuestion(values: QuestionValues, signs: boolean): SaidFaults<keyof QuestionValues> {
  const faults: SaidFaults<keyof QuestionValues> = {};
  if (values.reasons.length === 0) faults.reasons = { say: 'patient.why.missing' };
  if (values.region === '') faults.region = { say: 'patient.region.missing' };
  if (hasSides(values.region) && (values.side === '' || values.side === 'none'))
    faults.side = { say: 'patient.side.missing' };
  if (values.questions.every(({ text }) => text.trim() === '')) faults.questions = { say: 'patient.question.missing' };
  if (signs && values.yes.length === 0 && !values.none) faults.yes = { say: 'patient.signs.missing' };
  return faults;
}

/** The command, with the referrer's questions left as they are. Only for values that `checkQuestion` lets through. */
export function askCommand(view: CaseView, values: QuestionValues): CommandOf<'askQuestion'> {
  const others = (view.question?.questions ?? []).filter(({ askedBy }) => askedBy !== 'patient');
  const own: AskedQuestion[] = values.questions
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text }) => ({ id, askedBy: 'patient', text: text.trim() }));
  return {
    type: 'askQuestion',
    reasons: values.reasons,
    region: values.region === '' ? 'other' : values.region,
    side: hasSides(values.region) && values.side !== '' ? values.side : 'none',
    questions: [...own, ...others],
    symptoms: values.symptoms.trim(),
    proposedTreatment: values.reasons.includes('treatment-proposed') ? values.proposedTreatment.trim() : '',
  };
}
