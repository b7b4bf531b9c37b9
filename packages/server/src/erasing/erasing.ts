import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor, Erased, ErasureGround } from '@overread/rules/case/vocabulary.ts';
import { eq } from 'drizzle-orm';
import type { Cases } from '../cases/index.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { sweeps } from './schema.ts';

/** What a room keeps of cases beside the record, and how it lets go of it. */
export interface Erasable {
  /**
   * Removes the rows of a case in the caller's transaction, after whoever is at work on it has ended, and tells what they
   * named. `files` are ids for `sweep`.
   */
  letGo(tx: Tx, caseId: string): Promise<{ readonly erased: Partial<Erased>; readonly files?: readonly string[] }>;
  /** After the commit: removes files outside of the store of blobs, forgets what is remembered; may be called again. */
  sweep?(caseId: string, files: readonly string[]): Promise<void>;
}

/** What somebody asks for who erases a case. */
export interface ErasureAsked {
  readonly confirm: string;
  readonly ground: ErasureGround;
  readonly reason: string;
}

export interface Erasing {
  /** Erases what a case holds beside its record. Unreadable when it resolves; its space is given back by a job. */
  erase(actor: Actor, caseId: string, asked: ErasureAsked, expectedVersion: number): Promise<CaseState>;
  /** What `erase` would erase now. */
  preview(caseId: string): Promise<Erased>;
  work(): Promise<void>;
}

export interface ErasingDeps extends Pick<Ground, 'db' | 'blobs' | 'keys' | 'jobs' | 'log'> {
  readonly cases: Cases;
  /** In the order in which they are locked: imports hold their upload before they ask for the archive. */
  readonly rooms: readonly Erasable[];
}

const SWEEP = 'erasing.sweep';
const NOTHING: Erased = { images: 0, imageBytes: 0, reports: 0, documents: 0, drafts: 0, uploads: 0 };
const keyId = (caseId: string): string => `case/${caseId}`;

const PATIENCE_MS = 3_000;

/** A preview erases in a transaction that never commits: what it counts is what an erasure would erase. */
class OnlyCounted extends Error {}

export function createErasing(deps: ErasingDeps): Erasing {
  const { db, keys, jobs, cases } = deps;
  const gone = (tx: Tx, caseId: string) => eraseRows(deps, tx, caseId).catch(rethrowBusy);
  return {
    async erase(actor, caseId, asked, expectedVersion) {
      const after = await db.transaction(async (tx) => {
        const { erased, files } = await gone(tx, caseId);
        const command = { type: 'eraseCase', ...asked, erased } as const;
        // The rules have the last word: what they refuse is rolled back with everything before it.
        const state = await cases.execute(actor, caseId, command, { expectedVersion, tx });
        await keys.destroy(tx, keyId(caseId));
        await tx.orm.insert(sweeps).values({ caseId, files });
        await jobs.send(tx, SWEEP, { caseId });
        return state;
      });
      keys.forget(keyId(caseId));
      return after;
    },
    async preview(caseId) {
      let counted = NOTHING;
      const counting = db.transaction(async (tx) => {
        counted = (await gone(tx, caseId)).erased;
        throw new OnlyCounted();
      });
      await counting.catch((error: unknown) => {
        if (!(error instanceof OnlyCounted)) throw error;
      });
      return counted;
    },
    async work() {
      await jobs.work(SWEEP, ({ caseId }) => sweep(deps, String(caseId)));
      // A job that a killed process had taken is given again only after its time is up.
      for (const { caseId } of await db.orm.select().from(sweeps)) {
        sweep(deps, caseId).catch((error: unknown) => deps.log.warn({ err: error, caseId }, 'a sweep is tried again'));
      }
    },
  };
}

async function eraseRows({ rooms }: ErasingDeps, tx: Tx, caseId: string) {
  // An import that runs holds what is to be erased; nobody waits in front of a screen until it ends.
  await tx.client.query(`set local lock_timeout = ${PATIENCE_MS}`);
  let erased = NOTHING;
  const files: string[] = [];
  for (const room of rooms) {
    const gone = await room.letGo(tx, caseId);
    erased = { ...erased, ...gone.erased };
    files.push(...(gone.files ?? []));
  }
  return { erased, files };
}

function rethrowBusy(error: unknown): never {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  throw (cause as { code?: unknown }).code === '55P03' ? wordedProblem(409, 'erasing-busy') : error;
}

/** The key is gone already: this gives the space back, and may run as often as it likes. */
async function sweep({ db, blobs, rooms, log }: ErasingDeps, caseId: string): Promise<void> {
  const [row] = await db.orm.select().from(sweeps).where(eq(sweeps.caseId, caseId));
  if (row === undefined) return;
  const { files } = row;
  let objects = 0;
  for await (const key of blobs.list(`cases/${caseId}/`)) {
    await blobs.remove(key);
    objects += 1;
  }
  for (const room of rooms) await room.sweep?.(caseId, files);
  await db.orm.delete(sweeps).where(eq(sweeps.caseId, caseId));
  log.info({ caseId, objects, uploads: files.length }, 'the space of an erased case was given back');
}
