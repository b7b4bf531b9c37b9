import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { FolderInUse, lockFolder } from './folder-lock.ts';

const made: string[] = [];

/** `mode` as mktemp makes folders (0700), or passable for other accounts. */
function folder(mode = 0o755): string {
  const path = mkdtempSync(join(tmpdir(), 'overread-pg-'));
  chmodSync(path, mode);
  made.push(path);
  return join(path, 'data');
}

afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** A process of its own that starts the database and then waits; what a test kills. */
async function startElsewhere(dataFolder: string): Promise<ChildProcess> {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)});
    await startEmbeddedPostgres(${JSON.stringify(dataFolder)});
    console.log('up');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`The process ended with ${code}.`)));
  });
  return child;
}

async function ask<T extends pg.QueryResultRow>(connection: pg.ClientConfig, sql: string): Promise<T[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

function connectionOf(dataFolder: string): pg.ClientConfig {
  const password = readFileSync(join(dataFolder, 'postgres.password'), 'utf8');
  return { host: join(dataFolder, 'run'), port: 5432, user: 'postgres', password, database: 'overread' };
}

const postmaster = (dataFolder: string): number =>
  Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function gone(pid: number): Promise<void> {
  for (let waited = 0; waited < 10_000 && existsSync(`/proc/${pid}`); waited += 20) await sleep(20);
}

describe('the database in the data folder', () => {
  it('keeps what was committed when everything is killed', async () => {
    const data = folder();
    const child = await startElsewhere(data);
    await ask(connectionOf(data), 'create table kept as select 42 as answer');
    const pid = postmaster(data);
    process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    await gone(pid);
    const again = await startEmbeddedPostgres(data);
    expect(await ask(again.connection, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await again.stop();
  });

  it('takes over from a database that a killed process left running', async () => {
    const data = folder();
    const child = await startElsewhere(data);
    await ask(connectionOf(data), 'create table kept as select 42 as answer');
    const left = postmaster(data);
    child.kill('SIGKILL');
    await sleep(200);
    expect(existsSync(`/proc/${left}`)).toBe(true);
    const again = await startEmbeddedPostgres(data);
    expect(await ask(again.connection, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(postmaster(data)).not.toBe(left);
    await again.stop();
  });

  it('writes nothing of its rows into its log, which is nobody else’s to read', async () => {
    const data = folder();
    const running = await startEmbeddedPostgres(data);
    await ask(running.connection, 'create table people (email text primary key)');
    await ask(running.connection, "insert into people values ('mara@mail.example')");
    await expect(ask(running.connection, "insert into people values ('mara@mail.example')")).rejects.toThrow(
      'duplicate',
    );
    await running.stop();
    const log = join(data, 'postgres.log');
    expect(readFileSync(log, 'utf8')).toContain('duplicate key');
    expect(readFileSync(log, 'utf8')).not.toContain('mara@');
    expect(statSync(log).mode & 0o077).toBe(0);
  });

  it('starts in a folder that came out of a backup with looser rights', async () => {
    const data = folder();
    const running = await startEmbeddedPostgres(data);
    await running.stop();
    chmodSync(join(data, 'postgres'), 0o755);
    const again = await startEmbeddedPostgres(data);
    expect(await ask(again.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await again.stop();
  });

  it('is started again when it is killed alone', async () => {
    const data = folder();
    const running = await startEmbeddedPostgres(data);
    await ask(running.connection, 'create table kept as select 42 as answer');
    const killed = postmaster(data);
    process.kill(killed, 'SIGKILL');
    let rows: object[] = [];
    for (let tries = 0; tries < 100 && rows.length === 0; tries += 1) {
      await sleep(100);
      rows = await ask(running.connection, 'select answer from kept').catch(() => []);
    }
    expect(rows).toEqual([{ answer: 42 }]);
    expect(postmaster(data)).not.toBe(killed);
    await running.stop();
  });

  it('begins anew when the making of it was killed', async () => {
    const data = folder();
    mkdirSync(join(data, 'postgres.making', 'base'), { recursive: true });
    const running = await startEmbeddedPostgres(data);
    expect(await ask(running.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await running.stop();
  });

  it('is reached by its socket alone', async () => {
    const running = await startEmbeddedPostgres(folder());
    expect(await ask(running.connection, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    await expect(ask({ ...running.connection, password: 'wrong' }, 'select 1')).rejects.toThrow(
      'authentication failed',
    );
    await running.stop();
  });

  it('runs in a folder that other accounts may not enter, also as root', async ({ skip }) => {
    skip(process.getuid?.() === 0 && !namespaces(), 'this machine has no user namespaces');
    const data = folder(0o700);
    const running = await startEmbeddedPostgres(data);
    expect(await ask(running.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await running.stop();
  });

  it('has room for long paths: the socket then lies elsewhere', async () => {
    const running = await startEmbeddedPostgres(join(folder(), 'x'.repeat(90)));
    expect(running.connection.host.length).toBeLessThan(86);
    expect(await ask(running.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await running.stop();
    rmSync(running.connection.host, { recursive: true, force: true });
  });
});

describe('a data folder', () => {
  it('belongs to one service at a time, and is free again when that was killed', async () => {
    const data = folder();
    mkdirSync(data);
    const lock = await lockFolder(data);
    await expect(lockFolder(data)).rejects.toThrow(FolderInUse);
    await lock.release();
    const again = await lockFolder(data);
    await again.release();
  });
});

function namespaces(): boolean {
  try {
    execFileSync('unshare', ['--user', '--map-user=1', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
