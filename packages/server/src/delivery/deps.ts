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
}

/** The archive, as far as this room needs it. */
export interface CaseImages {
  instances(caseId: string, studyInstanceUids?: readonly string[]): Promise<readonly CaseImage[]>;
  /** The file as it came, bit for bit. */
  openInstance(caseId: string, sopInstanceUid: string): Promise<Buffer | null>;
}

export interface DeliveryDeps extends Pick<Ground, 'db' | 'blobs' | 'keys' | 'jobs' | 'clock' | 'newId' | 'log'> {
  readonly cases: Cases;
  readonly reading: Reading;
  readonly images: CaseImages;
  readonly setting: SettingAt;
  /** Signs the document in the service's name. */
  readonly sign: SignBytes;
}
