import type { ReportDoubtKind } from '../identity/check-report.ts';
import type { PriceLine } from '../money/model.ts';
import type { ArrivedStudy, CommandOf, ReaderStanding, ReportFile } from './commands.ts';
import type { EventOf, IdentityVerdict } from './events.ts';
import type { Comparison, ReaderReport } from './report.ts';
import type {
  Actor,
  Agreed,
  AskedQuestion,
  FundingRoute,
  MaterialState,
  Money,
  PatientIdentity,
  Reason,
  RedFlag,
  Region,
  RetractionCause,
  ServiceLevel,
  SetVerdict,
  Side,
  TrackName,
} from './vocabulary.ts';

export interface CaseStudy extends ArrivedStudy {
  readonly importId: string;
  readonly receivedAt: string;
  readonly identity: IdentityVerdict;
  /** Only `attached` studies may be shown to the reader; `held` wait for the coordinator. */
  readonly state: 'attached' | 'held' | 'rejected';
  readonly decision: { readonly by: Actor; readonly at: string; readonly reason: string } | null;
}

export interface RecordsRequest extends Readonly<EventOf<'recordsRequested'>['data']> {
  readonly received: readonly ('images' | 'report')[];
  readonly extended: boolean;
  /** These are left out in requests of before they were kept. */
  readonly signed?: { readonly signerName: string; readonly sha256: string; readonly at: string };
  readonly steps?: readonly Readonly<EventOf<'recordsRequestNoted'>['data']>[];
}

/** A paper beside the report, as long as it is here. */
export interface CasePaper extends Omit<EventOf<'paperNoted'>['data'], 'step'> {
  readonly at: string;
  readonly by: Actor;
}

/** A link for a facility. Whether its time is over is the clock's to say. */
export interface FacilityLink {
  readonly linkId: string;
  readonly requestId: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly withdrawnAt: string | null;
}

/** How a promised date moved: `to` is the new one, after so many milliseconds of waiting for somebody. */
export interface PromiseMove {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly waitedFor: 'patient' | 'facility' | 'insurer';
  readonly pausedMs: number;
}

export interface Offer {
  readonly offerId: string;
  readonly reader: ReaderStanding;
  readonly reasons: readonly string[];
  readonly at: string;
  readonly state: 'offered' | 'accepted' | 'declined' | 'withdrawn';
  readonly declinedBecause: string;
}

/** The insurer said no; what was answered to it. */
export interface Denial extends Omit<CommandOf<'recordDenial'>, 'type'> {
  readonly at: string;
  readonly appeal: (Omit<CommandOf<'appealDenial'>, 'type'> & { readonly at: string }) | null;
}

/** The case: a fold over its events. Nothing in it is computed from the clock. */
export interface CaseState {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly openedAt: string;
  /** When the last event happened. */
  readonly updatedAt: string;
  /** When something last happened on each track. */
  readonly touchedAt: Readonly<Partial<Record<TrackName, string>>>;
  readonly openedBy: Actor;
  readonly patient: PatientIdentity;
  readonly contact: { readonly email: string; readonly phone: string; readonly sms?: boolean };
  readonly patientPersonId: string | null;
  readonly place: string;
  readonly referrer: Readonly<EventOf<'referrerNamed'>['data']> | null;
  readonly question: {
    readonly reasons: readonly Reason[];
    readonly region: Region;
    readonly side: Side;
    readonly questions: readonly AskedQuestion[];
    readonly symptoms: string;
    readonly proposedTreatment: string;
  } | null;
  readonly redFlags: {
    readonly answeredAt: string | null;
    readonly yes: readonly RedFlag[];
    readonly clearedBy: Actor | null;
    readonly clearedNote: string;
  };
  readonly history: Omit<CommandOf<'giveHistory'>, 'type'> | null;
  readonly consent: (Omit<CommandOf<'giveConsent'>, 'type'> & { readonly at: string; readonly by: Actor }) | null;
  readonly materials: {
    readonly images: MaterialState;
    readonly report: MaterialState;
    readonly history: MaterialState;
    readonly consent: MaterialState;
    readonly imagesRejectedBecause: string;
    readonly reportRejectedBecause: string;
  };
  readonly requests: readonly RecordsRequest[];
  readonly studies: readonly CaseStudy[];
  /** The original report's file. Its text lives in the reading room of the service, under the seal. */
  readonly report:
    | (ReportFile & {
        readonly at: string;
        /** Who said that it is of these images, where something speaks against it; about what. */
        readonly vouched?: {
          readonly by: Actor;
          readonly at: string;
          readonly about: readonly ReportDoubtKind[];
        };
      })
    | null;
  readonly funding: {
    readonly route: FundingRoute | null;
    readonly serviceLevel: ServiceLevel;
    readonly price: Money | null;
    readonly coverage: Omit<CommandOf<'recordCoverage'>, 'type'> | null;
    readonly authorization: Omit<CommandOf<'recordAuthorization'>, 'type'> | null;
    readonly payments: readonly Omit<CommandOf<'recordPayment'>, 'type'>[];
    readonly institution: Omit<CommandOf<'recordInstitution'>, 'type'> | null;
    readonly waivedBecause: string | null;
    // What follows is left out in cases that were kept before there was such a thing.
    readonly lines?: readonly PriceLine[];
    /** The insurer was asked for its leave. */
    readonly asked?: (Omit<CommandOf<'requestAuthorization'>, 'type'> & { readonly at: string }) | null;
    readonly denials?: readonly Denial[];
    readonly refund?: EventOf<'refundSet'>['data'] | null;
    readonly refunds?: readonly Omit<CommandOf<'recordRefund'>, 'type'>[];
    readonly remittances?: readonly EventOf<'remittanceRecorded'>['data'][];
  };
  readonly offers: readonly Offer[];
  readonly outside:
    | (EventOf<'sentOutside'>['data'] & {
        readonly at: string;
        readonly report: ReportFile | null;
        /** Who brought the report back; left out in cases of before it was kept. */
        readonly broughtBy?: Actor['role'];
      })
    | null;
  readonly reading: {
    /** The reader who accepted; null for an outside service. */
    readonly reader: ReaderStanding | null;
    readonly acceptedAt: string | null;
    readonly openedAt: string | null;
    readonly locked: { readonly report: ReaderReport; readonly hash: string; readonly at: string } | null;
    readonly revealedAt: string | null;
    readonly comparison: (Comparison & { readonly at: string }) | null;
    /** The opinion after the reveal, where the reader changed it; the locked one stays beside it, untouched. */
    readonly revised: { readonly report: ReaderReport; readonly reason: string; readonly at: string } | null;
    readonly signed: {
      readonly by: Actor;
      readonly at: string;
      readonly statement: string;
      readonly hash: string;
    } | null;
    readonly addenda: readonly {
      readonly addendumId: string;
      readonly text: string;
      readonly by: Actor;
      readonly at: string;
    }[];
  };
  readonly delivery: {
    readonly deliveredAt: string | null;
    readonly documentSha256: string | null;
    readonly seenByPatientAt: string | null;
    readonly seenByReferrerAt: string | null;
  };
  readonly decision: {
    readonly discussions: readonly { readonly on: string; readonly note: string; readonly by: Actor }[];
    readonly thirdReadAsked: { readonly reason: string; readonly at: string } | null;
    readonly recorded: (Omit<CommandOf<'recordDecision'>, 'type'> & { readonly by: Actor; readonly at: string }) | null;
  };
  readonly asks: readonly {
    readonly askId: string;
    readonly text: string;
    readonly at: string;
    readonly by: Actor;
    readonly answer: string | null;
  }[];
  readonly clock: {
    readonly startedAt: string | null;
    readonly promisedBy: string | null;
    readonly pausedAt: string | null;
    readonly pausedFor: 'patient' | 'facility' | 'insurer' | null;
    readonly pausedMs: number;
    /** When the result was first delivered: what comes later is not timed. */
    readonly stoppedAt: string | null;
    readonly moves?: readonly PromiseMove[];
  };
  /** Left out in cases that were kept before there was such a thing. */
  readonly third?: ThirdRead | null;
  /** Questions to a reader about the result, and what was answered. These four are left out where there is none. */
  readonly talk?: readonly TalkItem[];
  readonly calls?: readonly (EventOf<'callRecorded'>['data'] & { readonly at: string; readonly by: Actor })[];
  /** How far it went with a result that was not opened; it counts for the delivery that it names. */
  readonly escalated?: EventOf<'resultEscalated'>['data'] & { readonly at: string };
  readonly shares?: readonly Share[];
  /** Signed reports that were taken back; left out where there is none. */
  readonly retractions?: readonly Retraction[];
  /** What came before, where this is the case as the reader of the third read meets it (`metBy`); never kept. */
  readonly earlier?: EarlierRead;
  readonly closedAt: string | null;
  readonly cancelled: { readonly reason: string; readonly at: string } | null;
  /** What follows is left out in cases that were kept before there was such a thing. */
  /** What the coordinator decided of the pictures that are here; new pictures end it. */
  readonly setJudged?: {
    readonly verdict: SetVerdict;
    readonly reason: string;
    readonly by: Actor;
    readonly at: string;
  } | null;
  readonly agreements?: Readonly<
    Partial<Record<Agreed, Omit<CommandOf<'agreeTo'>, 'type' | 'what'> & { readonly at: string; readonly by: Actor }>>
  >;
  readonly papers?: readonly CasePaper[];
  readonly facilityLinks?: readonly FacilityLink[];
  readonly messages?: readonly {
    readonly messageId: string;
    readonly text: string;
    readonly at: string;
    readonly by: Actor;
  }[];
  readonly erasureAsked?: { readonly reason: string; readonly at: string } | null;
  readonly erased?: (EventOf<'caseErased'>['data'] & { readonly by: Actor; readonly at: string }) | null;
}

export interface TalkItem extends Readonly<EventOf<'readerAsked'>['data']> {
  readonly at: string;
  readonly by: Actor;
  readonly answer: { readonly text: string; readonly at: string; readonly by: Actor } | null;
}

/** A link by which the patient shows the result to somebody; its secret is nowhere but in the link. */
export interface Share extends Readonly<EventOf<'resultShared'>['data']> {
  readonly at: string;
  readonly openedAt: readonly string[];
  readonly withdrawnAt: string | null;
}

/** A signed report that was taken back, whole, as it was: it stays on record and is shown marked. */
export interface Retraction extends Pick<CaseState, 'reading' | 'delivery'> {
  readonly cause: RetractionCause;
  readonly reason: string;
  readonly at: string;
  readonly by: Actor;
  readonly read: 'second' | 'third';
}

/** The third, deciding read: a reading of its own beside the second, by somebody who has seen neither report. */
export interface ThirdRead extends Pick<CaseState, 'offers' | 'reading' | 'delivery'> {
  readonly reason: string;
  readonly askedAt: string;
  /** What it costs; null where the practice takes nothing for it. */
  readonly price: Money | null;
  readonly settled: (EventOf<'thirdReadSettled'>['data'] & { readonly at: string }) | null;
  /** ISO instant; null while it is not settled who pays. */
  readonly promisedBy: string | null;
}

/** The second opinion as the reader of the third read gets to know it. */
export interface EarlierRead {
  readonly readerId: string | null;
  readonly readerName: string;
  readonly signedAt: string;
  /** Null until the third reader has locked, and opened what was sealed. */
  readonly report: ReaderReport | null;
  readonly comparison: Comparison | null;
}

/** What `decide` may look at besides the case: all of it values. */
export interface DecideContext {
  /** ISO instant. */
  readonly now: string;
  readonly actor: Actor;
  /** SHA-256 of a UTF-8 string, hex. Passed in, because the pure core owns no cryptography. */
  readonly sha256: (text: string) => string;
  readonly prices: PriceList;
  readonly calendar: WorkingCalendar;
  /** The version of the consent text that a new consent must name. */
  readonly consentVersion: string;
}

export interface PriceList {
  readonly currency: string;
  readonly levels: Readonly<Record<ServiceLevel, { readonly amountMinor: number; readonly workingDays: number }>>;
  /** A third, deciding read; left out where the practice takes nothing for it. */
  readonly thirdRead?: { readonly amountMinor: number; readonly workingDays: number };
  /** What is added to the price of a level; nothing where it is left out. */
  readonly extras?: PriceExtras;
  /** What goes back when a case is cancelled; the usual rule where it is left out. */
  readonly refunds?: RefundRules;
}

/** In minor units. */
export interface PriceExtras {
  readonly regions: Readonly<Partial<Record<Region, number>>>;
  /** For each examination behind the first. */
  readonly furtherStudyMinor: number;
  readonly priorComparisonMinor: number;
}

/** Whole hundredths of what was paid that go back, by how far the reading had come. */
export interface RefundRules {
  readonly beforeReading: number;
  readonly whileReading: number;
  readonly afterReading: number;
}

/** Working days 1 (Monday) to 7; holidays as ISO dates; `endOfDay` is the hour (UTC) by which a promised day ends. */
export interface WorkingCalendar {
  readonly workingDays: readonly number[];
  readonly holidays: readonly string[];
  readonly endOfDayUtcHour: number;
}
