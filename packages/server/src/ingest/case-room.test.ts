import { makeStudy, zipOf } from '@overread/demo';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUpload, finishImport, openImport, sendUpload } from '../../../../testing/images/send-images.ts';
import { type Caller, startTestService, type TestService } from '../../../../testing/service.ts';

const study = makeStudy({ seed: 'case room', scale: { slices: 6, matrix: 64 } });
let service: TestService;
let coordinator: Caller;
let caseId: string;

beforeAll(async () => {
  const settings = { OVERREAD_CASE_BYTES: '1MiB', OVERREAD_IMPORT_FILES: '5', OVERREAD_IMPORT_FILE_BYTES: '1MiB' };
  service = await startTestService({ settings });
  coordinator = await service.as('coordinator');
  const patient = { name: { family: 'Full', given: 'Fay' }, birthDate: '1980-01-02', sex: 'F' };
  const contact = { email: 'fay@mail.example', phone: '' };
  ({ id: caseId } = await coordinator.post<{ id: string }>('/api/cases', { patient, contact, place: 'US-MA' }));
});
afterAll(() => service?.stop());

const sender = () => ({ url: service.url, fetch: coordinator.fetch });

it('a delivery keeps to the limits that were set, and what is beyond is told with the limit', async () => {
  const { importId } = await openImport(sender(), caseId);
  await sendUpload(sender(), { caseId, importId, kind: 'archive' }, await zipOf(study.files.slice(0, 9)));
  const view = await finishImport(sender(), caseId, importId);
  expect(view.instances).toBe(0);
  expect(view.refused.map(({ reason }) => reason).join()).toContain('more than 5 files');
});

it('a case takes no more than it has room for, counting what is on its way', async () => {
  const { importId } = await openImport(sender(), caseId);
  const some = await zipOf(study.files.slice(0, 4));
  expect(some.length).toBeLessThan(1 << 20);
  await sendUpload(sender(), { caseId, importId, kind: 'archive' }, some);
  const half = { caseId, importId, kind: 'archive', size: 600_000 } as const;
  expect((await createUpload(sender(), half)).status).toBe(201);
  const beyond = await createUpload(sender(), half);
  expect(beyond.status).toBe(413);
  const { code, message } = JSON.parse(await beyond.text()) as { code: string; message: string };
  expect(code).toBe('images.case-full');
  expect(message).toMatch(/^This case may hold 1 MiB of images, and [\d.]+ KiB are here or on their way\. Leave out/);
  await finishImport(sender(), caseId, importId);
});

it('nor by STOW-RS', async () => {
  const image = study.instances[0]?.bytes ?? new Uint8Array();
  const part = (bytes: Uint8Array) => [Buffer.from('\r\n--b\r\nContent-Type: application/dicom\r\n\r\n'), bytes];
  const many = Array.from({ length: 4 }, () => Buffer.concat([image, Buffer.alloc(400_000)]));
  const answer = await coordinator.fetch(`/api/cases/${caseId}/dicomweb/studies`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/related; type="application/dicom"; boundary=b' },
    body: Buffer.concat([...many.flatMap(part), Buffer.from('\r\n--b--\r\n')]),
  });
  expect(answer.status).toBe(413);
});
