import { PgBoss } from 'pg-boss';
import type { Database, Jobs, Log, Tx } from './ports.ts';

export interface RunningJobs extends Jobs {
  /** Throws when the queue's tables do not answer. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

/** Background work on the service's own database. A job that throws is tried again with growing pauses, then kept as failed. */
export async function startJobs(db: Database, log: Log): Promise<RunningJobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => db.pool.query(text, values as unknown[]) },
    schema: 'jobs',
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  const known = new Set<string>();

  async function queue(name: string): Promise<void> {
    if (known.has(name)) return;
    await boss.createQueue(name, { retryLimit: 8, retryDelay: 2, retryBackoff: true });
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
      await boss.work<Record<string, unknown>>(name, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const job of jobs) {
          try {
            await handler(job.data);
          } catch (error) {
            log.error({ err: error, queue: name, job: job.id }, 'a job failed and will be tried again');
            throw error;
          }
        }
      });
    },
    async check() {
      await db.pool.query('select 1 from jobs.version');
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
