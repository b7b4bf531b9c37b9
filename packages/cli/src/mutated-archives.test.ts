import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archivesToMutate, archivesWanted, mutateArchive } from '../../../testing/imaging/mutated-archives.ts';
import { LIMITS } from './inspect/collect.ts';
import { inspectPaths } from './inspect.ts';

const COUNT = archivesWanted(120);
const HANG_MS = 5000;
const { kinds, missing } = archivesToMutate();
for (const lack of missing) console.warn(`not mutated: ${lack}`);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'overread-mutated-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('mutated archives', () => {
  it(`are read or refused with a reason, ${COUNT} of them, none for longer than 5 s`, {
    timeout: 3_600_000,
  }, async () => {
    const wrong: string[] = [];
    for (let index = 0; index < COUNT; index += 1) {
      const [name, original] = kinds[index % kinds.length] as (typeof kinds)[number];
      const path = join(folder, 'mutated');
      writeFileSync(path, mutateArchive(original, index));
      const began = performance.now();
      try {
        const { inspection, images } = await inspectPaths([path], { ...LIMITS, totalBytes: 256 << 20, stallMs: 4000 });
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
