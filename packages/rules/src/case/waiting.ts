import { tellPeopleApart } from '../identity/people.ts';
import { openDenial } from '../money/coverage.ts';
import { moneyText, owed } from '../money/price.ts';
import { dateOf } from '../turnaround/dates.ts';
import {
  attachedStudies,
  authorized,
  decider,
  hasOriginal,
  heldStudies,
  isFunded,
  openAsk,
  openOffer,
  openRequest,
  readOutside,
  redFlagOpen,
} from './readiness.ts';
import type { CaseState, ThirdRead } from './state.ts';
import { isSettled } from './third.ts';
import type { WaitingFor } from './view.ts';
import type { Role } from './vocabulary.ts';

const NO_MONEY = { amountMinor: 0, currency: '' };

interface Wait {
  readonly who: WaitingFor['who'];
  readonly say: string;
  readonly with?: WaitingFor['with'];
  readonly since?: string | null | undefined;
  readonly urgent?: boolean;
}

/**
 * The one thing that a case waits for, and on whom. `as` is who looks: the patient gets sentences of her own (the same id
 * with `.patient` behind it), everybody else the ones that name people (`patient` is always among what fills the blanks).
 * Urgent: a warning sign is open, a promise or a due
 * date has passed.
 */
export function waitingOf(state: CaseState, now: string, as: Role | null = null): WaitingFor {
  const wait = first(state, now);
  return {
    who: wait.who,
    say: as === 'patient' ? `${wait.say}.patient` : wait.say,
    with: { patient: patientName(state), ...(seesMoney(as) ? wait.with : withoutMoney(wait.with)) },
    since: wait.since ?? state.updatedAt,
    urgent: wait.urgent === true || isLate(state, now),
  };
}

/** What the patient pays is nothing to those who read or treat her. */
export function seesMoney(as: Role | null): boolean {
  return as !== 'reader' && as !== 'referrer';
}

function withoutMoney(values: Wait['with'] = {}): WaitingFor['with'] {
  const { amount: _, ...rest } = values;
  return rest;
}

function patientName({ patient }: CaseState): string {
  return [patient.name.given, patient.name.family].filter((part) => part !== '').join(' ');
}

function isLate({ clock, delivery, closedAt, cancelled }: CaseState, now: string): boolean {
  if (clock.promisedBy === null || clock.pausedAt !== null) return false;
  if (delivery.deliveredAt !== null || closedAt !== null || cancelled !== null) return false;
  return Date.parse(now) > Date.parse(clock.promisedBy);
}

function first(state: CaseState, now: string): Wait {
  if (state.erased != null)
    return { who: 'nobody', say: 'waiting.erased', with: { on: dateOf(state.erased.at) }, since: state.erased.at };
  if (state.cancelled !== null) return { who: 'nobody', say: 'waiting.cancelled', since: state.cancelled.at };
  const late = lateReport(state);
  if (late !== null) return late;
  if (state.closedAt !== null) return { who: 'nobody', say: 'waiting.closed', since: state.closedAt };
  // A warning sign comes before everything, also before a result that lies there and is not opened.
  if (redFlagOpen(state))
    return { who: 'coordinator', say: 'waiting.red-flag', since: state.redFlags.answeredAt, urgent: true };
  if (state.delivery.deliveredAt !== null) return decision(state, now);
  if (state.reading.signed !== null) return signed(state, state.reading.signed.at);
  return (
    stopped(state) ??
    reading(state, now) ??
    gathering(state, now) ??
    checking(state) ??
    funding(state) ??
    matching(state)
  );
}

/** The original report of a case that was read, and delivered, without one: it is checked, opened and compared. */
function lateReport(state: CaseState): Wait | null {
  const { reading, delivery, materials } = state;
  if (delivery.deliveredAt === null || reading.comparison !== null || reading.reader === null) return null;
  if (materials.report === 'received') return reportCheck(state);
  if (materials.report !== 'accepted') return null;
  const { name } = reading.reader;
  return { who: 'reader', say: 'waiting.comparison', with: { name }, since: state.touchedAt.report };
}

/** The service makes and sends the result by itself, but never against a consent that was withdrawn. */
function signed(state: CaseState, since: string): Wait {
  if (state.consent === null) return withdrawn(state);
  return { who: 'nobody', say: 'waiting.delivery', since };
}

function withdrawn({ touchedAt }: CaseState): Wait {
  return { who: 'patient', say: 'waiting.consent', since: touchedAt.consent };
}

/** After delivery: the result is opened, the decision recorded, the case closed. */
function decision(state: CaseState, now: string): Wait {
  const { decision, referrer } = state;
  if (decision.recorded !== null && decision.recorded.outcome !== 'third-read')
    return { who: 'coordinator', say: 'waiting.close', since: decision.recorded.at };
  const name = referrer?.name ?? '';
  const third = state.third ?? null;
  if (third !== null && third.delivery.deliveredAt === null) return thirdRead(state, third, now);
  // A record of before there was a third read here: somebody asks for it once more, or decides.
  if (third === null && decision.recorded !== null)
    return { who: 'coordinator', say: 'waiting.third-read', since: decision.recorded.at };
  const delivery = third?.delivery ?? state.delivery;
  if (decider({ referrer }) === 'referrer') {
    if (delivery.seenByReferrerAt === null)
      return (
        toCall(state, delivery, name) ?? {
          who: 'referrer',
          say: 'waiting.referrer-opens',
          with: { name },
          since: delivery.deliveredAt,
        }
      );
    return { who: 'referrer', say: 'waiting.referrer-decides', with: { name }, since: delivery.seenByReferrerAt };
  }
  if (delivery.seenByPatientAt === null)
    return (
      toCall(state, delivery, name) ?? { who: 'patient', say: 'waiting.patient-opens', since: delivery.deliveredAt }
    );
  return { who: 'patient', say: 'waiting.patient-decides', since: delivery.seenByPatientAt };
}

/** A result that was not opened in spite of reminders: somebody calls, until it was. */
function toCall(state: CaseState, { deliveredAt }: CaseState['delivery'], name: string): Wait | null {
  const { escalated } = state;
  if (escalated === undefined || escalated.deliveredAt !== deliveredAt || escalated.step === 'reminder') return null;
  const whom = decider(state);
  if (escalated.step === 'telephone')
    return { who: 'coordinator', say: `waiting.call-${whom}`, with: { name }, since: escalated.at, urgent: true };
  return { who: whom, say: `waiting.${whom}-opens`, with: { name }, since: deliveredAt, urgent: true };
}

/** The third read, from who pays for it to its delivery. */
function thirdRead(state: CaseState, third: ThirdRead, now: string): Wait {
  const urgent = third.promisedBy !== null && Date.parse(now) > Date.parse(third.promisedBy);
  const ask = openAsk(state);
  if (ask !== null) return { who: 'patient', say: 'waiting.answer', since: ask.at };
  const { reading, price, askedAt, settled } = third;
  if (!isSettled(third))
    return {
      who: 'patient',
      say: 'waiting.third-payment',
      with: { amount: moneyText(price ?? NO_MONEY) },
      since: askedAt,
    };
  const offer = openOffer(third);
  if (offer !== null)
    return { who: 'reader', say: 'waiting.offer', with: { name: offer.reader.name }, since: offer.at, urgent };
  if (reading.reader === null)
    return { who: 'coordinator', say: 'waiting.third-read', since: settled?.at ?? askedAt, urgent };
  const name = reading.reader.name;
  if (reading.signed === null)
    return { who: 'reader', say: 'waiting.third-reading', with: { name }, since: reading.acceptedAt, urgent };
  return { who: 'nobody', say: 'waiting.delivery', since: reading.signed.at };
}

/** What stops everything else: a question to the patient, a consent that was withdrawn on the way. */
function stopped(state: CaseState): Wait | null {
  const ask = openAsk(state);
  if (ask !== null) return { who: 'patient', say: 'waiting.answer', since: ask.at };
  return state.clock.startedAt !== null && state.consent === null ? withdrawn(state) : null;
}

/** From the offer to the signature. */
function reading(state: CaseState, now: string): Wait | null {
  const { reader } = state.reading;
  if (readOutside(state)) return fromOutside(state);
  const offer = openOffer(state);
  if ((offer !== null || reader !== null) && state.reading.locked === null && state.materials.images !== 'accepted')
    return missing(state, 'images', now) ?? imagesCheck(state);
  if (offer !== null)
    return { who: 'reader', say: 'waiting.offer', with: { name: offer.reader.name }, since: offer.at };
  if (reader !== null) return atWork(state, reader.name, now);
  const { outside } = state;
  if (outside === null) return null;
  return { who: 'outside', say: 'waiting.outside', with: { name: outside.service }, since: outside.at };
}

/** The report of a service outside is here: the coordinator compares, and takes it over. */
function fromOutside(state: CaseState): Wait {
  if (state.materials.report === 'received') return reportCheck(state);
  const say = toCompare(state) ? 'waiting.outside-compare' : 'waiting.outside-sign';
  return { who: 'coordinator', say, since: state.reading.locked?.at };
}

function atWork(state: CaseState, name: string, now: string): Wait {
  const { locked, openedAt, acceptedAt } = state.reading;
  if (locked !== null) {
    if (state.materials.report === 'received') return reportCheck(state);
    const say = toCompare(state) ? 'waiting.comparison' : 'waiting.signature';
    return missing(state, 'report', now) ?? { who: 'reader', say, with: { name }, since: locked.at };
  }
  return openedAt === null
    ? { who: 'reader', say: 'waiting.read-start', with: { name }, since: acceptedAt }
    : { who: 'reader', say: 'waiting.reading', with: { name }, since: openedAt };
}

function toCompare(state: CaseState): boolean {
  return (hasOriginal(state) || state.earlier !== undefined) && state.reading.comparison === null;
}

/** What is still to come from patient or facility, or has to be decided before it counts. */
function gathering(state: CaseState, now: string): Wait | null {
  const { question, redFlags, consent, history } = state;
  if (question === null) return { who: 'patient', say: 'waiting.question', since: state.openedAt };
  if (redFlags.answeredAt === null)
    return { who: 'patient', say: 'waiting.red-flags', since: state.touchedAt.question };
  if (heldStudies(state).length > 0) return identity(state);
  if (consent === null)
    return { who: 'patient', say: 'waiting.consent', since: state.touchedAt.consent ?? state.openedAt };
  const images = missing(state, 'images', now);
  if (images !== null) return images;
  const report = missing(state, 'report', now);
  if (report !== null) return report;
  if (history === null) return { who: 'patient', say: 'waiting.history', since: state.openedAt };
  return null;
}

function identity(state: CaseState): Wait {
  const held = heldStudies(state);
  const people = tellPeopleApart([...held, ...attachedStudies(state)]);
  return {
    who: 'coordinator',
    say: people.length > 1 ? 'waiting.two-people' : 'waiting.identity',
    with: { count: held.length },
    since: held[0]?.receivedAt,
  };
}

function missing(state: CaseState, kind: 'images' | 'report', now: string): Wait | null {
  const since = state.touchedAt[kind] ?? state.openedAt;
  const material = state.materials[kind];
  if (material === 'missing') return { who: 'patient', say: `waiting.${kind}`, since };
  if (material === 'rejected') return { who: 'patient', say: `waiting.${kind}-again`, since };
  if (material !== 'requested') return null;
  const request = openRequest(state, kind);
  return {
    who: 'facility',
    say: `waiting.${kind}-asked`,
    with: { name: request?.facility.name ?? '' },
    since,
    urgent: request !== null && request.dueOn < dateOf(now),
  };
}

function imagesCheck(state: CaseState): Wait {
  return { who: 'coordinator', say: 'waiting.images-check', since: state.touchedAt.images };
}

function reportCheck(state: CaseState): Wait {
  return { who: 'coordinator', say: 'waiting.report-check', since: state.touchedAt.report };
}

function checking(state: CaseState): Wait | null {
  if (state.materials.images === 'received') return imagesCheck(state);
  return state.materials.report === 'received' ? reportCheck(state) : null;
}

function funding(state: CaseState): Wait | null {
  if (isFunded(state)) return null;
  const { route, coverage } = state.funding;
  const since = state.touchedAt.funding;
  if (route === null) return { who: 'patient', say: 'waiting.funding', since: state.updatedAt };
  if (route === 'institution') return { who: 'coordinator', say: 'waiting.institution', since };
  if (route === 'insurance') {
    if (coverage === null) return { who: 'coordinator', say: 'waiting.coverage', since };
    if (coverage.answer === 'unclear')
      return { who: 'insurer', say: 'waiting.coverage-clear', with: { name: coverage.plan }, since };
    if (!authorized(state)) return leave(state, coverage.plan);
  }
  return { who: 'patient', say: 'waiting.payment', with: { amount: moneyText(owed(state)) }, since };
}

/** The insurer's leave: to be given, refused, or asked for again. */
function leave(state: CaseState, name: string): Wait {
  const denial = openDenial(state);
  const since = state.touchedAt.funding;
  if (denial === null) return { who: 'insurer', say: 'waiting.authorization', with: { name }, since };
  if (denial.appeal === null) return { who: 'coordinator', say: 'waiting.denied', with: { name }, since: denial.at };
  return { who: 'insurer', say: 'waiting.appeal', with: { name }, since: denial.appeal.at };
}

function matching(state: CaseState): Wait {
  return { who: 'coordinator', say: 'waiting.match', since: state.clock.startedAt ?? state.updatedAt };
}
