import type { UploadMetadata } from '@overread/contract/wire.ts';
import { type DiscReader, UnreadableImage } from '../reading/disc-model.ts';
import { batchBody } from './batch-body.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { PlannedUpload } from './plan-batches.ts';
import { LineLost, type SendUpload } from './send-upload.ts';

/** MEASURED section 2: three uploads at a time. */
const AT_A_TIME = 3;
/** Waits between tries, in ms; the last one repeats for as long as it takes. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000] as const;

export interface SendingProgress {
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly ofBytes: number;
  /** True while nothing gets through and it is being tried again. */
  readonly waiting: boolean;
}

export interface SendAllOptions {
  readonly caseId: string;
  readonly importId: string;
  readonly endpoint: string;
  readonly uploads: readonly PlannedUpload[];
  readonly reader: Pick<DiscReader, 'prepare'>;
  readonly send: SendUpload;
  /** Fingerprints of uploads that arrived earlier: they are not sent again. */
  readonly arrived: ReadonlySet<string>;
  readonly onArrived: (fingerprint: string, upload: PlannedUpload) => void;
  readonly onProgress: (progress: SendingProgress) => void;
  /** Resolves after `ms`, or earlier when the connection is back. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** An upload made ready: its body and the name it is known by. */
interface Ready {
  readonly body: Blob;
  readonly fingerprint: string;
  readonly metadata: UploadMetadata;
  /** Byte of the body at which each of its files ends, ascending; an archive counts evenly. */
  readonly filesAt: (bytes: number) => number;
}

function filesWithin(sizes: readonly number[], headBytes: number) {
  return (bytes: number): number => {
    let end = headBytes;
    let files = 0;
    for (const size of sizes) {
      end += size;
      if (end > bytes) break;
      files += 1;
    }
    return files;
  };
}

async function makeReady(upload: PlannedUpload, options: SendAllOptions): Promise<Ready> {
  const { caseId, importId, reader } = options;
  if (upload.kind === 'archive') {
    const { name, digest, blob } = upload.archive;
    return {
      body: blob,
      fingerprint: await fingerprintOf({ caseId, importId, contents: `${name}\n${digest}` }),
      metadata: { kind: 'archive', importId, name },
      filesAt: (bytes) => Math.floor((bytes / blob.size) * upload.files),
    };
  }
  const ready = await reader.prepare(upload.images.map(({ id }) => id));
  const files = upload.images.map(({ path, size }, at) => ({ path, size, ...(ready[at] as (typeof ready)[number]) }));
  const { manifest, body } = batchBody(files);
  return {
    body,
    fingerprint: await fingerprintOf({ caseId, importId, contents: manifest }),
    metadata: { kind: 'batch', importId, name: upload.images[0]?.path ?? '' },
    filesAt: filesWithin(
      upload.images.map(({ size }) => size),
      body.size - upload.bytes,
    ),
  };
}

/** Whether the bytes can still be read: a browser tells an unreadable file and a lost connection alike. */
async function stillReadable(upload: PlannedUpload, options: SendAllOptions): Promise<void> {
  if (upload.kind === 'archive') {
    const { blob, name } = upload.archive;
    await blob
      .slice(0, 1)
      .arrayBuffer()
      .catch(() => Promise.reject(new UnreadableImage(name)));
  } else await options.reader.prepare(upload.images.slice(0, 1).map(({ id }) => id));
}

interface Tally {
  readonly bytes: number[];
  readonly files: number[];
  readonly lost: Set<number>;
}

function createTally(options: SendAllOptions) {
  const { uploads } = options;
  const tally: Tally = { bytes: uploads.map(() => 0), files: uploads.map(() => 0), lost: new Set() };
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const [ofFiles, ofBytes] = [total(uploads.map(({ files }) => files)), total(uploads.map(({ bytes }) => bytes))];
  const tell = () =>
    options.onProgress({
      files: total(tally.files),
      ofFiles,
      bytes: total(tally.bytes),
      ofBytes,
      waiting: tally.lost.size > 0,
    });
  return {
    /** `gone` counts the frame's head too, which is no part of what the person sends. */
    gone(at: number, gone: number, ready: Ready): void {
      const upload = uploads[at] as PlannedUpload;
      tally.bytes[at] = Math.max(0, gone - (ready.body.size - upload.bytes));
      tally.files[at] = ready.filesAt(gone);
      if (gone > 0) tally.lost.delete(at);
      tell();
    },
    whole(at: number): void {
      const upload = uploads[at] as PlannedUpload;
      tally.bytes[at] = upload.bytes;
      tally.files[at] = upload.files;
      tally.lost.delete(at);
      tell();
    },
    lost(at: number): void {
      tally.lost.add(at);
      tell();
    },
  };
}

/**
 * Sends every upload, three at a time, each from where it stopped, and tries again for as long as the connection is away.
 * Throws SendingStopped when the service refuses, UnreadableImage when the disc is gone.
 */
export async function sendAll(options: SendAllOptions): Promise<void> {
  const { uploads, signal } = options;
  const tally = createTally(options);
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  let next = 0;

  async function sendOne(at: number): Promise<void> {
    const upload = uploads[at] as PlannedUpload;
    const ready = await makeReady(upload, options);
    if (!options.arrived.has(ready.fingerprint)) {
      await untilSent(at, upload, ready);
      options.onArrived(ready.fingerprint, upload);
    }
    tally.whole(at);
  }

  async function untilSent(at: number, upload: PlannedUpload, ready: Ready): Promise<void> {
    const { endpoint } = options;
    const { body, metadata, fingerprint } = ready;
    let reached = 0;
    let tries = 0;
    const onProgress = (bytes: number) => {
      if (bytes > reached) tries = 0;
      reached = Math.max(reached, bytes);
      tally.gone(at, bytes, ready);
    };
    for (;;) {
      ended.throwIfAborted();
      try {
        return await options.send({ endpoint, body, metadata, fingerprint, signal: ended, onProgress });
      } catch (error) {
        if (!(error instanceof LineLost)) throw error;
        tally.lost(at);
        await stillReadable(upload, options);
        await options.pause(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0, ended);
        tries += 1;
      }
    }
  }

  const work = async (): Promise<void> => {
    while (next < uploads.length) {
      next += 1;
      await sendOne(next - 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  } catch (error) {
    stop.abort(error);
    throw error;
  }
}
