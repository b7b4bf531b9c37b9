import type { DeliveryStatement, ImportReceipt, KnownAnswer } from '@overread/contract/imports.ts';
import { makeStudy } from '@overread/demo';
import type { CaseState } from '@overread/rules/case/state.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HAS_POPPLER, poppler } from '../../../../testing/documents/pdf-tools.ts';
import { type ImageApp, startImageApp } from '../../../../testing/images/image-app.ts';
import { type ImageRooms, startImageRooms } from '../../../../testing/images/image-rooms.ts';
import {
  batchOf,
  finishImport,
  openImport,
  plainSender,
  type Sender,
  sendUpload,
  sha256,
  viewImport,
} from '../../../../testing/images/send-images.ts';

let rooms: ImageRooms;
let app: ImageApp;
let sender: Sender;
const study = makeStudy({ seed: 'receipt', scale: { slices: 3, matrix: 32 } });
const images = study.files.filter(({ path }) => study.instances.some((made) => made.path === path));
const hashes = images.map(({ bytes }) => sha256(bytes));
const patient = { name: { family: 'Okafor', given: 'Mara' }, birthDate: '1992-05-14', sex: 'F' } as const;

beforeAll(async () => {
  rooms = await startImageRooms();
  app = await startImageApp(rooms);
  app.visit.caseState = { number: 'OVR-2026-7', patient } as unknown as CaseState;
  sender = plainSender(app.url);
});
afterAll(async () => {
  await app.stop();
  await rooms.stop();
});

const post = (path: string, body: unknown) =>
  sender.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const place = (caseId: string, importId: string) => `/api/cases/${caseId}/imports/${importId}`;
async function ask(caseId: string, importId: string, sha256s: readonly string[]): Promise<readonly string[]> {
  const answer = await post(`${place(caseId, importId)}/known`, { sha256s });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as KnownAnswer).here;
}
async function deliver(caseId: string, files = images) {
  const { importId } = await openImport(sender, caseId);
  await sendUpload(sender, { caseId, importId, kind: 'batch' }, batchOf(files));
  return finishImport(sender, caseId, importId);
}
const receiptOf = async (caseId: string, importId: string) =>
  (await (await sender.fetch(`${place(caseId, importId)}/receipt`)).json()) as ImportReceipt;

it('what the case holds is known by its hash, need not be sent, and counts in the delivery', async () => {
  await deliver('known', images.slice(0, 5));
  const { importId } = await openImport(sender, 'known');
  expect(await ask('known', importId, hashes.slice(0, 7))).toEqual(expect.arrayContaining(hashes.slice(0, 5)));
  expect(await ask('known', importId, hashes.slice(5, 7))).toEqual([]);
  await sendUpload(sender, { caseId: 'known', importId, kind: 'batch' }, batchOf(images.slice(5, 7)));
  const view = await finishImport(sender, 'known', importId);
  expect(view).toMatchObject({ state: 'done', instances: 7, alreadyHere: 5, files: 7 });
  expect(view.studies.reduce((sum, { instances }) => sum + instances, 0)).toBe(7);
  const receipt = await receiptOf('known', importId);
  expect(
    receipt.files
      .filter(({ was }) => was === 'here')
      .map((file) => file.sha256)
      .sort(),
  ).toEqual(hashes.slice(0, 5).sort());
  expect(
    receipt.files
      .filter(({ was }) => was === 'new')
      .map((file) => file.sha256)
      .sort(),
  ).toEqual(hashes.slice(5, 7).sort());
});

it('a disc that is here altogether sends nothing and is told to nobody twice', async () => {
  await deliver('whole');
  const before = rooms.cases.told.length;
  const { importId } = await openImport(sender, 'whole');
  expect(await ask('whole', importId, hashes)).toHaveLength(hashes.length);
  const view = await finishImport(sender, 'whole', importId);
  expect(view).toMatchObject({ state: 'done', instances: images.length, alreadyHere: images.length, bytesReceived: 0 });
  expect(rooms.cases.told).toHaveLength(before);
});

it('the answer is about this case alone, and about what a delivery brought itself nothing is counted twice', async () => {
  const { importId } = await openImport(sender, 'other-case');
  expect(await ask('other-case', importId, hashes)).toEqual([]);
  await sendUpload(sender, { caseId: 'other-case', importId, kind: 'batch' }, batchOf(images));
  await expect.poll(async () => (await viewImport(sender, 'other-case', importId)).bytesImported).toBeGreaterThan(0);
  await expect.poll(() => ask('other-case', importId, hashes)).toHaveLength(hashes.length);
  expect(await finishImport(sender, 'other-case', importId)).toMatchObject({
    instances: images.length,
    alreadyHere: 0,
  });
  const strange = await post(`${place('whole', importId)}/known`, { sha256s: hashes });
  expect(strange.status).toBe(404);
});

it('an image that is gone between question and end is asked for again', async () => {
  await deliver('gone');
  const { importId } = await openImport(sender, 'gone');
  await ask('gone', importId, hashes);
  for await (const key of rooms.blobs.list('cases/gone/packs/')) await rooms.blobs.remove(key);
  const refused = await post(`${place('gone', importId)}/finish`, STATEMENT);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'images.known-gone' });
  expect(await ask('gone', importId, hashes)).toEqual([]);
  expect((await viewImport(sender, 'gone', importId)).state).toBe('uploading');
});

const STATEMENT: DeliveryStatement = {
  notSent: [
    { why: 'choice', study: 'MRI KNEE', series: '', date: '2026-01-05', images: 12 },
    { why: 'other-person', study: '', series: '', date: '', images: 40 },
  ],
  refused: [{ path: 'DICOM/IM9', reason: 'the disc or drive cannot read it' }],
  leftOnDisc: [{ reason: 'a viewer program', files: 31 }],
  lists: [{ path: 'DICOMDIR', files: [{ path: 'DICOM/LOST', sopInstanceUid: '1.2.3.4' }] }],
};

it('the receipt says who, when, how, what arrived, what did not and why: as JSON, CSV and PDF', async () => {
  const { importId } = await openImport(sender, 'told');
  await sendUpload(sender, { caseId: 'told', importId, kind: 'batch' }, batchOf(images));
  const ended = await post(`${place('told', importId)}/finish`, STATEMENT);
  expect(ended.status).toBe(200);
  await expect.poll(async () => (await viewImport(sender, 'told', importId)).state).toBe('done');
  const receipt = await receiptOf('told', importId);
  expect(receipt).toMatchObject({
    ...{ caseNumber: 'OVR-2026-7', by: 'Ruth Lindqvist', way: 'browser', state: 'done', sentAgain: 0 },
    ...{ notSent: STATEMENT.notSent, refused: STATEMENT.refused, noImages: STATEMENT.leftOnDisc },
    listed: [{ path: 'DICOMDIR', images: 1, missing: ['DICOM/LOST'] }],
  });
  expect(receipt.studies.flatMap(({ series }) => series).reduce((sum, { arrived }) => sum + arrived, 0)).toBe(
    images.length,
  );
  const csv = await (await sender.fetch(`${place('told', importId)}/receipt.csv`)).text();
  expect(sha256(Buffer.from(csv))).toBe(receipt.filesSha256);
  expect(
    csv
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0])
      .sort(),
  ).toEqual(hashes.toSorted());
  const pdf = await sender.fetch(`${place('told', importId)}/receipt.pdf`);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  if (!HAS_POPPLER) return;
  const bytes = Buffer.from(await pdf.arrayBuffer());
  expect(poppler('pdfinfo', ['PDF'], bytes)).toMatch(/Tagged:\s+yes/);
  const text = poppler('pdftotext', ['-layout', 'PDF', '-'], bytes).replace(/\s+/g, ' ');
  for (const said of [
    `${images.length} images arrived`,
    'Ruth Lindqvist',
    'Upload in a browser',
    'the disc lists one image; one is missing or unreadable',
    'DICOM/LOST',
    'MRI KNEE, 5 January 2026: 12 images',
    'An examination of another person: 40 images',
    'DICOM/IM9: the disc or drive cannot read it',
    '31 files: a viewer program',
  ])
    expect(text).toContain(said);
  expect(text.replaceAll(' ', '')).toContain(receipt.filesSha256);
});
