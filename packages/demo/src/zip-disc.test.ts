import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { bytesSource, localHeaderLength, readZipSync } from '@overread/imaging';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDisc, zipOf } from './zip-disc.ts';

const FILES = [
  { path: 'DICOM/ST000000/IM000000', bytes: new Uint8Array(5000).fill(7) },
  { path: 'README.TXT', bytes: new TextEncoder().encode('Read me') },
];

function unzipped(zip: Uint8Array): [string, Uint8Array][] {
  return readZipSync(bytesSource(zip)).entries.map(({ path, offset, compressedSize }) => {
    const start = offset + localHeaderLength(zip, offset);
    return [path, new Uint8Array(inflateRawSync(zip.subarray(start, start + compressedSize)))];
  });
}

describe('zipOf', () => {
  it('holds the files, and is the same every time', async () => {
    const zip = await zipOf(FILES);
    expect(unzipped(zip)).toEqual(FILES.map(({ path, bytes }) => [path, bytes]));
    expect((await zipOf(FILES)).equals(zip)).toBe(true);
    expect(zip.length).toBeLessThan(1000);
    expect((await zipOf(FILES, { compress: false })).length).toBeGreaterThan(5000);
  });
});

describe('writeDisc', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'overread-disc-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes folders and files', async () => {
    await writeDisc(folder, FILES);
    expect(new Uint8Array(await readFile(join(folder, 'DICOM/ST000000/IM000000')))).toEqual(FILES[0]?.bytes);
  });

  it('refuses a path that leads out', async () => {
    await expect(writeDisc(join(folder, 'in'), [{ path: '../out', bytes: new Uint8Array() }])).rejects.toThrow(
      'leads out',
    );
  });
});
