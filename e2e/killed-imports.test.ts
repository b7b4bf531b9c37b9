import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportView } from '@overread/contract/imports.ts';
import { makeBenchStudy, zipOf } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { readConfig, verifyData } from '@overread/server';
import { runningPostgres } from '@overread/server/platform/embedded-postgres.ts';
import pg from 'pg';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { type BenchService, startBenchService } from '../bench/service.ts';
import { type MadeFile, sha256 } from '../testing/images/send-images.ts';
import {
  batchesOf,
  deliverStubbornly,
  type Line,
  openCase,
  storeStubbornly,
} from '../testing/images/stubborn-senders.ts';

/** `OVERREAD_KILLS=200 OVERREAD_KILLS_SEED=… npm test -- e2e/killed-imports` for the long run. */
const KILLS = Number(process.env.OVERREAD_KILLS ?? 4);
const SEED = Number(process.env.OVERREAD_KILLS_SEED ?? 1);
/** So long after it is ready the service lives at most. */
const LONGEST_LIFE_MS = 2500;

/** Files of one case: a ZIP, batches and a STOW-RS request, all on their way at the same time. */
const ZIPPED = 70;
const BATCHED = 60;
const STORED = 20;

let service: BenchService | null = null;
const folders: string[] = [];
afterAll(async () => {
  await service?.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const note = (line: string) => {
  if (process.env.OVERREAD_KILLS_LOG) appendFileSync(process.env.OVERREAD_KILLS_LOG, `${line}\n`);
};

/** kill -9 of the database's first process; the others end when they see it gone. */
function killPostgres(folder: string): void {
  const lock = join(folder, 'postgres', 'postmaster.pid');
  const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : 0;
  if (pid <= 0) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // Still in the file, and already ended: it was killed a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

interface Killing {
  readonly line: Line;
  /** Resolves after the last kill, when the service runs again. */
  readonly killed: Promise<void>;
  /** No kill after this. */
  stop(): void;
}

/** Kills service, database or both at seeded moments, and starts what was killed; senders wait for it at the line. */
async function killing(folder: string, random: () => number): Promise<Killing> {
  let stopped = false;
  let running = startBenchService({}, folder);
  service = await running;
  const line: Line = {
    async sender() {
      const { url, coordinator } = await running;
      return { url, fetch: coordinator.fetch };
    },
  };
  async function kill(): Promise<void> {
    for (let nth = 1; nth <= KILLS && !stopped; nth += 1) {
      const life = 20 + random() * LONGEST_LIFE_MS;
      const which = random();
      await sleep(life);
      if (which > 0.7) killPostgres(folder);
      if (which <= 0.85) {
        const dead = service;
        service = null;
        running = (async () => {
          await dead?.kill();
          return startBenchService({}, folder);
        })();
        service = await running;
      }
      const what = which <= 0.7 ? 'service' : which <= 0.85 ? 'both' : 'database';
      note(`${new Date().toISOString()} kill ${nth} of ${KILLS}: ${what} after ${Math.round(life)} ms`);
    }
  }
  return {
    line,
    killed: kill(),
    stop() {
      stopped = true;
    },
  };
}

/** Sends the files in all ways at once into a new case. */
async function fillCase(line: Line, files: readonly MadeFile[]): Promise<{ caseId: string; views: ImportView[] }> {
  const caseId = await openCase(line);
  const zip = await zipOf(files.slice(0, ZIPPED));
  const batches = batchesOf(files.slice(ZIPPED, ZIPPED + BATCHED), BATCHED / 3);
  const [zipped, batched] = await Promise.all([
    deliverStubbornly(line, caseId, [{ kind: 'archive', bytes: zip }]),
    deliverStubbornly(line, caseId, batches),
    storeStubbornly(line, caseId, files.slice(ZIPPED + BATCHED)),
  ]);
  return { caseId, views: [zipped, batched] };
}

/** What the index holds of a case: each instance with state and hash. */
async function indexOf(folder: string, caseId: string): Promise<string[]> {
  const client = new pg.Client(runningPostgres(folder));
  await client.connect();
  try {
    const { rows } = await client.query<{ row: string }>(
      `select concat_ws(' ', sop_instance_uid, sha256, state) as row from archive_instances where case_id = $1 order by 1`,
      [caseId],
    );
    return rows.map(({ row }) => row);
  } finally {
    await client.end();
  }
}

it(
  `kill -9 at ${KILLS} random moments of imports under load: all that was acknowledged is there, once, with its hash`,
  async () => {
    const { files } = makeBenchStudy({ instances: ZIPPED + BATCHED + STORED, seed: 'kills' });
    const expected = files.map(({ bytes }) => `${parseHeader(bytes).sopInstanceUid} ${sha256(bytes)} current`).sort();
    const folder = await mkdtemp(join(tmpdir(), 'overread-kills-'));
    folders.push(folder);
    const { line, killed, stop } = await killing(folder, seeded(SEED));
    onTestFailed(stop);
    let over = false;
    const ended = killed.finally(() => {
      over = true;
    });
    const cases: string[] = [];
    do {
      const { caseId, views } = await fillCase(line, files);
      note(`${new Date().toISOString()} case ${cases.length + 1} is full`);
      for (const view of views) expect(view).toMatchObject({ state: 'done', refused: [], error: null });
      expect(views.map(({ files: seen }) => seen)).toEqual([ZIPPED, BATCHED]);
      expect(await indexOf(folder, caseId)).toEqual(expected);
      cases.push(caseId);
    } while (!over);
    await ended;

    // What the last kill left is cleared by the next start.
    await service?.stop();
    service = await startBenchService({}, folder);
    await expect.poll(() => readdir(join(folder, 'uploads')), { timeout: 20_000 }).toEqual([]);
    // Acknowledged before a kill and there after the last one: every case again, with every byte of its packs.
    for (const caseId of cases) expect(await indexOf(folder, caseId)).toEqual(expected);
    const faults: unknown[] = [];
    const orphans: string[] = [];
    let images = 0;
    await verifyData({
      config: readConfig({ OVERREAD_DATA: folder }),
      caseNumber: null,
      onItem: (item) => {
        if (item.what === 'image') images += 1;
        if (item.fault !== null) faults.push(item);
      },
      onOrphan: ({ key }) => orphans.push(key),
    });
    expect(faults).toEqual([]);
    expect(images).toBe(cases.length * expected.length);
    note(`${cases.length} cases, ${images} images`);
    expect(orphans).toEqual([]);
  },
  60_000 + KILLS * 30_000,
);
