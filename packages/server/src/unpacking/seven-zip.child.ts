import { constants, readSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { frameParts, readFrame } from './frames.ts';
import { type ChildFrame, type ParentFrame, type UnpackJob, WINDOW_BYTES } from './model.ts';
import { type ArchiveInput, compileProgram, type Unpacked, UnpackFailed, unpackWithSevenZip } from './seven-zip.ts';

/**
 * The process that runs 7-Zip. It reads archives to unpack from its standard input and writes what they hold to its fourth
 * channel; it blocks while it waits, as 7-Zip wants it, and ends when its input does.
 */

const IN = 0;
const OUT = 3;
const HEARTBEAT_MS = 200;

/** 7z-wasm asks for Node's constants in a way that this process, which may write no file, has no right to. */
Object.assign(process, { binding: () => ({ fs: constants }) });

/** Ends this process, whatever it is at, when the one that started it is no more. */
function endWithParent(): void {
  const watch = `
    const parent = process.ppid;
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);`;
  new Worker(watch, { eval: true, name: 'watch' }).unref();
}

/** Nobody is there any more. */
class Hungup extends UnpackFailed {}

const pause = new Int32Array(new SharedArrayBuffer(4));
/** A call on a channel; one that would have to wait is tried again. */
function patiently(call: () => number): number {
  for (;;) {
    try {
      return call();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' || code === 'ECONNRESET' || code === 'EOF') throw new Hungup();
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 1);
    }
  }
}

function readExactly(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let filled = 0; filled < length; ) {
    const read = patiently(() => readSync(IN, bytes, filled, length - filled, null));
    if (read === 0) throw new Hungup();
    filled += read;
  }
  return bytes;
}

function tell(frame: ChildFrame, body?: Uint8Array): void {
  for (const part of frameParts(frame, body)) {
    for (let at = 0; at < part.length; ) at += patiently(() => writeSync(OUT, part, at, part.length - at));
  }
}

function createHeartbeat(): () => void {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < HEARTBEAT_MS) return;
    last = now;
    tell({ type: 'progress' });
  };
}

/** An archive that makes 7-Zip read it over and over is made to do harm. */
const MAX_READS = 64;
const SPARE_BYTES = 256 << 20;

/** The archive, asked for in windows. */
function createInput({ size }: UnpackJob, progress: () => void): ArchiveInput {
  let window: Uint8Array = new Uint8Array(0);
  let start = 0;
  let total = 0;
  const fill = (offset: number) => {
    tell({ type: 'read', offset, length: WINDOW_BYTES });
    window = readFrame<ParentFrame>(readExactly).body;
    start = offset;
  };
  return {
    size,
    read(into, offset) {
      progress();
      total += into.length;
      if (total > size * MAX_READS + SPARE_BYTES) throw new UnpackFailed('the archive leads in circles');
      let done = 0;
      while (done < into.length) {
        const at = offset + done;
        if (at < start || at >= start + window.length) fill(at - (at % WINDOW_BYTES));
        const piece = window.subarray(at - start, at - start + into.length - done);
        if (piece.length === 0) break;
        into.set(piece, done);
        done += piece.length;
      }
      return done;
    },
  };
}

const CANNOT = 'the archive cannot be unpacked. Open it with 7-Zip or a similar program and drop the folder';

async function unpack(program: WebAssembly.Module, job: UnpackJob): Promise<void> {
  const progress = createHeartbeat();
  const output: Unpacked = {
    file: (path, bytes) => tell({ type: 'file', path }, bytes),
    refuse: (left) => tell({ type: 'refused', left }),
    progress,
  };
  try {
    await unpackWithSevenZip({ program, kind: job.kind, limits: job.limits }, createInput(job, progress), output);
    tell({ type: 'done', rss: process.memoryUsage.rss() });
  } catch (error) {
    if (error instanceof Hungup) throw error;
    const reason = error instanceof UnpackFailed ? error.message : CANNOT;
    tell({ type: 'failed', reason, rss: process.memoryUsage.rss() });
  }
}

async function serve(): Promise<void> {
  endWithParent();
  const program = compileProgram();
  for (;;) {
    const { head } = readFrame<ParentFrame>(readExactly);
    if (head.type === 'job') await unpack(program, head.job);
  }
}

try {
  await serve();
} catch (error) {
  process.exit(error instanceof Hungup ? 0 : 1);
}
