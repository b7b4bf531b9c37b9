import type { CommandType } from '@overread/rules/case/commands.ts';
import type { Need } from '@overread/rules/case/refusals.ts';
import type { CaseView } from '@overread/rules/case/view.ts';

/** The parts of the case page, in the order of the journey. */
export const PARTS = ['question', 'images', 'report', 'history', 'funding', 'reading', 'delivery', 'record'] as const;
export type Part = (typeof PARTS)[number];

const may = (view: CaseView, type: CommandType) => view.mayDo.includes(type);

export const paidMinor = (view: CaseView): number =>
  (view.funding?.payments ?? []).reduce((sum, { amount }) => sum + amount.amountMinor, 0);

/** What the patient still owes, in minor units; null where nothing was priced or another pays. */
export function owedMinor(view: CaseView): number | null {
  const { funding } = view;
  if (funding === null || funding.waivedBecause !== null) return null;
  if (funding.route === 'self-pay') return funding.price === null ? null : funding.price.amountMinor - paidMinor(view);
  if (funding.route === 'insurance')
    return funding.coverage === null ? null : funding.coverage.patientShare.amountMinor - paidMinor(view);
  return null;
}

/** Whether the money side is settled, as far as this page can tell. The rules decide. */
export function isFunded(view: CaseView): boolean {
  return view.tracks.some(({ track, mark }) => track === 'funding' && mark === 'done');
}

/** What has to be there before a reader can be asked, and is not. */
export function missingForReader(view: CaseView): readonly Need[] {
  const { materials } = view;
  const needs: (Need | false)[] = [
    view.question === null && 'question',
    materials.consent !== 'accepted' && materials.consent !== 'received' && 'consent',
    view.studies.some(({ state }) => state === 'held') && 'identity-decided',
    materials.images !== 'accepted' && 'images-accepted',
    materials.report !== 'accepted' && materials.report !== 'declared-none' && 'report-or-none',
    !isFunded(view) && 'funding',
  ];
  return needs.filter((need) => need !== false);
}

export interface NextAct {
  readonly part: Part;
  /** Id of the words on the button: `coordinator.next.${act}`. */
  readonly act: string;
}

interface Step extends NextAct {
  readonly when: (view: CaseView) => boolean;
}

const STEPS: readonly Step[] = [
  {
    part: 'question',
    act: 'clearRedFlags',
    when: (view) => may(view, 'clearRedFlags') && view.redFlags.yes.length > 0 && view.redFlags.clearedBy === null,
  },
  {
    part: 'images',
    act: 'decideStudy',
    when: (view) => may(view, 'decideStudy') && view.studies.some(({ state }) => state === 'held'),
  },
  {
    part: 'images',
    act: 'acceptImages',
    when: (view) => may(view, 'acceptImages') && view.materials.images === 'received',
  },
  {
    part: 'report',
    act: 'acceptReport',
    when: (view) => may(view, 'acceptReport') && view.materials.report === 'received',
  },
  {
    part: 'funding',
    act: 'recordCoverage',
    when: (view) =>
      may(view, 'recordCoverage') && view.funding?.route === 'insurance' && view.funding.coverage === null,
  },
  {
    part: 'funding',
    act: 'recordAuthorization',
    when: (view) =>
      may(view, 'recordAuthorization') &&
      view.funding?.coverage?.authorizationNeeded === true &&
      view.funding.authorization === null,
  },
  {
    part: 'funding',
    act: 'recordInstitution',
    when: (view) =>
      may(view, 'recordInstitution') && view.funding?.route === 'institution' && view.funding.institution === null,
  },
  {
    part: 'reading',
    act: 'compareReports',
    when: (view) => may(view, 'compareReports') && view.outside?.report != null,
  },
  {
    part: 'reading',
    act: 'offerCase',
    when: (view) =>
      view.third == null &&
      may(view, 'offerCase') &&
      missingForReader(view).length === 0 &&
      view.offers.every((o) => o.state !== 'offered'),
  },
  {
    part: 'delivery',
    act: 'offerThird',
    when: (view) => may(view, 'offerCase') && view.third != null,
  },
  {
    part: 'funding',
    act: 'recordPayment',
    when: (view) => may(view, 'recordPayment') && (owedMinor(view) ?? 0) > 0,
  },
  { part: 'delivery', act: 'closeCase', when: (view) => may(view, 'closeCase') && view.decision.recorded !== null },
];

/** The step that this page puts first: the one filled button; null where the case waits for somebody else. */
export function nextAct(view: CaseView): NextAct | null {
  const step = STEPS.find(({ when }) => when(view));
  return step === undefined ? null : { part: step.part, act: step.act };
}
