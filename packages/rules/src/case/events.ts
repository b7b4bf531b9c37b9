import type {
  ArrivedStudy,
  CommandOf,
  CommandType,
  Facility,
  ReaderStanding,
  RecordsLaw,
  RecordsWanted,
  ReportFile,
} from './commands.ts';
import type { Comparison, ReaderReport } from './report.ts';
import type { Actor, Erased, ErasureGround, FundingRoute, Money, RedFlag, ServiceLevel } from './vocabulary.ts';

/** What the command said, kept word for word. */
type Told<T extends CommandType> = Omit<CommandOf<T>, 'type'>;

/** How well a study's own patient fits the case's patient, and because of what (rules/identity). */
export interface IdentityVerdict {
  readonly verdict: 'match' | 'doubt' | 'other-patient';
  /** 0 (nothing speaks for the patient) to 1; not in records of before it was reckoned. */
  readonly score?: number;
  readonly because: readonly string[];
}

/** What happened, in the past tense. `data` is JSON; nothing in it is ever changed after it was written. */
export type EventBody =
  | { readonly type: 'caseOpened'; readonly data: Told<'openCase'> }
  | { readonly type: 'referrerNamed'; readonly data: Told<'nameReferrer'> }
  | { readonly type: 'questionAsked'; readonly data: Told<'askQuestion'> }
  | {
      readonly type: 'redFlagsAnswered';
      readonly data: { readonly asked: readonly RedFlag[]; readonly yes: readonly RedFlag[] };
    }
  | { readonly type: 'redFlagsCleared'; readonly data: { readonly note: string } }
  | { readonly type: 'historyGiven'; readonly data: Told<'giveHistory'> }
  | { readonly type: 'consentGiven'; readonly data: Told<'giveConsent'> }
  | { readonly type: 'consentWithdrawn'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'recordsRequested';
      readonly data: {
        readonly requestId: string;
        readonly facility: Facility;
        readonly wants: readonly RecordsWanted[];
        readonly studyDate: string;
        readonly studyDescription: string;
        readonly missing: string;
        readonly law: RecordsLaw;
        readonly sentOn: string;
        readonly dueOn: string;
      };
    }
  | {
      readonly type: 'recordsReceived';
      readonly data: { readonly requestId: string; readonly what: readonly RecordsWanted[] };
    }
  | {
      readonly type: 'recordsRequestExtended';
      readonly data: { readonly requestId: string; readonly reason: string; readonly dueOn: string };
    }
  | {
      readonly type: 'imagesReceived';
      readonly data: {
        readonly importId: string;
        readonly studies: readonly (ArrivedStudy & { readonly identity: IdentityVerdict })[];
      };
    }
  | {
      readonly type: 'studyDecided';
      readonly data: {
        readonly studyInstanceUid: string;
        readonly decision: 'accept' | 'reject';
        readonly reason: string;
      };
    }
  | { readonly type: 'imagesAccepted'; readonly data: { readonly note: string } }
  | { readonly type: 'imagesRejected'; readonly data: { readonly reason: string } }
  | { readonly type: 'reportReceived'; readonly data: { readonly report: ReportFile } }
  | { readonly type: 'noReportDeclared'; readonly data: { readonly reason: string } }
  | { readonly type: 'reportAccepted'; readonly data: Record<string, never> }
  | { readonly type: 'reportRejected'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'fundingChosen';
      readonly data: { readonly route: FundingRoute; readonly serviceLevel: ServiceLevel; readonly price: Money };
    }
  | { readonly type: 'coverageRecorded'; readonly data: Told<'recordCoverage'> }
  | { readonly type: 'authorizationRecorded'; readonly data: Told<'recordAuthorization'> }
  | { readonly type: 'paymentRecorded'; readonly data: Told<'recordPayment'> }
  | { readonly type: 'institutionRecorded'; readonly data: Told<'recordInstitution'> }
  | { readonly type: 'fundingWaived'; readonly data: { readonly reason: string } }
  /** The clock starts when everything needed of the patient is there; `promisedBy` is an ISO instant. */
  | { readonly type: 'clockStarted'; readonly data: { readonly promisedBy: string } }
  | { readonly type: 'clockPaused'; readonly data: { readonly waitingFor: 'patient' | 'facility' | 'insurer' } }
  | { readonly type: 'clockResumed'; readonly data: { readonly promisedBy: string; readonly pausedMs: number } }
  | {
      readonly type: 'caseOffered';
      readonly data: { readonly offerId: string; readonly reader: ReaderStanding; readonly reasons: readonly string[] };
    }
  | { readonly type: 'offerWithdrawn'; readonly data: { readonly offerId: string; readonly reason: string } }
  | { readonly type: 'offerAccepted'; readonly data: { readonly offerId: string } }
  | { readonly type: 'offerDeclined'; readonly data: { readonly offerId: string; readonly reason: string } }
  | { readonly type: 'sentOutside'; readonly data: { readonly service: string; readonly packetSha256: string } }
  | {
      readonly type: 'outsideReportReceived';
      readonly data: { readonly report: ReportFile; readonly sections: ReaderReport };
    }
  | { readonly type: 'readOpened'; readonly data: Record<string, never> }
  /** `hash` is SHA-256 (hex) over the canonical JSON of `report`: anyone can check that the lock was kept. */
  | { readonly type: 'findingsLocked'; readonly data: { readonly report: ReaderReport; readonly hash: string } }
  | { readonly type: 'originalRevealed'; readonly data: Record<string, never> }
  | { readonly type: 'reportsCompared'; readonly data: { readonly comparison: Comparison } }
  | { readonly type: 'opinionRevised'; readonly data: { readonly report: ReaderReport; readonly reason: string } }
  | { readonly type: 'reportSigned'; readonly data: { readonly statement: string; readonly hash: string } }
  | { readonly type: 'addendumAdded'; readonly data: { readonly addendumId: string; readonly text: string } }
  | { readonly type: 'caseReturned'; readonly data: { readonly reason: string } }
  | { readonly type: 'parcelNoted'; readonly data: Told<'noteParcel'> }
  | { readonly type: 'resultDelivered'; readonly data: { readonly documentSha256: string } }
  | { readonly type: 'resultSeen'; readonly data: { readonly by: 'patient' | 'referrer' } }
  | { readonly type: 'discussionRecorded'; readonly data: { readonly on: string; readonly note: string } }
  | { readonly type: 'thirdReadAsked'; readonly data: { readonly reason: string } }
  | { readonly type: 'decisionRecorded'; readonly data: Told<'recordDecision'> }
  | { readonly type: 'caseClosed'; readonly data: Record<string, never> }
  | { readonly type: 'patientAsked'; readonly data: { readonly askId: string; readonly text: string } }
  | { readonly type: 'askAnswered'; readonly data: { readonly askId: string; readonly text: string } }
  | { readonly type: 'caseCancelled'; readonly data: { readonly reason: string } }
  /** Images, reports, documents and drafts are gone for good; this record of what was done stays. */
  | {
      readonly type: 'caseErased';
      readonly data: { readonly ground: ErasureGround; readonly reason: string; readonly erased: Erased };
    };

/** One entry of the record. `at` is an ISO instant; within a case `version` counts from 1 without gaps. */
export type CaseEvent = EventBody & {
  readonly caseId: string;
  readonly version: number;
  readonly at: string;
  readonly actor: Actor;
};
export type EventType = EventBody['type'];
export type EventOf<T extends EventType> = Extract<EventBody, { type: T }>;
