import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type ByteSource, type SyncByteSource, UnreadableContainer } from '@overread/imaging';
import {
  ANSWER_BYTES,
  ANSWERED,
  type PackedKind,
  PROGRESS,
  SAID,
  SIGNALS,
  STOPPED,
  type UnpackJob,
  type UnpackLimits,
  type UnpackStep,
  WAITING,
  WINDOW_BYTES,
  type WorkerMessage,
} from './model.ts';

const STUCK =
  'the archive cannot be unpacked: it makes no progress. Open it with 7-Zip or a similar program and drop the folder';
const LOOK_MS = 250;

/** Waits for the worker's next message; throws when nothing moves for `stallMs`. */
function createEar(receive: () => WorkerMessage | null, signals: Int32Array, stallMs: number) {
  return (): WorkerMessage => {
    let progress = Atomics.load(signals, PROGRESS);
    let since = performance.now();
    for (;;) {
      const said = Atomics.load(signals, SAID);
      const message = receive();
      if (message !== null) return message;
      Atomics.wait(signals, SAID, said, LOOK_MS);
      const now = Atomics.load(signals, PROGRESS);
      if (now !== progress) {
        progress = now;
        since = performance.now();
      } else if (performance.now() - since > stallMs) throw new UnreadableContainer(STUCK);
    }
  };
}

let program: WebAssembly.Module | null = null;
function compiled(): WebAssembly.Module {
  program ??= new WebAssembly.Module(readFileSync(fileURLToPath(import.meta.resolve('7z-wasm/7zz.wasm'))));
  return program;
}

/**
 * Threads that wait for the next archive. They are kept: V8 fails now and then, and takes the process with it, when a thread
 * that ran WebAssembly ends.
 */
const idle: Worker[] = [];

function startWorker(): Worker {
  const worker = new Worker(new URL('./unpack.worker.ts', import.meta.url), {
    name: 'unpack',
    stdout: true,
    stderr: true,
  });
  worker.unref();
  // Failures of an archive are told as messages; one of the thread shows as no progress.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  });
  return worker;
}

const isLast = (message: WorkerMessage): message is Exclude<WorkerMessage, UnpackStep> =>
  message.type === 'done' || message.type === 'failed';

function answerWith(answer: Uint8Array, signals: Int32Array, window: Uint8Array): void {
  const bytes = answer.subarray(0, WINDOW_BYTES);
  window.set(bytes);
  Atomics.store(signals, ANSWER_BYTES, bytes.length);
  Atomics.add(signals, ANSWERED, 1);
  Atomics.notify(signals, ANSWERED);
}

function takenOff(bytes: number, signals: Int32Array): void {
  Atomics.sub(signals, WAITING, Math.ceil(bytes / 1024));
  Atomics.notify(signals, WAITING);
}

/** Tells the thread to stop, and waits until it has. */
function hush(signals: Int32Array, hear: () => WorkerMessage): void {
  Atomics.store(signals, STOPPED, 1);
  // It may wait for an answer, or for room.
  Atomics.add(signals, ANSWERED, 1);
  Atomics.notify(signals, ANSWERED);
  Atomics.store(signals, WAITING, 0);
  Atomics.notify(signals, WAITING);
  try {
    while (!isLast(hear()));
  } catch (error) {
    if (!(error instanceof UnreadableContainer)) throw error;
  }
}

/**
 * Unpacks a 7z archive or UDF image in a thread of its own, one file after the other, with nothing written to disk. Blocks the
 * calling thread while it waits. Throws UnreadableContainer; what it has brought until then is good.
 */
export function* unpackArchive(
  kind: PackedKind,
  size: number,
  limits: UnpackLimits,
): Generator<UnpackStep, void, Uint8Array | undefined> {
  const { port1, port2 } = new MessageChannel();
  const shared = {
    signals: new SharedArrayBuffer(SIGNALS * Int32Array.BYTES_PER_ELEMENT),
    window: new SharedArrayBuffer(WINDOW_BYTES),
  };
  const signals = new Int32Array(shared.signals);
  const window = new Uint8Array(shared.window);
  const job: UnpackJob = { kind, size, limits, program: compiled(), ...shared };
  const worker = idle.pop() ?? startWorker();
  worker.postMessage({ job, port: port2 }, [port2]);
  const receive = () => (receiveMessageOnPort(port1)?.message as WorkerMessage | undefined) ?? null;
  const listen = createEar(receive, signals, limits.stallMs);
  let isStuck = false;
  const hear = () => {
    try {
      return listen();
    } catch (error) {
      isStuck = true;
      throw error;
    }
  };
  let message: WorkerMessage | null = null;
  try {
    for (message = hear(); !isLast(message); message = hear()) {
      const answer = yield message.type === 'file' ? { ...message, bytes: viewOf(message.bytes) } : message;
      if (message.type === 'read') answerWith(answer ?? new Uint8Array(0), signals, window);
      else if (message.type === 'file') takenOff(message.bytes.length, signals);
    }
    if (message.type === 'failed') throw new UnreadableContainer(message.reason);
  } finally {
    // Whoever has had enough before the end lets the thread find that out; it is used again.
    if (!isStuck && message !== null && !isLast(message)) hush(signals, hear);
    port1.close();
    if (isStuck) void worker.terminate();
    else idle.push(worker);
  }
}

/** Bytes of a message as this realm's own: parsers ask for `instanceof Uint8Array`. */
const viewOf = (bytes: Uint8Array) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What an archive brings, without what it asks for. */
export type UnpackedItem = Exclude<UnpackStep, { type: 'read' }>;

/** The same over a source that is read synchronously. */
export function* unpackSync(
  kind: PackedKind,
  source: SyncByteSource,
  limits: UnpackLimits,
): Generator<UnpackedItem, void> {
  const steps = unpackArchive(kind, source.size, limits);
  try {
    for (let step = steps.next(); !step.done; ) {
      const { value } = step;
      if (value.type === 'read') step = steps.next(source.read(value.offset, value.length));
      else {
        yield value;
        step = steps.next();
      }
    }
  } finally {
    steps.return();
  }
}

/** The same over a source that is read with promises. */
export async function* unpackAsync(
  kind: PackedKind,
  source: ByteSource,
  limits: UnpackLimits,
): AsyncGenerator<UnpackedItem, void> {
  const steps = unpackArchive(kind, source.size, limits);
  try {
    for (let step = steps.next(); !step.done; ) {
      const { value } = step;
      if (value.type === 'read') step = steps.next(await source.read(value.offset, value.length));
      else {
        yield value;
        step = steps.next();
      }
    }
  } finally {
    steps.return();
  }
}
