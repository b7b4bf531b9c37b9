import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { checkPacks, keysOfPacks } from './archive/index.ts';
import { caseNumbers } from './cases/index.ts';
import { checkDocuments, keysOfDocuments } from './delivery/index.ts';
import type { CheckedItem, CheckScope } from './platform/checked.ts';
import type { Config } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { runningPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { FolderInUse, lockFolder } from './platform/folder-lock.ts';
import { createKeys, readMasterKey } from './platform/keys.ts';
import { openBlobs } from './platform/open-blobs.ts';
import type { Ground } from './platform/ports.ts';
import { checkReports, keysOfReports } from './reading/index.ts';

export interface VerifyOptions {
  readonly config: Config;
  /** The number of one case ("2026-0432"), or null for all. */
  readonly caseNumber: string | null;
  /** Told of every thing that was read, in no order that matters. */
  readonly onItem: (item: CheckedItem & { readonly caseNumber: string }) => void;
  /** Told of every object in the store that nothing refers to. */
  readonly onOrphan: (orphan: { readonly key: string; readonly caseNumber: string }) => void;
}

/**
 * Reads everything at rest again: images in their packs, reports, documents. Beside a service that runs it uses that
 * service's database; otherwise it starts the database itself, and keeps others out of the folder meanwhile.
 */
export async function verifyData({ config, caseNumber, onItem, onOrphan }: VerifyOptions): Promise<void> {
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
    const blobs = await openBlobs(config);
    const numbers = await caseNumbers(db);
    const [caseId = null] = [...numbers].find(([, number]) => number === caseNumber) ?? [];
    if (caseNumber !== null && caseId === null) throw new Error(`There is no case ${caseNumber}.`);
    const numberOf = (id: string): string => numbers.get(id) ?? id;
    for (const check of [checkPacks, checkReports, checkDocuments]) {
      for await (const item of check({ db, blobs, keys }, { caseId })) {
        onItem({ ...item, caseNumber: numberOf(item.caseId) });
      }
    }
    for await (const { key, caseId: id } of orphans({ db, blobs }, { caseId })) {
      onOrphan({ key, caseNumber: numberOf(id) });
    }
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/**
 * Objects that no row names: an import or an upload that was interrupted left them, or is at work on them right now. The
 * rooms are asked after the store, and once more before an object is told: what was stored meanwhile has its row by then.
 */
async function* orphans(
  ground: Pick<Ground, 'db' | 'blobs'>,
  { caseId }: CheckScope,
): AsyncGenerator<{ readonly key: string; readonly caseId: string }> {
  let of = { caseId: '', known: new Set<string>() };
  for await (const key of ground.blobs.list(caseId === null ? 'cases/' : `cases/${caseId}/`)) {
    const [, id = ''] = key.split('/');
    if (of.caseId === id && of.known.has(key)) continue;
    of = { caseId: id, known: await namedKeys(ground, id) };
    if (!of.known.has(key)) yield { key, caseId: id };
  }
}

async function namedKeys(ground: Pick<Ground, 'db'>, caseId: string): Promise<Set<string>> {
  const all = [keysOfPacks, keysOfReports, keysOfDocuments].map((keysOf) => keysOf(ground, caseId));
  return new Set((await Promise.all(all)).flat());
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
