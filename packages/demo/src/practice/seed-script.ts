import type { Command } from '@overread/rules/case/commands.ts';
import { type Actor, RED_FLAGS, type Role } from '@overread/rules/case/vocabulary.ts';
import { CONSENT_VERSION } from '@overread/words';
import {
  type DemoOutcome,
  SEED_POINTS,
  type SeedPlan,
  type SeedPoint,
  type SeedScript,
  type SeedStep,
} from './demo-case.ts';
import { demoId } from './ids.ts';
import { DEMO_PEOPLE, DEMO_PRACTICE, type DemoPerson } from './practice.data.ts';

type Act = { readonly kind: 'disc' | 'report' | 'deliver' } | { readonly kind: 'command'; readonly command: Command };
/** Who does what, and how many hours after the step before it. */
interface Planned {
  readonly by: Actor;
  readonly after: number;
  readonly act: Act;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SYSTEM: Actor = { personId: demoId('system'), name: 'Overread', role: 'system' };

/** What takes one case of the demo from its opening to where `plan.until` stands. `now` is an ISO instant. */
export function seedScript(plan: SeedPlan, now: string): SeedScript {
  const reached = SEED_POINTS.slice(0, SEED_POINTS.indexOf(plan.until) + 1);
  const planned = reached.flatMap((point) => STEPS[point](plan));
  const end = Date.parse(now) - 10 * 60_000;
  const start = Date.parse(now) - plan.openedDaysAgo * DAY_MS;
  const hours = planned.reduce((sum, { after }) => sum + after, 0);
  // The hours are as the steps would take; a case that was opened lately has them all in less time.
  const pace = Math.min(1, (end - start) / Math.max(1, hours * HOUR_MS));
  let at = start;
  const steps = planned.map(({ by, after, act }) => {
    at += after * HOUR_MS * pace;
    return stepOf(plan, act, { at: new Date(Math.round(at)).toISOString(), actor: by });
  });
  return { caseId: caseIdOf(plan), number: plan.intake.number, title: plan.intake.title, steps };
}

function stepOf({ intake }: SeedPlan, act: Act, base: { at: string; actor: Actor }): SeedStep {
  if (act.kind === 'command') return { ...base, kind: 'command', command: dated(act.command, base.at) };
  if (act.kind === 'deliver') return { ...base, kind: 'deliver' };
  if (act.kind === 'disc') {
    if (intake.study === null) throw new Error(`Case ${intake.key} has no disc: name "images" as missing.`);
    return { ...base, kind: 'disc', study: intake.study };
  }
  if (intake.report === null) throw new Error(`Case ${intake.key} has no report: name "report" as missing.`);
  return { ...base, kind: 'report', report: intake.report };
}

/** The letter of a request for records leaves on the day of the request. */
function dated(command: Command, at: string): Command {
  return command.type === 'requestRecords' ? { ...command, sentOn: at.slice(0, 10) } : command;
}

function caseIdOf({ intake }: SeedPlan): string {
  return demoId(`case/${intake.key}`);
}

function actor(person: DemoPerson, role: Role): Actor {
  return { personId: person.personId, name: person.name, role };
}

function patientOf({ intake }: SeedPlan): Actor {
  const { given, family } = intake.patient.name;
  return { personId: intake.patientPersonId, name: `${given} ${family}`, role: 'patient' };
}

const COORDINATOR = actor(DEMO_PEOPLE.keller, 'coordinator');

function outcomeOf(plan: SeedPlan): DemoOutcome {
  if (plan.outcome === null) throw new Error(`Case ${plan.intake.key} is not told beyond its funding.`);
  return plan.outcome;
}

function readerOf(plan: SeedPlan): Actor {
  const { readerId } = outcomeOf(plan);
  const found = DEMO_PRACTICE.people.find(({ personId }) => personId === readerId);
  if (found === undefined) throw new Error(`Case ${plan.intake.key} names a reader whom the practice does not have.`);
  return actor(found, 'reader');
}

function does(by: Actor, after: number, command: Command): Planned {
  return { by, after, act: { kind: 'command', command } };
}

const STEPS: Readonly<Record<SeedPoint, (plan: SeedPlan) => readonly Planned[]>> = {
  opened,
  asked,
  gathered,
  checked,
  funded,
  offered,
  accepted: (plan) => [does(readerOf(plan), 5, { type: 'acceptOffer', offerId: offerIdOf(plan), noConflict: true })],
  reading: (plan) => [does(readerOf(plan), 2, { type: 'openRead' })],
  locked: (plan) => [does(readerOf(plan), 1, { type: 'lockFindings', report: outcomeOf(plan).second })],
  compared: (plan) => [
    does(readerOf(plan), 0.1, { type: 'revealOriginal' }),
    does(readerOf(plan), 0.4, { type: 'compareReports', comparison: outcomeOf(plan).comparison }),
  ],
  signed: (plan) => [
    does(readerOf(plan), 0.2, {
      type: 'signReport',
      statement: 'I have read these images myself, before I saw the first report.',
    }),
  ],
  delivered: () => [{ by: SYSTEM, after: 0.1, act: { kind: 'deliver' } }],
  seen: (plan) => [does(patientOf(plan), 3, { type: 'markSeen' }), ...referrer(plan, 6, { type: 'markSeen' })],
  decided: (plan) => referrer(plan, 20, { type: 'recordDecision', ...outcomeOf(plan).decision }),
  closed: () => [does(COORDINATOR, 4, { type: 'closeCase' })],
};

function opened(plan: SeedPlan): readonly Planned[] {
  const { intake } = plan;
  const open: Command = {
    type: 'openCase',
    caseId: caseIdOf(plan),
    number: intake.number,
    patient: intake.patient,
    contact: intake.contact,
    patientPersonId: intake.patientPersonId,
    place: intake.place,
  };
  return [does(patientOf(plan), 0, open)];
}

function asked(plan: SeedPlan): readonly Planned[] {
  const { intake } = plan;
  const by = patientOf(plan);
  return [
    does(by, 0.1, { type: 'askQuestion', ...intake.question }),
    ...(intake.referrer === null ? [] : [does(by, 0.1, { type: 'nameReferrer', ...intake.referrer })]),
    does(by, 0.2, { type: 'answerRedFlags', asked: RED_FLAGS, yes: intake.redFlags.yes }),
  ];
}

function gathered(plan: SeedPlan): readonly Planned[] {
  const { intake, missing, request, ask } = plan;
  const by = patientOf(plan);
  const here = (what: SeedPlan['missing'][number]): boolean => !missing.includes(what);
  return [
    ...(here('history') ? [does(by, 0.3, { type: 'giveHistory', ...intake.history })] : []),
    ...(here('consent') ? [does(by, 0.1, consent(by))] : []),
    ...(request === null ? [] : [does(COORDINATOR, 6, requestRecords(plan, request))]),
    ...(here('images') ? [{ by, after: 14, act: { kind: 'disc' } } as const] : []),
    ...(here('report') ? [{ by, after: 1, act: { kind: 'report' } } as const] : []),
    ...(ask === null
      ? []
      : [does(COORDINATOR, 2, { type: 'askPatient', askId: demoId(`ask/${intake.key}`), text: ask })]),
  ];
}

function consent(by: Actor): Command {
  return {
    type: 'giveConsent',
    consentVersion: CONSENT_VERSION,
    language: 'en',
    signerName: by.name,
    relation: 'self',
  };
}

function requestRecords(plan: SeedPlan, request: NonNullable<SeedPlan['request']>): Command {
  const { intake } = plan;
  return {
    type: 'requestRecords',
    requestId: demoId(`request/${intake.key}`),
    facility: request.facility,
    wants: request.wants,
    studyDate: intake.study?.date ?? '',
    studyDescription: intake.title,
    missing: '',
    law: 'us-hipaa',
    sentOn: '',
  };
}

function checked(): readonly Planned[] {
  return [
    does(COORDINATOR, 5, { type: 'acceptImages', note: 'All series are there and readable.' }),
    does(COORDINATOR, 0.2, { type: 'acceptReport' }),
  ];
}

function funded(plan: SeedPlan): readonly Planned[] {
  const { intake, coverage } = plan;
  const choose = does(patientOf(plan), 2, { type: 'chooseFunding', ...intake.funding });
  if (coverage !== null) return [choose, does(COORDINATOR, 4, { type: 'recordCoverage', ...coverage })];
  const { currency, levels } = DEMO_PRACTICE.prices;
  return [
    choose,
    does(COORDINATOR, 3, {
      type: 'recordPayment',
      paymentId: demoId(`payment/${intake.key}`),
      amount: { amountMinor: levels[intake.funding.serviceLevel].amountMinor, currency },
      method: 'bank-transfer',
      reference: `Transfer ${intake.number}`,
    }),
  ];
}

function offered(plan: SeedPlan): readonly Planned[] {
  const { readerId } = outcomeOf(plan);
  const reader = DEMO_PRACTICE.readers.find((each) => each.readerId === readerId);
  if (reader === undefined) throw new Error(`Case ${plan.intake.key} names a reader whom the practice does not have.`);
  const reasons = [
    'Reads brain MRI as a subspecialty',
    `Licensed in ${plan.intake.place}`,
    'Has room for another case',
  ];
  return [does(COORDINATOR, 2, { type: 'offerCase', offerId: offerIdOf(plan), reader, reasons })];
}

function offerIdOf(plan: SeedPlan): string {
  return demoId(`offer/${plan.intake.key}`);
}

function referrer({ intake }: SeedPlan, after: number, command: Command): readonly Planned[] {
  if (intake.referrer === null || intake.referrer.personId === null) return [];
  return [does({ personId: intake.referrer.personId, name: intake.referrer.name, role: 'referrer' }, after, command)];
}
