import type { PriceLine, RefundStage } from '../money/model.ts';
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
import type {
  Actor,
  Erased,
  ErasureGround,
  FundingRoute,
  Money,
  RedFlag,
  RetractionCause,
  ServiceLevel,
  SetVerdict,
} from './vocabulary.ts';

/** What the command said, kept word for word. */
type Told<T extends CommandType> = Omit<CommandOf<T>, 'type'>;

/** How well a study's own patient fits the case's patient, and because of what (rules/identity). */
export interface IdentityVerdict {
  readonly verdict: 'match' | 'doubt' | 'other-patient';
  /** 0 (nothing speaks for the patient) to 1; not in records of before it was reckoned. */
  readonly score?: number;
  readonly because: readonly string[];
}

type Happened =
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
  | { readonly type: 'agreementGiven'; readonly data: Told<'agreeTo'> }
  | { readonly type: 'agreementTakenBack'; readonly data: Told<'takeBackAgreement'> }
  | { readonly type: 'paperNoted'; readonly data: Told<'notePaper'> }
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
        readonly sendTo?: string;
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
  | { readonly type: 'recordsRequestSigned'; readonly data: Told<'signRecordsRequest'> }
  /** `dueOn` where the letter left on another day than it was written: the law's clock starts when it leaves. */
  | {
      readonly type: 'recordsRequestNoted';
      readonly data: Told<'noteRecordsRequest'> & { readonly dueOn?: string };
    }
  | { readonly type: 'facilityLinkNoted'; readonly data: Told<'noteFacilityLink'> }
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
  | { readonly type: 'setJudged'; readonly data: { readonly verdict: SetVerdict; readonly reason: string } }
  | { readonly type: 'reportReceived'; readonly data: { readonly report: ReportFile } }
  | { readonly type: 'noReportDeclared'; readonly data: { readonly reason: string } }
  | { readonly type: 'reportVouchedFor'; readonly data: Told<'vouchForReport'> }
  | { readonly type: 'reportAccepted'; readonly data: object }
  | { readonly type: 'reportRejected'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'fundingChosen';
      readonly data: {
        readonly route: FundingRoute;
        readonly serviceLevel: ServiceLevel;
        readonly price: Money;
        /** What the price is made of; left out in records of before prices had parts. */
        readonly lines?: readonly PriceLine[];
      };
    }
  | { readonly type: 'coverageRecorded'; readonly data: Told<'recordCoverage'> }
  | { readonly type: 'authorizationRequested'; readonly data: Told<'requestAuthorization'> }
  | { readonly type: 'authorizationRecorded'; readonly data: Told<'recordAuthorization'> }
  | { readonly type: 'authorizationDenied'; readonly data: Told<'recordDenial'> }
  | { readonly type: 'denialAppealed'; readonly data: Told<'appealDenial'> }
  | { readonly type: 'paymentRecorded'; readonly data: Told<'recordPayment'> }
  /** What goes back of what was paid: by the rule that held at the cancelling, or for a third read that fell with the second. */
  | {
      readonly type: 'refundSet';
      readonly data: {
        readonly stage: RefundStage;
        readonly percent: number;
        readonly refundMinor: number;
        readonly keptMinor: number;
        readonly currency: string;
        readonly paidFor?: 'third';
      };
    }
  | { readonly type: 'refundPaid'; readonly data: Told<'recordRefund'> }
  | { readonly type: 'refundReturned'; readonly data: Told<'returnRefund'> }
  | {
      readonly type: 'remittanceRecorded';
      readonly data: Told<'recordRemittance'> & { readonly payer: 'insurer' | 'institution' };
    }
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
  | { readonly type: 'sentOutside'; readonly data: Told<'sendOutside'> }
  | {
      readonly type: 'outsideReportReceived';
      readonly data: { readonly report: ReportFile; readonly sections: ReaderReport };
    }
  | { readonly type: 'readOpened'; readonly data: object }
  /** `hash` is SHA-256 (hex) over the canonical JSON of `report`: anyone can check that the lock was kept. */
  | { readonly type: 'findingsLocked'; readonly data: { readonly report: ReaderReport; readonly hash: string } }
  | { readonly type: 'originalRevealed'; readonly data: object }
  | { readonly type: 'reportsCompared'; readonly data: { readonly comparison: Comparison } }
  | { readonly type: 'opinionRevised'; readonly data: { readonly report: ReaderReport; readonly reason: string } }
  | { readonly type: 'reportSigned'; readonly data: { readonly statement: string; readonly hash: string } }
  | { readonly type: 'addendumAdded'; readonly data: { readonly addendumId: string; readonly text: string } }
  | { readonly type: 'caseReturned'; readonly data: { readonly reason: string } }
  | { readonly type: 'reportRetracted'; readonly data: { readonly cause: RetractionCause; readonly reason: string } }
  | { readonly type: 'parcelNoted'; readonly data: Told<'noteParcel'> }
  | { readonly type: 'resultDelivered'; readonly data: { readonly documentSha256: string } }
  | { readonly type: 'resultSeen'; readonly data: { readonly by: 'patient' | 'referrer' } }
  | { readonly type: 'discussionRecorded'; readonly data: { readonly on: string; readonly note: string } }
  /** Price and promise are left out in records of before the third read was priced. */
  | {
      readonly type: 'thirdReadAsked';
      readonly data: { readonly reason: string; readonly price?: Money; readonly promisedBy?: string };
    }
  | {
      readonly type: 'thirdReadSettled';
      readonly data: Told<'settleThirdRead'> & { readonly promisedBy: string };
    }
  | { readonly type: 'decisionRecorded'; readonly data: Told<'recordDecision'> }
  | { readonly type: 'readerAsked'; readonly data: Told<'askReader'> }
  | { readonly type: 'readerAnswered'; readonly data: Told<'answerReader'> }
  | { readonly type: 'callRecorded'; readonly data: Told<'recordCall'> }
  | { readonly type: 'resultEscalated'; readonly data: Told<'escalateResult'> }
  | { readonly type: 'resultShared'; readonly data: Told<'shareResult'> }
  | { readonly type: 'shareWithdrawn'; readonly data: { readonly shareId: string } }
  | { readonly type: 'shareOpened'; readonly data: { readonly shareId: string } }
  | { readonly type: 'caseClosed'; readonly data: object }
  | { readonly type: 'patientAsked'; readonly data: { readonly askId: string; readonly text: string } }
  | { readonly type: 'askAnswered'; readonly data: { readonly askId: string; readonly text: string } }
  | { readonly type: 'contactChanged'; readonly data: Told<'changeContact'> }
  | { readonly type: 'messageWritten'; readonly data: Told<'writeMessage'> }
  | { readonly type: 'caseCancelled'; readonly data: { readonly reason: string } }
  | { readonly type: 'erasureAsked'; readonly data: { readonly reason: string } }
  /** Images, reports, documents and drafts are gone for good; this record of what was done stays. */
  | {
      readonly type: 'caseErased';
      readonly data: { readonly ground: ErasureGround; readonly reason: string; readonly erased: Erased };
    };

/** Which reading an event belongs to; left out in everything but the third read. */
export interface OfReading {
  readonly read?: 'third';
}

type WithReading<E> = E extends { readonly type: infer T; readonly data: infer D }
  ? { readonly type: T; readonly data: D & OfReading }
  : never;

/** What happened, in the past tense. `data` is JSON; nothing in it is ever changed after it was written. */
export type EventBody = WithReading<Happened>;

/** One entry of the record. `at` is an ISO instant; within a case `version` counts from 1 without gaps. */
export type CaseEvent = EventBody & {
  readonly caseId: string;
  readonly version: number;
  readonly at: string;
  readonly actor: Actor;
};
export type EventType = EventBody['type'];
export type EventOf<T extends EventType> = Extract<EventBody, { type: T }>;
