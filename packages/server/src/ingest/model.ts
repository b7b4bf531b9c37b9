import type { DiscList } from '@overread/imaging';
import type { Left } from '@overread/imaging/model.ts';
import type { ImportLimits } from '../platform/import-limits.ts';

/** A study as one upload brought it. */
export interface DeliveredStudy {
  readonly studyInstanceUid: string;
  readonly description: string;
  readonly patientName: string;
  readonly instances: number;
  /** UIDs of its series. */
  readonly series: readonly string[];
}

/** What was found in one upload, counted and named. */
export interface Found {
  readonly files: number;
  readonly studies: readonly DeliveredStudy[];
  /** Instances that the case held before, seen by their hash. */
  readonly alreadyHere: number;
  readonly refused: readonly Left[];
  readonly ignored: readonly Left[];
  /** What the discs' own lists (DICOMDIR) name. */
  readonly lists: readonly DiscList[];
}

/**
 * Uploads whose files lie in one file one behind the other (see `BatchManifest`), a ZIP, tar or ISO image as it came, the
 * parts of a STOW-RS request with their list behind them (see `stow/part-list.ts`), or a sealed spool (see `seal-spool.ts`).
 */
export type UploadKind = 'batch' | 'archive' | 'parts' | 'spool';

/** A file in an upload, by its place there. */
export interface PlannedFile {
  readonly path: string;
  /** Byte of its local header in a ZIP, else of its data. */
  readonly offset: number;
  /** Bytes that it takes in the upload, without a local header. */
  readonly storedSize: number;
  readonly size: number;
  readonly packing: 'stored' | 'zip-stored' | 'zip-deflated' | 'sealed';
  /** Number of its record in a spool. */
  readonly nth?: number;
  /** Checksum of the ZIP, hash of the manifest: what the bytes are checked against. */
  readonly crc32?: number;
  readonly sha256?: string;
  /** How many archives it lies in. */
  readonly depth: number;
  /** It is the upload itself: what is in it is named without it. */
  readonly isUpload?: boolean;
}

/** Neighbouring files that one worker reads at once: `first` to `last` (exclusive) of the plan, bytes `start` to `end`. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

export interface UploadPlan {
  readonly files: readonly PlannedFile[];
  readonly runs: readonly Run[];
  readonly refused: readonly Left[];
}

/** What a worker needs to import its share of an upload. */
export interface ImportJob {
  readonly jobId: number;
  readonly file: string;
  readonly files: readonly PlannedFile[];
  readonly runs: readonly Run[];
  readonly limits: ImportLimits;
  /** See `job-control.ts`. */
  readonly control: SharedArrayBuffer;
  readonly budget: SharedArrayBuffer;
  readonly caseId: string;
  readonly owner: string;
  readonly scratch: string;
  readonly dataKey: Uint8Array;
  /** Opens the records of a spool. */
  readonly spoolKey?: Uint8Array;
  readonly known: ReadonlySet<string>;
  readonly packBytes?: number;
}
