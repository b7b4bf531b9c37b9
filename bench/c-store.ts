import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HeldArrival } from '@overread/contract/holding.ts';
import { makeBenchStudy } from '@overread/demo';
import { compare, type Measure, rounds, timed } from './measure.ts';
import { freePort, hasOrthanc, startOrthanc } from './orthanc.ts';
import { type BenchService, startBenchService } from './service.ts';

const INSTANCES = 1260;
const hasDcmtk = () => spawnSync('storescu', ['--version']).status === 0;

/** dcmtk's sender over one association; each object waits for the answer to the one before it. */
async function send(program: string, folder: string, { ae, port }: { ae: string; port: number }): Promise<number> {
  const args = ['+sd', '+r', '-aet', 'BENCH', '-aec', ae, '127.0.0.1', String(port), folder];
  const [ms, code] = await timed(
    () => new Promise<number | null>((resolve) => spawn(program, args, { stdio: 'ignore' }).once('close', resolve)),
  );
  if (code !== 0) throw new Error(`${program} ended with ${code}.`);
  return ms;
}

/** Until the study waits in the holding area with every image; then it is discarded, so that the next round is alike. */
async function settled({ coordinator }: BenchService): Promise<void> {
  for (;;) {
    const list = await coordinator.get<HeldArrival[]>('/api/holding');
    const waits = list.find(({ state, study }) => state === 'waiting' && study?.instances === INSTANCES);
    if (waits !== undefined) {
      await coordinator.post(`/api/holding/${waits.arrivalId}/discard`, { reason: 'bench' });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function orthancOnce(program: string, folder: string): Promise<number> {
  const port = await freePort();
  const orthanc = await startOrthanc({
    ...{ DicomServerEnabled: true, DicomPort: port, DicomAet: 'ORTHANC' },
    ...{ DicomCheckCalledAet: false, DicomAlwaysAllowStore: true },
  });
  try {
    const ms = await send(program, folder, { ae: 'ORTHANC', port });
    const { CountInstances } = (await (await fetch(`${orthanc.url}/statistics`)).json()) as { CountInstances: number };
    if (CountInstances !== INSTANCES) throw new Error(`Orthanc took ${CountInstances} of ${INSTANCES}.`);
    return ms;
  } finally {
    await orthanc.stop();
  }
}

/**
 * One made study of 1,260 images by C-STORE over one association, from dcmtk's storescu and dcmsend. Ours: each object sealed
 * and synced to disk before its answer. Peer: Orthanc with its defaults. A sender's own work is in both.
 */
export async function run(): Promise<readonly Measure[]> {
  if (!hasDcmtk()) throw new Error('dcmtk is not installed; install it with: apt-get install dcmtk');
  const folder = await mkdtemp(join(tmpdir(), 'overread-bench-cstore-'));
  for (const { path, bytes } of makeBenchStudy({ instances: INSTANCES }).files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const port = await freePort();
  const service = await startBenchService({
    OVERREAD_DIMSE_PORT: String(port),
    OVERREAD_DIMSE_PEERS: 'BENCH@127.0.0.1',
  });
  const measures: Measure[] = [];
  const missing = hasOrthanc() ? undefined : 'Orthanc is not installed; install it with: apt-get install orthanc';
  try {
    for (const program of ['storescu', 'dcmsend']) {
      const ours: number[] = [];
      const peers: number[] = [];
      for (let round = 0; round <= rounds(); round += 1) {
        const ms = await send(program, folder, { ae: 'OVERREAD', port });
        await settled(service);
        // The first round warms both up.
        if (round > 0) ours.push(ms);
        if (round > 0 && hasOrthanc()) peers.push(await orthancOnce(program, folder));
      }
      const perSecond = (ms: number) => (INSTANCES * 1000) / ms;
      const named = { name: `c-store.${program}`, unit: 'instances/s' } as const;
      measures.push(compare(named, ours.map(perSecond), peers.map(perSecond), missing));
    }
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return measures;
}
