import type { SectionName } from '@overread/findings/model.ts';
import type { Comparison, ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { AskedQuestion, PatientIdentity, Region, RetractionCause, Side } from '@overread/rules/case/vocabulary.ts';

/** The original report as it goes into the appendix; `sections` empty when the text could not be parted. */
export interface OriginalText {
  readonly fileName: string;
  readonly author: string;
  readonly facility: string;
  readonly date: string;
  readonly text: string;
  readonly sections: Partial<Record<SectionName, string>>;
}

/** How the second report came about: it decides which statement stands in the document. */
export type Origin =
  | {
      readonly kind: 'blind' | 'alone';
      readonly acceptedAt: string;
      readonly openedAt: string;
      readonly lockedAt: string;
      readonly lockHash: string;
      /** Null when there was no original report, or it was not opened. */
      readonly revealedAt: string | null;
    }
  | { readonly kind: 'outside'; readonly service: string };

/** A frame that the reader marked, drawn as JPEG or PNG without the marks. */
export interface KeyImage {
  readonly sopInstanceUid: string;
  /** From 0. */
  readonly frame: number;
  readonly image: Uint8Array;
  /** Size of the stored frame, in whose pixels the marks are given (0, 0 is the upper left corner). */
  readonly columns: number;
  readonly rows: number;
}

/** Everything the document of a second opinion says, as plain values. Instants and dates are ISO. */
export interface SecondOpinion {
  readonly caseNumber: string;
  readonly patient: PatientIdentity;
  readonly region: Region;
  readonly side: Side;
  readonly askedBy: string;
  readonly studies: readonly {
    readonly studyInstanceUid: string;
    readonly date: string;
    readonly description: string;
    readonly institution: string;
    readonly accessionNumber: string;
    readonly series: number;
    readonly instances: number;
    /** The patient's number at the place that made the images. */
    readonly patient: { readonly id: string };
  }[];
  readonly questions: readonly AskedQuestion[];
  readonly original: OriginalText | null;
  readonly readerName: string;
  readonly origin: Origin;
  readonly locked: ReaderReport;
  readonly revised: { readonly report: ReaderReport; readonly reason: string; readonly at: string } | null;
  readonly comparison: Comparison | null;
  /** Null makes a draft that says so on its face. */
  readonly signed: {
    readonly name: string;
    readonly at: string;
    readonly statement: string;
    readonly hash: string;
  } | null;
  readonly addenda: readonly { readonly name: string; readonly at: string; readonly text: string }[];
  /** Names of marked images by SOP Instance UID ("T2 sagittal, image 6 of 11"); without a name the UID is printed. */
  readonly imageNames: Readonly<Record<string, string>>;
  /** Marked frames to be shown, in any order; marks on others are named only. */
  readonly keyImages: readonly KeyImage[];
  /** Where this report was taken back: it is shown marked, never as it was. */
  readonly retracted: {
    readonly at: string;
    readonly by: string;
    readonly cause: RetractionCause;
    readonly reason: string;
  } | null;
  /** The second opinion, where this is the document of a third read. */
  readonly earlier: { readonly readerName: string; readonly signedAt: string; readonly report: ReaderReport } | null;
}

/**
 * Takes from a case what its second opinion says. Only attached studies are named. Throws when the case has no question
 * or no locked report: there is nothing to print yet.
 */
export function secondOpinionOf(
  state: CaseState,
  original: OriginalText | null,
  imageNames: SecondOpinion['imageNames'] = {},
): SecondOpinion {
  const { reading, question } = state;
  if (question === null || reading.locked === null) {
    throw new Error(`Case ${state.number} has no ${question === null ? 'question' : 'locked report'} to print yet.`);
  }
  return {
    caseNumber: state.number,
    patient: state.patient,
    region: question.region,
    side: question.side,
    askedBy: state.referrer?.name ?? '',
    studies: state.studies.filter((study) => study.state === 'attached'),
    questions: question.questions,
    original,
    readerName: reading.reader?.name ?? reading.signed?.by.name ?? state.outside?.service ?? '',
    origin: originOf(state, reading.locked),
    locked: reading.locked.report,
    revised: reading.revised,
    comparison: reading.comparison,
    signed: reading.signed === null ? null : { ...reading.signed, name: reading.signed.by.name },
    addenda: reading.addenda.map((addendum) => ({ name: addendum.by.name, at: addendum.at, text: addendum.text })),
    imageNames,
    keyImages: [],
    retracted: null,
    earlier: state.earlier?.report == null ? null : { ...state.earlier, report: state.earlier.report },
  };
}

function originOf(state: CaseState, locked: { readonly hash: string; readonly at: string }): Origin {
  const { reading, outside } = state;
  if (reading.reader === null && outside !== null) return { kind: 'outside', service: outside.service };
  return {
    kind: state.report === null ? 'alone' : 'blind',
    acceptedAt: reading.acceptedAt ?? '',
    openedAt: reading.openedAt ?? '',
    lockedAt: locked.at,
    lockHash: locked.hash,
    revealedAt: reading.revealedAt,
  };
}
