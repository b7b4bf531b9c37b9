import { parentPort } from 'node:worker_threads';
import {
  ANSWER_BYTES,
  ANSWERED,
  MAX_WAITING,
  PROGRESS,
  SAID,
  STOPPED,
  type UnpackJob,
  WAITING,
  WINDOW_BYTES,
  type WorkerMessage,
} from './model.ts';
import { type ArchiveInput, type Unpacked, UnpackFailed, unpackWithSevenZip } from './seven-zip.ts';

type Port = NonNullable<typeof parentPort>;

/** One archive that is unpacked, and the thread that wants it. */
interface Talk {
  readonly job: UnpackJob;
  readonly signals: Int32Array;
  tell(message: WorkerMessage, transfer?: ArrayBuffer[]): void;
  /** Shows that something moves. Throws when nobody wants to know any more. */
  progress(): void;
}

function createTalk(job: UnpackJob, port: Port): Talk {
  const signals = new Int32Array(job.signals);
  return {
    job,
    signals,
    tell(message, transfer = []) {
      port.postMessage(message, transfer);
      Atomics.add(signals, PROGRESS, 1);
      Atomics.add(signals, SAID, 1);
      Atomics.notify(signals, SAID);
    },
    progress() {
      Atomics.add(signals, PROGRESS, 1);
      if (Atomics.load(signals, STOPPED) === 1) throw new UnpackFailed('nobody waits for it');
    },
  };
}

/** An archive that makes 7-Zip read it over and over is made to do harm. */
const MAX_READS = 64;
const SPARE_BYTES = 256 << 20;

/** The archive, read in windows that the other thread fills. */
function createInput({ job, signals, tell, progress }: Talk): ArchiveInput {
  const window = new Uint8Array(job.window);
  let start = -1;
  let filled = 0;
  let total = 0;
  const fill = (offset: number) => {
    const before = Atomics.load(signals, ANSWERED);
    tell({ type: 'read', offset, length: WINDOW_BYTES });
    Atomics.wait(signals, ANSWERED, before);
    progress();
    start = offset;
    filled = Atomics.load(signals, ANSWER_BYTES);
  };
  return {
    program: job.program,
    size: job.size,
    read(into, offset) {
      progress();
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
      return done;
    },
  };
}

const createOutput = ({ signals, tell, progress }: Talk): Unpacked => ({
  file(path, bytes) {
    for (
      let waiting = Atomics.load(signals, WAITING);
      waiting >= MAX_WAITING;
      waiting = Atomics.load(signals, WAITING)
    ) {
      Atomics.wait(signals, WAITING, waiting, 1000);
    }
    progress();
    Atomics.add(signals, WAITING, Math.ceil(bytes.length / 1024));
    tell({ type: 'file', path, bytes }, [bytes.buffer as ArrayBuffer]);
  },
  refuse: (left) => tell({ type: 'refused', left }),
  progress,
});

async function unpack(talk: Talk): Promise<void> {
  try {
    const { kind, limits } = talk.job;
    await unpackWithSevenZip(kind, createInput(talk), limits, createOutput(talk));
    talk.tell({ type: 'done' });
  } catch (error) {
    const reason =
      error instanceof UnpackFailed
        ? error.message
        : 'the archive cannot be unpacked. Open it with 7-Zip or a similar program and drop the folder';
    talk.tell({ type: 'failed', reason });
  }
}

parentPort?.on('message', ({ job, port }: { job: UnpackJob; port: Port }) => {
  void unpack(createTalk(job, port)).finally(() => port.close());
});
