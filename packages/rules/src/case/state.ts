import type { ArrivedStudy, CommandOf, ReaderStanding, ReportFile } from './commands.ts';
import type { EventOf, IdentityVerdict } from './events.ts';
import type { Comparison, ReaderReport } from './report.ts';
import type {
  Actor,
  AskedQuestion,
  FundingRoute,
  MaterialState,
  Money,
  PatientIdentity,
  Reason,
  RedFlag,
  Region,
  ServiceLevel,
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
}

export interface Offer {
  readonly offerId: string;
  readonly reader: ReaderStanding;
  readonly reasons: readonly string[];
  readonly at: string;
  readonly state: 'offered' | 'accepted' | 'declined' | 'withdrawn';
  readonly declinedBecause: string;
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
  readonly contact: { readonly email: string; readonly phone: string };
  readonly patientPersonId: string | null;
  readonly place: string;
  readonly referrer: { readonly personId: string | null; readonly name: string; readonly email: string } | null;
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
  readonly report: (ReportFile & { readonly at: string }) | null;
  readonly funding: {
    readonly route: FundingRoute | null;
    readonly serviceLevel: ServiceLevel;
    readonly price: Money | null;
    readonly coverage: Omit<CommandOf<'recordCoverage'>, 'type'> | null;
    readonly authorization: Omit<CommandOf<'recordAuthorization'>, 'type'> | null;
    readonly payments: readonly Omit<CommandOf<'recordPayment'>, 'type'>[];
    readonly institution: Omit<CommandOf<'recordInstitution'>, 'type'> | null;
    readonly waivedBecause: string | null;
  };
  readonly offers: readonly Offer[];
  readonly outside: {
    readonly service: string;
    readonly packetSha256: string;
    readonly at: string;
    readonly report: ReportFile | null;
  } | null;
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
  };
  readonly closedAt: string | null;
  readonly cancelled: { readonly reason: string; readonly at: string } | null;
  /** Left out in cases that were kept before there was such a thing. */
  readonly erased?: (EventOf<'caseErased'>['data'] & { readonly by: Actor; readonly at: string }) | null;
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
}

/** Working days 1 (Monday) to 7; holidays as ISO dates; `endOfDay` is the hour (UTC) by which a promised day ends. */
export interface WorkingCalendar {
  readonly workingDays: readonly number[];
  readonly holidays: readonly string[];
  readonly endOfDayUtcHour: number;
}
