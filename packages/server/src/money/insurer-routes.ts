import type { InsurerAnswer } from '@overread/contract/money.ts';
import {
  authorizationRequest,
  type CoverageQuestion,
  eligibilityRequest,
  eligibilityRequestBundle,
  NotX12,
  preauthorizationBundle,
  readAuthorization,
  readEligibility,
  readEligibilityResponse,
  readInterchange,
  readPreauthorization,
  type SetToSend,
  writeInterchange,
} from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import { addDays, dateOf } from '@overread/rules/turnaround/dates.ts';
import { z } from 'zod';
import { caseOf, longText, readInput, shortText } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { refusalProblem, wordedProblem } from '../platform/problems.ts';
import type { Insurers } from './clearing-house.ts';
import { billingOf, codeOf, diagnosisList } from './papers.ts';

export type InsurerDeps = Pick<Ground, 'clock' | 'newId' | 'practice'> & Insurers;

const plan = {
  plan: shortText.default(''),
  memberId: shortText.default(''),
  /** The payer's id in X12; the plan's name stands in where it is not known. */
  payerId: shortText.default(''),
  diagnoses: diagnosisList,
};
const question = z.object(plan);
const toSend = z.object({ message: z.enum(['270', '278']), ...plan });
const answered = z.object({ text: longText });
type Question = z.infer<typeof question>;

/** X12 code 1365: MRI or CT. */
const SERVICE_TYPES = ['62'];
/** Days from today on which the reading is asked for where no day is promised yet. */
const USUALLY_IN_DAYS = 5;

/** What an insurer is asked, as X12 or FHIR: made to be sent, sent where there is a clearing house; and what it answers, read. */
export function registerInsurerRoutes(app: App, deps: InsurerDeps): void {
  const { clearingHouse, clock } = deps;
  const ofCase = { config: { action: 'coverage:ask' } } as const;

  app.get<{ Params: { message: string } }>(
    '/api/cases/:caseId/insurer/:message',
    ofCase,
    async ({ access, params, query }, reply) => {
      const state = caseOf(access);
      const asked = askedOf(state, readInput(question, query));
      const at = clock.now().toISOString();
      if (params.message === '270' || params.message === '278') {
        const name = `${params.message}-${state.number}.x12`;
        reply.type('application/edi-x12').header('content-disposition', `attachment; filename="${name}"`);
        return interchange(deps, state, { message: params.message, asked, at });
      }
      const bundleOf = { eligibility: eligibilityRequestBundle, preauthorization: preauthorizationBundle }[
        params.message
      ];
      if (bundleOf === undefined) throw wordedProblem(404, 'not-found');
      reply.type('application/fhir+json');
      return JSON.stringify(bundleOf(fhirQuestion(deps, state, { asked, at })));
    },
  );

  app.post('/api/cases/:caseId/insurer', ofCase, async ({ access, body }): Promise<InsurerAnswer> => {
    if (clearingHouse === null) throw wordedProblem(422, 'money.no-clearing-house');
    const state = caseOf(access);
    const { message, ...rest } = readInput(toSend, body);
    const text = interchange(deps, state, { message, asked: askedOf(state, rest), at: clock.now().toISOString() });
    const type = message === '270' ? 'X12_270_Request_005010X279A1' : 'X12_278_Request_005010X217E1_2';
    return readAnswer(await clearingHouse.exchange(type, text));
  });

  app.post('/api/cases/:caseId/insurer/answer', ofCase, async ({ body }) => readAnswer(readInput(answered, body).text));
}

/** Plan and member as they were given, else as they were recorded. */
function askedOf({ funding }: CaseState, given: Question): Question {
  const known = funding.coverage;
  const asked = {
    ...given,
    plan: given.plan || (known?.plan ?? ''),
    memberId: given.memberId || (known?.memberId ?? ''),
  };
  if (asked.plan === '' || asked.memberId === '') throw refusalProblem({ code: 'not-yet', needs: ['coverage'] });
  return asked;
}

interface ToAsk {
  readonly asked: Question;
  readonly at: string;
}

const serviceDay = ({ clock }: CaseState, at: string): string =>
  clock.promisedBy === null ? addDays(dateOf(at), USUALLY_IN_DAYS) : dateOf(clock.promisedBy);

function interchange(
  deps: InsurerDeps,
  state: CaseState,
  { message, asked, at }: ToAsk & { readonly message: '270' | '278' },
): string {
  const { patient, number } = state;
  const billing = billingOf(deps.practice);
  const subscriber = { ...patient.name, memberId: asked.memberId, birthDate: patient.birthDate, sex: patient.sex };
  const payer = { name: asked.plan, idQualifier: 'PI', id: asked.payerId === '' ? asked.plan : asked.payerId };
  const practice = { name: billing.legalName, idQualifier: 'XX', id: billing.npi };
  const trace = { number: deps.newId(), originator: `9${billing.npi}`.slice(0, 10) };
  const common = { reference: number, at, payer, subscriber, trace, serviceOn: serviceDay(state, at) };
  const set: SetToSend =
    message === '270'
      ? eligibilityRequest({ ...common, provider: practice, serviceTypes: SERVICE_TYPES })
      : authorizationRequest({
          ...{ ...common, requester: practice, diagnoses: asked.diagnoses, service: codeOf(state), visits: 1 },
        });
  const { sender, receiver } = deps.parties;
  // A number for each second serves: what goes twice in one second is one message.
  const control = (Math.floor(Date.parse(at) / 1000) % 999_999_999) + 1;
  const party = (id: string) => ({ qualifier: 'ZZ', id });
  return writeInterchange(
    { sender: party(sender), receiver: party(receiver), at, control, isTest: deps.practice.demo },
    set,
  );
}

function fhirQuestion({ practice, newId }: InsurerDeps, state: CaseState, { asked, at }: ToAsk): CoverageQuestion {
  const { legalName, npi } = billingOf(practice);
  const ids = new Map<string, string>();
  const uuidOf = (name: string): string => {
    const id = ids.get(name) ?? newId();
    ids.set(name, id);
    return id;
  };
  return {
    ...{ uuidOf, caseNumber: state.number, at, patient: state.patient, plan: asked.plan, memberId: asked.memberId },
    ...{ provider: { name: legalName, npi }, service: codeOf(state), serviceOn: serviceDay(state, at) },
    ...{ diagnoses: asked.diagnoses, priceMinor: state.funding.price?.amountMinor ?? 0 },
    currency: state.funding.price?.currency ?? practice.currency,
  };
}

/** Reads an answer in whatever format it comes; throws in words where it is none. */
function readAnswer(text: string): InsurerAnswer {
  try {
    const sent = text.trim();
    const read = sent.startsWith('{') ? fromFhir(JSON.parse(sent)) : fromX12(sent);
    if (read !== null) return read;
  } catch (error) {
    if (!(error instanceof NotX12) && !(error instanceof SyntaxError)) throw error;
  }
  throw wordedProblem(422, 'money.not-read');
}

function fromX12(text: string): InsurerAnswer | null {
  const interchange = readInterchange(text);
  const [eligibility, authorization] = [readEligibility(interchange), readAuthorization(interchange)];
  return eligibility === null && authorization === null
    ? null
    : { eligibility, authorization, faults: interchange.faults };
}

function fromFhir(sent: Parameters<typeof readEligibilityResponse>[0]): InsurerAnswer | null {
  const [eligibility, authorization] = [readEligibilityResponse(sent), readPreauthorization(sent)];
  return eligibility === null && authorization === null ? null : { eligibility, authorization, faults: [] };
}
