import type { Action, Subject } from '../access/actions.ts';
import { CASE_VIEW_ACTIONS } from '../access/conditions.ts';
import { sealHolds } from '../access/parts.ts';
import { refuse, roleFor } from '../access/policy.ts';
import { finalReport } from './decide/reading.ts';
import { commandsFor } from './decide.ts';
import { retractionsFor } from './retract.ts';
import { stageOf } from './stage.ts';
import type { CaseState } from './state.ts';
import { isSettled, metBy } from './third.ts';
import { tracksOf } from './tracks.ts';
import type { CaseView } from './view.ts';
import type { Role } from './vocabulary.ts';
import { seesMoney, waitingOf } from './waiting.ts';

/**
 * A case as this person may see it, in the role that `roleFor` gave. What the seal or the role closes is left out here, so
 * that no screen has to remember to. The seal hangs on the person: it holds whatever `as` says.
 */
export function viewCase(whole: CaseState, subject: Subject, as: Role, now: string): CaseView {
  const state = metBy(whole, subject.personId);
  const sealed = sealHolds(state, subject.personId);
  const role = sealed ? 'reader' : as;
  const may = (action: Action): boolean => refuse(subject, action, state) === null;
  const { id, number, version, openedAt, patient, place, referrer, question, history, consent, delivery } = state;
  return {
    ...{ id, number, version, openedAt, patient, place, referrer, question, history, consent, delivery },
    stage: stageOf(state),
    as: role,
    ...partsFor(state, role, subject),
    ...toldFor(state, sealed ? null : role),
    ...followingFor(state, role, sealed),
    asGuest: subject.guest !== undefined,
    ...(sealed ? underSeal(state, subject) : outOfSeal(state, may('second:view'))),
    reading: readingFor(state, may('second:view')),
    second: may('second:view') ? secondOf(state) : null,
    comparison: may('comparison:view') ? comparisonOf(state) : null,
    ...thirdAsked(state, sealed, thirdFor(state, role, may('third:view'))),
    retractions: sealed ? [] : retractionsIn(state, role, subject.personId),
    earlier: state.earlier?.report == null || sealed ? null : state.earlier,
    isThirdRead: state.earlier !== undefined,
    clock: clockOf(state, now),
    tracks: tracksOf(state, now, role),
    waiting: waitingOf(state, now, role),
    mayDo: commandsFor(whole, subject, (action) => roleFor(subject, action, whole)),
    maySee: CASE_VIEW_ACTIONS.filter(may),
    setJudged: setJudgedFor(state, sealed),
    erased: erasedFor(state, role),
  };
}

/** Why a third reading is asked for may quote the report: who is under the seal is told that it is, and not why. */
function thirdAsked({ decision }: CaseState, sealed: boolean, third: CaseView['third']): Parts<'decision' | 'third'> {
  if (!sealed) return { decision, third };
  const { thirdReadAsked: asked } = decision;
  return {
    decision: { ...decision, thirdReadAsked: asked === null ? null : { ...asked, reason: '' } },
    third: third === null ? null : { ...third, reason: '' },
  };
}

function followingFor(state: CaseState, role: Role, sealed: boolean): Parts<'talk' | 'calls' | 'shares'> {
  const { talk = [], calls = [], shares = [], delivery } = state;
  const isStaff = role === 'coordinator' || role === 'administrator';
  const own = state.earlier === undefined ? talk.filter(({ to }) => to === 'second') : talk;
  return {
    talk: sealed || delivery.deliveredAt === null ? [] : role === 'reader' ? own : talk,
    calls: isStaff ? calls : [],
    shares: isStaff || role === 'patient' ? shares.map(({ secretSha256: _, ...share }) => share) : [],
  };
}

function thirdFor({ third }: CaseState, role: Role, mayRead: boolean): CaseView['third'] {
  if (third == null) return null;
  const { reason, askedAt, promisedBy, delivery, price, offers, reading } = third;
  const isStaff = role === 'coordinator' || role === 'administrator';
  return {
    ...{ reason, askedAt, promisedBy, delivery },
    price: seesMoney(role) ? price : null,
    isSettled: isSettled(third),
    offers: isStaff ? offers : [],
    reading: readingFor(third, mayRead),
    report: mayRead ? (reading.revised?.report ?? reading.locked?.report ?? null) : null,
    comparison: mayRead ? comparisonOf(third) : null,
  };
}

function retractionsIn(state: CaseState, role: Role, personId: string | null): CaseView['retractions'] {
  const all = state.retractions ?? [];
  return retractionsFor(state, role, personId).map((each) => ({
    ...{ number: all.indexOf(each) + 1, read: each.read, cause: each.cause, reason: each.reason, at: each.at },
    by: each.by.name,
    signedBy: each.reading.signed?.by.name ?? '',
    signedAt: each.reading.signed?.at ?? '',
  }));
}

/** A reason may quote the first report: who is under the seal is told the verdict, and not why. */
function setJudgedFor({ setJudged = null }: CaseState, sealed: boolean): CaseView['setJudged'] {
  return setJudged === null || !sealed ? setJudged : { ...setJudged, reason: '' };
}

function erasedFor({ erased }: CaseState, role: Role): CaseView['erased'] {
  if (erased == null) return null;
  const { by: _, ...rest } = erased;
  return role === 'coordinator' || role === 'administrator' ? rest : { ...rest, reason: '' };
}

type Parts<K extends keyof CaseView> = Pick<CaseView, K>;

/** What hangs on the role alone. Whose images are held or were turned away is for the staff: it is another person's data. */
function partsFor(
  state: CaseState,
  role: Role,
  subject: Subject,
): Parts<'contact' | 'redFlags' | 'requests' | 'studies' | 'funding' | 'offers'> {
  const { contact, redFlags, requests, studies, funding, offers } = state;
  if (role === 'coordinator' || role === 'administrator')
    return { contact, redFlags, requests, studies, funding, offers };
  const isPatient = role === 'patient';
  return {
    contact: isPatient ? contact : null,
    redFlags: { ...redFlags, clearedNote: '' },
    requests: role === 'reader' ? [] : requests,
    studies: studies.filter((study) => study.state === 'attached').map((study) => ({ ...study, decision: null })),
    funding: isPatient ? funding : null,
    offers: offers.filter(({ reader }) => role === 'reader' && reader.readerId === subject.personId),
  };
}

type Told = Parts<'agreements' | 'papers' | 'facilityLinks' | 'messages' | 'erasureAsked'>;

/** What is between the patient and the practice, for whoever is neither. */
export const NOTHING_TOLD: Told = { agreements: {}, papers: [], facilityLinks: [], messages: [], erasureAsked: null };

/** Between the patient and the practice. Papers and messages may quote the report: nobody else gets them. */
function toldFor(state: CaseState, role: Role | null): Told {
  if (role !== 'patient' && role !== 'coordinator' && role !== 'administrator') return NOTHING_TOLD;
  const { agreements, papers, facilityLinks, messages, erasureAsked } = { ...NOTHING_TOLD, ...state };
  return { agreements, papers, facilityLinks, messages, erasureAsked };
}

type SealedParts = Parts<'report' | 'sealed' | 'materials' | 'asks' | 'outside' | 'cancelled'>;

/** What may tell of the original report, as the reader gets it under the seal: nobody else's words, no facts of the file. */
function underSeal({ report, materials, asks, cancelled, earlier }: CaseState, { personId }: Subject): SealedParts {
  return {
    report: null,
    sealed: report !== null || earlier !== undefined,
    materials: { ...materials, imagesRejectedBecause: '', reportRejectedBecause: '' },
    // A question to the patient may quote the report: a reader sees what he asked as a reader, until the seal is open.
    asks: asks.filter(({ by }) => by.personId === personId && by.role === 'reader'),
    outside: null,
    cancelled: cancelled === null ? null : { ...cancelled, reason: '' },
  };
}

function outOfSeal({ report, materials, asks, outside, cancelled }: CaseState, maySeeSecond: boolean): SealedParts {
  return {
    ...{ report: reportFacts(report), sealed: false, materials, asks, cancelled },
    outside: outside === null || maySeeSecond ? outside : { ...outside, report: null },
  };
}

function reportFacts(report: CaseState['report']): CaseView['report'] {
  if (report === null) return null;
  const { fileName, author, facility, date, at } = report;
  return { fileName, author, facility, date, at };
}

function readingFor({ reading }: Pick<CaseState, 'reading'>, mayReadSecond: boolean): CaseView['reading'] {
  return {
    readerName: reading.reader?.name ?? null,
    acceptedAt: reading.acceptedAt,
    openedAt: reading.openedAt,
    lockedAt: reading.locked?.at ?? null,
    lockHash: reading.locked?.hash ?? null,
    revealedAt: reading.revealedAt,
    comparedAt: reading.comparison?.at ?? null,
    signedAt: reading.signed?.at ?? null,
    signedBy: reading.signed?.by.name ?? null,
    addenda: mayReadSecond ? reading.addenda : [],
  };
}

function secondOf(state: CaseState): CaseView['second'] {
  const { locked, revised } = state.reading;
  const final = finalReport(state);
  if (locked === null || final === null) return null;
  return { locked: locked.report, final, revisedBecause: revised?.reason ?? null };
}

function comparisonOf({ reading }: Pick<CaseState, 'reading'>): CaseView['comparison'] {
  if (reading.comparison === null) return null;
  const { at: _, ...comparison } = reading.comparison;
  return comparison;
}

/**
 * The two clocks. Ours runs from the moment everything was there until delivery and stands still in pauses; the others' is
 * the time before that, from the opening of the case, and the pauses.
 */
function clockOf({ clock, openedAt, delivery, closedAt, cancelled }: CaseState, now: string): CaseView['clock'] {
  const end = Date.parse(clock.stoppedAt ?? delivery.deliveredAt ?? closedAt ?? cancelled?.at ?? now);
  const over = delivery.deliveredAt !== null || closedAt !== null || cancelled !== null;
  const started = clock.startedAt === null ? end : Date.parse(clock.startedAt);
  const pausing = clock.pausedAt === null ? 0 : Math.max(0, end - Date.parse(clock.pausedAt));
  const paused = clock.pausedMs + pausing;
  return {
    startedAt: clock.startedAt,
    promisedBy: clock.promisedBy,
    running: clock.startedAt !== null && clock.pausedAt === null && !over,
    pausedFor: over ? null : clock.pausedFor,
    oursMs: Math.max(0, end - started - paused),
    othersMs: Math.max(0, started - Date.parse(openedAt)) + paused,
    moves: clock.moves ?? [],
  };
}
