import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { bytesSource } from '@overread/imaging';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFrameReader, frameParts, readFrame } from './frames.ts';
import { createListing } from './listing.ts';
import { type UnpackedItem, unpackSync } from './unpack-archive.ts';

const LIMITS = { files: 1000, fileBytes: 64 << 20, totalBytes: 256 << 20, stallMs: 20_000 };
const FILES = 12;
const FILE_BYTES = 5 << 20;

let folder = '';
let archive: Uint8Array = new Uint8Array(0);

/** Files that do not shrink: much goes through before the last. */
function noise(seed: number): Uint8Array {
  const words = new Uint32Array(FILE_BYTES / 4);
  let state = seed;
  for (let at = 0; at < words.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    words[at] = state;
  }
  return new Uint8Array(words.buffer);
}

function pack(name: string, level: number, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const root = join(folder, name);
  mkdirSync(root);
  for (const [path, bytes] of files) writeFileSync(join(root, path), bytes);
  const args = ['a', '-t7z', `-mx=${level}`, '-mhc=off', '-bso0', `${root}.7z`, '.'];
  const { status, stderr } = spawnSync('7z', args, { cwd: root });
  if (status !== 0) throw new Error(String(stderr));
  return new Uint8Array(readFileSync(`${root}.7z`));
}

const has7z = spawnSync('which', ['7z']).status === 0;
const hasProc = existsSync('/proc/self/stat');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'overread-unpacking-test-'));
  if (!has7z) return;
  archive = pack('plain', 0, new Map(Array.from({ length: FILES }, (_, at) => [`F${at}`, noise(at + 1)])));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Processes of 7-Zip that this one started. */
function children(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
        const isOurs = parent === String(process.pid);
        return isOurs && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('seven-zip.child');
      } catch {
        return false;
      }
    });
}

const unpack = (bytes: Uint8Array, limits = LIMITS) => unpackSync('7z', bytesSource(bytes), limits);

function expectWhole(items: readonly UnpackedItem[]): void {
  expect(items.map((item) => (item.type === 'file' ? [item.path, crc32(item.bytes)] : item)).sort()).toEqual(
    Array.from({ length: FILES }, (_, at) => [`F${at}`, crc32(noise(at + 1))]).sort(),
  );
}

/** Takes the first file, does something, takes the rest. */
function interrupted(after: () => void, stallMs: number): () => void {
  return () => {
    for (const _ of unpack(archive, { ...LIMITS, stallMs })) after();
  };
}

describe('7-Zip in a process of its own', () => {
  beforeEach((test) => {
    if (!has7z) test.skip('7z is not installed');
    if (!hasProc) test.skip('processes are found in /proc only');
  });

  it('takes one archive after the other in the same process', () => {
    expectWhole([...unpack(archive)]);
    const before = children();
    expect(before).toHaveLength(1);
    expectWhole([...unpack(archive)]);
    expect(children()).toEqual(before);
  });

  it('says that an archive failed when the process is killed over it, and takes the next', () => {
    const kill = () => process.kill(children()[0] as number, 'SIGKILL');
    let killed = false;
    const once = () => {
      if (!killed) kill();
      killed = true;
    };
    expect(interrupted(once, LIMITS.stallMs)).toThrow('the program that opens it failed');
    expectWhole([...unpack(archive)]);
  });

  it('gives a process up that does nothing more, kills it, and takes the next', () => {
    const [stopped] = children();
    let once = false;
    const stop = () => {
      if (!once) process.kill(stopped as number, 'SIGSTOP');
      once = true;
    };
    const began = performance.now();
    expect(interrupted(stop, 700)).toThrow('makes no progress');
    expect(performance.now() - began).toBeLessThan(5000);
    expectWhole([...unpack(archive)]);
    expect(children()).not.toContain(stopped);
  });

  it('goes on with the next archive where the last files of one were many at once', () => {
    const large = { ...LIMITS, stallMs: 5000 };
    for (let round = 0; round < 3; round += 1) {
      const items = [];
      for (const item of unpack(archive, large)) {
        // Whoever is slow lets files pile up.
        if (items.length < 2) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
        items.push(item);
      }
      expectWhole(items);
    }
  });

  it('ends the work of whoever has had enough', () => {
    const items = unpack(archive);
    expect(items.next().value).toMatchObject({ type: 'file' });
    items.return();
    expectWhole([...unpack(archive)]);
    expect(children()).toHaveLength(1);
  });

  it('refuses what takes more memory than it may have', () => {
    const small = pack('small', 1, new Map([['F', noise(1).subarray(0, 1000)]]));
    expect([...unpack(small)]).toHaveLength(1);
    expect([...unpack(withDictionary(small, 0x20))].length).toBe(1);
    expect(() => [...unpack(withDictionary(small, 0x24))]).toThrow('too much memory');
    expectWhole([...unpack(archive)]);
  });

  it('leaves no process behind when its own is killed', async () => {
    const script = join(import.meta.dirname, 'unpack-archive.ts');
    const path = join(folder, 'plain.7z');
    const code = `
      const { unpackSync } = await import(${JSON.stringify(script)});
      const { readFileSync } = await import('node:fs');
      const bytes = readFileSync(${JSON.stringify(path)});
      const source = { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
      for (const item of unpackSync('7z', source, ${JSON.stringify(LIMITS)})) {
        const { execSync } = await import('node:child_process');
        process.stdout.write(execSync('pgrep -f -P ' + process.pid + ' seven-zip.child').toString());
        process.kill(process.pid, 'SIGKILL');
      }`;
    const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    expect(signal).toBe('SIGKILL');
    // The shell that looks for it has its name, too, and comes later.
    const pid = Number(stdout.split('\n')[0]);
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] !== 'Z';
}

/** The archive with another size of LZMA2's dictionary (0x20: 256 MiB, 0x24: 1 GiB), its checksums made good: 7zFormat.txt. */
function withDictionary(original: Uint8Array, property: number): Uint8Array {
  const bytes = original.slice();
  const view = new DataView(bytes.buffer);
  const headerAt = 32 + Number(view.getBigUint64(12, true));
  const header = bytes.subarray(headerAt, headerAt + Number(view.getBigUint64(20, true)));
  const coder = header.findIndex((byte, at) => byte === 0x21 && header[at + 1] === 0x21 && header[at + 2] === 1);
  if (coder < 0) throw new Error('no LZMA2 in this archive');
  header[coder + 3] = property;
  view.setUint32(28, crc32(header), true);
  view.setUint32(8, crc32(bytes.subarray(12, 32)), true);
  return bytes;
}

describe('what 7-Zip lists', () => {
  it('is read line by line: files, folders, links, secrets, and names that lead out', () => {
    const listing = createListing();
    const block = (path: string, ...more: string[]) => [`Path = ${path}`, ...more, ''];
    const lines = [
      ...block('A', 'Folder = +', 'Size = 0'),
      ...block('A/IM1', 'Size = 12', 'CRC = 000000FF', 'Attributes = A -rw-r--r--', 'Encrypted = -'),
      ...block('A/IM1', 'Size = 13'),
      ...block('LINK', 'Size = 4', 'Attributes = A lrwxrwxrwx'),
      ...block('PIPE', 'Attributes = prw-r--r--'),
      ...block('SECRET', 'Size = 9', 'Encrypted = +'),
      ...block('../OUT', 'Size = 9'),
    ];
    for (const line of lines) listing.line(line);
    const { files, count, escapes, encrypted } = listing.end();
    expect(count).toBe(6);
    expect(encrypted).toBe(true);
    expect(escapes.map(({ path }) => path)).toEqual(['../OUT']);
    expect(files.get('A/IM1')).toEqual([
      { size: 12, crc32: 255, refusal: null },
      { size: 13, crc32: null, refusal: null },
    ]);
    expect([...files].filter(([, [file]]) => file?.refusal !== null).map(([path]) => path)).toEqual([
      ...['LINK', 'PIPE', 'SECRET'],
    ]);
  });
});

describe('frames', () => {
  const bodies = [new Uint8Array(0), Uint8Array.of(1, 2, 3), noise(9).subarray(0, 100_000)];
  const stream = Buffer.concat(bodies.flatMap((body, at) => [...frameParts({ at, name: 'Ünï' }, body)]));

  it.each([1, 7, 4096, stream.length])('come out of pieces of %d bytes as they went in', (piece) => {
    const heard: unknown[] = [];
    const read = createFrameReader<{ at: number }>((head, body) => heard.push([head, body]));
    for (let at = 0; at < stream.length; at += piece) read(stream.subarray(at, at + piece));
    expect(heard).toEqual(bodies.map((body, at) => [{ at, name: 'Ünï' }, new Uint8Array(body)]));
  });

  it('are read one by one', () => {
    let at = 0;
    const take = (length: number) => {
      at += length;
      return stream.subarray(at - length, at);
    };
    for (const body of bodies) expect(readFrame(take).body).toEqual(Buffer.from(body));
    expect(() => readFrame(() => new Uint8Array(8).fill(255))).toThrow('no frame');
  });
});
