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
  const worker = new Worker(new URL('./unpack.worker.ts', import.meta.url), {
    name: 'unpack',
    workerData: { job, port: port2 },
    transferList: [port2],
    stdout: true,
    stderr: true,
  });
  worker.unref();
  // The worker tells its failures itself; one of the thread (out of memory) shows as no progress.
  worker.on('error', () => undefined);
  const receive = () => (receiveMessageOnPort(port1)?.message as WorkerMessage | undefined) ?? null;
  const hear = createEar(receive, signals, limits.stallMs);
  let ended = false;
  try {
    for (let message = hear(); message.type !== 'done'; message = hear()) {
      ended = message.type === 'failed';
      if (message.type === 'failed') throw new UnreadableContainer(message.reason);
      const answer = yield message.type === 'file' ? { ...message, bytes: viewOf(message.bytes) } : message;
      if (message.type === 'read') {
        const bytes = (answer ?? new Uint8Array(0)).subarray(0, WINDOW_BYTES);
        window.set(bytes);
        Atomics.store(signals, ANSWER_BYTES, bytes.length);
        Atomics.add(signals, ANSWERED, 1);
        Atomics.notify(signals, ANSWERED);
      } else if (message.type === 'file') {
        Atomics.sub(signals, WAITING, Math.ceil(message.bytes.length / 1024));
        Atomics.notify(signals, WAITING);
      }
    }
    ended = true;
  } finally {
    port1.close();
    // A thread that has said its last word ends by itself.
    if (!ended) void worker.terminate();
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
