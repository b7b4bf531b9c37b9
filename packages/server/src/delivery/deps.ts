import type { KeyImage, SettingAt, SignBytes } from '@overread/documents';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { Cases } from '../cases/index.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import type { Reading } from '../reading/index.ts';

/** An image of a case, as documents and packets name it. */
export interface CaseImage {
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly sopInstanceUid: string;
  readonly header: InstanceHeader;
  /** Bytes of the file as it came, and their SHA-256 in hex. */
  readonly size: number;
  readonly sha256: string;
  /** SHA-256 of the signed document that the service wrote down in this object; null for what came from outside. */
  readonly madeFrom: string | null;
}

/** Many images of a case, read one after the other, bit for bit as they came. */
export interface CaseImageReader {
  readonly instances: readonly CaseImage[];
  /** Everything in front of the pixels. */
  head(sopInstanceUid: string): Promise<Uint8Array>;
  /** Bytes `start` to `end` (exclusive). */
  read(sopInstanceUid: string, start: number, end: number): AsyncIterable<Uint8Array>;
}

/** The archive, as far as this room needs it. */
export interface CaseImages {
  instances(caseId: string, studyInstanceUids?: readonly string[]): Promise<readonly CaseImage[]>;
  openReader(caseId: string, studyInstanceUids?: readonly string[]): Promise<CaseImageReader>;
}

export interface CaseArchive extends CaseImages {
  /** Seals DICOM files beside the images that were made from the document with this SHA-256 (hex). */
  keepOwn(tx: Tx, caseId: string, documentSha256: string, files: readonly Uint8Array[]): Promise<void>;
}

export interface DeliveryDeps
  extends Pick<Ground, 'db' | 'blobs' | 'keys' | 'jobs' | 'clock' | 'newId' | 'log' | 'publicUrl'> {
  readonly cases: Cases;
  readonly reading: Reading;
  readonly images: CaseArchive;
  /** Draws marked frames for the document; null for one that cannot be drawn. `longest` side in pixels. */
  readonly pictures: {
    draw(
      caseId: string,
      at: { readonly sopInstanceUid: string; readonly frame: number },
      longest: number,
    ): Promise<Omit<KeyImage, 'sopInstanceUid' | 'frame'> | null>;
  };
  readonly setting: SettingAt;
  /** Signs the document in the service's name. */
  readonly sign: SignBytes;
}

/** What packets are made of: without jobs and commands, so that one can be made beside a service that runs. */
export type PacketDeps = Pick<DeliveryDeps, 'db' | 'blobs' | 'keys' | 'clock' | 'setting'> & {
  readonly images: CaseImages;
  readonly reading: Pick<Reading, 'file' | 'original' | 'originalText'>;
};
