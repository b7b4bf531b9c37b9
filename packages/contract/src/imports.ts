import type { Left, ListedOnDisc } from '@overread/imaging/model.ts';

/** The JSON manifest at the head of an upload batch, after its length as a 4-byte little-endian number; then the files'
 * bytes in the same order. Sorted by path, so that the same files always make the same batch. */
export interface BatchManifest {
  readonly version: 1;
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

/** Upload-Metadata of a tus upload to /api/cases/:caseId/uploads: `kind` is `batch` (framed, above) or `archive` (a ZIP as it
 * came); `importId` ties the uploads of one delivery together; `name` is the ZIP's file name. */
export interface UploadMetadata {
  readonly kind: 'batch' | 'archive';
  readonly importId: string;
  readonly name: string;
}

/** The way by which a delivery came; `other`: the service brought it itself. */
export type ImportWay = 'browser' | 'stow-rs' | 'c-store' | 'watched-folder' | 'parcel' | 'other';

/** POST /api/cases/:caseId/imports may say that a disc from a parcel is read in; without a body it comes from a browser. */
export interface OpenImportRequest {
  readonly way: 'browser' | 'parcel';
}

/** POST …/imports/:importId/known: images that are to be sent, by the SHA-256 (hex) of their files; at most 4,096. */
export interface KnownRequest {
  readonly sha256s: readonly string[];
}

/** Of them those that this case holds whole. They count in the delivery and need not be sent. */
export interface KnownAnswer {
  readonly here: readonly string[];
}

/** Images that the sender left out: a whole examination, or one series of it. */
export interface NotSent {
  readonly why: 'choice' | 'other-person';
  /** As the disc calls them. Empty where they are of another person: nothing is told of that one. */
  readonly study: string;
  /** Empty where the whole examination was left out. */
  readonly series: string;
  /** ISO date, or empty. */
  readonly date: string;
  readonly images: number;
}

/** Body of POST …/imports/:importId/finish: what the sender saw on the disc and did not send. */
export interface DeliveryStatement {
  readonly notSent: readonly NotSent[];
  /** Files that the sender could not read. */
  readonly refused: readonly Left[];
  /** Files that are no images, counted by reason. */
  readonly leftOnDisc: readonly { readonly reason: string; readonly files: number }[];
  /** Each DICOMDIR, without what was left out. */
  readonly lists: readonly {
    readonly path: string;
    readonly files: readonly { readonly path: string; readonly sopInstanceUid: string }[];
  }[];
}

/** POST /api/cases/:caseId/imports opens one; GET …/imports lists them, GET …/imports/:importId follows one.
 * POST …/imports/:importId/finish says that all uploads were sent: the identity check follows. It answers 409
 * (`images.known-gone`) when an image that the sender was told not to send is not here any more: ask again, send, finish. */
export interface ImportView {
  readonly importId: string;
  readonly way: ImportWay;
  readonly state: 'uploading' | 'importing' | 'done' | 'failed';
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly bytesReceived: number;
  /** Of them those whose import is over, nearly: a running import counts by its files. */
  readonly bytesImported: number;
  readonly files: number;
  readonly instances: number;
  readonly alreadyHere: number;
  readonly studies: readonly {
    readonly studyInstanceUid: string;
    readonly description: string;
    readonly patientName: string;
    readonly series: number;
    readonly instances: number;
    readonly state: 'attached' | 'held' | 'rejected' | 'pending';
  }[];
  readonly refused: readonly Left[];
  readonly ignored: readonly Left[];
  /** What each DICOMDIR lists, and what of it the case has not; filled once the import is done. */
  readonly listed?: readonly ListedOnDisc[];
  readonly notSent: readonly NotSent[];
  readonly leftOnDisc: readonly { readonly reason: string; readonly files: number }[];
  /** A whole sentence, when the import failed. */
  readonly error: string | null;
}

/**
 * GET …/imports/:importId/receipt as JSON; …/receipt.pdf for people, …/receipt.csv the list of files alone. What arrived is
 * told by the index of the images: what is not in it did not arrive.
 */
export interface ImportReceipt {
  readonly importId: string;
  readonly caseNumber: string;
  readonly state: ImportView['state'];
  readonly way: ImportWay;
  /** Who handed it in. */
  readonly by: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly bytesReceived: number;
  readonly listed: readonly ListedOnDisc[];
  readonly studies: readonly ReceiptStudy[];
  readonly refused: readonly Left[];
  /** Files that are no images, counted by reason. */
  readonly noImages: readonly { readonly reason: string; readonly files: number }[];
  readonly notSent: readonly NotSent[];
  /** Images that were sent although they were here; which ones is not kept. */
  readonly sentAgain: number;
  readonly files: readonly ReceiptFile[];
  /** SHA-256 (hex) of receipt.csv: the paper vouches for the list by it. */
  readonly filesSha256: string;
}

export interface ReceiptStudy {
  readonly studyInstanceUid: string;
  readonly description: string;
  /** ISO date, or empty. */
  readonly date: string;
  readonly patientName: string;
  readonly state: ImportView['studies'][number]['state'];
  readonly series: readonly {
    readonly seriesInstanceUid: string;
    readonly description: string;
    readonly modality: string;
    readonly arrived: number;
    readonly alreadyHere: number;
  }[];
}

/** One image of a delivery, as the file came. */
export interface ReceiptFile {
  readonly sha256: string;
  readonly size: number;
  readonly sopInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly studyInstanceUid: string;
  /** `here`: the case held it already, and it was not sent. */
  readonly was: 'new' | 'here';
}
