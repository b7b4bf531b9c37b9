import type { SignBytes } from '@overread/documents';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { Cases } from '../cases/index.ts';
import type { Ground } from '../platform/ports.ts';
import type { Reading } from '../reading/index.ts';
import type { SettingAt } from './document-setting.ts';

/** An image of a case, as documents and packets name it. */
export interface CaseImage {
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly sopInstanceUid: string;
  readonly header: InstanceHeader;
  /** Bytes of the file as it came, and their SHA-256 in hex. */
  readonly size: number;
  readonly sha256: string;
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

export interface DeliveryDeps extends Pick<Ground, 'db' | 'blobs' | 'keys' | 'jobs' | 'clock' | 'newId' | 'log'> {
  readonly cases: Cases;
  readonly reading: Reading;
  readonly images: CaseImages;
  readonly setting: SettingAt;
  /** Signs the document in the service's name. */
  readonly sign: SignBytes;
}

/** What packets are made of: without jobs and commands, so that one can be made beside a service that runs. */
export type PacketDeps = Pick<DeliveryDeps, 'db' | 'blobs' | 'keys' | 'clock' | 'images' | 'setting'> & {
  readonly reading: Pick<Reading, 'file' | 'original' | 'originalText'>;
};
