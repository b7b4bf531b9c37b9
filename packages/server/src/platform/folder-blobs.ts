import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkKey, checkPrefix } from './blob-key.ts';
import { BlobMissing, type Blobs } from './ports.ts';
import { openScratch } from './scratch-folder.ts';

/**
 * Blobs as files under one folder. A blob is written beside the store first, synced, then renamed into its place, and the
 * folders that lead to it are synced: after `write` or `adopt` resolves, a power cut takes nothing away.
 */
export async function createFolderBlobs(folder: string): Promise<Blobs> {
  const store = join(folder, 'objects');
  const durable = new Set<string>();
  await mkdir(store, { recursive: true });
  const scratch = await openScratch(join(folder, 'scratch'));
  const pathOf = (key: string): string => {
    checkKey(key);
    return join(store, ...key.split('/'));
  };

  async function place(from: string, key: string): Promise<void> {
    const target = pathOf(key);
    await makeDurableFolder(dirname(target), durable);
    await rename(from, target);
    await syncFolder(dirname(target));
  }

  return {
    async write(key, bytes) {
      checkKey(key);
      const temporary = join(scratch, randomUUID());
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await place(temporary, key);
    },
    async readRange(key, start, end) {
      const file = await openBlob(pathOf(key), key);
      try {
        const buffer = Buffer.allocUnsafe(end - start);
        let filled = 0;
        while (filled < buffer.length) {
          const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, start + filled);
          if (bytesRead === 0) throw new RangeError(`The blob "${key}" ends before byte ${end}.`);
          filled += bytesRead;
        }
        return buffer;
      } finally {
        await file.close();
      }
    },
    async read(key) {
      const file = await openBlob(pathOf(key), key);
      try {
        return await file.readFile();
      } finally {
        await file.close();
      }
    },
    async size(key) {
      return (await stat(pathOf(key)).catch((error) => missing(key, error))).size;
    },
    async remove(key) {
      const target = pathOf(key);
      await rm(target, { force: true });
      await syncFolder(dirname(target)).catch((error) => ignoreMissing(error));
    },
    list: (prefix) => listFrom(store, prefix),
    async adopt(path, key) {
      const file = await open(path, 'r');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await place(path, key);
    },
    scratch: async () => scratch,
    async ready() {
      await access(store, constants.W_OK);
      await access(scratch, constants.W_OK);
    },
  };
}

async function openBlob(path: string, key: string) {
  return await open(path, 'r').catch((error) => missing(key, error));
}

function missing(key: string, error: unknown): never {
  if (isMissing(error)) throw new BlobMissing(key, error);
  throw error;
}

function ignoreMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

/** A new folder is there after a power cut only when the folder that names it was synced too. */
async function makeDurableFolder(folder: string, durable: Set<string>): Promise<void> {
  if (durable.has(folder)) return;
  const first = await mkdir(folder, { recursive: true });
  if (first !== undefined) {
    for (let at = folder; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at));
  }
  durable.add(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* listFrom(store: string, prefix: string): AsyncIterable<string> {
  checkPrefix(prefix);
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  yield* walk(join(store, ...folder.split('/')), folder, prefix);
}

async function* walk(folder: string, at: string, prefix: string): AsyncIterable<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => ignoreMissing(error));
  for (const entry of (entries ?? []).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const key = `${at}${entry.name}`;
    if (entry.isDirectory()) {
      const inside = `${key}/`;
      if (inside.startsWith(prefix) || prefix.startsWith(inside)) yield* walk(join(folder, entry.name), inside, prefix);
    } else if (key.startsWith(prefix)) yield key;
  }
}
