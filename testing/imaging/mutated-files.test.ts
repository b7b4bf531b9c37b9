import { createDecodePool, type DecodePool } from '@overread/server/archive/stream/pixels/decode-pool.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mutate } from './mutate.ts';
import { seedFiles } from './seed-files.ts';
import { walkFile } from './walk-file.ts';

/** How many damaged files are tried; the full number is 10,000: `OVERREAD_MUTATIONS=10000`. */
const COUNT = Number(process.env.OVERREAD_MUTATIONS ?? 600);
/** The first seed, to repeat a failure alone. */
const FIRST = Number(process.env.OVERREAD_MUTATIONS_FROM ?? 0);
/** No file may take longer. */
const SLOWEST_MS = 5000;
/** Memory may grow by so much over all of them. */
const MOST_MIB = 1024;

let decoders: DecodePool;
beforeAll(() => {
  decoders = createDecodePool(2);
});
afterAll(() => decoders.close());

const seeds = seedFiles();

/** Throws when a file is not done with in time; a file that never comes back ends the run by its own limit. */
async function walkInTime(bytes: Uint8Array) {
  const begun = performance.now();
  const outcome = await walkFile(bytes, decoders);
  const took = performance.now() - begun;
  if (took > SLOWEST_MS) throw new Error(`took ${Math.round(took)} ms`);
  return outcome;
}

it('whole files are read as they are', async () => {
  for (const { name, bytes } of seeds.slice(0, 7))
    expect(await walkInTime(bytes), name).toMatchObject({ became: 'read' });
});

it(`${COUNT} damaged files are each read, or refused with a reason`, { timeout: 45_000 + COUNT * 100 }, async () => {
  const before = process.memoryUsage().rss;
  const failures: string[] = [];
  const became = { read: 0, 'not shown': 0, refused: 0 };
  let peak = before;
  for (let seed = FIRST; seed < FIRST + COUNT; seed += 1) {
    const { name, bytes: whole } = seeds[seed % seeds.length] as (typeof seeds)[number];
    const { bytes, manner } = mutate(whole, seed);
    try {
      const outcome = await walkInTime(bytes);
      became[outcome.became] += 1;
    } catch (error) {
      failures.push(`seed ${seed} (${name}: ${manner}): ${error instanceof Error ? error.stack : String(error)}`);
    }
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  expect(failures.slice(0, 5)).toEqual([]);
  // A single seed, repeated, is one of them only.
  if (COUNT >= 100) expect(Math.min(...Object.values(became))).toBeGreaterThan(0);
  expect((peak - before) / 2 ** 20).toBeLessThan(MOST_MIB);
});

it('after damaged frames the decoders open whole ones as before', async () => {
  for (const { name, bytes } of seeds) {
    const first = await walkInTime(bytes);
    for (let seed = 1; seed <= 3; seed += 1) await walkInTime(mutate(bytes, seed * 7919).bytes);
    expect(await walkInTime(bytes), name).toEqual(first);
  }
});
