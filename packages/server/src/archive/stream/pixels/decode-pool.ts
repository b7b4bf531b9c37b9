import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CompressedLayout, OpenedFrame } from './codecs.ts';
import type { DecodeAnswer, DecodeRequest } from './decode.worker.ts';
import { UnreadableFrame } from './rle.ts';
import type { Codec } from './syntaxes.data.ts';

/** Opens compressed frames beside the main thread, which goes on answering meanwhile. */
export interface DecodePool {
  /** Throws `UnreadableFrame`. */
  open(codec: Codec, frame: Uint8Array, layout: CompressedLayout): Promise<OpenedFrame>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (frame: OpenedFrame) => void;
  readonly reject: (error: Error) => void;
  readonly request: Omit<DecodeRequest, 'id'>;
  readonly worker: Worker;
}

/**
 * A worker that is silent for so long, with frames waiting, is given up. Frames take milliseconds; CharLS goes round for ten
 * seconds in some damaged ones of 64 x 64.
 */
const SILENT_MS = 4000;

export function createDecodePool(
  size: number = Math.min(4, availableParallelism()),
  silentMs: number = SILENT_MS,
): DecodePool {
  const workers: Worker[] = [];
  /** In the order in which each worker takes them. */
  const waiting = new Map<number, Waiting>();
  const watches = new Map<Worker, NodeJS.Timeout>();
  let lastId = 0;
  let isClosed = false;

  function unwatch(worker: Worker): void {
    clearTimeout(watches.get(worker));
    watches.delete(worker);
  }

  /** From an answer or a first request on, the next answer has its time. */
  function watch(worker: Worker): void {
    unwatch(worker);
    const isBusy = [...waiting.values()].some((each) => each.worker === worker);
    if (isBusy) watches.set(worker, setTimeout(() => void worker.terminate(), silentMs).unref());
  }

  /** The frame that a lost worker was at is told as unreadable; those behind it go to another worker. */
  function clearUp(worker: Worker): void {
    unwatch(worker);
    workers.splice(workers.indexOf(worker), 1);
    const its = [...waiting].filter(([, each]) => each.worker === worker);
    for (const [at, [id, each]] of its.entries()) {
      waiting.delete(id);
      if (at === 0 || isClosed) each.reject(new UnreadableFrame('the decoder broke off'));
      else send(id, each);
    }
  }

  function start(): Worker {
    const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { name: 'decode' });
    worker.unref();
    worker.on('message', (answer: DecodeAnswer) => {
      const known = waiting.get(answer.id);
      waiting.delete(answer.id);
      watch(worker);
      if ('opened' in answer) known?.resolve(answer.opened);
      else known?.reject(new UnreadableFrame(answer.reason));
    });
    worker.once('exit', () => clearUp(worker));
    // 'exit' follows, and clears up.
    worker.once('error', () => undefined);
    workers.push(worker);
    return worker;
  }

  function send(id: number, each: Omit<Waiting, 'worker'>): void {
    const worker = workers.length < size ? start() : (workers[id % workers.length] as Worker);
    waiting.set(id, { ...each, worker });
    if (!watches.has(worker)) watch(worker);
    const frame = new Uint8Array(each.request.frame);
    const request: DecodeRequest = { ...each.request, id, frame };
    worker.postMessage(request, [frame.buffer as ArrayBuffer]);
  }

  return {
    open(codec, frame, layout) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        send(id, { resolve, reject, request: { codec, frame, layout } });
      });
    },
    async close() {
      isClosed = true;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
