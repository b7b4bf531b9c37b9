import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StudyView } from '@overread/contract/images.ts';
import { makeBenchStudy, zipOf } from '@overread/demo';
import { createUpload, finishImport, openImport, type Sender } from '../testing/images/send-images.ts';
import { compare, type Measure, rounds, timed } from './measure.ts';
import { hasOrthanc, startOrthanc } from './orthanc.ts';
import { type BenchService, openBenchCase, startBenchService } from './service.ts';

const INSTANCES = 1260;

/** Sends all bytes, and tells when the last one was handed to the system: what the service does from then on counts. */
async function sendBytes({ url, coordinator }: BenchService, location: string, bytes: Buffer): Promise<number> {
  const headers = {
    ...{ 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    ...{ 'content-length': bytes.length, origin: url, cookie: coordinator.cookie() },
  };
  const patch = request(new URL(location, url), { method: 'PATCH', headers });
  const answered = once(patch, 'response') as Promise<[IncomingMessage]>;
  const sent = once(patch, 'finish').then(() => performance.now());
  patch.end(bytes);
  const [answer] = await answered;
  answer.resume();
  if (answer.statusCode !== 204) throw new Error(`The bytes were refused with ${answer.statusCode}.`);
  return sent;
}

/** Through the real HTTP path into a new case: upload, finish, until the list of studies names every image. */
async function importOnce(service: BenchService, zip: Buffer): Promise<{ whole: number; afterLastByte: number }> {
  const { url, coordinator } = service;
  const caseId = await openBenchCase(coordinator);
  const sender: Sender = { url, fetch: coordinator.fetch };
  const start = performance.now();
  const { importId } = await openImport(sender, caseId);
  const created = await createUpload(sender, { caseId, importId, kind: 'archive', size: zip.length });
  const lastByte = await sendBytes(service, created.headers.get('location') ?? '', zip);
  const view = await finishImport(sender, caseId, importId, 5);
  const studies = await coordinator.get<StudyView[]>(`/api/cases/${caseId}/studies`);
  const end = performance.now();
  const listed = studies.flatMap(({ series }) => series).reduce((sum, { instances }) => sum + instances, 0);
  if (view.state !== 'done' || listed !== INSTANCES) throw new Error(`${listed} of ${INSTANCES} images are listed.`);
  return { whole: end - start, afterLastByte: end - lastByte };
}

async function orthancOnce(zip: Buffer): Promise<number> {
  const orthanc = await startOrthanc();
  try {
    const [ms, answer] = await timed(async () => {
      const response = await fetch(`${orthanc.url}/instances`, {
        method: 'POST',
        body: zip as BodyInit,
        headers: { 'content-type': 'application/zip' },
      });
      return (await response.json()) as unknown[];
    });
    if (answer.length !== INSTANCES) throw new Error(`Orthanc took ${answer.length} of ${INSTANCES}.`);
    return ms;
  } finally {
    await orthanc.stop();
  }
}

function unzipOnce(file: string): number | null {
  const start = performance.now();
  const done = spawnSync('sh', ['-c', `unzip -p "${file}" | sha256sum`], { stdio: 'ignore' });
  return done.status === 0 ? performance.now() - start : null;
}

/**
 * One made study of 1,260 images as a ZIP. Ours: over HTTP and tus into packs, encrypted and synced, until the studies are
 * listed. Peers: Orthanc's POST of the same ZIP; and the floor of reading it, `unzip -p | sha256sum`.
 */
export async function run(): Promise<readonly Measure[]> {
  const { files } = makeBenchStudy({ instances: INSTANCES });
  const zip = await zipOf(files);
  const folder = await mkdtemp(join(tmpdir(), 'overread-bench-zip-'));
  const file = join(folder, 'study.zip');
  await writeFile(file, zip);
  const service = await startBenchService();
  const ours: { whole: number; afterLastByte: number }[] = [];
  const orthanc: number[] = [];
  const unzip: number[] = [];
  try {
    // The first import starts the workers and warms the code up; a service that runs is what is compared.
    await importOnce(service, zip);
    for (let round = 0; round < rounds(); round += 1) {
      ours.push(await importOnce(service, zip));
      if (hasOrthanc()) orthanc.push(await orthancOnce(zip));
      const read = unzipOnce(file);
      if (read !== null) unzip.push(read);
    }
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const perSecond = (ms: number) => (INSTANCES * 1000) / ms;
  const whole = ours.map((each) => each.whole);
  const after = ours.map((each) => each.afterLastByte);
  const missing = hasOrthanc() ? undefined : 'Orthanc is not installed; install it with: apt-get install orthanc';
  const named = (name: string, unit: Measure['unit']) => ({ name: `import.${name}`, unit });
  return [
    compare(named('instances-per-second', 'instances/s'), whole.map(perSecond), orthanc.map(perSecond), missing),
    compare(named('first-byte-to-listed-over-orthanc', 'ms'), whole, orthanc),
    compare(named('last-byte-to-listed-over-orthanc', 'ms'), after, orthanc),
    compare(named('last-byte-to-listed-over-unzip-sha256', 'ms'), after, unzip),
  ];
}
