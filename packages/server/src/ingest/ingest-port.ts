import type { DeliveryStatement, ImportReceipt, ImportView, ImportWay } from '@overread/contract/imports.ts';
import type { Left } from '@overread/imaging/model.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import type { Archive } from '../archive/index.ts';
import type { ImportLimits } from '../platform/import-limits.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import type { WordedProblem } from '../platform/problems.ts';
import type { CasesPort } from './cases-port.ts';
import type { SettleListener } from './settle-import.ts';
import type * as store from './store.ts';
import type { StowOutcome } from './stow/answer.ts';
import type { PartsRequest } from './stow/keep-parts.ts';
import type { UploadFiles } from './upload-files.ts';

export interface IngestDeps extends Pick<Ground, 'db' | 'jobs' | 'keys' | 'clock' | 'newId' | 'log' | 'say'> {
  readonly archive: Archive;
  readonly cases: CasesPort;
  /** Folder for uploads that wait, on the machine's own disc. */
  readonly uploadFolder: string;
  readonly workers?: number | null;
  readonly limits?: ImportLimits;
  /** What one case may hold of images, bytes. */
  readonly caseBytes?: number;
}

/** A file that comes in otherwise than through the browser. */
export interface IncomingFile {
  readonly path: string;
  read(): Promise<Uint8Array>;
}

/** One delivery, and the case that it goes into. */
export type Delivery = Pick<store.ImportRow, 'caseId' | 'importId'>;

export interface Ingest {
  readonly files: UploadFiles;
  open(caseId: string, actor: Actor, way: ImportWay): Promise<ImportView>;
  list(caseId: string): Promise<ImportView[]>;
  view(caseId: string, importId: string): Promise<ImportView>;
  /** Of these hashes (SHA-256, hex), those whose files the case holds whole: the delivery counts on them. */
  known(place: Delivery, sha256s: readonly string[], actor: Actor): Promise<string[]>;
  /** All uploads were sent: what was begun and never ended is dropped, and the case is told when the rest is imported. */
  finish(caseId: string, importId: string, statement?: DeliveryStatement): Promise<ImportView>;
  /** What a delivery brought, file by file. */
  receipt(caseId: string, importId: string): Promise<Omit<ImportReceipt, 'caseNumber'>>;
  /** Why a case has no room for so many bytes more, or null; for what comes otherwise than through the browser. */
  lackOfRoom(caseId: string, bytes: number): Promise<WordedProblem | null>;
  /** An upload begins: it is bound to its case, its delivery, and whoever opened that (coordinators stand in for anybody). */
  begin(
    upload: Pick<store.UploadRow, 'uploadId' | 'importId' | 'caseId' | 'kind' | 'name' | 'size'>,
    actor: Actor,
  ): Promise<void>;
  /** The upload of this case (and of this person, where one is named), or null. */
  upload(caseId: string, uploadId: string, actor?: Actor): Promise<store.UploadRow | null>;
  /** The last byte of an upload is here: its import is a job from now on. */
  received(uploadId: string): Promise<void>;
  /** Counts an upload as received when all its bytes are here, though the word of the last one was lost. */
  receiveWhole(caseId: string, uploadId: string): Promise<void>;
  /** The sender takes an upload back. */
  drop(uploadId: string): Promise<void>;
  /** Imports the parts of a STOW-RS request, one delivery of its own, and resolves when the case was told. */
  receiveParts(caseId: string, request: PartsRequest, actor: Actor): Promise<StowOutcome>;
  /** Imports files through the same uploads and workers, and resolves when the case was told. */
  importFiles(
    caseId: string,
    incoming: AsyncIterable<IncomingFile> | Iterable<IncomingFile>,
    actor: Actor,
    options?: { readonly at?: Date; readonly way?: ImportWay },
  ): Promise<ImportView>;
  /**
   * Takes a file that lies in the folder of uploads already as a delivery of its own into a case, or into what is no case and
   * settled by `onSettled`. It is imported when the transaction has committed and `importNow` is called, or by the job.
   */
  take(tx: Tx, upload: TakenUpload): Promise<void>;
  /** Imports a delivery that was taken; resolves when it was told, and with what became of it. */
  importNow(importId: string): Promise<store.ImportRow | null>;
  /** What a delivery brought, and what of it could not be taken. */
  outcome(importId: string): Promise<{ readonly images: number; readonly refused: readonly Left[] }>;
  /** For `onSettled`: the delivery is over. */
  close(tx: Tx, importId: string, at: Date): Promise<void>;
  /** Asked when a delivery is imported: true when its owner is no case and the delivery was settled with that. */
  onSettled(listener: SettleListener): void;
  /** Removes what is known of deliveries into a case: its uploads, their findings and names. `files` are for `sweep`. */
  letGo(
    tx: Tx,
    caseId: string,
  ): Promise<{ readonly erased: { readonly uploads: number }; readonly files: readonly string[] }>;
  /** Removes the files of uploads that `letGo` named. */
  sweep(caseId: string, files: readonly string[]): Promise<void>;
  /** Registers the jobs and goes on with what an earlier process left. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A file that came otherwise than through the browser; `ownerId` is a case, or an arrival of the holding area. */
export interface TakenUpload extends Pick<store.UploadRow, 'uploadId' | 'importId' | 'kind' | 'name' | 'size'> {
  readonly ownerId: string;
  readonly personId: string;
  readonly from: { readonly way: ImportWay; readonly sender: string };
}
