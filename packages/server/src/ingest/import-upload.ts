import { UnreadableContainer } from '@overread/imaging';
import type { Archive, Intake } from '../archive/index.ts';
import { DEFAULT_LIMITS, type ImportLimits } from '../platform/import-limits.ts';
import { BlobStoreFailed, type Ground, type Tx } from '../platform/ports.ts';
import { mergeStudies, sortLeft } from './findings.ts';
import { createBudget, createControl, jobControl } from './job-control.ts';
import type { DeliveredStudy, Found, UploadPlan } from './model.ts';
import { planUpload } from './plan-upload.ts';
import { SPOOL_KEY, spoolKey } from './seal-spool.ts';
import * as store from './store.ts';
import type { UploadFiles } from './upload-files.ts';
import type { WorkerPool } from './worker-pool.ts';

/** What an import of an upload that runs now has found so far. */
export interface Progress {
  readonly files: number;
  /** As its directories tell; archives inside hold more. */
  readonly ofFiles: number;
  readonly instances: number;
  readonly studies: readonly DeliveredStudy[];
}

export interface ImporterDeps extends Pick<Ground, 'db' | 'log' | 'keys'> {
  readonly archive: Archive;
  readonly pool: WorkerPool;
  readonly files: Pick<UploadFiles, 'pathOf'>;
  readonly limits?: ImportLimits;
}

export interface Importer {
  /** Imports an upload that was received; one that was imported already, or runs, is not imported twice. */
  importUpload(uploadId: string): Promise<void>;
  progress(uploadId: string): Progress | null;
}

/**
 * An import is given up after so many attempts. One that failed for a reason of the service's own counts for many: six of
 * them are enough. One that ended with the process counts once: most often the process was ended from outside, and what was
 * acknowledged is not given up for that; but an upload that ends the process itself must not do so for ever.
 */
const MAX_ATTEMPTS = 60;
const FAILED_COUNTS = 10;

/** The workers take one upload at a time; another one gets ready meanwhile. */
const AT_ONCE = 2;

export function createImporter(deps: ImporterDeps): Importer {
  const inTurn = createTurns(AT_ONCE);
  const running = new Map<string, Promise<void>>();
  const progress = new Map<string, () => Progress>();
  return {
    importUpload(uploadId) {
      const under = running.get(uploadId);
      if (under !== undefined) return under;
      const watch: Watch = (read) => progress.set(uploadId, read);
      const done = inTurn(() => importOnce(deps, uploadId, watch)).finally(() => {
        running.delete(uploadId);
        progress.delete(uploadId);
      });
      running.set(uploadId, done);
      return done;
    },
    progress: (uploadId) => progress.get(uploadId)?.() ?? null,
  };
}

/**
 * Lets so many work and the others wait. An import holds a connection to the database for as long as it runs, and needs
 * another one for a moment: without turns, a rush of uploads would take all connections and wait for itself.
 */
function createTurns(most: number) {
  const waiting: (() => void)[] = [];
  let free = most;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

type Watch = (read: () => Progress) => void;

async function importOnce(deps: ImporterDeps, uploadId: string, watch: Watch): Promise<void> {
  const { db, archive, log } = deps;
  const before = await store.findUpload(db, uploadId);
  if (before?.state !== 'received') return;
  const attempts = await store.countAttempt(db, uploadId);
  if (attempts > MAX_ATTEMPTS) {
    await store.markFailed(db, uploadId);
    log.error({ uploadId, attempts }, 'an import was given up');
    return;
  }
  let intake: Intake | null = null;
  const started = performance.now();
  const work = db.transaction(async (tx) => {
    const upload = await store.lockUpload(tx, uploadId);
    if (upload?.state !== 'received') return null;
    intake = await archive.intake(upload.caseId, uploadId);
    const all = await importFiles(deps, { upload, intake, tx, watch });
    await store.markImported(tx, uploadId, all);
    return all;
  });
  const found = await work.catch(async (error: unknown) => {
    // The database may be what failed: then nothing is counted.
    const isOurs = !(error instanceof BlobStoreFailed);
    if (isOurs) await store.countAttempt(db, uploadId, FAILED_COUNTS - 1).catch(() => undefined);
    throw error;
  });
  if (found === null) return;
  await (intake as Intake | null)?.settle();
  const { files: seen, instances } = found;
  log.info({ uploadId, files: seen, instances, ms: Math.round(performance.now() - started) }, 'an upload was imported');
}

interface Doing {
  readonly upload: store.UploadRow;
  readonly intake: Intake;
  readonly tx: Tx;
  readonly watch: Watch;
}

const NOTHING: Found & { instances: number } = {
  files: 0,
  instances: 0,
  alreadyHere: 0,
  studies: [],
  refused: [],
  ignored: [],
  lists: [],
};

async function importFiles(deps: ImporterDeps, doing: Doing): Promise<Found & { instances: number }> {
  const { upload } = doing;
  const limits = deps.limits ?? DEFAULT_LIMITS;
  let plan: UploadPlan;
  try {
    plan = await planUpload({ file: deps.files.pathOf(upload.uploadId), kind: upload.kind, name: upload.name }, limits);
  } catch (error) {
    if (!(error instanceof UnreadableContainer)) throw error;
    return { ...NOTHING, files: 1, refused: [{ path: upload.name, reason: error.message }] };
  }
  return runPlan(deps, doing, plan);
}

async function runPlan(deps: ImporterDeps, doing: Doing, plan: UploadPlan): Promise<Found & { instances: number }> {
  const { upload, intake, tx, watch } = doing;
  const limits = deps.limits ?? DEFAULT_LIMITS;
  const shared = {
    control: createControl(),
    budget: createBudget(Math.max(limits.totalBytes, upload.size * limits.ratio)),
  };
  const control = jobControl(shared.control, shared.budget);
  const seen = new Map<number, readonly DeliveredStudy[]>();
  watch(() => ({
    files: control.files(),
    ofFiles: plan.files.length,
    instances: control.instances(),
    studies: mergeStudies([...seen.values()]),
  }));
  const taken = { alreadyHere: 0, apart: 0, refused: [...plan.refused] };
  const { caseId, owner, scratch, dataKey, known } = intake;
  const file = deps.files.pathOf(upload.uploadId);
  const sealed =
    upload.kind === 'spool' ? { spoolKey: spoolKey(await deps.keys.dataKey(deps.db, SPOOL_KEY), upload.uploadId) } : {};
  const shares = await deps.pool.run(
    { file, files: plan.files, runs: plan.runs, limits, ...shared, caseId, owner, scratch, dataKey, known, ...sealed },
    {
      async onPack(pack) {
        const result = await intake.take(tx, pack);
        taken.alreadyHere += result.alreadyHere;
        taken.apart += result.apart.length;
        taken.refused.push(...result.apart);
      },
      onStudies: (worker, studies) => seen.set(worker, studies),
    },
  );
  return {
    files: control.files() + plan.refused.length,
    instances: control.instances() - taken.apart,
    alreadyHere: taken.alreadyHere + shares.reduce((sum, share) => sum + share.alreadyHere, 0),
    studies: mergeStudies(shares.map(({ studies }) => studies)),
    refused: sortLeft([...taken.refused, ...shares.flatMap(({ refused }) => refused)]),
    ignored: sortLeft(shares.flatMap(({ ignored }) => ignored)),
    lists: shares.flatMap(({ lists }) => lists),
  };
}
