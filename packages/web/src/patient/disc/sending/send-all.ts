import type { UploadMetadata } from '@overread/contract/imports.ts';
import { type DiscReader, UnreadableImage } from '../reading/disc-model.ts';
import { type BatchFile, batchBody, manifestText } from './batch-body.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { AskKnown } from './known-archives.ts';
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
  /** Of the files, those that the case held before: they were not sent. */
  readonly here: number;
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
  readonly known: AskKnown;
  /** Identities of uploads that arrived earlier: they are not sent again. */
  readonly arrived: ReadonlySet<string>;
  readonly onArrived: (identity: string, upload: PlannedUpload) => void;
  readonly onProgress: (progress: SendingProgress) => void;
  /** Resolves after `ms`, or earlier when the connection is back. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** An upload made ready: its body, without what is here already, and the name it is known by. */
interface Ready {
  readonly body: Blob;
  /** Bytes of the body that are files. */
  readonly bytes: number;
  readonly here: { readonly files: number; readonly bytes: number };
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

const NOTHING = { files: 0, bytes: 0 } as const;

async function archiveReady(upload: PlannedUpload & { kind: 'archive' }, options: SendAllOptions): Promise<Ready> {
  const { caseId, importId } = options;
  const { name, digest, blob } = upload.archive;
  return {
    body: blob,
    bytes: upload.bytes,
    here: NOTHING,
    fingerprint: await fingerprintOf({ caseId, importId, contents: `${name}\n${digest}` }),
    metadata: { kind: 'archive', importId, name },
    filesAt: (bytes) => Math.floor((bytes / blob.size) * upload.files),
  };
}

type Hashed = readonly (BatchFile & { readonly size: number })[];

async function batchReady(files: Hashed, known: ReadonlySet<string>, options: SendAllOptions): Promise<Ready> {
  const { caseId, importId } = options;
  const toSend = files.filter(({ sha256 }) => !known.has(sha256));
  const { manifest, body } = batchBody(toSend);
  const bytes = toSend.reduce((sum, { size }) => sum + size, 0);
  const all = files.reduce((sum, { size }) => sum + size, 0);
  const within = filesWithin(
    toSend.map(({ size }) => size),
    body.size - bytes,
  );
  return {
    body,
    bytes,
    here: { files: files.length - toSend.length, bytes: all - bytes },
    fingerprint: await fingerprintOf({ caseId, importId, contents: manifest }),
    metadata: { kind: 'batch', importId, name: toSend[0]?.path ?? '' },
    filesAt: within,
  };
}

async function hashed(upload: PlannedUpload & { kind: 'batch' }, { reader }: SendAllOptions): Promise<Hashed> {
  const ready = await reader.prepare(upload.images.map(({ id }) => id));
  return upload.images.map(({ path, size }, at) => ({ path, size, ...(ready[at] as (typeof ready)[number]) }));
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
  readonly here: number[];
  readonly lost: Set<number>;
}

function createTally(options: SendAllOptions) {
  const { uploads } = options;
  const tally: Tally = {
    bytes: uploads.map(() => 0),
    files: uploads.map(() => 0),
    here: uploads.map(() => 0),
    lost: new Set(),
  };
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const [ofFiles, ofBytes] = [total(uploads.map(({ files }) => files)), total(uploads.map(({ bytes }) => bytes))];
  const tell = () =>
    options.onProgress({
      files: total(tally.files),
      ofFiles,
      bytes: total(tally.bytes),
      ofBytes,
      here: total(tally.here),
      waiting: tally.lost.size > 0,
    });
  return {
    /** `gone` counts the frame's head too, which is no part of what the person sends. */
    gone(at: number, gone: number, { body, bytes, here, filesAt }: Ready): void {
      tally.bytes[at] = here.bytes + Math.max(0, gone - (body.size - bytes));
      tally.files[at] = here.files + filesAt(gone);
      if (gone > 0) tally.lost.delete(at);
      tell();
    },
    here(at: number, { here }: Ready): void {
      tally.here[at] = here.files;
      tally.lost.delete(at);
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

/** Asks which of the files are here, for as long as it takes to reach the service. */
async function untilKnown(
  files: Hashed,
  { known, pause, signal }: Pick<SendAllOptions, 'known' | 'pause' | 'signal'>,
  onLost: () => void,
): Promise<ReadonlySet<string>> {
  for (let tries = 0; ; tries += 1) {
    signal.throwIfAborted();
    try {
      return await known(files.map(({ sha256 }) => sha256));
    } catch (error) {
      if (!(error instanceof LineLost)) throw error;
      onLost();
      await pause(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0, signal);
    }
  }
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
    if (upload.kind === 'archive') {
      const ready = await archiveReady(upload, options);
      if (!options.arrived.has(ready.fingerprint)) {
        await untilSent(at, upload, ready);
        options.onArrived(ready.fingerprint, upload);
      }
    } else await sendBatch(at, upload);
    tally.whole(at);
  }

  /** A batch is known again by all that is in it, whether it was sent or here. */
  async function sendBatch(at: number, upload: PlannedUpload & { kind: 'batch' }): Promise<void> {
    const files = await hashed(upload, options);
    const { caseId, importId } = options;
    const identity = await fingerprintOf({ caseId, importId, contents: manifestText(files) });
    if (options.arrived.has(identity)) return;
    const known = await untilKnown(files, { ...options, signal: ended }, () => tally.lost(at));
    const ready = await batchReady(files, known, options);
    tally.here(at, ready);
    if (ready.bytes > 0) await untilSent(at, upload, ready);
    options.onArrived(identity, upload);
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
