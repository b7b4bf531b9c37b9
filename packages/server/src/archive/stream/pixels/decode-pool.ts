import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FrameMeasures } from '@overread/imaging/quality/frame-measures.ts';
import type { GreyHeader } from '@overread/imaging/quality/grey-frame.ts';
import type { CompressedLayout, OpenedFrame } from './codecs.ts';
import type { DecodeAnswer, DecodeRequest } from './decode.worker.ts';
import type { Drawing } from './draw.ts';
import { UnreadableFrame } from './rle.ts';
import type { Codec } from './syntaxes.data.ts';

/** Opens compressed frames beside the main thread, which goes on answering meanwhile. */
export interface DecodePool {
  /** Throws `UnreadableFrame`. */
  open(codec: Codec, frame: Uint8Array, layout: CompressedLayout): Promise<OpenedFrame>;
  /** Opens a stored frame, compressed or not, and draws it as a JPEG or PNG file. Throws `UnreadableFrame`. */
  draw(codec: Codec | null, frame: Uint8Array, layout: CompressedLayout, drawing: Drawing): Promise<Uint8Array>;
  /** Opens a frame and measures it for hints at its quality; null where it has no grey form. Throws `UnreadableFrame`. */
  measure(
    codec: Codec | null,
    frame: Uint8Array,
    layout: CompressedLayout,
    header: GreyHeader,
  ): Promise<FrameMeasures | null>;
  close(): Promise<void>;
}

type Answered = Exclude<DecodeAnswer, { readonly reason: string }>;

interface Waiting {
  readonly resolve: (answer: Answered) => void;
  readonly reject: (error: Error) => void;
  readonly request: Omit<DecodeRequest, 'id'>;
  readonly worker: Worker;
}

/**
 * A worker that is silent for so long, with frames waiting, is given up. Frames take milliseconds; CharLS goes round for ten
 * seconds in some damaged ones of 64 x 64.
 */
const SILENT_MS = 4000;
/** Until a worker is up and has said so: on a machine that is busy with other work its modules take seconds to load. */
const START_MS = 60_000;

export interface DecodePatience {
  readonly silentMs?: number;
  readonly startMs?: number;
}

export function createDecodePool(
  size: number = Math.min(4, availableParallelism()),
  { silentMs = SILENT_MS, startMs = START_MS }: DecodePatience = {},
): DecodePool {
  const workers: Worker[] = [];
  /** Those that took up work: what is silent before that is slow to start, and at no frame yet. */
  const up = new WeakSet<Worker>();
  /** In the order in which each worker takes them. */
  const waiting = new Map<number, Waiting>();
  const watches = new Map<Worker, NodeJS.Timeout>();
  let [lastId, isClosed] = [0, false];

  function unwatch(worker: Worker): void {
    clearTimeout(watches.get(worker));
    watches.delete(worker);
  }

  /** From an answer or a first request on, the next answer has its time. */
  function watch(worker: Worker): void {
    unwatch(worker);
    const patience = up.has(worker) ? silentMs : startMs;
    if (isBusy(worker)) watches.set(worker, setTimeout(() => giveUp(worker), patience).unref());
  }

  const isBusy = (worker: Worker) => [...waiting.values()].some((each) => each.worker === worker);

  /** Where this thread was held up itself, the worker's answer lies there unread: it is taken first. */
  function giveUp(worker: Worker): void {
    const watching = watches.get(worker);
    setImmediate(() => {
      if (watches.get(worker) === watching && isBusy(worker)) void worker.terminate();
    });
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
    worker.on('message', (answer: DecodeAnswer | 'up') => {
      if (answer === 'up') {
        up.add(worker);
        watch(worker);
        return;
      }
      const known = waiting.get(answer.id);
      waiting.delete(answer.id);
      watch(worker);
      if ('reason' in answer) known?.reject(new UnreadableFrame(answer.reason));
      else known?.resolve(answer);
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

  const ask = (request: Waiting['request']): Promise<Answered> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      send(lastId, { resolve, reject, request });
    });

  async function opened(request: Waiting['request']): Promise<OpenedFrame> {
    const answer = await ask(request);
    if ('opened' in answer) return answer.opened;
    throw new Error('the decoder answered something else');
  }

  return {
    open: (codec, frame, layout) => opened({ codec, frame, layout, use: null }),
    draw: async (codec, frame, layout, drawing) => (await opened({ codec, frame, layout, use: { drawing } })).bytes,
    async measure(codec, frame, layout, header) {
      const answer = await ask({ codec, frame, layout, use: { measured: header } });
      return 'measures' in answer ? answer.measures : null;
    },
    async close() {
      isClosed = true;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
