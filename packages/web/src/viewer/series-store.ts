import type { StreamHeader } from '@overread/contract/wire.ts';
import { createSeriesImages, type SeriesImages, type SeriesImagesWriter } from './series-images.ts';
import type { StreamAnswer, StreamRequest } from './stream.worker.ts';

/** Why a series could not be opened: HTTP status where the service refused, 0 where the line or the stream broke. */
export class SeriesFailure extends Error {
  override readonly name = 'SeriesFailure';
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

export interface SeriesStore {
  /** Opens a series (or answers the one that is open); resolves as soon as its header is there, before the frames. */
  open(url: string): Promise<SeriesImages>;
  /** Reads these series one after another when nothing else is being read. */
  prefetch(urls: readonly string[]): void;
  close(): void;
}

interface Entry {
  readonly url: string;
  readonly ready: Promise<SeriesImages>;
  readonly done: Promise<void>;
  readonly resolve: (images: SeriesImages) => void;
  readonly reject: (error: SeriesFailure) => void;
  readonly finish: () => void;
  writer: SeriesImagesWriter | null;
  header: StreamHeader | null;
}

/** What a fresh store may keep of series that nobody asked for yet. */
const PREFETCH_LIMIT_BYTES = 768 * 1024 * 1024;

function createEntry(url: string): Entry {
  const ready = Promise.withResolvers<SeriesImages>();
  const done = Promise.withResolvers<void>();
  ready.promise.catch(() => undefined);
  return {
    url,
    ready: ready.promise,
    done: done.promise,
    resolve: ready.resolve,
    reject: ready.reject,
    finish: done.resolve,
    writer: null,
    header: null,
  };
}

/**
 * The series of one reading room, each in one buffer. A worker reads the streams; where the page is isolated the buffer is
 * shared with it, elsewhere the frames are handed over one by one.
 */
export function createSeriesStore(makeWorker: () => Worker = defaultWorker): SeriesStore {
  const shared = globalThis.crossOriginIsolated === true && typeof SharedArrayBuffer === 'function';
  const worker = makeWorker();
  const entries = new Map<number, Entry>();
  const byUrl = new Map<string, Entry>();
  let nextId = 1;
  let closed = false;

  function fail(entry: Entry, message: string, status: number) {
    entry.writer?.end('failed');
    entry.reject(new SeriesFailure(message, status));
    // A series that failed may be tried again.
    if (byUrl.get(entry.url) === entry) byUrl.delete(entry.url);
    entry.finish();
  }

  function hear(answer: StreamAnswer) {
    const entry = entries.get(answer.id);
    if (entry === undefined) return;
    if (answer.type === 'header') {
      const bytes = answer.header.order.length * answer.header.frameBytes;
      entry.header = answer.header;
      entry.writer = createSeriesImages(answer.header, answer.buffer ?? new ArrayBuffer(bytes));
      entry.resolve(entry.writer.images);
    } else if (answer.type === 'frame') {
      if (answer.bytes !== null) place(entry, answer.index, answer.bytes);
      entry.writer?.frame(answer.index);
    } else {
      entries.delete(answer.id);
      if (answer.type === 'error') return fail(entry, answer.message, answer.status);
      entry.writer?.end('complete');
      entry.finish();
    }
  }

  function place(entry: Entry, index: number, bytes: ArrayBuffer) {
    const { writer, header } = entry;
    if (writer === null || header === null) return;
    const slot = [...header.order].sort((a, b) => a - b).indexOf(index);
    new Uint8Array(writer.images.buffer).set(new Uint8Array(bytes), slot * header.frameBytes);
  }

  function begin(url: string): Entry {
    const known = byUrl.get(url);
    if (known !== undefined) return known;
    const entry = createEntry(url);
    const id = nextId;
    nextId += 1;
    entries.set(id, entry);
    byUrl.set(url, entry);
    worker.postMessage({ id, url: new URL(url, location.href).href, shared } satisfies StreamRequest);
    return entry;
  }

  worker.addEventListener('message', (event: MessageEvent<StreamAnswer>) => hear(event.data));
  worker.addEventListener('error', (event) => {
    for (const entry of entries.values()) fail(entry, event.message, 0);
    entries.clear();
  });

  const bytesHeld = () =>
    [...byUrl.values()].reduce((sum, { writer }) => sum + (writer?.images.buffer.byteLength ?? 0), 0);

  async function prefetch(urls: readonly string[]) {
    for (const url of urls) {
      await Promise.all([...entries.values()].map((entry) => entry.done));
      if (closed || bytesHeld() > PREFETCH_LIMIT_BYTES) return;
      await begin(url).done;
    }
  }

  return {
    open: (url) => begin(url).ready,
    prefetch(urls) {
      void prefetch(urls);
    },
    close() {
      closed = true;
      worker.terminate();
      for (const entry of entries.values()) fail(entry, 'the reading room was left', 0);
      entries.clear();
    },
  };
}

function defaultWorker(): Worker {
  return new Worker(new URL('./stream.worker.ts', import.meta.url), { type: 'module', name: 'series' });
}
