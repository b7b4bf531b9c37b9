import type { ImportView } from '@overread/contract/imports.ts';
import type { FoundCase, MachineView, NewMachine } from '@overread/contract/stations.ts';
import type { AuditEntry } from '@overread/contract/wire.ts';
import { DEMO_SEED, demoId, makeStudy } from '@overread/demo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startTestService, type TestService } from '../../../../testing/service.ts';

const KEY = DEMO_SEED[0]?.intake.key ?? '';
const CASE = demoId(`case/${KEY}`);
let service: TestService;
let administrator: Caller;

beforeAll(async () => {
  service = await startTestService();
  await service.seed([KEY]);
  administrator = await service.as('administrator');
}, 120_000);
afterAll(() => service?.stop());

const bearing = (token: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` },
});
const ask = (token: string, path: string, init?: RequestInit) => fetch(`${service.url}${path}`, bearing(token, init));
const listed = () => administrator.get<readonly MachineView[]>('/api/machines');

describe('the token of a station', () => {
  let made: NewMachine;

  it('is shown once, and kept as something that signs nobody in', async () => {
    made = await administrator.post<NewMachine>('/api/machines', { name: '  Reception  ' });
    expect(made.machine).toMatchObject({ name: 'Reception', lastUsedAt: null, withdrawnAt: null });
    expect(made.token).toMatch(/^ovr_[\w-]{43}$/);
    expect(JSON.stringify(await listed())).not.toContain(made.token);
    const kept = await service.ground.db.pool.query('select * from accounts_machines');
    expect(JSON.stringify(kept.rows)).not.toContain(made.token);
    const hash = kept.rows[0].token_hash as string;
    expect((await ask(hash, `/api/cases/${CASE}/imports`)).status).toBe(401);
  });

  it('finds a case by its number, and says no more of it', async () => {
    const number = (await service.rooms.cases.load(CASE))?.number ?? '';
    const answer = await ask(made.token, `/api/case-numbers/${number}`);
    expect((await answer.json()) as FoundCase).toEqual({ caseId: CASE, number });
    expect((await ask(made.token, '/api/case-numbers/1999-0001')).status).toBe(404);
    for (const path of ['/api/me', '/api/cases', `/api/cases/${CASE}`, `/api/cases/${CASE}/report`, '/api/machines']) {
      expect([path, (await ask(made.token, path)).status]).toEqual([path, 403]);
    }
  });

  it('brings images by STOW-RS, without a session and without an origin', async () => {
    const { instances } = makeStudy({ seed: 'machine', scale: { slices: 3, matrix: 64 } });
    const parts = instances.flatMap(({ bytes }) => [
      Buffer.from('\r\n--edge\r\nContent-Type: application/dicom\r\n\r\n'),
      bytes,
    ]);
    const opened = await service.as('coordinator');
    const patient = { name: { family: 'Okafor', given: 'Mara' }, birthDate: '1992-05-14', sex: 'F' };
    const contact = { email: 'mara.okafor@example.org', phone: '' };
    const { id } = await opened.post<{ id: string }>('/api/cases', { patient, contact, place: 'US-MA' });
    const answer = await ask(made.token, `/api/cases/${id}/dicomweb/studies`, {
      method: 'POST',
      body: new Uint8Array(Buffer.concat([...parts, Buffer.from('\r\n--edge--\r\n')])),
      headers: { 'content-type': 'multipart/related; type="application/dicom"; boundary=edge' },
    });
    const said = (await answer.json()) as { '00081199'?: { Value: unknown[] } };
    expect(said['00081199']?.Value).toHaveLength(instances.length);
    const receipts = (await (await ask(made.token, `/api/cases/${id}/imports`)).json()) as ImportView[];
    expect(receipts).toMatchObject([{ state: 'done', instances: instances.length }]);
    expect((await ask(made.token, `/api/cases/${id}/dicomweb/studies`)).status).toBe(403);
  });

  it('is seen to be used, and the audit names the station and who made the token', async () => {
    expect((await listed())[0]?.lastUsedAt).not.toBeNull();
    const entries = await administrator.get<readonly AuditEntry[]>('/api/audit');
    const upload = entries.find(({ role, action }) => role === 'machine' && action === 'images:upload');
    expect(upload?.personName).toMatch(/^Reception \(token made by .+\)$/);
    expect(upload?.caseNumber).not.toBeNull();
    expect(entries.some(({ role, outcome }) => role === 'machine' && outcome === 'refused')).toBe(true);
  });

  it('counts for nobody else: a session beside it is not taken in its place', async () => {
    const cookie = administrator.cookie();
    const answer = await ask(made.token, '/api/machines', { headers: { cookie } });
    expect(answer.status).toBe(403);
    // What a proxy adds for itself is not our token, and the session counts.
    expect((await ask('proxy', '/api/machines', { headers: { cookie } })).status).toBe(200);
  });

  it('opens nothing once it is withdrawn, and says what to do', async () => {
    const path = `/api/machines/${made.machine.machineId}/withdraw`;
    await administrator.post(path);
    const answer = await ask(made.token, `/api/cases/${CASE}/imports`);
    expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code: 'machine-unknown' })]);
    expect((await listed())[0]).toMatchObject({ withdrawnBy: made.machine.madeBy });
    await expect(administrator.post(path)).rejects.toThrow('404');
    const entries = await administrator.get<readonly AuditEntry[]>('/api/audit');
    expect(entries.some(({ detail }) => detail === 'machine-unknown')).toBe(true);
  });

  it('is made by administrators alone', async () => {
    for (const role of ['coordinator', 'patient', 'reader'] as const) {
      await expect((await service.as(role)).post('/api/machines', { name: 'x' })).rejects.toThrow('403');
    }
  });
});
