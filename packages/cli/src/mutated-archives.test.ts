import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeInstance, madeTar, madeZip } from '../../../testing/made-dicom.ts';
import { madeIso } from '../../../testing/made-iso.ts';
import { hasTool, runTool, udfOnly } from '../../../testing/made-media.ts';
import { LIMITS } from './inspect/collect.ts';
import { inspectPaths } from './inspect.ts';

/** Archives in all; OVERREAD_MUTATED_ARCHIVES=2000 is the full number. */
const COUNT = Number(process.env.OVERREAD_MUTATED_ARCHIVES ?? 120);
const HANG_MS = 5000;

/** mulberry32: the same archives for the same seed. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const WILD = [0, 1, 0x7f, 0x80, 0xff];

/** Bytes changed, a stretch zeroed, doubled or taken out, or the end cut off. */
function mutate(original: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = original.slice();
  const at = random(bytes.length);
  const length = 1 + random(64);
  switch (random(5)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return bytes.fill(0, at, at + length);
    case 2:
      return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
    case 3:
      return bytes.copyWithin(at, random(bytes.length), random(bytes.length));
    default:
      for (let change = 0; change <= random(8); change += 1) {
        // Headers and directories lie at both ends: half of the changes go there.
        const place = random(2) === 0 ? random(bytes.length) : (random(2) * (bytes.length - 128) + random(128)) >>> 0;
        bytes[Math.max(0, Math.min(bytes.length - 1, place))] = WILD[random(WILD.length)] ?? random(256);
      }
      return bytes;
  }
}

let folder = '';
const kinds: [string, Uint8Array][] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'overread-mutated-'));
  const files = [1, 2, 3].map((number) => ({
    path: `A/IM${number}`,
    bytes: madeInstance({ SOPInstanceUID: `2.25.${number}` }),
    deflate: number !== 2,
  }));
  kinds.push(['zip', madeZip(files)], ['tar', madeTar(files)], ['tar.gz', new Uint8Array(gzipSync(madeTar(files)))]);
  for (const names of ['plain', 'joliet', 'rock-ridge'] as const)
    kinds.push([`iso ${names}`, madeIso(files, { names })]);
  const disc = join(folder, 'disc');
  mkdirSync(disc);
  for (const { path, bytes } of files) writeFileSync(join(disc, path.replace('/', '-')), bytes);
  const make = (name: string, tool: string, args: readonly string[], after = (_path: string) => {}) => {
    const to = join(folder, name);
    if (!hasTool(tool)) return console.warn(`no mutated ${name}: ${tool} is not installed`);
    runTool(tool, [...args, to, '.'], disc);
    after(to);
    kinds.push([name, new Uint8Array(readFileSync(to))]);
  };
  make('made.7z', '7z', ['a', '-t7z', '-bso0']);
  make('made.udf', 'genisoimage', ['-quiet', '-udf', '-o'], udfOnly);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('mutated archives', () => {
  it(`are read or refused with a reason, ${COUNT} of them, none for longer than 5 s`, {
    timeout: 3_600_000,
  }, async () => {
    const wrong: string[] = [];
    for (let index = 0; index < COUNT; index += 1) {
      const [name, original] = kinds[index % kinds.length] as [string, Uint8Array];
      const path = join(folder, 'mutated');
      writeFileSync(path, mutate(original, createRandom(index)));
      const began = performance.now();
      try {
        const { inspection, images } = await inspectPaths([path], { ...LIMITS, bytes: 256 << 20, stallMs: 4000 });
        const { refused, ignored } = inspection;
        if (images === 0 && refused.length + ignored.length === 0) wrong.push(`${name} ${index}: nothing was said`);
        if (refused.some(({ reason }) => reason.length < 5)) wrong.push(`${name} ${index}: no reason`);
      } catch (error) {
        wrong.push(`${name} ${index}: ${error}`);
      }
      const took = performance.now() - began;
      if (took > HANG_MS) wrong.push(`${name} ${index}: took ${Math.round(took)} ms`);
    }
    expect(wrong).toEqual([]);
  });
});
