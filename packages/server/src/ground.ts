import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSay, createSayIn, type Say } from '@overread/words';
import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import type { Config } from './platform/config.ts';
import { openDatabase, type RoomTables } from './platform/database.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { lockFolder } from './platform/folder-lock.ts';
import { startJobs } from './platform/jobs.ts';
import { createKeys, readMasterKey } from './platform/keys.ts';
import { createLog } from './platform/log.ts';
import { openBlobs } from './platform/open-blobs.ts';
import type { Ground, Practice } from './platform/ports.ts';

export interface OpenGround {
  readonly ground: Ground;
  readonly log: FastifyBaseLogger;
  /** What must answer for the service to be ready. */
  readonly checks: Readonly<Record<string, () => Promise<unknown>>>;
  /** Closes jobs, database and the database's process, in this order. */
  close(): Promise<void>;
}

export interface GroundOptions {
  readonly config: Config;
  readonly practice: Practice;
  readonly tables: readonly RoomTables[];
  readonly newId: () => string;
  readonly publicUrl: () => string;
  readonly progress: (say: string) => void;
  /** Settings of the service's own PostgreSQL, for tests. */
  readonly postgresSettings: readonly string[];
}

/** Opens everything that the rooms stand on. What was opened is closed again when a later part fails. */
export async function openGround(options: GroundOptions): Promise<OpenGround> {
  const { config, practice, newId, publicUrl } = options;
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closeOne of closers.reverse().splice(0)) await closeOne();
  };
  try {
    const log = createLog(config.logLevel);
    const say: Say = createSay();
    mkdirSync(config.dataFolder, { recursive: true });
    const lock = await lockFolder(config.dataFolder);
    closers.push(() => lock.release());
    const db = await openDatabase(await connect(options, closers), options.tables);
    closers.push(() => db.close());
    const keys = await createKeys(db, await readMasterKey(join(config.dataFolder, 'master.key'), db));
    const blobs = await openBlobs(config);
    const jobs = await startJobs(db, log);
    closers.push(() => jobs.stop());
    const clock = { now: () => new Date() };
    const checks = {
      database: () => db.pool.query('select 1'),
      blobs: () => blobs.ready(),
      jobs: () => jobs.check(),
    };
    return {
      ground: { db, blobs, keys, jobs, clock, newId, log, say, sayIn: createSayIn(), practice, publicUrl },
      log,
      checks,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connect(
  { config, progress, postgresSettings }: GroundOptions,
  closers: (() => Promise<void>)[],
): Promise<pg.PoolConfig> {
  progress('Starting the database …');
  if (config.databaseUrl !== null) return { connectionString: config.databaseUrl };
  const postgres = await startEmbeddedPostgres(config.dataFolder, postgresSettings);
  closers.push(() => postgres.stop());
  return postgres.connection;
}
