import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, stat } from 'node:fs/promises';
import type { Database, Keys, Tx } from './ports.ts';
import { openBytes, sealBytes } from './seal.ts';
import { writeOnce } from './write-once.ts';

const KEY_BYTES = 32;
/** Sealed with the master key at the first start: tells at every later start whether the key file fits the database. */
const PROBE = 'platform/probe';
/** How long a key may be answered from memory; on other nodes a destroyed key lives on for at most so long. */
const REMEMBERED_MS = 30_000;

/** The key was destroyed: what was sealed with it is gone for good. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
}

/**
 * The master key from its file, made with mode 0600 at the first start. Whoever has the data without this file has
 * nothing; whoever loses it has nothing either, so a lost file is an error, and never a reason for a new key.
 */
export async function readMasterKey(file: string, db: Database): Promise<Buffer> {
  if (!existsSync(file)) {
    const used = await db.pool.query('select 1 from platform_keys limit 1');
    if (used.rowCount !== 0) {
      throw new Error(
        `The master key ${file} is missing, and this database is sealed with it. Put the file back from your backup, then start again.`,
      );
    }
    await writeOnce(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  }
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (key.length !== KEY_BYTES) {
    throw new Error(`The master key ${file} is damaged. Put the file back from your backup, then start again.`);
  }
  return key;
}

/** Data keys in the table `platform_keys`, each sealed (AES-256-GCM) with the master key and bound to its id. */
export async function createKeys(db: Database, masterKey: Buffer): Promise<Keys> {
  const remembered = new Map<string, { key: Buffer; until: number }>();
  const bound = (keyId: string): string => `platform/key/${keyId}`;

  async function make(tx: Tx | Database, keyId: string): Promise<void> {
    const wrapped = sealBytes(masterKey, bound(keyId), randomBytes(KEY_BYTES));
    await run(tx, 'insert into platform_keys (key_id, wrapped) values ($1, $2) on conflict do nothing', [
      keyId,
      wrapped,
    ]);
  }

  async function dataKey(tx: Tx | Database, keyId: string): Promise<Buffer> {
    const known = remembered.get(keyId);
    if (known && known.until > Date.now()) return known.key;
    let wrapped = await find(tx, keyId);
    if (wrapped === undefined) {
      await make(tx, keyId);
      wrapped = await find(tx, keyId);
    }
    if (!wrapped) throw new KeyDestroyed(`The key ${keyId} was destroyed. What was sealed with it cannot be read.`);
    const key = openBytes(masterKey, bound(keyId), wrapped);
    // A key that a transaction just made is gone when it rolls back, so only keys read outside of one are remembered.
    if (!('client' in tx)) remembered.set(keyId, { key, until: Date.now() + REMEMBERED_MS });
    return key;
  }

  await dataKey(db, PROBE).catch((cause) => {
    throw new Error('The master key does not fit this database. Put back the key file that belongs to it.', { cause });
  });
  return {
    dataKey,
    async destroy(tx, keyId) {
      remembered.delete(keyId);
      await run(
        tx,
        `insert into platform_keys (key_id, wrapped, destroyed_at) values ($1, null, now())
         on conflict (key_id) do update set wrapped = null, destroyed_at = now()`,
        [keyId],
      );
    },
    forget: (keyId) => void remembered.delete(keyId),
  };
}

async function find(tx: Tx | Database, keyId: string): Promise<Buffer | null | undefined> {
  const { rows } = await run(tx, 'select wrapped from platform_keys where key_id = $1', [keyId]);
  return (rows[0] as { wrapped: Buffer | null } | undefined)?.wrapped;
}

function run(tx: Tx | Database, sql: string, values: unknown[]) {
  return 'client' in tx ? tx.client.query(sql, values) : tx.pool.query(sql, values);
}

/** Tells, without making one, whether there is a key: `dataKey` makes what is not there. */
export async function keyStanding(on: Tx | Database, keyId: string): Promise<'there' | 'destroyed' | 'missing'> {
  const wrapped = await find(on, keyId);
  return wrapped === undefined ? 'missing' : wrapped === null ? 'destroyed' : 'there';
}

/** The data key of something at rest that is read again, or why it cannot be. */
export async function keyToCheck(
  { db, keys }: { readonly db: Database; readonly keys: Keys },
  keyId: string,
): Promise<Buffer | 'erased' | 'no-key'> {
  const standing = await keyStanding(db, keyId);
  if (standing !== 'there') return standing === 'destroyed' ? 'erased' : 'no-key';
  return await keys.dataKey(db, keyId).catch(() => 'no-key' as const);
}
