import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { FrameMeasures } from '@overread/imaging/quality/frame-measures.ts';
import type { GreyHeader } from '@overread/imaging/quality/grey-frame.ts';
import type { CompressedLayout, OpenedFrame } from './codecs.ts';
import type { DecodeAnswer, DecodeMessage, DecodeRequest } from './decode.worker.ts';
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
 * A worker that computes for so long at one frame is given up. Frames take milliseconds; CharLS goes round for ten seconds in
 * some damaged ones of 64 x 64. Its own time counts, not the clock's: on a busy machine it may not get its turn for seconds.
 */
const SILENT_MS = 4000;
/** By the clock: until a worker is up and has said so, and the longest that it may then be silent. */
const START_MS = 60_000;
/** A worker that does not say within this how long it computed is held up outside JavaScript and WebAssembly. */
const ASKED_MS = 1000;

export interface DecodePatience {
  readonly silentMs?: number;
  readonly startMs?: number;
}

export function createDecodePool(
  size: number = Math.min(4, availableParallelism()),
  { silentMs = SILENT_MS, startMs = START_MS }: DecodePatience = {},
): DecodePool {
  const workers: Worker[] = [];
  /** Those that took up work, with the time that each had computed at its last word, milliseconds. */
  const up = new WeakMap<Worker, number>();
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
    if (isBusy(worker)) wait(worker, performance.now(), up.has(worker) ? silentMs : startMs);
  }

  function wait(worker: Worker, since: number, patience: number): void {
    watches.set(worker, setTimeout(() => giveUp(worker, since), patience).unref());
  }

  const isBusy = (worker: Worker) => [...waiting.values()].some((each) => each.worker === worker);

  /** Where this thread was held up itself, the worker's answer lies there unread: it is taken first. */
  function giveUp(worker: Worker, since: number): void {
    const watching = watches.get(worker);
    const isStill = () => watches.get(worker) === watching && isBusy(worker);
    setImmediate(async () => {
      if (!isStill()) return;
      const left = await timeLeft(worker, since);
      if (!isStill()) return;
      if (left <= 0) void worker.terminate();
      else wait(worker, since, left);
    });
  }

  /** Milliseconds until a silent worker is to be looked at again; 0 when it has had its time. */
  async function timeLeft(worker: Worker, since: number): Promise<number> {
    const before = up.get(worker);
    if (before === undefined || performance.now() - since >= startMs) return 0;
    const silence = sleep(ASKED_MS, null, { ref: false });
    const usage = await Promise.race([worker.cpuUsage().catch(() => null), silence]);
    return usage === null ? ASKED_MS : silentMs - ((usage.user + usage.system) / 1000 - before);
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
    worker.on('message', ({ spentMs, answer }: DecodeMessage) => {
      up.set(worker, spentMs);
      if (answer === null) return watch(worker);
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
