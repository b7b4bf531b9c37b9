import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { type RunningPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { createKeys, KeyDestroyed, readMasterKey } from './keys.ts';
import type { Keys } from './ports.ts';
import { openBytes, sealBytes } from './seal.ts';
import { PLATFORM_TABLES } from './tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'overread-keys-'));
const file = join(folder, 'master.key');
let postgres: RunningPostgres;
let db: Awaited<ReturnType<typeof openDatabase>>;
let keys: Keys;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  postgres = await startEmbeddedPostgres(folder, ['fsync=off']);
  db = await openDatabase(postgres.connection, [PLATFORM_TABLES]);
  keys = await createKeys(db, await readMasterKey(file, db));
});

afterAll(async () => {
  await db?.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('makes the master key at the first start, for its owner alone', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(readFileSync(file, 'utf8'), 'base64').length).toBe(32);
});

it('gives the same key again, another for another id, and keeps neither in the open', async () => {
  const key = await keys.dataKey(db, 'case/1');
  expect(key.length).toBe(32);
  const again = await createKeys(db, await readMasterKey(file, db));
  expect((await again.dataKey(db, 'case/1')).equals(key)).toBe(true);
  expect((await keys.dataKey(db, 'case/2')).equals(key)).toBe(false);
  const { rows } = await db.pool.query<{ wrapped: Buffer }>(
    "select wrapped from platform_keys where key_id = 'case/1'",
  );
  expect(rows[0]?.wrapped.includes(key)).toBe(false);
});

it('makes one key when many ask at once', async () => {
  const asked = await Promise.all(Array.from({ length: 10 }, () => keys.dataKey(db, 'case/many')));
  expect(new Set(asked.map((key) => key.toString('hex'))).size).toBe(1);
});

it('forgets a key whose transaction was rolled back', async () => {
  let lost: Buffer | null = null;
  const failing = db.transaction(async (tx) => {
    lost = await keys.dataKey(tx, 'case/lost');
    throw new Error('the end');
  });
  await expect(failing).rejects.toThrow('the end');
  expect((await keys.dataKey(db, 'case/lost')).equals(lost as unknown as Buffer)).toBe(false);
});

it('destroys a key for good', async () => {
  const sealed = sealBytes(await keys.dataKey(db, 'case/gone'), 'here', Buffer.from('text'));
  await db.transaction((tx) => keys.destroy(tx, 'case/gone'));
  await expect(keys.dataKey(db, 'case/gone')).rejects.toThrow(KeyDestroyed);
  expect(sealed.includes('text')).toBe(false);
});

it('does not take one wrapped key for another', async () => {
  await keys.dataKey(db, 'case/a');
  await keys.dataKey(db, 'case/b');
  await db.pool.query(
    "update platform_keys set wrapped = (select wrapped from platform_keys where key_id = 'case/a') where key_id = 'case/b'",
  );
  const fresh = await createKeys(db, await readMasterKey(file, db));
  await expect(fresh.dataKey(db, 'case/b')).rejects.toThrow();
});

it('refuses to start with another master key, and makes none in place of a lost one', async () => {
  await expect(createKeys(db, Buffer.alloc(32, 1))).rejects.toThrow('does not fit this database');
  await expect(readMasterKey(join(folder, 'lost.key'), db)).rejects.toThrow('Put the file back from your backup');
  writeFileSync(join(folder, 'short.key'), 'abc');
  await expect(readMasterKey(join(folder, 'short.key'), db)).rejects.toThrow('is damaged');
});

it('tells sealed bytes that were changed, or put elsewhere', () => {
  const key = Buffer.alloc(32, 7);
  const sealed = sealBytes(key, 'place', Buffer.from('what was said'));
  expect(openBytes(key, 'place', sealed).toString()).toBe('what was said');
  expect(() => openBytes(key, 'other place', sealed)).toThrow();
  for (const at of [0, 15, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openBytes(key, 'place', changed)).toThrow();
  }
});
