import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StudyView } from '@overread/contract/images.ts';
import type { ImportView } from '@overread/contract/imports.ts';
import type { CaseRecord } from '@overread/contract/wire.ts';
import { makeBenchStudy, zipOf } from '@overread/demo';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createUpload,
  finishImport,
  openImport,
  patchUpload,
  type Sender,
  uploadOffset,
  viewImport,
} from '../testing/images/send-images.ts';
import { type StartedService, startInProcess } from '../testing/images/started-service.ts';

const INSTANCES = 400;
const study = makeBenchStudy({ instances: INSTANCES, seed: 'killed' });
const rawBytes = study.files.reduce((sum, { bytes }) => sum + bytes.length, 0);

let folder: string;
let service: StartedService;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overread-killed-'));
  await chmod(folder, 0o755);
});
afterAll(async () => {
  await service?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<
  Sender & {
    readonly get: <T>(path: string) => Promise<T>;
    readonly post: <T>(path: string, body: unknown) => Promise<T>;
  }
> {
  service = await startInProcess(folder, { OVERREAD_WORKERS: '1', OVERREAD_LOG: 'error' });
  const coordinator = await service.as('coordinator');
  return { url: service.url, fetch: coordinator.fetch, get: coordinator.get, post: coordinator.post };
}

/** Sends the first part of the bytes and then nothing more, as a line that hangs. */
const hanging = (bytes: Uint8Array) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 65_536) controller.enqueue(bytes.subarray(at, at + 65_536));
    },
  });

async function until(view: () => Promise<ImportView>, test: (view: ImportView) => boolean): Promise<ImportView> {
  for (;;) {
    const seen = await view();
    if (test(seen)) return seen;
    await sleep(5);
  }
}

async function packBytes(caseId: string): Promise<number> {
  const packs = join(folder, 'blobs', 'objects', 'cases', caseId, 'packs');
  const sizes = await Promise.all((await readdir(packs)).map(async (name) => (await stat(join(packs, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

it('kill -9 in the middle of an upload, and of an import: nothing is lost, and nothing is there twice', async () => {
  const zip = await zipOf(study.files);
  let sender = await start();
  const patient = { name: { family: 'Bench', given: 'Study' }, birthDate: '1970-01-01', sex: 'O' };
  const contact = { email: 'killed@example.org', phone: '' };
  const { id: caseId } = await sender.post<{ id: string }>('/api/cases', { patient, contact, place: 'US-MD' });
  const { importId } = await openImport(sender, caseId);
  const view = () => viewImport(sender, caseId, importId);
  const created = await createUpload(sender, { caseId, importId, kind: 'archive', size: zip.length });
  const location = created.headers.get('location') ?? '';

  // In the middle of the upload.
  const half = Math.floor(zip.length / 2);
  const broken = patchUpload(sender, location, 0, hanging(zip.subarray(0, half))).catch(() => null);
  await until(view, ({ bytesReceived }) => bytesReceived > zip.length / 4);
  await service.kill();
  expect(await broken).toBeNull();

  sender = await start();
  const offset = await uploadOffset(sender, location);
  expect(offset).toBeGreaterThan(zip.length / 4);
  expect(offset).toBeLessThan(zip.length);
  const sent = await patchUpload(sender, location, offset, zip.subarray(offset) as BodyInit);
  expect(sent.status).toBe(204);

  // In the middle of the import.
  const seen = await until(view, ({ instances }) => instances > 0);
  await service.kill();
  expect(seen.instances).toBeLessThan(INSTANCES);
  expect(seen.studies.every(({ state }) => state === 'pending')).toBe(true);

  sender = await start();
  const done = await finishImport(sender, caseId, importId);
  expect(done).toMatchObject({
    state: 'done',
    files: INSTANCES,
    instances: INSTANCES,
    alreadyHere: 0,
    refused: [],
    error: null,
  });
  const studies = await sender.get<StudyView[]>(`/api/cases/${caseId}/studies`);
  expect(studies.map(({ studyInstanceUid, state }) => [studyInstanceUid, state])).toEqual([
    [study.studyInstanceUid, 'attached'],
  ]);
  expect(studies.flatMap(({ series }) => series.map(({ instances }) => instances))).toEqual(
    study.series.map(({ instances }) => instances),
  );
  // The case was told once, and what is at rest is the study once: 16 bytes of seal a segment are all that came to it.
  const { events } = await sender.get<CaseRecord>(`/api/cases/${caseId}/record`);
  expect(events.filter(({ type }) => type === 'imagesReceived')).toHaveLength(1);
  expect(await packBytes(caseId)).toBeLessThan(rawBytes + INSTANCES * 16 * 4);
  expect(await packBytes(caseId)).toBeGreaterThan(rawBytes);
  await expect.poll(() => readdir(join(folder, 'uploads'))).not.toContain(location.split('/').at(-1));
});
