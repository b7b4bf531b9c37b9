import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Database, Tx } from './ports.ts';

/** Whoever gets no connection within this time is told that the service is not there: nothing waits for ever. */
const LONGEST_WAIT_MS = 15_000;

/** The tables of one room: a folder of numbered SQL migrations, counted in a table of their own. */
export interface RoomTables {
  readonly room: string;
  readonly migrationsFolder: string;
}

/**
 * Opens a pool on PostgreSQL 15 or later and brings the tables of every room up to date, room after room in the order
 * given; two nodes that start at once wait for each other.
 */
export async function openDatabase(
  connection: pg.PoolConfig,
  rooms: readonly RoomTables[],
): Promise<Database & { close(): Promise<void> }> {
  const pool = new pg.Pool({ max: 20, connectionTimeoutMillis: LONGEST_WAIT_MS, ...connection });
  // A connection that breaks is replaced at the next use. Without listeners it would end the process: the pool's own hears
  // of those that are idle, ours of those that somebody holds between two statements of a transaction.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  await migrateAlone(pool, rooms);
  const orm = drizzle(pool);
  return {
    pool,
    orm,
    transaction: (work) => transaction(pool, work),
    close: () => pool.end(),
  };
}

async function migrateAlone(pool: pg.Pool, rooms: readonly RoomTables[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('overread-migrations'))");
    for (const { room, migrationsFolder } of rooms) {
      await migrate(drizzle(client), { migrationsFolder, migrationsTable: `migrations_${room}` });
    }
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
