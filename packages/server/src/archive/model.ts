import type { InstanceHeader, Left, StudySummary } from '@overread/imaging/model.ts';
import type { Tx } from '../platform/ports.ts';

/** One instance as the index knows it; its bytes are in a pack. */
export interface ArchivedInstance {
  readonly sopInstanceUid: string;
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  /** Bytes of the file as it came. */
  readonly size: number;
  /** SHA-256 of the file as it came, hex. */
  readonly sha256: string;
  readonly header: InstanceHeader;
  readonly place: Place;
  /** SHA-256 of the signed document that the service wrote down in this object; null for what came from outside. */
  readonly madeFrom: string | null;
}

/** Where an instance lies in its pack. */
export interface Place {
  readonly packId: string;
  readonly packOffset: number;
  readonly firstSegment: number;
  /** Bytes of each segment before it was sealed. */
  readonly segments: readonly number[];
}

/** A file that a case holds, by its row in the index and without its header. */
export interface HeldFile {
  readonly sha256: string;
  readonly size: number;
  readonly sopInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly studyInstanceUid: string;
  readonly packId: string;
  readonly seriesDescription: string;
  readonly modality: string;
  readonly studyDescription: string;
  /** ISO date, or empty. */
  readonly studyDate: string;
  readonly patientName: string;
}

/** A pack whose file lies whole and synced in the scratch folder, with the rows that its writer made for the index. */
export interface ClosedPack {
  readonly packId: string;
  /** The file in the scratch folder; empty when it was adopted already. */
  readonly file: string;
  readonly bytes: number;
  readonly instances: number;
  /** Rows in the text format of COPY (see `index-row.ts`). */
  readonly rows: string;
}

/** What became of the instances of some packs in the index. */
export interface Taken {
  readonly added: number;
  /** Instances that the case holds already, bit for bit. */
  readonly alreadyHere: number;
  /** Instances whose UID the case holds with other content: kept apart, not shown. */
  readonly apart: readonly Left[];
}

/** Where the packs of one delivery go. `owner` names the delivery: what it left behind when it died is found by it. */
export interface Intake {
  readonly caseId: string;
  readonly owner: string;
  readonly scratch: string;
  readonly dataKey: Buffer;
  /** SHA-256 (hex) of every file that the case holds: a file that is here is not sealed again. */
  readonly known: ReadonlySet<string>;
  /** Moves closed packs to their place, then indexes them in `tx`; nothing of it is seen before the commit. */
  take(tx: Tx, pack: ClosedPack): Promise<Taken>;
  /** After the commit: removes the packs of which the index took nothing. */
  settle(): Promise<void>;
}

/** One frame of an instance, from 0. */
export interface FrameOf {
  readonly instance: ArchivedInstance;
  readonly frame: number;
}

/** A frame as it is stored: native pixels or one compressed stream. */
export interface StoredFrame {
  readonly sopInstanceUid: string;
  /** Index of the frame in its instance, from 0. */
  readonly frame: number;
  readonly bytes: Buffer;
}

/** Many instances of one case for somebody who reads them one after the other; the index is asked once. */
export interface CaseReader {
  readonly instances: readonly ArchivedInstance[];
  /** Everything in front of the first frame. */
  head(sopInstanceUid: string): Promise<Buffer>;
  /** Bytes `start` to `end` (exclusive) of the file as it came, a stretch in memory at a time. */
  read(sopInstanceUid: string, start: number, end: number): AsyncIterable<Buffer>;
}

/** Images at rest: packs of sealed segments and the index over them. Knows cases only as the owners of keys and rows. */
export interface Archive {
  /**
   * The studies of a case (those with these UIDs, without a list all) as they came, described by their headers, oldest first,
   * held ones too: the caller shows what may be seen. `sealed` leaves out what may tell of the first report.
   */
  studies(
    caseId: string,
    which?: { readonly uids?: readonly string[]; readonly sealed?: boolean },
  ): Promise<StudySummary[]>;
  /** The instances of these studies (of all without a list), in the order of their UIDs. */
  instances(caseId: string, studyInstanceUids?: readonly string[]): Promise<ArchivedInstance[]>;
  /** The instances of one series. */
  series(caseId: string, seriesInstanceUid: string): Promise<ArchivedInstance[]>;
  /** Bytes that the case's images take at rest. */
  bytesOf(caseId: string): Promise<number>;
  /** One instance, found without its series; null when the case has none. */
  instance(caseId: string, sopInstanceUid: string): Promise<ArchivedInstance | null>;
  /** Of files with these hashes, those that the case holds: shown, or kept apart. */
  holds(caseId: string, sha256s: readonly string[]): Promise<ReadonlyMap<string, 'current' | 'apart'>>;
  /** Of files with these hashes, the current ones whose packs are there. */
  held(caseId: string, sha256s: readonly string[]): Promise<HeldFile[]>;
  /** The current files that these owners of packs brought, see `intake`. */
  brought(caseId: string, owners: readonly string[]): Promise<HeldFile[]>;
  /** The file as it came, bit for bit; throws when a bit was changed. Null when the case has no such instance. */
  openInstance(caseId: string, sopInstanceUid: string): Promise<Buffer | null>;
  /** Everything in front of the first frame: preamble, meta header, data set. */
  openHeader(caseId: string, sopInstanceUid: string): Promise<Buffer | null>;
  /** Opens the instances of these studies (of all without a list) for reading them one after the other. */
  openReader(caseId: string, studyInstanceUids?: readonly string[]): Promise<CaseReader>;
  /** Frames in the order asked for, read in runs and opened one by one. */
  frames(caseId: string, wanted: readonly FrameOf[]): AsyncIterable<StoredFrame>;
  /** Whole files as they came, in the order asked for, read in runs and opened one by one. */
  files(caseId: string, instances: readonly ArchivedInstance[]): AsyncIterable<Buffer>;
  /** The same of all that is in front of the first frames. */
  headers(caseId: string, instances: readonly ArchivedInstance[]): AsyncIterable<Buffer>;
  /** Opens a place for the packs of one delivery and removes what an earlier attempt of it left. */
  intake(caseId: string, owner: string): Promise<Intake>;
  /**
   * Seals DICOM files that the service made from a signed document (SHA-256, hex), in the transaction of what makes it stand.
   * One at a time per document: what an earlier attempt left is removed.
   */
  keepOwn(tx: Tx, caseId: string, documentSha256: string, files: readonly Uint8Array[]): Promise<void>;
  /** Removes the rows of a case once no import writes to it. The packs stay for whoever destroys the case's key. */
  letGo(tx: Tx, caseId: string): Promise<{ readonly erased: { readonly images: number; readonly imageBytes: number } }>;
  /** After the commit: what is remembered of the case is forgotten. */
  sweep(caseId: string): Promise<void>;
  /** Destroys the data key and the rows of what is held for no case; the packs, unreadable by then, are removed afterwards. */
  erase(caseId: string): Promise<void>;
}

/** What reading frames and data sets takes of an archive. */
export type ReadFrames = Pick<Archive, 'frames' | 'files' | 'headers'>;
