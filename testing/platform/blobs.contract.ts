import { randomBytes, randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobMissing, type Blobs } from '@overread/server/platform/ports.ts';
import { beforeAll, describe, expect, it } from 'vitest';

/** What every store of blobs keeps, whether it is a folder or a bucket. `make` gives an empty store. */
export function blobsContract(name: string, make: () => Promise<Blobs>): void {
  describe(`blobs in ${name}`, () => {
    let blobs: Blobs;
    const bytes = randomBytes(300_000);
    const fresh = (): string => `cases/${randomUUID()}/packs/${randomUUID()}`;
    const keysOf = async (prefix: string): Promise<string[]> => {
      const keys: string[] = [];
      for await (const key of blobs.list(prefix)) keys.push(key);
      return keys;
    };

    beforeAll(async () => {
      blobs = await make();
    });

    it('gives back what was written, whole and in ranges', async () => {
      const key = fresh();
      await blobs.write(key, bytes);
      expect((await blobs.read(key)).equals(bytes)).toBe(true);
      expect(await blobs.size(key)).toBe(bytes.length);
      expect((await blobs.readRange(key, 1000, 1250)).equals(bytes.subarray(1000, 1250))).toBe(true);
      expect((await blobs.readRange(key, bytes.length - 1, bytes.length)).equals(bytes.subarray(-1))).toBe(true);
      expect((await blobs.readRange(key, 5, 5)).length).toBe(0);
    });

    it('keeps an empty blob', async () => {
      const key = fresh();
      await blobs.write(key, new Uint8Array());
      expect(await blobs.size(key)).toBe(0);
      expect((await blobs.read(key)).length).toBe(0);
    });

    it('refuses a range that goes beyond the end, and never fills it up', async () => {
      const key = fresh();
      await blobs.write(key, bytes);
      await expect(blobs.readRange(key, 0, bytes.length + 1)).rejects.toThrow(RangeError);
    });

    it.each([0, 3000, bytes.length])('takes over a file of %i bytes from the scratch folder', async (length) => {
      const key = fresh();
      const file = join(await blobs.scratch(), randomUUID());
      await writeFile(file, bytes.subarray(0, length));
      await blobs.adopt(file, key);
      expect((await blobs.read(key)).equals(bytes.subarray(0, length))).toBe(true);
      await expect(stat(file)).rejects.toThrow('ENOENT');
    });

    it('answers when it is asked whether it is ready', async () => {
      await blobs.ready();
    });

    it('says that a blob is missing', async () => {
      const asks = [() => blobs.read(fresh()), () => blobs.size(fresh()), () => blobs.readRange(fresh(), 0, 1)];
      for (const ask of asks) await expect(ask()).rejects.toThrow(BlobMissing);
    });

    it('removes, and does not mind removing twice', async () => {
      const key = fresh();
      await blobs.write(key, bytes);
      await blobs.remove(key);
      await blobs.remove(key);
      await expect(blobs.read(key)).rejects.toThrow(BlobMissing);
    });

    it('may write the same bytes under the same key again: a job may run twice', async () => {
      const key = fresh();
      await blobs.write(key, bytes);
      await blobs.write(key, bytes);
      expect((await blobs.read(key)).equals(bytes)).toBe(true);
    });

    it('lists by the beginning of the key', async () => {
      const one = `cases/${randomUUID()}`;
      await blobs.write(`${one}/packs/a`, bytes);
      await blobs.write(`${one}/packs/b`, bytes);
      await blobs.write(`${one}/reports/c`, bytes);
      await blobs.write(`${one}0/packs/d`, bytes);
      expect(await keysOf(`${one}/`)).toEqual([`${one}/packs/a`, `${one}/packs/b`, `${one}/reports/c`]);
      expect(await keysOf(`${one}/packs/`)).toEqual([`${one}/packs/a`, `${one}/packs/b`]);
      expect(await keysOf(`${one}/re`)).toEqual([`${one}/reports/c`]);
      expect(await keysOf(`nothing/${randomUUID()}`)).toEqual([]);
    });

    it.each(['../outside', '/etc/passwd', 'a/../b', 'a//b', '', 'A', 'a b', 'a/.hidden', `a/${'x'.repeat(600)}`])(
      'refuses the key %j',
      async (key) => {
        await expect(blobs.write(key, bytes)).rejects.toThrow('is no key');
        await expect(blobs.read(key)).rejects.toThrow('is no key');
      },
    );
  });
}
