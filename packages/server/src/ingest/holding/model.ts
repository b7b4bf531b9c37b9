import type { ArrivedStudy } from '@overread/rules/case/commands.ts';
import type { RouteReason } from '@overread/rules/routing/route-study.ts';

/** Where images came from that nobody put into a case. */
export interface Origin {
  readonly way: 'c-store' | 'watched-folder' | 'stow-rs' | 'other';
  /** AE title, name of the folder, or whatever the way calls its senders. */
  readonly sender: string;
  /** Network address, or empty. */
  readonly address: string;
}

export interface ArrivingStudy extends ArrivedStudy {
  readonly modalities: readonly string[];
}

/**
 * `arriving`: its spool is being written. `importing`: into the archive, under the arrival's own id. `waiting`: for the
 * coordinator. `splitting`: it holds several studies, each of which becomes an arrival. `moving`: into a case. `in-case` and
 * `discarded`: over; of the study nothing is left but how often.
 */
export type ArrivalState = 'arriving' | 'importing' | 'waiting' | 'splitting' | 'moving' | 'in-case' | 'discarded';

export interface ArrivalRow extends Origin {
  readonly arrivalId: string;
  readonly at: Date;
  readonly state: ArrivalState;
  readonly study: ArrivingStudy | null;
  readonly caseId: string | null;
  readonly because: readonly RouteReason[];
  /** Upload and delivery by which it goes into its case. */
  readonly uploadId: string | null;
  readonly importId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

/** What a delivery brought. */
export interface Received {
  readonly images: number;
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}
