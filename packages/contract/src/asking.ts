import type { DoubtfulWords } from '@overread/rules/asking/report-hints.ts';
import type { Haste } from '@overread/rules/asking/worth-asking.ts';
import type { PaperKind, Reason, RedFlag, Region, Side } from '@overread/rules/case/vocabulary.ts';

/** What the guided start was told, before there is an account. */
export interface StartAnswers {
  readonly reasons: readonly Reason[];
  readonly proposedTreatment: string;
  readonly readBySubspecialist: boolean;
  readonly aboutImages: boolean;
  readonly region: Region | '';
  readonly side: Side;
  /** The words of the report that gave rise to doubt, as they stand in it. */
  readonly doubts: readonly string[];
  readonly facility: string;
  /** ISO date of the examination, or empty. */
  readonly studyDate: string;
  /** Which warning signs were asked for and answered with no, and when (ISO instant). */
  readonly signsDenied: readonly RedFlag[];
  readonly answeredAt: string;
}

/** POST /api/asks keeps them; POST /api/asks/open gives them back to whoever has signed in. */
export interface KeptStart {
  readonly token: string;
}

/** POST /api/asks/stop: puts a stop on record, before there is a case. */
export interface StopAnswer {
  readonly haste: Haste | null;
}

/** POST /api/asks/report: what a report tells to fill in a form. Nothing of it is kept. */
export interface ReportGist {
  readonly region: Region | null;
  readonly side: Side;
  readonly doubts: readonly DoubtfulWords[];
  readonly facility: string;
  /** ISO date, or empty. */
  readonly date: string;
  readonly text: string;
}

/** A paper of a case beside the report. */
export interface PaperView {
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly at: string;
}
