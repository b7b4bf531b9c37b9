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
  readonly worker: Worker;
}

/** A worker that is silent for so long, with frames waiting, is not going to answer: frames take milliseconds. */
const SILENT_MS = 20_000;

export function createDecodePool(
  size: number = Math.min(4, availableParallelism()),
  silentMs: number = SILENT_MS,
): DecodePool {
  const workers: Worker[] = [];
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  const watches = new Map<Worker, NodeJS.Timeout>();
  /** From an answer or a first request on, the next answer has its time. */
  function watch(worker: Worker): void {
    clearTimeout(watches.get(worker));
    watches.delete(worker);
    const isBusy = [...waiting.values()].some((request) => request.worker === worker);
    if (isBusy) watches.set(worker, setTimeout(() => void worker.terminate(), silentMs).unref());
  }

  function start(): Worker {
    const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { name: 'decode' });
    worker.unref();
    worker.on('message', (answer: DecodeAnswer) => {
      const request = waiting.get(answer.id);
      waiting.delete(answer.id);
      watch(worker);
      if ('opened' in answer) request?.resolve(answer.opened);
      else request?.reject(new UnreadableFrame(answer.reason));
    });
    const gone = () => {
      clearTimeout(watches.get(worker));
      watches.delete(worker);
      workers.splice(workers.indexOf(worker), 1);
      for (const [id, request] of waiting) {
        if (request.worker !== worker) continue;
        waiting.delete(id);
        request.reject(new UnreadableFrame('the decoder broke off'));
      }
    };
    worker.once('exit', gone);
    // 'exit' follows, and clears up.
    worker.once('error', () => undefined);
    workers.push(worker);
    return worker;
  }

  return {
    open(codec, frame, layout) {
      lastId += 1;
      const id = lastId;
      const worker = workers.length < size ? start() : (workers[id % workers.length] as Worker);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, worker });
        if (!watches.has(worker)) watch(worker);
        const request: DecodeRequest = { id, codec, frame: new Uint8Array(frame), layout };
        worker.postMessage(request, [request.frame.buffer as ArrayBuffer]);
      });
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
