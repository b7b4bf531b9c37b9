import type { CaseEvent } from '@overread/rules/case/events.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { MailKind } from '@overread/words';

/** Who gets a mail; `person` is somebody of the practice or a reader, known by id. */
export type Recipient =
  | { readonly role: 'patient' }
  | { readonly role: 'referrer' }
  | { readonly role: 'coordinators' }
  | { readonly role: 'reader'; readonly personId: string };

export type NoticeKind = Exclude<MailKind, 'sign-in-link'>;

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
      readonly startAfter: Date;
    }
  | {
      readonly queue: 'messages.records-due';
      readonly caseId: string;
      readonly requestId: string;
      readonly dueOn: string;
      readonly startAfter: Date;
    };

/** A result that nobody opened is asked after when this time has gone by. */
const UNREAD_AFTER_MS = 3 * 24 * 3_600_000;

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
    case 'patientAsked':
    case 'imagesRejected':
    case 'reportRejected':
      return about('something-needed', PATIENT);
    case 'caseOffered':
      return about('case-offered', { role: 'reader', personId: event.data.reader.readerId });
    case 'resultDelivered': {
      // Delivered once more: something was added to the signed result.
      const again = before !== null && before.delivery.deliveredAt !== null;
      return [
        ...about(again ? 'result-amended' : 'result-patient', PATIENT),
        ...(state.referrer === null ? [] : about(again ? 'result-amended' : 'result-referrer', REFERRER)),
      ];
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

/** What has to be looked at again later because this happened. */
export function remindersOf(event: CaseEvent): readonly Reminder[] {
  const { caseId } = event;
  switch (event.type) {
    case 'resultDelivered': {
      const startAfter = new Date(Date.parse(event.at) + UNREAD_AFTER_MS);
      return [{ queue: 'messages.unread', caseId, deliveredAt: event.at, startAfter }];
    }
    case 'recordsRequested':
    case 'recordsRequestExtended': {
      const { requestId, dueOn } = event.data;
      return [{ queue: 'messages.records-due', caseId, requestId, dueOn, startAfter: new Date(`${dueOn}T07:00:00Z`) }];
    }
    default:
      return [];
  }
}

/** Who has not opened the result; the coordinators hear of it too. Nobody when it was opened by all. */
export function unreadBy(state: CaseState, deliveredAt: string): readonly Recipient[] {
  const { delivery, referrer, closedAt, cancelled } = state;
  if (delivery.deliveredAt !== deliveredAt || closedAt !== null || cancelled !== null) return [];
  const unread: Recipient[] = [
    ...(delivery.seenByPatientAt === null ? [PATIENT] : []),
    ...(referrer !== null && delivery.seenByReferrerAt === null ? [REFERRER] : []),
  ];
  return unread.length === 0 ? [] : [...unread, { role: 'coordinators' }];
}

/** Whether a request is still open and due on the day for which the reminder was set. */
export function isStillDue(state: CaseState, requestId: string, dueOn: string): boolean {
  const request = state.requests.find((each) => each.requestId === requestId);
  if (request === undefined || request.dueOn !== dueOn) return false;
  if (state.closedAt !== null || state.cancelled !== null) return false;
  return request.wants.some((what) => !request.received.includes(what));
}
