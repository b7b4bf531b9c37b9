import { type parentPort, workerData } from 'node:worker_threads';
import {
  ANSWER_BYTES,
  ANSWERED,
  MAX_WAITING,
  PROGRESS,
  SAID,
  type UnpackJob,
  WAITING,
  WINDOW_BYTES,
  type WorkerMessage,
} from './model.ts';
import { type ArchiveInput, type Unpacked, UnpackFailed, unpackWithSevenZip } from './seven-zip.ts';

const { job, port } = workerData as { job: UnpackJob; port: NonNullable<typeof parentPort> };
const signals = new Int32Array(job.signals);
const window = new Uint8Array(job.window);

function tell(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
  Atomics.add(signals, PROGRESS, 1);
  Atomics.add(signals, SAID, 1);
  Atomics.notify(signals, SAID);
}

/** An archive that makes 7-Zip read it over and over is made to do harm. */
const MAX_READS = 64;
const SPARE_BYTES = 256 << 20;

/** The archive, read in windows that the other thread fills. */
function createInput(): ArchiveInput {
  let start = -1;
  let filled = 0;
  let total = 0;
  const fill = (offset: number) => {
    const before = Atomics.load(signals, ANSWERED);
    tell({ type: 'read', offset, length: WINDOW_BYTES });
    Atomics.wait(signals, ANSWERED, before);
    start = offset;
    filled = Atomics.load(signals, ANSWER_BYTES);
  };
  return {
    program: job.program,
    size: job.size,
    read(into, offset) {
      total += into.length;
      if (total > job.size * MAX_READS + SPARE_BYTES) throw new UnpackFailed('the archive leads in circles');
      let done = 0;
      while (done < into.length) {
        const at = offset + done;
        if (start < 0 || at < start || at >= start + filled) fill(at - (at % WINDOW_BYTES));
        const piece = window.subarray(at - start, Math.min(filled, at - start + into.length - done));
        if (piece.length === 0) break;
        into.set(piece, done);
        done += piece.length;
      }
      Atomics.add(signals, PROGRESS, 1);
      return done;
    },
  };
}

const output: Unpacked = {
  file(path, bytes) {
    for (;;) {
      const waiting = Atomics.load(signals, WAITING);
      if (waiting < MAX_WAITING) break;
      Atomics.wait(signals, WAITING, waiting, 1000);
    }
    Atomics.add(signals, WAITING, Math.ceil(bytes.length / 1024));
    tell({ type: 'file', path, bytes }, [bytes.buffer as ArrayBuffer]);
  },
  refuse: (left) => tell({ type: 'refused', left }),
  progress: () => {
    Atomics.add(signals, PROGRESS, 1);
  },
};

try {
  await unpackWithSevenZip(job.kind, createInput(), job.limits, output);
  tell({ type: 'done' });
} catch (error) {
  const reason =
    error instanceof UnpackFailed
      ? error.message
      : 'the archive cannot be unpacked. Open it with 7-Zip or a similar program and drop the folder';
  tell({ type: 'failed', reason });
}
port.close();
