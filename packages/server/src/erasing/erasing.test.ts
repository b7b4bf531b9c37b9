import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseRecord } from '@overread/contract/wire.ts';
import { DEMO_SEED, demoId } from '@overread/demo';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { Erased } from '@overread/rules/case/vocabulary.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startTestService, type TestService } from '../../../../testing/service.ts';
import { readConfig } from '../platform/config.ts';
import { verifyData } from '../verify.ts';

const [KEY, OTHER] = [DEMO_SEED[0]?.intake.key ?? '', 'lange'];
const id = demoId(`case/${KEY}`);

let service: TestService;
let coordinator: Caller;

beforeAll(async () => {
  service = await startTestService();
  await service.seed([KEY, OTHER]);
  coordinator = await service.as('coordinator');
}, 300_000);
afterAll(() => service?.stop());

const view = (caseId = id) => coordinator.get<CaseView>(`/api/cases/${caseId}`);

async function send(body: object, caseId = id, caller = coordinator) {
  const { version } = await view(caseId);
  const answer = await caller.fetch(`/api/cases/${caseId}/erasure`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ expectedVersion: version, ...body }),
  });
  return { status: answer.status, body: (await answer.json()) as { code: string; message: string } };
}

async function command(body: object, caseId = id): Promise<void> {
  const { version } = await view(caseId);
  await coordinator.post(`/api/cases/${caseId}/commands`, { expectedVersion: version, command: body });
}

async function objectsOf(caseId: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of service.ground.blobs.list(`cases/${caseId}/`)) keys.push(key);
  return keys;
}

async function swept(caseId: string): Promise<void> {
  while ((await objectsOf(caseId)).length > 0) await sleep(100);
}

describe('erasing a case', () => {
  const reason = 'The ten years are over; letter of the data protection officer.';
  let number: string;
  let counted: Erased;
  let study: string;

  it('says before what it would erase, and erases nothing by that', async () => {
    const before = await view();
    number = before.number;
    study = before.studies[0]?.studyInstanceUid ?? '';
    counted = await coordinator.get<Erased>(`/api/cases/${id}/erasure`);
    expect(counted.images).toBeGreaterThan(10);
    expect(counted).toMatchObject({ reports: 1, documents: 1, uploads: 0 });
    expect(await coordinator.get<Erased>(`/api/cases/${id}/erasure`)).toEqual(counted);
    expect((await coordinator.fetch(`/api/cases/${id}/dicomweb/studies/${study}/metadata`)).status).toBe(200);
  });

  it('waits for the end of the case, and is refused while law keeps a signed report, with the wrong number, without a reason', async () => {
    const asked = { confirm: number, ground: 'retention-ended', reason };
    expect(await send(asked)).toMatchObject({ status: 422, body: { code: 'not-yet' } });
    if ((await view()).decision.recorded === null)
      await command({ type: 'recordDecision', outcome: 'confirmed', courseOfAction: '', discussedOn: '' });
    await command({ type: 'closeCase' });
    expect(await send({ ...asked, ground: 'request' })).toMatchObject({ status: 422, body: { code: 'records-kept' } });
    expect(await send({ ...asked, confirm: '1999-0001' })).toMatchObject({
      status: 422,
      body: { code: 'field-wrong' },
    });
    expect(await send({ ...asked, reason: ' ' })).toMatchObject({ status: 422, body: { code: 'reason-needed' } });
    for (const role of ['patient', 'reader', 'referrer'] as const)
      expect([403, 404]).toContain((await send(asked, id, await service.as(role))).status);
    expect(await coordinator.get<Erased>(`/api/cases/${id}/erasure`)).toEqual(counted);
  });

  it('makes everything unreadable at once, and says so at every door', async () => {
    expect(await send({ confirm: number, ground: 'retention-ended', reason })).toMatchObject({ status: 200 });
    await expect(service.ground.keys.dataKey(service.ground.db, `case/${id}`)).rejects.toThrow('destroyed');
    for (const door of ['studies', 'series/1.2.3/stream', `dicomweb/studies/${study}`, 'dicomweb/studies']) {
      const answer = await coordinator.fetch(`/api/cases/${id}/${door}`);
      expect([door, answer.status]).toEqual([door, 410]);
      const { message } = (await answer.json()) as { message: string };
      expect(message).toMatch(/were erased on \d{4}-.*cannot be brought back/);
    }
    // Whatever else shows images, reports or documents, by its action.
    let walked = 0;
    const shut = ['report:view', 'document:view', 'packet:make', 'copy:make', 'images:view'];
    for (const { method, url, action } of service.routes) {
      if (method !== 'GET' || typeof action === 'function' || !shut.includes(action) || !url.includes(':caseId'))
        continue;
      walked += 1;
      const path = url.replace(':caseId', id).replace(/:\w+/g, '1').replace('*', '1');
      expect([url, (await coordinator.fetch(path)).status]).toEqual([url, 410]);
    }
    expect(walked).toBeGreaterThan(8);
  });

  it('stays in the record: who, when, on what ground, and how much', async () => {
    const after = await view();
    expect(after).toMatchObject({ stage: 'closed', erased: { ground: 'retention-ended', reason, erased: counted } });
    expect(after.mayDo).toEqual([]);
    expect(after.waiting.say).toBe('waiting.erased');
    const { events, intact } = await coordinator.get<CaseRecord>(`/api/cases/${id}/record`);
    expect(intact).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: 'caseErased', actor: expect.any(String) });
    expect(events.at(-1)?.say).toContain(`${counted.images} images, 1 report, 1 document`);
    expect(await send({ confirm: number, ground: 'order', reason })).toMatchObject({ body: { code: 'already-done' } });
  });

  it('gives the space back, leaves no name in the index, and verify is content', async () => {
    await swept(id);
    const { pool } = service.ground.db;
    for (const table of ['archive_instances', 'archive_packs', 'ingest_uploads', 'ingest_imports', 'reading_drafts'])
      expect((await pool.query(`select 1 from ${table} where case_id = $1`, [id])).rowCount).toBe(0);
    const faults: (string | null)[] = [];
    await verifyData({
      config: readConfig({ OVERREAD_DATA: service.dataFolder }),
      caseNumber: number,
      onItem: ({ fault }) => faults.push(fault),
      onOrphan: ({ key }) => expect.fail(key),
    });
    expect(faults).toEqual(['erased', 'erased']);
  });

  it('leaves other cases as they are', async () => {
    expect((await objectsOf(demoId(`case/${OTHER}`))).length).toBeGreaterThan(0);
  });
});

describe('a case that goes on', () => {
  const other = demoId(`case/${OTHER}`);

  it('is erased at the request of the patient, which cancels it', async () => {
    const { number } = await view(other);
    const asked = { confirm: number, ground: 'request', reason: 'Her letter of 3 November.' };
    expect(await send({ ...asked, ground: 'retention-ended' }, other)).toMatchObject({ body: { code: 'field-wrong' } });
    expect(await send(asked, other)).toMatchObject({ status: 200 });
    expect(await view(other)).toMatchObject({ stage: 'cancelled', erased: { ground: 'request' } });
    await swept(other);
  });

  it('is left alone while images are taken in, and then erased with what was taken in', async () => {
    const patient = { name: { family: 'Busy', given: 'Bea' }, birthDate: '1980-01-02', sex: 'F' };
    const contact = { email: 'bea@mail.example', phone: '' };
    const opened = await coordinator.post<{ id: string; number: string }>('/api/cases', {
      patient,
      contact,
      place: 'US-MA',
    });
    const client = await service.ground.db.pool.connect();
    await client.query('begin');
    // What an import holds until its commit.
    await client.query("select pg_advisory_xact_lock(hashtextextended('archive/' || $1, 0))", [opened.id]);
    const asked = { confirm: opened.number, ground: 'mistake', reason: 'Opened twice.' };
    expect(await send(asked, opened.id)).toMatchObject({ status: 409, body: { code: 'erasing-busy' } });
    await client.query('rollback');
    client.release();
    expect(await send(asked, opened.id)).toMatchObject({ status: 200 });
  });
});
