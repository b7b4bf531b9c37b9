import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { checkPacks } from './archive/index.ts';
import { caseNumbers } from './cases/index.ts';
import { checkDocuments } from './delivery/index.ts';
import type { CheckedItem } from './platform/checked.ts';
import type { Config } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { runningPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { createFolderBlobs } from './platform/folder-blobs.ts';
import { FolderInUse, lockFolder } from './platform/folder-lock.ts';
import { createKeys, readMasterKey } from './platform/keys.ts';
import { checkReports } from './reading/index.ts';

export interface VerifyOptions {
  readonly config: Config;
  /** The number of one case ("2026-0432"), or null for all. */
  readonly caseNumber: string | null;
  /** Told of every thing that was read, in no order that matters. */
  readonly onItem: (item: CheckedItem & { readonly caseNumber: string }) => void;
}

/**
 * Reads everything at rest again: images in their packs, reports, documents. Beside a service that runs it uses that
 * service's database; otherwise it starts the database itself, and keeps others out of the folder meanwhile.
 */
export async function verifyData({ config, caseNumber, onItem }: VerifyOptions): Promise<void> {
  const { dataFolder } = config;
  if (!existsSync(join(dataFolder, 'master.key'))) {
    throw new Error(
      `There is no data of Overread in ${dataFolder}, or its master.key is missing. Name its folder: --data`,
    );
  }
  const closers: (() => Promise<void>)[] = [];
  try {
    const db = await openDatabase(await connect(config, closers), []);
    closers.push(() => db.close());
    const keys = await createKeys(db, await readMasterKey(join(dataFolder, 'master.key'), db));
    const blobs = await createFolderBlobs(join(dataFolder, 'blobs'));
    const numbers = await caseNumbers(db);
    const [caseId = null] = [...numbers].find(([, number]) => number === caseNumber) ?? [];
    if (caseNumber !== null && caseId === null) throw new Error(`There is no case ${caseNumber}.`);
    for (const check of [checkPacks, checkReports, checkDocuments]) {
      for await (const item of check({ db, blobs, keys }, { caseId })) {
        onItem({ ...item, caseNumber: numbers.get(item.caseId) ?? item.caseId });
      }
    }
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function connect(config: Config, closers: (() => Promise<void>)[]): Promise<pg.PoolConfig> {
  const { dataFolder, databaseUrl } = config;
  if (databaseUrl !== null) return { connectionString: databaseUrl };
  try {
    const lock = await lockFolder(dataFolder);
    closers.push(() => lock.release());
  } catch (error) {
    if (error instanceof FolderInUse) return runningPostgres(dataFolder);
    throw error;
  }
  const postgres = await startEmbeddedPostgres(dataFolder);
  closers.push(() => postgres.stop());
  return postgres.connection;
}
