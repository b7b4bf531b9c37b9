import type { StreamHeader } from '@overread/contract/images.ts';
import { createSeriesImages, type SeriesImages, type SeriesImagesWriter } from './series-images.ts';
import type { StreamAnswer, StreamRequest } from './stream.worker.ts';
import { slotsOf } from './stream-parser.ts';

/** Why a series could not be opened: HTTP status where the service refused, 0 where the line or the stream broke. */
export class SeriesFailure extends Error {
  override readonly name = 'SeriesFailure';
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

interface Entry {
  readonly url: string;
  readonly ready: PromiseWithResolvers<SeriesImages>;
  readonly done: PromiseWithResolvers<void>;
  opened: { readonly writer: SeriesImagesWriter; readonly slots: ReadonlyMap<number, number> } | null;
}

/** What prefetching may fill: series that nobody asked for yet leave the rest of the memory alone. */
const PREFETCH_LIMIT_BYTES = 768 * 1024 * 1024;

function createEntry(url: string): Entry {
  const ready = Promise.withResolvers<SeriesImages>();
  ready.promise.catch(() => undefined);
  return { url, ready, done: Promise.withResolvers<void>(), opened: null };
}

function openedEntry(header: StreamHeader, shared: SharedArrayBuffer | null): NonNullable<Entry['opened']> {
  const buffer = shared ?? new ArrayBuffer(header.order.length * header.frameBytes);
  return { writer: createSeriesImages(header, buffer), slots: slotsOf(header.order) };
}

/**
 * The series of one reading room, each in one buffer. A worker reads the streams; where the page is isolated the buffer is
 * shared with it, elsewhere the frames are handed over one by one.
 */
export class SeriesStore {
  readonly #shared = globalThis.crossOriginIsolated === true && typeof SharedArrayBuffer === 'function';
  readonly #worker: Worker;
  readonly #reading = new Map<number, Entry>();
  readonly #byUrl = new Map<string, Entry>();
  #nextId = 1;
  #closed = false;

  constructor(worker: Worker = seriesWorker()) {
    this.#worker = worker;
    worker.addEventListener('message', (event: MessageEvent<StreamAnswer>) => this.#hear(event.data));
    worker.addEventListener('error', (event) => this.#failAll(event.message));
  }

  /** Opens a series (or answers the one that is open); resolves as soon as its header is there, before the frames. */
  open(url: string): Promise<SeriesImages> {
    return this.#begin(url).ready.promise;
  }

  /** Reads these series one after another whenever nothing else is being read. */
  async prefetch(urls: readonly string[]): Promise<void> {
    for (const url of urls) {
      await Promise.all([...this.#reading.values()].map(({ done }) => done.promise));
      if (this.#closed || this.#bytesHeld() > PREFETCH_LIMIT_BYTES) return;
      await this.#begin(url).done.promise;
    }
  }

  close(): void {
    this.#closed = true;
    this.#worker.terminate();
    this.#failAll('the reading room was left');
  }

  #begin(url: string): Entry {
    const known = this.#byUrl.get(url);
    if (known !== undefined) return known;
    const entry = createEntry(url);
    const id = this.#nextId;
    this.#nextId += 1;
    this.#reading.set(id, entry);
    this.#byUrl.set(url, entry);
    const request: StreamRequest = { id, url: new URL(url, location.href).href, shared: this.#shared };
    this.#worker.postMessage(request);
    return entry;
  }

  #hear(answer: StreamAnswer): void {
    const entry = this.#reading.get(answer.id);
    if (entry === undefined) return;
    if (answer.type === 'header') {
      entry.opened = openedEntry(answer.header, answer.buffer);
      entry.ready.resolve(entry.opened.writer.images);
    } else if (answer.type === 'frame') {
      if (answer.bytes !== null) this.#place(entry, answer.index, answer.bytes);
      entry.opened?.writer.frame(answer.index);
    } else {
      this.#reading.delete(answer.id);
      if (answer.type === 'error') this.#fail(entry, answer.message, answer.status);
      else this.#complete(entry);
    }
  }

  /** Without a shared buffer, a frame is copied to its place here. */
  #place({ opened }: Entry, index: number, bytes: ArrayBuffer): void {
    const slot = opened?.slots.get(index);
    if (opened === null || slot === undefined) return;
    const { buffer, header } = opened.writer.images;
    new Uint8Array(buffer).set(new Uint8Array(bytes), slot * header.frameBytes);
  }

  #complete(entry: Entry): void {
    entry.opened?.writer.end('complete');
    entry.done.resolve();
  }

  #fail(entry: Entry, message: string, status: number): void {
    entry.opened?.writer.end('failed');
    entry.ready.reject(new SeriesFailure(message, status));
    // A series that failed may be tried again.
    if (this.#byUrl.get(entry.url) === entry) this.#byUrl.delete(entry.url);
    entry.done.resolve();
  }

  #failAll(message: string): void {
    for (const entry of this.#reading.values()) this.#fail(entry, message, 0);
    this.#reading.clear();
  }

  #bytesHeld(): number {
    return [...this.#byUrl.values()].reduce(
      (sum, { opened }) => sum + (opened?.writer.images.buffer.byteLength ?? 0),
      0,
    );
  }
}

function seriesWorker(): Worker {
  return new Worker(new URL('./stream.worker.ts', import.meta.url), { type: 'module', name: 'series' });
}
