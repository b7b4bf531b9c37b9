import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { runningPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { FolderInUse, lockFolder } from './platform/folder-lock.ts';
import { createKeys, readMasterKey } from './platform/keys.ts';
import { openBlobs } from './platform/open-blobs.ts';
import type { Ground } from './platform/ports.ts';

/** A practice's data without its service: database, keys, blobs. */
export interface DataAtRest extends Pick<Ground, 'db' | 'blobs' | 'keys'> {
  close(): Promise<void>;
}

/**
 * Opens a data folder for a command. Beside a service that runs it uses that service's database; otherwise it starts the
 * database itself, and keeps others out of the folder until it is closed.
 */
export async function openAtRest(config: Config): Promise<DataAtRest> {
  const { dataFolder } = config;
  const masterKey = join(dataFolder, 'master.key');
  if (!existsSync(masterKey)) {
    throw new Error(
      `There is no data of Overread in ${dataFolder}, or its master.key is missing. Name its folder: --data`,
    );
  }
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closeOne of closers.reverse().splice(0)) await closeOne();
  };
  try {
    const db = await openDatabase(await connect(config, closers), []);
    closers.push(() => db.close());
    const keys = await createKeys(db, await readMasterKey(masterKey, db));
    return { db, keys, blobs: await openBlobs(config), close };
  } catch (error) {
    await close();
    throw error;
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
