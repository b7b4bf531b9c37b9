import { Worker } from 'node:worker_threads';

export interface MakeOrder {
  readonly id: number;
  readonly what: 'disc-zip' | 'study' | 'report' | 'arrival';
  /** The key of the demo's case; none for the arrival. */
  readonly key: string;
}

export interface MadeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Made {
  readonly id: number;
  readonly made?: readonly MadeFile[];
  readonly failed?: string;
}

export interface Maker {
  make(what: MakeOrder['what'], key: string): Promise<readonly MadeFile[]>;
  close(): Promise<void>;
}

/** One worker thread that makes studies and reports in the order in which they are asked for; started by the first order. */
export function createMaker(): Maker {
  const waiting = new Map<number, { resolve(files: readonly MadeFile[]): void; reject(error: Error): void }>();
  let worker: Worker | null = null;
  let last = 0;

  function start(): Worker {
    const started = new Worker(new URL('./maker.worker.ts', import.meta.url));
    // Idle, it must not keep the process alive.
    started.unref();
    started.on('message', ({ id, made, failed }: Made) => {
      const order = waiting.get(id);
      waiting.delete(id);
      if (made === undefined) order?.reject(new Error(failed));
      else order?.resolve(made);
    });
    started.on('error', (error: Error) => fail(error));
    started.on('exit', () => fail(new Error('The thread that makes the demo ended.')));
    return started;
  }

  function fail(error: Error): void {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  return {
    make(what, key) {
      worker ??= start();
      last += 1;
      const id = last;
      const made = new Promise<readonly MadeFile[]>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, what, key } satisfies MakeOrder);
      return made;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
