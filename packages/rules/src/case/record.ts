import { moneyText } from '../money/price.ts';
import { dateOf } from '../turnaround/dates.ts';
import { choice } from './choice.ts';
import type { CaseEvent, EventType } from './events.ts';

type Values = Record<string, string | number>;
type Telling = { readonly [K in EventType]?: (data: Extract<CaseEvent, { type: K }>['data']) => Values };

/**
 * What fills the blanks, for the events whose sentence has some. Names, numbers and choices only: no reason, note or text
 * in anybody's own words, because such words may quote a report, and nothing of who wrote the original report.
 */
const VALUES: Telling = {
  referrerNamed: ({ name }) => ({ referrer: name }),
  questionAsked: ({ questions }) => ({ count: questions.length }),
  redFlagsAnswered: ({ yes }) => ({ count: yes.length }),
  consentGiven: ({ signerName, consentVersion }) => ({ signer: signerName, version: consentVersion }),
  recordsRequested: ({ facility, wants, dueOn }) => ({ facility: facility.name, wants: both(wants), dueOn }),
  recordsReceived: ({ what }) => ({ what: both(what) }),
  recordsRequestExtended: ({ dueOn }) => ({ dueOn }),
  agreementGiven: ({ what, signerName, version }) => ({ what, signer: signerName, version }),
  agreementTakenBack: ({ what }) => ({ what }),
  paperNoted: ({ step, kind }) => ({ step, kind }),
  recordsRequestSigned: ({ signerName }) => ({ signer: signerName }),
  recordsRequestNoted: ({ step, way, on }) => ({ step: choice(step), way, on }),
  facilityLinkNoted: ({ step, expiresAt }) => ({ step, until: dateOf(expiresAt) }),
  imagesReceived: ({ studies }) => ({
    studies: studies.length,
    images: studies.reduce((sum, { instances }) => sum + instances, 0),
    held: studies.filter(({ identity }) => identity.verdict !== 'match').length,
  }),
  studyDecided: ({ decision }) => ({ decision }),
  setJudged: ({ verdict }) => ({ verdict: choice(verdict) }),
  fundingChosen: ({ route, serviceLevel, price }) => ({
    route: choice(route),
    level: serviceLevel,
    amount: moneyText(price),
  }),
  coverageRecorded: ({ plan, answer }) => ({ plan, answer: choice(answer) }),
  authorizationRequested: ({ code, way }) => ({ code, way }),
  authorizationRecorded: ({ number }) => ({ number }),
  authorizationDenied: ({ on }) => ({ on }),
  denialAppealed: ({ sentOn }) => ({ sentOn }),
  paymentRecorded: ({ amount, method }) => ({ amount: moneyText(amount), method: choice(method) }),
  refundSet: ({ refundMinor, keptMinor, currency }) => ({
    refund: moneyText({ amountMinor: refundMinor, currency }),
    kept: moneyText({ amountMinor: keptMinor, currency }),
  }),
  refundPaid: ({ amount, method }) => ({ amount: moneyText(amount), method: choice(method) }),
  remittanceRecorded: ({ amount, payer }) => ({ amount: moneyText(amount), payer }),
  institutionRecorded: ({ institution }) => ({ institution }),
  clockStarted: ({ promisedBy }) => ({ promised: dateOf(promisedBy) }),
  clockPaused: ({ waitingFor }) => ({ who: waitingFor }),
  clockResumed: ({ promisedBy }) => ({ promised: dateOf(promisedBy) }),
  caseOffered: ({ reader }) => ({ reader: reader.name }),
  sentOutside: ({ service }) => ({ service }),
  findingsLocked: ({ hash }) => ({ hash: hash.slice(0, 12) }),
  reportsCompared: ({ comparison }) => ({ pairs: comparison.pairs.length, agreement: comparison.agreement }),
  reportSigned: ({ hash }) => ({ hash: hash.slice(0, 12) }),
  resultSeen: ({ by }) => ({ by }),
  caseErased: ({ ground, erased }) => ({
    ground: choice(ground),
    images: erased.images,
    reports: erased.reports,
    documents: erased.documents,
  }),
  parcelNoted: ({ parcelId, step, by }) => ({ parcel: parcelId, step, by }),
  reportRetracted: ({ cause, read }) => ({ cause: choice(cause), read: read ?? 'second' }),
  callRecorded: ({ to, outcome }) => ({ to, outcome: choice(outcome) }),
  resultEscalated: ({ step }) => ({ step }),
  resultShared: ({ views, expiresAt }) => ({ views, until: dateOf(expiresAt) }),
  thirdReadSettled: ({ how, promisedBy }) => ({ how, promised: dateOf(promisedBy) }),
  decisionRecorded: ({ outcome }) => ({ outcome: choice(outcome) }),
};

/** One sentence for each entry of the record: its id (`record.<event>`) and what fills its blanks, `name` being who did it. */
export function recordSay(event: CaseEvent): {
  readonly id: string;
  readonly with: Readonly<Record<string, string | number>>;
} {
  const values = VALUES[event.type] as ((data: CaseEvent['data']) => Values) | undefined;
  return { id: `record.${event.type}`, with: { name: event.actor.name, ...values?.(event.data) } };
}

function both(wants: readonly ('images' | 'report')[]): string {
  return wants.length > 1 ? 'both' : (wants[0] ?? 'both');
}
