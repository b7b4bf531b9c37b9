import {
  type DiscContents,
  type DiscReader,
  type ReadingProgress,
  type ReadyImage,
  UnreadableImage,
} from './disc-model.ts';
import type { ReaderAnswer, ReaderRequest } from './worker-messages.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: ReadingProgress) => void) | null;
}

/** The reader of discs in a worker, so that the page stays smooth while a disc is read. */
export function createWorkerReader(): DiscReader {
  const worker = new Worker(new URL('./disc.worker.ts', import.meta.url), { type: 'module', name: 'disc' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<ReaderAnswer>) => {
    const asked = waiting.get(data.id);
    if (asked === undefined) return;
    if (data.type === 'progress') return asked.onProgress?.(data.progress);
    waiting.delete(data.id);
    if (data.type === 'error')
      asked.reject(data.path === null ? new Error(data.message) : new UnreadableImage(data.path));
    else asked.resolve((data.type === 'contents' ? data.contents : data.images) as never);
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'the worker that reads discs failed'));
    waiting.clear();
  });

  function ask<T>(request: (id: number) => ReaderRequest, onProgress: Waiting['onProgress'] = null): Promise<T> {
    lastId += 1;
    const id = lastId;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      worker.postMessage(request(id));
    });
  }

  return {
    read: (picked, onProgress) => ask<DiscContents>((id) => ({ id, type: 'read', picked }), onProgress),
    prepare: (ids) => ask<readonly ReadyImage[]>((id) => ({ id, type: 'prepare', ids })),
    close: () => worker.terminate(),
  };
}
