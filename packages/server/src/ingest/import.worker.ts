import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { bytesSource, type SyncByteSource } from '@overread/imaging';
import { type ClosedPack, createPackWriter, packIdOf } from '../archive/index.ts';
import { createFindings } from './findings.ts';
import { type JobControl, jobControl } from './job-control.ts';
import type { DeliveredStudy, Found, ImportJob, PlannedFile, Run } from './model.ts';
import { openRecord } from './seal-spool.ts';
import { type Taking, takeFile } from './take-file.ts';
import { DamagedFile, unzipEntry } from './unpack.ts';

/** What a worker tells: each closed pack at once, then what it found. */
export type WorkerMessage =
  | {
      readonly type: 'pack';
      readonly jobId: number;
      readonly pack: ClosedPack;
      readonly studies: readonly DeliveredStudy[];
    }
  | { readonly type: 'done'; readonly jobId: number; readonly found: Omit<Found, 'files'> }
  | { readonly type: 'failed'; readonly jobId: number; readonly message: string };

const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

function readAt(handle: number, into: Uint8Array, start: number): number {
  let filled = 0;
  while (filled < into.length) {
    const read = readSync(handle, into, filled, into.length - filled, start + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}

/** A stretch of the upload, read when it is asked for: large stored files are not held whole. */
function stretchSource(handle: number, start: number, size: number): SyncByteSource {
  return {
    size,
    read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      return bytes.subarray(0, readAt(handle, bytes, start + offset));
    },
  };
}

/** The upload that is read, and what its runs are read into. */
interface Reading {
  readonly handle: number;
  readonly buffer: RunBuffer;
  readonly control: JobControl;
  readonly spoolKey: Uint8Array | undefined;
}

/** The bytes of a run, empty for one large stored file: that is looked at before it is read. */
interface RunBytes {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** A file of a run as a source: in the run's bytes, unpacked, or where it lies. */
function openFile(planned: PlannedFile, { start, bytes }: RunBytes, reading: Reading): SyncByteSource {
  const { handle, control, spoolKey } = reading;
  const { packing, offset, storedSize, size, crc32 = 0, nth } = planned;
  if (nth !== undefined && spoolKey !== undefined) {
    const sealed = bytes.subarray(offset - start, offset - start + storedSize);
    const plain = openRecord(spoolKey, { size, nth }, sealed);
    if (plain === null) throw new DamagedFile('it was damaged on the disc of this service. Send it again');
    return bytesSource(plain);
  }
  if (packing !== 'stored') {
    const entry = { size, crc32, storedSize, deflated: packing === 'zip-deflated' };
    return bytesSource(unzipEntry(bytes, offset - start, entry, control));
  }
  if (bytes.length === 0) return stretchSource(handle, offset, size);
  const data = bytes.subarray(offset - start, offset - start + size);
  if (data.length < size) throw new DamagedFile('it is cut short. Send it again');
  return bytesSource(data);
}

function takeRun(run: Run, files: readonly PlannedFile[], reading: Reading, taking: Taking): void {
  const alone = run.last - run.first === 1 && files[run.first]?.packing === 'stored';
  const bytes = alone ? new Uint8Array(0) : reading.buffer.read(reading.handle, run);
  for (let at = run.first; at < run.last; at += 1) {
    const planned = files[at] as PlannedFile;
    const { path, depth, sha256, isUpload = false } = planned;
    const open = () => openFile(planned, { start: run.start, bytes }, reading);
    takeFile({ path, open, depth, isUpload, ...(sha256 === undefined ? {} : { sha256 }) }, taking);
  }
}

/** One buffer for run after run: what is kept of it was sealed, and thereby copied, before the next run is read. */
interface RunBuffer {
  read(handle: number, run: Run): Uint8Array;
}
function createRunBuffer(): RunBuffer {
  let buffer = new Uint8Array(4 << 20);
  return {
    read(handle, run) {
      const length = run.end - run.start;
      const large = length > buffer.length;
      const into = large ? new Uint8Array(length) : buffer.subarray(0, length);
      if (large && length <= 16 << 20) buffer = into;
      return into.subarray(0, readAt(handle, into, run.start));
    },
  };
}

function importShare(job: ImportJob): void {
  const { jobId, runs, files, owner } = job;
  const control = jobControl(job.control, job.budget);
  const findings = createFindings();
  const writer = createPackWriter({
    caseId: job.caseId,
    dataKey: Buffer.from(job.dataKey),
    scratch: job.scratch,
    newPackId: () => packIdOf(owner, randomUUID()),
    ...(job.packBytes === undefined ? {} : { packBytes: job.packBytes }),
    onClosed(pack) {
      control.packClosed();
      tell({ type: 'pack', jobId, pack, studies: findings.studies() });
      control.waitForRoom();
    },
  });
  const taking: Taking = { limits: job.limits, control, known: job.known, writer, findings };
  const handle = openSync(job.file, 'r');
  const buffer = createRunBuffer();
  try {
    for (let next = control.takeRun(); next < runs.length && !control.stopped(); next = control.takeRun()) {
      takeRun(runs[next] as Run, files, { handle, buffer, control, spoolKey: job.spoolKey }, taking);
    }
    if (!control.stopped()) writer.close();
  } finally {
    writer.abandon();
    closeSync(handle);
  }
  tell({ type: 'done', jobId, found: findings.told() });
}

parentPort?.on('message', (job: ImportJob) => {
  try {
    importShare(job);
  } catch (error) {
    jobControl(job.control, job.budget).stop();
    tell({
      type: 'failed',
      jobId: job.jobId,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
