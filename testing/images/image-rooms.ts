import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArrivedStudy, Command } from '@overread/rules/case/commands.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { ARCHIVE_TABLES, createArchive } from '@overread/server/archive/index.ts';
import { type CasesPort, createIngest, INGEST_TABLES } from '@overread/server/ingest/index.ts';
import { openDatabase } from '@overread/server/platform/database.ts';
import { startEmbeddedPostgres } from '@overread/server/platform/embedded-postgres.ts';
import { createFolderBlobs } from '@overread/server/platform/folder-blobs.ts';
import { startJobs } from '@overread/server/platform/jobs.ts';
import { createKeys, readMasterKey } from '@overread/server/platform/keys.ts';
import { createLog } from '@overread/server/platform/log.ts';
import type { Database, Tx } from '@overread/server/platform/ports.ts';
import { PLATFORM_TABLES } from '@overread/server/platform/tables.ts';
import { createSay } from '@overread/words';

/** The person in whose name tests hand images in. */
export const SENDER: Actor = { personId: 'person-1', name: 'Mara Okafor', role: 'patient' };

/** What a case was told of images; stands in for the room of cases, in one transaction with the import as there. */
export interface ToldCases extends CasesPort {
  readonly told: { readonly caseId: string; readonly studies: readonly ArrivedStudy[] }[];
}

export function toldCases(db: Database): ToldCases {
  const told: { caseId: string; studies: readonly ArrivedStudy[] }[] = [];
  return {
    told,
    async execute(_actor: Actor, caseId: string, command: Command, options) {
      if (command.type !== 'receiveImages') throw new Error(`Not expected: ${command.type}`);
      await db.transaction(async (tx: Tx) => options?.within?.(tx));
      told.push({ caseId, studies: command.studies });
      return {} as CaseState;
    },
    async load(caseId) {
      const studies = told.filter((each) => each.caseId === caseId).flatMap((each) => each.studies);
      return { studies: studies.map((study) => ({ ...study, state: 'attached' })) } as unknown as CaseState;
    },
  };
}

/** Archive and ingest on a database of their own in a temporary folder. */
export async function startImageRooms(options: { workers?: number; folder?: string; caseBytes?: number } = {}) {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'overread-images-')));
  // As root the database runs under an account of its own, which has to reach its folder.
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres(folder);
  const db = await openDatabase(postgres.connection, [PLATFORM_TABLES, ARCHIVE_TABLES, INGEST_TABLES]);
  const keys = await createKeys(db, await readMasterKey(join(folder, 'master.key'), db));
  const blobs = await createFolderBlobs(join(folder, 'blobs'));
  const log = createLog(process.env.OVERREAD_LOG ?? 'error');
  const jobs = await startJobs(db, log);
  const archive = createArchive({ db, blobs, keys, log });
  const cases = toldCases(db);
  const ground = { db, jobs, keys, clock: { now: () => new Date() }, newId: randomUUID, log, say: createSay() };
  const uploadFolder = join(folder, 'uploads');
  const ingest = await createIngest({
    ...{ ...ground, archive, cases, uploadFolder, workers: options.workers ?? 2 },
    ...(options.caseBytes === undefined ? {} : { caseBytes: options.caseBytes }),
  });
  await ingest.start();
  return {
    ...ground,
    folder,
    blobs,
    archive,
    cases,
    ingest,
    async stop() {
      await ingest.stop();
      await jobs.stop();
      await db.close();
      await postgres.stop();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

export type ImageRooms = Awaited<ReturnType<typeof startImageRooms>>;
