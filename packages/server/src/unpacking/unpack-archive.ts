import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type ByteSource, type SyncByteSource, UnreadableContainer } from '@overread/imaging';
import {
  type BridgeMessage,
  type BridgeOrder,
  type PackedKind,
  PROGRESS,
  SAID,
  SIGNALS,
  type UnpackEnd,
  type UnpackJob,
  type UnpackLimits,
  type UnpackStep,
} from './model.ts';

const STUCK =
  'the archive cannot be unpacked: it makes no progress. Open it with 7-Zip or a similar program and drop the folder';
const LOOK_MS = 250;

/** Waits for the next message; throws when nothing moves for `stallMs`. */
function createEar(receive: () => BridgeMessage | null, signals: Int32Array, stallMs: number) {
  return (): BridgeMessage => {
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

/** Threads that wait for the next archive, each with 7-Zip's process beside it. */
const idle: Worker[] = [];

function startWorker(): Worker {
  const worker = new Worker(new URL('./bridge.worker.ts', import.meta.url), { name: 'unpack', execArgv: [] });
  worker.unref();
  // One that ended shows as no progress, and takes no other archive.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  });
  return worker;
}

const isLast = (message: BridgeMessage): message is UnpackEnd => message.type === 'done' || message.type === 'failed';

/**
 * Unpacks a 7z archive or UDF image in a process of its own, one file after the other, with nothing written to disk. Blocks the
 * calling thread while it waits. Throws UnreadableContainer; what it has brought until then is good. A process that is stuck,
 * or of which nothing more is wanted, is killed; otherwise it takes the next archive.
 */
export function* unpackArchive(
  kind: PackedKind,
  size: number,
  limits: UnpackLimits,
): Generator<UnpackStep, void, Uint8Array | undefined> {
  const { port1, port2 } = new MessageChannel();
  const shared = new SharedArrayBuffer(SIGNALS * Int32Array.BYTES_PER_ELEMENT);
  const job: UnpackJob = { kind, size, limits };
  const worker = idle.pop() ?? startWorker();
  worker.postMessage({ job, port: port2, signals: shared }, [port2]);
  const order = (message: BridgeOrder, transfer: readonly ArrayBuffer[] = []) => port1.postMessage(message, transfer);
  const receive = () => (receiveMessageOnPort(port1)?.message as BridgeMessage | undefined) ?? null;
  const hear = createEar(receive, new Int32Array(shared), limits.stallMs);
  let isOver = false;
  try {
    let message = hear();
    for (; !isLast(message); message = hear()) {
      const answer = yield message.type === 'file' ? { ...message, bytes: viewOf(message.bytes) } : message;
      if (message.type === 'read') {
        // A message takes all of the memory that its bytes lie in: here that may be the whole archive.
        const bytes = new Uint8Array(answer ?? []);
        order({ type: 'answer', bytes }, [bytes.buffer]);
      }
      if (message.type === 'file') order({ type: 'taken', bytes: message.bytes.length });
    }
    isOver = true;
    if (message.type === 'failed') throw new UnreadableContainer(message.reason);
  } finally {
    if (!isOver) order({ type: 'stop' });
    port1.close();
    idle.push(worker);
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
