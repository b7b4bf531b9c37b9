import type { CaseState } from '@overread/rules/case/state.ts';
import type { RoutedStudy } from '@overread/rules/routing/route-study.ts';
import type { Archive } from '../../archive/index.ts';
import type { Witnessed } from '../../platform/access-hook.ts';
import type { Ground } from '../../platform/ports.ts';
import type { Ingest } from '../ingest-port.ts';
import { SPOOL_KEY, spoolKey } from '../seal-spool.ts';
import { createSpoolFile, type SpoolFile } from '../spool-file.ts';

/** What the holding area needs of the cases. */
export interface RoutingPort {
  /** Open cases that may have to do with a study: by number, by a study of theirs, by the patient's birth date. */
  candidatesFor(study: RoutedStudy): Promise<readonly CaseState[]>;
  load(caseId: string): Promise<CaseState | null>;
}

export interface HoldingDeps extends Pick<Ground, 'db' | 'jobs' | 'keys' | 'clock' | 'newId' | 'log'> {
  readonly archive: Archive;
  readonly cases: RoutingPort;
  readonly ingest: Ingest;
  /** Puts on record what the service itself did with a patient's images. */
  witness(entry: Witnessed): Promise<void>;
}

export const ARRIVAL_JOB = 'ingest-arrival';

/** A spool among the uploads, under the id of the upload that it becomes. */
export async function openSpool(
  { db, keys, ingest }: HoldingDeps,
  uploadId: string,
  durable: boolean,
): Promise<SpoolFile> {
  const key = spoolKey(await keys.dataKey(db, SPOOL_KEY), uploadId);
  return createSpoolFile(ingest.files.pathOf(uploadId), key, durable);
}
