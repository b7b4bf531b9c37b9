import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Database, Tx } from './ports.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Opens a pool on PostgreSQL 15 or later and brings the tables up to date; two nodes that start at once wait for each other. */
export async function openDatabase(connection: pg.PoolConfig): Promise<Database & { close(): Promise<void> }> {
  const pool = new pg.Pool({ max: 20, ...connection });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  await migrateAlone(pool);
  const orm = drizzle(pool);
  return {
    pool,
    orm,
    transaction: (work) => transaction(pool, work),
    close: () => pool.end(),
  };
}

async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('overread-migrations'))");
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('overread-migrations'))");
    client.release();
  }
}

async function transaction<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work({ client, orm: drizzle(client) });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
