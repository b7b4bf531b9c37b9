import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ClosedPack } from '../archive/index.ts';
import type { WorkerMessage } from './import.worker.ts';
import { jobControl } from './job-control.ts';
import type { DeliveredStudy, Found, ImportJob } from './model.ts';

/** What the pool tells while a job runs. */
export interface JobEvents {
  /** A pack lies in the scratch folder. A failure of it ends the job. */
  onPack(pack: ClosedPack): Promise<void>;
  /** Studies seen so far by one of the workers. */
  onStudies(worker: number, studies: readonly DeliveredStudy[]): void;
}

/** Threads that import uploads: one upload at a time, each with all of them. They stay warm between uploads. */
export interface WorkerPool {
  /** Starts the threads, so that the first upload does not wait for them. */
  warm(): void;
  run(job: Omit<ImportJob, 'jobId'>, events: JobEvents): Promise<readonly Omit<Found, 'files'>[]>;
  close(): Promise<void>;
}

export function createWorkerPool(size: number = availableParallelism()): WorkerPool {
  let workers: Worker[] = [];
  let lastJob = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  function warm(): void {
    while (!closed && workers.length < size) {
      const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { name: 'import' });
      worker.unref();
      worker.once('exit', () => {
        workers = workers.filter((other) => other !== worker);
      });
      workers.push(worker);
    }
  }

  return {
    warm,
    run(job, events) {
      const running = turn.then(() => {
        if (closed) throw new Error('The import workers were closed.');
        warm();
        lastJob += 1;
        return runJob(workers.slice(0, size), { ...job, jobId: lastJob }, events);
      });
      turn = running.catch(() => undefined);
      return running;
    },
    async close() {
      closed = true;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Hands the job to every worker and waits for all of them: a pack that is still open must not outlive a failed job. */
async function runJob(workers: readonly Worker[], job: ImportJob, events: JobEvents) {
  const control = jobControl(job.control, job.budget);
  let packs: Promise<void> = Promise.resolve();
  const onPack = (pack: ClosedPack) => {
    packs = packs.then(() => events.onPack(pack)).finally(() => control.packTaken());
    packs.catch(() => control.stop());
  };
  const ended = await Promise.allSettled(
    workers.map((worker, index) =>
      runShare(worker, job, { onPack, onStudies: (studies) => events.onStudies(index, studies) }),
    ),
  );
  await packs;
  return ended.map((share) => {
    if (share.status === 'rejected') throw share.reason;
    return share.value;
  });
}

interface ShareEvents {
  onPack(pack: ClosedPack): void;
  onStudies(studies: readonly DeliveredStudy[]): void;
}

function runShare(worker: Worker, job: ImportJob, events: ShareEvents): Promise<Omit<Found, 'files'>> {
  return new Promise((resolve, reject) => {
    const hear = (message: WorkerMessage) => {
      if (message.jobId !== job.jobId) return;
      if (message.type === 'pack') {
        events.onStudies(message.studies);
        events.onPack(message.pack);
        return;
      }
      forget();
      if (message.type === 'done') resolve(message.found);
      else reject(new Error(`An import worker failed: ${message.message}`));
    };
    const fail = (error: Error) => {
      forget();
      jobControl(job.control, job.budget).stop();
      reject(error);
    };
    const gone = (code: number) => fail(new Error(`An import worker ended with code ${code}.`));
    const forget = () => {
      worker.off('message', hear);
      worker.off('error', fail);
      worker.off('exit', gone);
      worker.unref();
    };
    worker.on('message', hear);
    worker.on('error', fail);
    worker.on('exit', gone);
    worker.ref();
    worker.postMessage(job);
  });
}
