import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportView } from '@overread/contract/imports.ts';
import type { CaseRecord } from '@overread/contract/wire.ts';
import { makeBenchStudy, zipOf } from '@overread/demo';
import type { CaseView } from '@overread/rules/case/view.ts';
import { readConfig, verifyData } from '@overread/server';
import { createS3Blobs } from '@overread/server/platform/s3-blobs.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { finishImport, openImport, sendUpload, viewImport } from '../testing/images/send-images.ts';
import { type StartedService, startInProcess } from '../testing/images/started-service.ts';
import { type S3Server, startS3Server } from '../testing/platform/s3-server.ts';
import type { Caller } from '../testing/service.ts';

const INSTANCES = 160;
const study = makeBenchStudy({ instances: INSTANCES, seed: 'in a bucket' });
const rawBytes = study.files.reduce((sum, { bytes }) => sum + bytes.length, 0);

let folder: string;
let store: S3Server;
let service: StartedService;
let coordinator: Caller;
let zip: Uint8Array;
let lastCase: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overread-s3-service-'));
  await chmod(folder, 0o755);
  store = await startS3Server();
  zip = await zipOf(study.files);
  await start();
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await store.stop();
  await rm(folder, { recursive: true, force: true });
});

const settings = () => ({ OVERREAD_BLOBS_URL: store.url(), OVERREAD_WORKERS: '1', OVERREAD_LOG: 'silent' });

async function start(): Promise<void> {
  service = await startInProcess(folder, settings());
  coordinator = await service.as('coordinator');
}

const sender = () => ({ url: service.url, fetch: coordinator.fetch });

/** A case to which a disc was sent, whose import has begun. */
async function sentDisc(): Promise<{ caseId: string; importId: string }> {
  const patient = { name: { family: 'Bench', given: 'Study' }, birthDate: '1970-01-01', sex: 'O' };
  const contact = { email: 'bucket@example.org', phone: '' };
  const { id: caseId } = await coordinator.post<{ id: string }>('/api/cases', { patient, contact, place: 'US-MD' });
  lastCase = caseId;
  const { importId } = await openImport(sender(), caseId);
  await sendUpload(sender(), { caseId, importId, kind: 'archive' }, zip);
  return { caseId, importId };
}

async function someInstances({ caseId, importId }: { caseId: string; importId: string }): Promise<ImportView> {
  for (;;) {
    const view = await viewImport(sender(), caseId, importId);
    if (view.instances > 0) return view;
    await sleep(5);
  }
}

const blobs = () => createS3Blobs(store.address(), { scratchFolder: join(folder, 'blobs', 'scratch') });

async function objectsOf(caseId: string, kind = ''): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of (await blobs()).list(`cases/${caseId}/${kind}`)) keys.push(key);
  return keys;
}

/** Everything is in the bucket once, and nothing but it. */
async function expectWhole(caseId: string): Promise<void> {
  const at = await blobs();
  let bytes = 0;
  for (const key of await objectsOf(caseId, 'packs/')) bytes += await at.size(key);
  expect(bytes).toBeGreaterThan(rawBytes);
  expect(bytes).toBeLessThan(rawBytes + INSTANCES * 16 * 4);
  const { events } = await coordinator.get<CaseRecord>(`/api/cases/${caseId}/record`);
  expect(events.filter(({ type }) => type === 'imagesReceived')).toHaveLength(1);
  const { studyInstanceUid } = study;
  const answer = await coordinator.fetch(`/api/cases/${caseId}/dicomweb/studies/${studyInstanceUid}`);
  expect(answer.status).toBe(200);
  const body = Buffer.from(await answer.arrayBuffer());
  for (const file of study.files.slice(0, 40)) expect(body.includes(Buffer.from(file.bytes))).toBe(true);
  expect(body.length).toBeGreaterThan(rawBytes);
}

async function verified(caseNumber: string | null): Promise<{ images: number; faults: string[]; orphans: string[] }> {
  const seen = { images: 0, faults: [] as string[], orphans: [] as string[] };
  await verifyData({
    config: readConfig({ OVERREAD_DATA: folder, ...settings() }),
    caseNumber,
    onItem({ what, name, fault }) {
      if (fault !== null) seen.faults.push(`${what} ${name} ${fault}`);
      else if (what === 'image') seen.images += 1;
    },
    onOrphan: ({ key }) => seen.orphans.push(key),
  });
  return seen;
}

it('kill -9 right after a case was erased, in the middle of an import into another: both come to their end', async () => {
  const first = await sentDisc();
  const whole = await finishImport(sender(), first.caseId, first.importId);
  expect(whole).toMatchObject({ state: 'done', instances: INSTANCES, alreadyHere: 0, refused: [] });
  await expectWhole(first.caseId);
  const { number, version } = await coordinator.get<CaseView>(`/api/cases/${first.caseId}`);
  expect((await objectsOf(first.caseId)).length).toBeGreaterThan(0);

  const second = await sentDisc();
  const seen = await someInstances(second);
  const asked = { confirm: number, ground: 'request', reason: 'Her letter.', expectedVersion: version };
  const { erased } = await coordinator.post<CaseView>(`/api/cases/${first.caseId}/erasure`, asked);
  await service.kill();
  expect(erased?.erased.images).toBe(INSTANCES);
  expect(seen.instances).toBeLessThan(INSTANCES);

  await start();
  const uid = study.studyInstanceUid;
  expect((await coordinator.fetch(`/api/cases/${first.caseId}/dicomweb/studies/${uid}`)).status).toBe(410);
  const done = await finishImport(sender(), second.caseId, second.importId);
  expect(done).toMatchObject({ state: 'done', instances: INSTANCES, alreadyHere: 0, refused: [] });
  await expectWhole(second.caseId);
  while ((await objectsOf(first.caseId)).length > 0) await sleep(100);
  expect(await verified(number)).toEqual({ images: 0, faults: [], orphans: [] });
}, 120_000);

it('the store goes away in the middle of an import: it is said, nothing is lost, and the import ends when it is back', async () => {
  const sent = await sentDisc();
  await someInstances(sent);
  await store.goAway();
  // Longer than the store's own tries: the import fails, and waits for its turn.
  await sleep(2_500);
  expect((await viewImport(sender(), sent.caseId, sent.importId)).instances).toBeLessThan(INSTANCES);
  const ready = await coordinator.fetch('/readyz');
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ parts: { blobs: 'failed', database: 'ok' } });
  const read = await coordinator.fetch(`/api/cases/${sent.caseId}/dicomweb/studies`);
  expect(read.status).toBeLessThan(500);
  await store.comeBack();
  expect((await coordinator.fetch('/readyz')).status).toBe(200);
  const done = await finishImport(sender(), sent.caseId, sent.importId);
  expect(done).toMatchObject({ state: 'done', instances: INSTANCES, alreadyHere: 0, refused: [] });
  await expectWhole(sent.caseId);
}, 120_000);

it('verify reads everything in the bucket again, and names what nothing refers to and what was changed', async () => {
  // The demo seeds itself meanwhile; what it stores is at work, so only this is looked for.
  const at = await blobs();
  await at.write('cases/nobody/packs/left.1', Buffer.from('left'));
  const { images, faults, orphans } = await verified(null);
  expect(images).toBeGreaterThanOrEqual(2 * INSTANCES);
  expect(faults).toEqual([]);
  expect(orphans).toContain('cases/nobody/packs/left.1');
  await at.remove('cases/nobody/packs/left.1');
  expect(await readdir(join(folder, 'blobs'))).toEqual(['scratch']);

  const { number } = await coordinator.get<{ number: string }>(`/api/cases/${lastCase}`);
  const [pack = ''] = await objectsOf(lastCase, 'packs/');
  const bytes = await at.read(pack);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await at.write(pack, bytes);
  const after = await verified(number);
  expect(after.faults).toHaveLength(1);
  expect(after.faults[0]).toMatch(/^image .* damaged$/);
}, 120_000);
