import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderBlobs } from '../platform/folder-blobs.ts';
import type { Blobs } from '../platform/ports.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

const MIB = 1024 * 1024;
const place = { key: randomBytes(32), bound: 'packet/one' };
let folder: string;
let blobs: Blobs;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overread-sealed-'));
  blobs = await createFolderBlobs(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function store(key: string, bytes: Buffer): Promise<void> {
  const path = join(await blobs.scratch(), key.replaceAll('/', '-'));
  await writeSealed(path, place, (into) => pipeline(Readable.from(pieces(bytes)), into));
  await blobs.adopt(path, key);
}

function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 100_003) yield bytes.subarray(at, at + 100_003);
}

describe('a sealed file', () => {
  it.each([0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 17])('comes back whole: %i bytes', async (size) => {
    const bytes = randomBytes(size);
    await store(`files/s${size}`, bytes);
    expect((await buffer(readSealed(blobs, `files/s${size}`, place))).equals(bytes)).toBe(true);
  });

  it('gives any part alone', async () => {
    const bytes = randomBytes(3 * MIB + 17);
    await store('files/parts', bytes);
    for (const [start, end] of [
      [0, 1],
      [MIB - 1, MIB + 1],
      [MIB, 2 * MIB],
      [5, bytes.length],
      [bytes.length - 3, bytes.length],
    ] as const) {
      const part = await buffer(readSealed(blobs, 'files/parts', place, { start, end }));
      expect(part.equals(bytes.subarray(start, end))).toBe(true);
    }
  });

  it('does not open when a part is missing, changed or out of order, or with another key or place', async () => {
    await store('files/whole', randomBytes(3 * MIB));
    const sealed = await blobs.read('files/whole');
    const segment = MIB + 28;
    const broken = {
      short: sealed.subarray(0, 2 * segment),
      changed: Buffer.from(sealed).fill(7, 100, 101),
      swapped: Buffer.concat([
        sealed.subarray(segment, 2 * segment),
        sealed.subarray(0, segment),
        sealed.subarray(2 * segment),
      ]),
    };
    for (const [name, bytes] of Object.entries(broken)) {
      await blobs.write(`files/${name}`, bytes);
      await expect(buffer(readSealed(blobs, `files/${name}`, place))).rejects.toThrow();
    }
    for (const other of [
      { ...place, bound: 'packet/two' },
      { ...place, key: randomBytes(32) },
    ]) {
      await expect(buffer(readSealed(blobs, 'files/whole', other))).rejects.toThrow();
    }
  });

  it('fails with what its source failed with', async () => {
    const path = join(await blobs.scratch(), 'failing');
    const filling = writeSealed(path, place, async (into) => {
      into.write(Buffer.alloc(10));
      throw new Error('An image cannot be read.');
    });
    await expect(filling).rejects.toThrow('An image cannot be read.');
  });
});
