import type { Action } from '../access/actions.ts';
import type { CommandType } from './commands.ts';
import type { ComparedPair, Comparison, ReaderReport } from './report.ts';
import type {
  CasePaper,
  CaseState,
  CaseStudy,
  EarlierRead,
  FacilityLink,
  Offer,
  PromiseMove,
  RecordsRequest,
  Share,
  TalkItem,
  ThirdRead,
} from './state.ts';
import type { Erased, ErasureGround, Radpeer, RetractionCause, Role, Stage, TrackName } from './vocabulary.ts';

/** The six marks of a track (LOOK section 3): done, under way, asked, decide, sealed, not yet. */
export type TrackMark = 'done' | 'under-way' | 'asked' | 'decide' | 'sealed' | 'not-yet';

export interface TrackView {
  readonly track: TrackName;
  readonly mark: TrackMark;
  /** Id of a sentence in `packages/words` (`track.images.held` …) and what fills its blanks. */
  readonly say: string;
  readonly with: Readonly<Record<string, string | number>>;
  readonly since: string | null;
}

/** The one thing that the case waits for, and on whom: what every role's page shows beside the promised date. */
export interface WaitingFor {
  readonly who: 'patient' | 'coordinator' | 'facility' | 'insurer' | 'reader' | 'referrer' | 'outside' | 'nobody';
  /**
   * Id of a sentence in `packages/words`: `waiting.report`, `waiting.identity`, `waiting.payment` … For a patient who looks,
   * the same id with `.patient` behind it: a sentence that speaks to her.
   */
  readonly say: string;
  readonly with: Readonly<Record<string, string | number>>;
  readonly since: string;
  readonly urgent: boolean;
}

/**
 * A case as one person may see it: parts that the seal or the role closes are null, never empty look-alikes.
 * Made by `viewCase(state, subject, now)`, which is pure; the service sends it, the screens show it.
 */
export interface CaseView {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly stage: Stage;
  readonly as: Role;
  readonly openedAt: string;
  readonly patient: CaseState['patient'];
  readonly contact: CaseState['contact'] | null;
  readonly place: string;
  readonly referrer: CaseState['referrer'];
  readonly question: CaseState['question'];
  readonly redFlags: CaseState['redFlags'];
  readonly history: CaseState['history'];
  readonly consent: CaseState['consent'];
  readonly materials: CaseState['materials'];
  readonly requests: readonly RecordsRequest[];
  /** For the patient and the staff; empty for everybody else, and for whoever is under the seal. */
  /** What a person decided of the completeness of the pictures; without the reason for whoever is under the seal. */
  readonly setJudged?: CaseState['setJudged'];
  readonly agreements: NonNullable<CaseState['agreements']>;
  readonly papers: readonly CasePaper[];
  readonly facilityLinks: readonly FacilityLink[];
  readonly messages: NonNullable<CaseState['messages']>;
  readonly erasureAsked: NonNullable<CaseState['erasureAsked']> | null;
  readonly studies: readonly CaseStudy[];
  /** Facts of the original report's file; never its text. Null for a reader before the lock, and where there is none. */
  readonly report: {
    readonly fileName: string;
    readonly author: string;
    readonly facility: string;
    readonly date: string;
    readonly at: string;
  } | null;
  /** True for the reader between acceptance and lock: the seal is shown in words. */
  readonly sealed: boolean;
  readonly funding: CaseState['funding'] | null;
  readonly offers: readonly Offer[];
  readonly outside: CaseState['outside'];
  readonly reading: {
    readonly readerName: string | null;
    readonly acceptedAt: string | null;
    readonly openedAt: string | null;
    readonly lockedAt: string | null;
    readonly lockHash: string | null;
    readonly revealedAt: string | null;
    readonly comparedAt: string | null;
    readonly signedAt: string | null;
    readonly signedBy: string | null;
    readonly addenda: CaseState['reading']['addenda'];
  };
  /** The second opinion: for the reader after the lock, for patient and referrer after delivery. */
  readonly second: {
    readonly locked: ReaderReport;
    readonly final: ReaderReport;
    readonly revisedBecause: string | null;
  } | null;
  readonly comparison: Comparison | null;
  /** The third, deciding read, where one was asked for; its report once it was delivered (for the staff: signed). */
  readonly third: ThirdView | null;
  /** Signed reports that were taken back, by the number under which each is still shown, marked. */
  readonly retractions: readonly RetractionView[];
  /** For the reader of a third read, once the own findings are locked and opened: what came before. */
  readonly earlier: EarlierRead | null;
  /** Whether this person reads the case for the third time: neither report was ever on the screen. */
  readonly isThirdRead: boolean;
  readonly delivery: CaseState['delivery'];
  readonly decision: CaseState['decision'];
  readonly asks: CaseState['asks'];
  readonly clock: {
    readonly startedAt: string | null;
    readonly promisedBy: string | null;
    readonly running: boolean;
    readonly pausedFor: string | null;
    /** Milliseconds of our time and of the others' time until now: two clocks, never added up. */
    readonly oursMs: number;
    readonly othersMs: number;
    /** How the promised date came to be what it is. */
    readonly moves: readonly PromiseMove[];
  };
  readonly tracks: readonly TrackView[];
  readonly waiting: WaitingFor;
  /** What this person may do next, so that a screen never offers what would be refused for role or seal. */
  readonly mayDo: readonly CommandType[];
  readonly maySee: readonly Action[];
  /** Questions about the result to its reader, and the answers. */
  readonly talk: readonly TalkItem[];
  /** Calls about a result that lay unopened: for the staff. */
  readonly calls: NonNullable<CaseState['calls']>;
  /** Links by which the patient shows the result: for the patient and the staff, without the secret. */
  readonly shares: readonly Omit<Share, 'secretSha256'>[];
  /** Whether this person came by a link and a code, without signing in: to look, not to act. */
  readonly asGuest: boolean;
  readonly cancelled: CaseState['cancelled'];
  /** Images and papers were erased: by whom is in the record. Why, in words, for the staff alone. */
  readonly erased: {
    readonly at: string;
    readonly ground: ErasureGround;
    readonly reason: string;
    readonly erased: Erased;
  } | null;
}

export interface RetractionView {
  readonly number: number;
  readonly read: 'second' | 'third';
  readonly cause: RetractionCause;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
  readonly signedBy: string;
  readonly signedAt: string;
}

export interface ThirdView extends Pick<ThirdRead, 'reason' | 'askedAt' | 'promisedBy' | 'delivery'> {
  /** Null for those to whom money is nothing. */
  readonly price: ThirdRead['price'];
  readonly isSettled: boolean;
  readonly offers: readonly Offer[];
  readonly reading: CaseView['reading'];
  readonly report: ReaderReport | null;
  readonly comparison: Comparison | null;
}

/** A row of a work list. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly stage: Stage;
  readonly patientName: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly region: string;
  readonly side: string;
  readonly question: string;
  readonly waiting: WaitingFor;
  readonly tracks: readonly { readonly track: TrackName; readonly mark: TrackMark }[];
  readonly promisedBy: string | null;
  readonly running: boolean;
  readonly readerName: string | null;
  /** The offer that waits for this reader, when the list is a reader's. */
  readonly offerId: string | null;
  readonly updatedAt: string;
}

export type { ComparedPair, Comparison, Radpeer, TrackName };
