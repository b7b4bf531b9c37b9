import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { madeInstance, madeTar, madeZip } from '../made-dicom.ts';
import { madeIso } from '../made-iso.ts';
import { hasTool, runTool, udfOnly } from '../made-media.ts';

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
export function mutateArchive(original: Uint8Array, seed: number): Uint8Array {
  const random = createRandom(seed);
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

/** One archive of every kind with the same three images; kinds whose program is not installed are named in `missing`. */
export function archivesToMutate(): { kinds: readonly (readonly [string, Uint8Array])[]; missing: readonly string[] } {
  const files = [1, 2, 3].map((number) => ({
    path: `A/IM${number}`,
    bytes: madeInstance({ SOPInstanceUID: `2.25.${number}` }),
    deflate: number !== 2,
  }));
  const kinds: [string, Uint8Array][] = [
    ['zip', madeZip(files)],
    ['tar', madeTar(files)],
    ['tar.gz', new Uint8Array(gzipSync(madeTar(files)))],
    ...(['plain', 'joliet', 'rock-ridge'] as const).map((names): [string, Uint8Array] => [
      `iso ${names}`,
      madeIso(files, { names }),
    ]),
  ];
  const missing: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'overread-to-mutate-'));
  const disc = join(folder, 'disc');
  mkdirSync(disc);
  for (const { path, bytes } of files) writeFileSync(join(disc, path.replace('/', '-')), bytes);
  const make = (name: string, tool: string, args: readonly string[], after = (_path: string) => {}) => {
    const to = join(folder, name);
    if (!hasTool(tool)) {
      missing.push(`${name}: ${tool} is not installed`);
      return;
    }
    runTool(tool, [...args, to, '.'], disc);
    after(to);
    kinds.push([name, new Uint8Array(readFileSync(to))]);
  };
  make('made.7z', '7z', ['a', '-t7z', '-bso0']);
  make('made.udf', 'genisoimage', ['-quiet', '-udf', '-o'], udfOnly);
  rmSync(folder, { recursive: true, force: true });
  return { kinds, missing };
}

/** Archives in all that a test tries; OVERREAD_MUTATED_ARCHIVES=2000 is the full number. */
export const archivesWanted = (few: number): number => Number(process.env.OVERREAD_MUTATED_ARCHIVES ?? few);
