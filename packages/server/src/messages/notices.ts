import type { CaseEvent } from '@overread/rules/case/events.ts';
import { decider } from '@overread/rules/case/readiness.ts';
import type { CaseState, WorkingCalendar } from '@overread/rules/case/state.ts';
import type { EscalationStep } from '@overread/rules/case/vocabulary.ts';
import { escalationOf, nextAsking } from '@overread/rules/turnaround/escalation.ts';
import type { MailKind } from '@overread/words';

/** Who gets a mail; `person` is somebody of the practice or a reader, known by id. */
export type Recipient =
  | { readonly role: 'patient' }
  | { readonly role: 'referrer' }
  | { readonly role: 'coordinators' }
  /** Everybody else to whom the report was shown, by the audit. */
  | { readonly role: 'shown' }
  | { readonly role: 'reader'; readonly personId: string };

export type NoticeKind = Exclude<MailKind, 'sign-in-link' | 'guest-code'>;

/** A mail to be sent, as it lies in the queue: ids and a kind, no name, no address, nothing medical. */
export interface Notice {
  readonly caseId: string;
  /** What it is about, so that one cause mails one person once: the version of an event, or a reminder's own words. */
  readonly cause: string;
  readonly kind: NoticeKind;
  readonly to: Recipient;
  /** ISO date that a records request is due on; only where the kind names one. */
  readonly dueOn?: string;
}

/** Reminders that look at the case again when their time has come. */
export type Reminder =
  | {
      readonly queue: 'messages.unread';
      readonly caseId: string;
      readonly deliveredAt: string;
      readonly step: EscalationStep;
      readonly startAfter: Date;
    }
  | { readonly queue: 'messages.undecided'; readonly caseId: string; readonly from: string; readonly startAfter: Date }
  | {
      readonly queue: 'messages.records-due';
      readonly caseId: string;
      readonly requestId: string;
      readonly dueOn: string;
      readonly startAfter: Date;
    };

/** By which calendar, and after how many working hours, an unopened result is asked after. */
export interface ReminderTiming {
  readonly calendar: WorkingCalendar;
  readonly hours: number;
}

const PATIENT: Recipient = { role: 'patient' };
const REFERRER: Recipient = { role: 'referrer' };

/** Who is told what when this happens. */
export function noticesOf(event: CaseEvent, before: CaseState | null, state: CaseState): readonly Notice[] {
  const about = (kind: NoticeKind, ...to: readonly Recipient[]): readonly Notice[] =>
    to.map((one) => ({ caseId: event.caseId, cause: String(event.version), kind, to: one }));
  switch (event.type) {
    case 'caseOpened':
      return about('case-opened', PATIENT);
    case 'redFlagsCleared':
      return about('red-flag-cleared', PATIENT);
    case 'messageWritten':
      return about('message', event.actor.role === 'patient' ? { role: 'coordinators' } : PATIENT);
    case 'erasureAsked':
      return about('erasure-asked', { role: 'coordinators' });
    case 'caseErased':
      return about('case-erased', PATIENT);
    case 'patientAsked':
    case 'imagesRejected':
    case 'reportRejected':
      return about('something-needed', PATIENT);
    case 'caseOffered':
      return about('case-offered', { role: 'reader', personId: event.data.reader.readerId });
    case 'reportRetracted':
      return about('report-retracted', ...toldOfRetraction(event.data.read === 'third', before));
    case 'readerAsked': {
      const asked = (event.data.to === 'third' ? state.third?.reading : state.reading)?.reader;
      return asked == null ? [] : about('question-asked', { role: 'reader', personId: asked.readerId });
    }
    case 'readerAnswered':
      return state.referrer === null ? about('question-answered', PATIENT) : about('question-answered', REFERRER);
    case 'thirdReadAsked':
      return about('third-asked', { role: 'coordinators' });
    case 'resultDelivered': {
      const [forPatient, forReferrer] = resultKinds(event.data.read === 'third', before);
      return [...about(forPatient, PATIENT), ...(state.referrer === null ? [] : about(forReferrer, REFERRER))];
    }
    case 'referrerNamed':
      // Named after the result was there: the result is still this doctor's to read.
      return state.delivery.deliveredAt === null ? [] : about('result-referrer', REFERRER);
    case 'decisionRecorded':
      return event.actor.role === 'patient' ? [] : about('decision-recorded', PATIENT);
    case 'caseClosed':
      return about('case-closed', PATIENT);
    default:
      return [];
  }
}

/** Patient and referrer where it had reached them; its reader; the coordinators; and whoever else was shown it. */
function toldOfRetraction(isThird: boolean, before: CaseState | null): readonly Recipient[] {
  const gone = (isThird ? before?.third : null) ?? before;
  if (gone === null) return [];
  const reader = gone.reading.reader?.readerId;
  const reached = gone.delivery.deliveredAt !== null;
  return [
    ...(reached ? [PATIENT] : []),
    ...(reached && before?.referrer != null ? [REFERRER] : []),
    ...(reader === undefined ? [] : [{ role: 'reader', personId: reader } as const]),
    { role: 'coordinators' },
    { role: 'shown' },
  ];
}

/** The first result, something that was added to it, or the third read beside it. */
function resultKinds(isThird: boolean, before: CaseState | null): readonly [NoticeKind, NoticeKind] {
  if (isThird) return ['third-result', 'third-result'];
  const again = before !== null && before.delivery.deliveredAt !== null;
  return again ? ['result-amended', 'result-amended'] : ['result-patient', 'result-referrer'];
}

/** What has to be looked at again later because this happened. */
export function remindersOf(event: CaseEvent, { calendar, hours }: ReminderTiming): readonly Reminder[] {
  const { caseId } = event;
  switch (event.type) {
    case 'resultDelivered':
      return escalationOf(event.at, hours, calendar).map(({ step, at }) => {
        return { queue: 'messages.unread', caseId, deliveredAt: event.at, step, startAfter: new Date(at) };
      });
    case 'resultSeen': {
      const from = nextAsking(event.at, calendar);
      return [{ queue: 'messages.undecided', caseId, from, startAfter: new Date(from) }];
    }
    case 'recordsRequested':
    case 'recordsRequestNoted':
    case 'recordsRequestExtended': {
      const { requestId, dueOn } = event.data;
      if (dueOn === undefined) return [];
      return [{ queue: 'messages.records-due', caseId, requestId, dueOn, startAfter: new Date(`${dueOn}T07:00:00Z`) }];
    }
    default:
      return [];
  }
}

/** Who is mailed because a result was not opened: those who did not, at first; then the coordinators. Nobody when it was. */
export function unreadBy(state: CaseState, deliveredAt: string, step: EscalationStep): readonly Recipient[] {
  const { referrer, closedAt, cancelled } = state;
  const delivery = [state.delivery, state.third?.delivery].find((each) => each?.deliveredAt === deliveredAt);
  if (delivery === undefined || closedAt !== null || cancelled !== null) return [];
  const unread: Recipient[] = [
    ...(delivery.seenByPatientAt === null ? [PATIENT] : []),
    ...(referrer !== null && delivery.seenByReferrerAt === null ? [REFERRER] : []),
  ];
  if (unread.length === 0) return [];
  return step === 'reminder' ? unread : [{ role: 'coordinators' }];
}

/** Who is to say what follows from a result that was opened; null once that is settled, or while a third read is under way. */
export function undecidedBy(state: CaseState): Recipient | null {
  const { decision, closedAt, cancelled, delivery, third = null } = state;
  const settled = decision.recorded !== null && decision.recorded.outcome !== 'third-read';
  const open = third !== null && third.delivery.deliveredAt === null;
  if (settled || open || closedAt !== null || cancelled !== null || delivery.deliveredAt === null) return null;
  return decider(state) === 'referrer' ? REFERRER : PATIENT;
}

/** Whether a request is still open and due on the day for which the reminder was set. */
export function isStillDue(state: CaseState, requestId: string, dueOn: string): boolean {
  const request = state.requests.find((each) => each.requestId === requestId);
  if (request === undefined || request.dueOn !== dueOn) return false;
  if (state.closedAt !== null || state.cancelled !== null) return false;
  return request.wants.some((what) => !request.received.includes(what));
}
