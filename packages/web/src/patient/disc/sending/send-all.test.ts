import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import type { PreviousUpload, FileReader as TusFileReader, UrlStorage } from 'tus-js-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscReader, UnreadableImage } from '../reading/disc-model.ts';
import { sha256OfBlob } from '../reading/sha256.ts';
import { type PlannedUpload, planBatches } from './plan-batches.ts';
import { type SendAllOptions, type SendingProgress, sendAll } from './send-all.ts';
import { createTusSender, LineLost, SendingStopped, type SendUpload } from './send-upload.ts';

const blobs = Array.from({ length: 12 }, (_, at) => new Blob([new Uint8Array(40_000 + at).fill(at + 1)]));
const images = blobs.map(({ size }, id) => ({ id, path: `disc/IM${String(id).padStart(2, '0')}`, size, series: 's' }));
const uploads: readonly PlannedUpload[] = planBatches(images, 100_000).map((batch) => ({
  kind: 'batch',
  images: batch,
  files: batch.length,
  bytes: batch.reduce((sum, { size }) => sum + size, 0),
}));
const reader: Pick<DiscReader, 'prepare'> = {
  prepare: (ids) =>
    Promise.all(ids.map(async (id) => ({ blob: blobs[id] as Blob, sha256: await sha256OfBlob(blobs[id] as Blob) }))),
};

function options(send: SendUpload, more: Partial<SendAllOptions> = {}) {
  const told: SendingProgress[] = [];
  const arrived: string[] = [];
  const pauses: number[] = [];
  const all: SendAllOptions = {
    caseId: 'case',
    importId: 'import',
    endpoint: 'http://localhost/uploads',
    uploads,
    reader,
    send,
    known: async () => new Set(),
    arrived: new Set(),
    onArrived: (fingerprint) => arrived.push(fingerprint),
    onProgress: (progress) => told.push(progress),
    pause: async (ms) => void pauses.push(ms),
    signal: new AbortController().signal,
    ...more,
  };
  return { all, told, arrived, pauses };
}

describe('sending everything', () => {
  it('sends three at a time and counts files and bytes to the end', async () => {
    let [now, most] = [0, 0];
    const { all, told, arrived } = options(async ({ body, onProgress }) => {
      now += 1;
      most = Math.max(most, now);
      onProgress(Math.floor(body.size / 2));
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
    });
    await sendAll(all);
    expect(most).toBe(3);
    expect(arrived).toHaveLength(uploads.length);
    const total = images.reduce((sum, { size }) => sum + size, 0);
    expect(told.at(-1)).toEqual({ files: 12, ofFiles: 12, bytes: total, ofBytes: total, here: 0, waiting: false });
    expect(told.every(({ bytes }) => bytes >= 0 && bytes <= total)).toBe(true);
  });

  it('does not send again what has arrived', async () => {
    const first = options(async () => undefined);
    await sendAll(first.all);
    const sent: string[] = [];
    const arrived = new Set(first.arrived.slice(0, 4));
    const again = options(async ({ fingerprint }) => void sent.push(fingerprint), { arrived });
    await sendAll(again.all);
    expect(sent).toHaveLength(uploads.length - 4);
    expect(sent.some((fingerprint) => arrived.has(fingerprint))).toBe(false);
    expect(again.told.at(-1)?.files).toBe(12);
  });

  it('sends nothing of what is here, and the rest alone', async () => {
    const first = await reader.prepare([0, 1, 2]);
    const here = new Set(first.map(({ sha256 }) => sha256));
    const sizes: number[] = [];
    const { all, told, arrived } = options(async ({ body }) => void sizes.push(body.size), {
      known: async (asked) => new Set(asked.filter((sha256) => here.has(sha256))),
    });
    await sendAll(all);
    // Two images to a batch: the first is here whole, of the second the half.
    expect(sizes).toHaveLength(uploads.length - 1);
    expect(sizes.filter((size) => size < 60_000)).toHaveLength(1);
    expect(arrived).toHaveLength(uploads.length);
    expect(told.at(-1)).toMatchObject({ files: 12, here: 3 });
  });

  it('tries again while the line is away, slower each time, and says so', async () => {
    let failures = 0;
    const { all, told, pauses, arrived } = options(async () => {
      failures += 1;
      if (failures <= 9) throw new LineLost('away');
    });
    await sendAll({ ...all, uploads: uploads.slice(0, 1) });
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000, 15000, 15000]);
    expect(told.some(({ waiting }) => waiting)).toBe(true);
    expect(told.at(-1)?.waiting).toBe(false);
    expect(arrived).toHaveLength(1);
  });

  it('stops everything when the service refuses', async () => {
    const { all } = options(async () => {
      throw new SendingStopped(403, 'The case is closed.');
    });
    await expect(sendAll(all)).rejects.toThrow('The case is closed.');
  });

  it('tells a disc that was taken out from a lost line', async () => {
    const gone: SendAllOptions['reader'] = {
      prepare: (ids) => (ids.length === 1 ? Promise.reject(new UnreadableImage('disc/IM00')) : reader.prepare(ids)),
    };
    const { all, pauses } = options(async () => Promise.reject(new LineLost('unreadable')), { reader: gone });
    await expect(sendAll(all)).rejects.toBeInstanceOf(UnreadableImage);
    expect(pauses).toEqual([]);
  });
});

/** tus-js-client's Node build reads no Blobs; the browser's does. */
const fileReader: TusFileReader = {
  async openFile(input) {
    const blob = input as unknown as Blob;
    return {
      size: blob.size,
      async slice(start: number, end: number) {
        const value = Buffer.from(await blob.slice(start, end).arrayBuffer());
        return { value: Object.assign(value, { size: value.length }) as unknown as Blob, done: end >= blob.size };
      },
      close: () => undefined,
    } as unknown as Awaited<ReturnType<TusFileReader['openFile']>>;
  },
};

function memoryStorage(): UrlStorage & { readonly kept: Map<string, PreviousUpload[]> } {
  const kept = new Map<string, PreviousUpload[]>();
  const all = () => [...kept.values()].flat();
  return {
    kept,
    findAllUploads: async () => all(),
    findUploadsByFingerprint: async (fingerprint) => kept.get(fingerprint) ?? [],
    removeUpload: async (key) => void kept.delete(key),
    addUpload: async (fingerprint, upload) => {
      kept.set(fingerprint, [{ ...upload, urlStorageKey: fingerprint }]);
      return fingerprint;
    },
  };
}

describe('against a real tus server', () => {
  let folder = '';
  let server: Server;
  let patches = 0;
  let endpoint = '';
  /** Cuts the connection of the next uploads after so many bytes. */
  let cut: number[] = [];

  function listen(port: number): Promise<void> {
    const tus = new TusServer({ path: '/uploads', datastore: new FileStore({ directory: folder }) });
    server = createServer((request, response) => {
      if (request.method === 'PATCH') {
        patches += 1;
        const after = cut.shift();
        let got = 0;
        if (after !== undefined)
          request.on('data', (bytes: Buffer) => {
            got += bytes.length;
            if (got > after) request.destroy();
          });
      }
      void tus.handle(request, response);
    });
    return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  }
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'overread-tus-'));
    cut = [];
    patches = 0;
    await listen(0);
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/uploads`;
  });
  afterEach(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The files of every upload, by what their manifests say. */
  async function received(): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (const name of await readdir(folder)) {
      if (name.endsWith('.json')) continue;
      const bytes = await readFile(join(folder, name));
      const length = bytes.readUInt32LE(0);
      let at = 4 + length;
      for (const file of JSON.parse(bytes.subarray(4, at).toString()).files) {
        const own = new Blob([new Uint8Array(bytes.subarray(at, at + file.size))]);
        expect(await sha256OfBlob(own)).toBe(file.sha256);
        found.set(file.path, (found.get(file.path) ?? 0) + 1);
        at += file.size;
      }
    }
    return found;
  }
  const everyFileOnce = new Map(images.map(({ path }) => [path, 1]));
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(ms, 20)));

  it('delivers every file once', async () => {
    const { all } = options(createTusSender({ fileReader, urlStorage: memoryStorage() }), { endpoint });
    await sendAll(all);
    expect(await received()).toEqual(everyFileOnce);
  });

  it('goes on where a cut connection left an upload', async () => {
    cut = [30_000, 30_000];
    const { all } = options(createTusSender({ fileReader, urlStorage: memoryStorage() }), { endpoint, pause });
    await sendAll(all);
    expect(await received()).toEqual(everyFileOnce);
    expect(patches).toBe(uploads.length + 2);
  });

  it('outlives a restart of the server', async () => {
    const port = (server.address() as AddressInfo).port;
    let restarted = false;
    const { all, told } = options(createTusSender({ fileReader, urlStorage: memoryStorage() }), {
      endpoint,
      pause,
      onArrived: () => {
        if (restarted) return;
        restarted = true;
        void close()
          .then(() => pause(20))
          .then(() => listen(port));
      },
      onProgress: (progress) => told.push(progress),
    });
    await sendAll(all);
    expect(restarted).toBe(true);
    expect(told.some(({ waiting }) => waiting)).toBe(true);
    expect(await received()).toEqual(everyFileOnce);
  });

  it('goes on after a reload with what the browser remembers', async () => {
    const urlStorage = memoryStorage();
    const stop = new AbortController();
    const before = options(createTusSender({ fileReader, urlStorage }), { endpoint, signal: stop.signal });
    const first = {
      ...before.all,
      onArrived: (fingerprint: string) => {
        before.arrived.push(fingerprint);
        stop.abort(new Error('the page was closed'));
      },
    };
    await expect(sendAll(first)).rejects.toThrow('the page was closed');
    const after = options(createTusSender({ fileReader, urlStorage }), {
      endpoint,
      pause,
      arrived: new Set(before.arrived),
    });
    await sendAll(after.all);
    expect(await received()).toEqual(everyFileOnce);
  });

  it('says what the service said when it refuses', async () => {
    await close();
    const port = Number(new URL(endpoint).port);
    server = createServer((_, response) => {
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 'case-is-over', message: 'The case is closed.' }));
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const { all } = options(createTusSender({ fileReader, urlStorage: memoryStorage() }), { endpoint, pause });
    await expect(sendAll(all)).rejects.toMatchObject({
      name: 'SendingStopped',
      status: 403,
      message: 'The case is closed.',
    });
  });
});
