import pg from 'pg';
import { type Job, type JobResult, PgBoss } from 'pg-boss';
import type { Database, Jobs, Log, Tx } from './ports.ts';

export interface RunningJobs extends Jobs {
  /** Throws when the queue's tables do not answer. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

/** The queue's own connections: what it does for a caller must never wait for those that callers in transactions hold. */
const OWN_CONNECTIONS = 4;
/** So many jobs are fetched at once, and done one after the other; after a full batch the next one is fetched at once. */
const BATCH = 10;
const POLLING = {
  pollingIntervalSeconds: 0.5,
  batchSize: BATCH,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const;
const RETRIES = { retryLimit: 8, retryDelay: 2, retryBackoff: true } as const;

/** Background work on the service's own database. A job that throws is tried again with growing pauses, then kept as failed. */
export async function startJobs(db: Database, log: Log): Promise<RunningJobs> {
  // pg keeps the password out of what is enumerated.
  const { options } = db.pool;
  const pool = new pg.Pool({ ...options, password: options.password, max: OWN_CONNECTIONS });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    schema: 'jobs',
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  const known = new Set((await boss.getQueues()).map(({ name }) => name));

  async function queue(name: string): Promise<void> {
    if (known.has(name)) return;
    await boss.createQueue(name, RETRIES);
    known.add(name);
  }

  return {
    async send(tx: Tx | Database, name, data, options = {}) {
      await queue(name);
      const within =
        'client' in tx
          ? { db: { executeSql: (text: string, values?: unknown[]) => tx.client.query(text, values) } }
          : {};
      await boss.send(name, data, { ...options, ...within });
    },
    async work(name, handler) {
      await queue(name);
      await boss.work<Record<string, unknown>>(name, POLLING, async (jobs) => {
        const results: JobResult[] = [];
        for (const job of jobs) results.push(await resultOf(job, handler, log));
        return results;
      });
    },
    async check() {
      await pool.query('select 1 from jobs.version');
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 });
      await pool.end();
    },
  };
}

/** A job that fails takes none of its batch with it. */
async function resultOf(
  job: Job<Record<string, unknown>>,
  handler: Parameters<Jobs['work']>[1],
  log: Log,
): Promise<JobResult> {
  try {
    await handler(job.data);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    log.error({ err: error, queue: job.name, job: job.id }, 'a job failed and will be tried again');
    // What went wrong is in the log; the queue's tables keep no words that may quote somebody.
    return { id: job.id, status: 'failed', output: { type: error instanceof Error ? error.name : typeof error } };
  }
}
