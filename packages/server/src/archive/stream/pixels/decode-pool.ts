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

export function createDecodePool(size: number = Math.min(4, availableParallelism())): DecodePool {
  const workers: Worker[] = [];
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  function start(): Worker {
    const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { name: 'decode' });
    worker.unref();
    worker.on('message', (answer: DecodeAnswer) => {
      const request = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('opened' in answer) request?.resolve(answer.opened);
      else request?.reject(new UnreadableFrame(answer.reason));
    });
    const gone = () => {
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
        const request: DecodeRequest = { id, codec, frame: new Uint8Array(frame), layout };
        worker.postMessage(request, [request.frame.buffer as ArrayBuffer]);
      });
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
