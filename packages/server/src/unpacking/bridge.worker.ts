import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { createFrameReader, frameParts } from './frames.ts';
import {
  type BridgeMessage,
  type BridgeOrder,
  type ChildFrame,
  type ParentFrame,
  PROGRESS,
  SAID,
  type UnpackEnd,
  type UnpackJob,
} from './model.ts';

/**
 * The thread between 7-Zip's process and a thread that waits for files with nothing else to do: that one blocks, so it cannot
 * listen to a process itself.
 */

const PROGRAM = fileURLToPath(new URL('./seven-zip.child.ts', import.meta.url));
/** Script's own objects, MiB; pictures and 7-Zip's memory lie outside, and have limits of their own. */
const HEAP_MIB = 384;
/** A process that holds more than this after an archive makes way for a new one, bytes. */
const KEEP_BYTES = 512 << 20;
/** And so does one that nobody has needed for a minute. */
const IDLE_MS = 60_000;
/** Bytes of files that were told and not yet taken. */
const MAX_WAITING = 32 << 20;

const CRASHED =
  'the archive cannot be unpacked: the program that opens it failed. Open it with 7-Zip or a similar program and drop the folder';

/** One archive that is unpacked, and whoever wants it. */
interface Talk {
  readonly port: MessagePort;
  readonly signals: Int32Array;
  waiting: number;
}

let child: ChildProcess | null = null;
let talk: Talk | null = null;
let idle: NodeJS.Timeout | undefined;

const outputOf = (process: ChildProcess) => process.stdio[3] as Readable;

function move(signals: Int32Array): void {
  Atomics.add(signals, PROGRESS, 1);
}

function say(to: Talk, message: BridgeMessage, transfer: readonly ArrayBuffer[] = []): void {
  to.port.postMessage(message, transfer);
  move(to.signals);
  Atomics.add(to.signals, SAID, 1);
  Atomics.notify(to.signals, SAID);
}

function end(message: UnpackEnd): void {
  if (talk === null) return;
  say(talk, message);
  talk.port.close();
  talk = null;
}

function discard(): void {
  clearTimeout(idle);
  child?.kill('SIGKILL');
  child = null;
}

function hear(frame: ChildFrame, body: Uint8Array<ArrayBuffer>): void {
  if (talk === null) return;
  if (frame.type === 'progress') move(talk.signals);
  else if (frame.type === 'file') {
    talk.waiting += body.length;
    if (talk.waiting >= MAX_WAITING && child !== null) outputOf(child).pause();
    say(talk, { ...frame, bytes: body }, [body.buffer]);
  } else if (frame.type === 'read' || frame.type === 'refused') say(talk, frame);
  else {
    const { rss, ...last } = frame;
    if (rss > KEEP_BYTES) discard();
    else idle = setTimeout(discard, IDLE_MS).unref();
    end(last);
  }
}

/** It may read its own program, and write nothing: what it unpacks goes through the channel alone. */
const RIGHTS = ['--permission', '--allow-fs-read=*', '--allow-worker'];

function start(): ChildProcess {
  const args = [...RIGHTS, `--max-old-space-size=${HEAP_MIB}`, PROGRAM];
  const started = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'ignore', 'pipe'], env: {} });
  // One that failed, or was killed, is told of; a new one takes the next archive.
  const gone = () => {
    if (child !== started) return;
    child = null;
    end({ type: 'failed', reason: CRASHED });
  };
  const read = createFrameReader<ChildFrame>((frame, body) => {
    if (child === started) hear(frame, body);
  });
  outputOf(started).on('data', read).on('error', gone);
  started.stdin?.on('error', gone);
  started.on('error', gone).on('exit', gone);
  return started;
}

function write(frame: ParentFrame, body?: Uint8Array): void {
  const into = child?.stdin as Writable | null | undefined;
  for (const part of frameParts(frame, body)) into?.write(part);
}

function obey(order: BridgeOrder, of: Talk): void {
  if (talk !== of) return;
  move(of.signals);
  if (order.type === 'answer') write({ type: 'answer' }, order.bytes);
  else if (order.type === 'taken') {
    of.waiting -= order.bytes;
    if (of.waiting < MAX_WAITING && child !== null) outputOf(child).resume();
  } else {
    discard();
    end({ type: 'done' });
  }
}

parentPort?.on(
  'message',
  ({ job, port, signals }: { job: UnpackJob; port: MessagePort; signals: SharedArrayBuffer }) => {
    clearTimeout(idle);
    // Whoever wants the next archive has had enough of the one before; the order to stop may come later than this.
    if (talk !== null) discard();
    const begun: Talk = { port, signals: new Int32Array(signals), waiting: 0 };
    talk = begun;
    port.on('message', (order: BridgeOrder) => obey(order, begun));
    child ??= start();
    // It may have been held up until the last files of the archive before were taken.
    outputOf(child).resume();
    write({ type: 'job', job });
  },
);
