import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../../testing/service.ts';
import type { Witnessed } from '../platform/access-hook.ts';
import { createAudit } from './audit.ts';

let service: TestService;
let now = new Date('2026-11-24T10:00:00.000Z');

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service?.stop());

const entry = (more: Partial<Witnessed> = {}): Witnessed => ({
  actor: { personId: 'p1', name: 'Hanna Keller', role: 'coordinator' },
  action: 'images:view',
  caseId: 'c1',
  caseNumber: '2026-0001',
  outcome: 'allowed',
  detail: '',
  ...more,
});
const audit = () => createAudit({ db: service.ground.db, clock: { now: () => now } });
const countOf = async (caseId: string): Promise<number> =>
  (await service.rooms.audit.list({ limit: 1000, caseId })).length;

it('writes a look once in five minutes for each person, case and action', async () => {
  const book = audit();
  await Promise.all(Array.from({ length: 50 }, () => book.record(entry())));
  expect(await countOf('c1')).toBe(1);
  await book.record(entry({ action: 'report:view' }));
  await book.record(entry({ actor: { personId: 'p2', name: 'Another', role: 'reader' } }));
  await book.record(entry({ outcome: 'refused', detail: 'original-sealed' }));
  expect(await countOf('c1')).toBe(4);
  now = new Date(now.getTime() + 5 * 60_000 + 1);
  await book.record(entry());
  expect(await countOf('c1')).toBe(5);
});

it('writes every deed, also of the same moment', async () => {
  const book = audit();
  const deeds = Array.from({ length: 30 }, () => book.record(entry({ caseId: 'c2', action: 'command:acceptImages' })));
  await Promise.all(deeds);
  expect(await countOf('c2')).toBe(30);
});

it('keeps one chain when two nodes write at once', async () => {
  const books = [audit(), audit()];
  const all = Array.from({ length: 40 }, (_each, i) => {
    const book = books[i % 2] as ReturnType<typeof audit>;
    return book.record(entry({ caseId: 'c3', action: 'command:x', detail: String(i) }));
  });
  await Promise.all(all);
  expect(await countOf('c3')).toBe(40);
  expect(await service.rooms.audit.check()).toMatchObject({ intact: true, brokenAt: null });
});

it('cannot be changed or shortened by SQL', async () => {
  const { pool } = service.ground.db;
  for (const sql of [
    "update audit_entries set person_name = 'Nobody'",
    'delete from audit_entries where seq = 1',
    'truncate audit_entries',
  ]) {
    await expect(pool.query(sql)).rejects.toThrow('never changed or taken out');
  }
});

it('notices a change that was made past the trigger', async () => {
  const { pool } = service.ground.db;
  const client = await pool.connect();
  try {
    await client.query('alter table audit_entries disable trigger audit_entries_stay');
    await client.query("update audit_entries set person_name = 'Nobody' where seq = 3");
    expect(await service.rooms.audit.check()).toMatchObject({ intact: false, brokenAt: 3 });
    await client.query("update audit_entries set person_name = 'Hanna Keller' where seq = 3");
    await client.query('delete from audit_entries where seq = 4');
    expect((await service.rooms.audit.check()).intact).toBe(false);
  } finally {
    await client.query('alter table audit_entries enable trigger audit_entries_stay');
    client.release();
  }
});

it('records over HTTP what was allowed and what was refused, and shows it to the administrator alone', async () => {
  await service.seed(['almeida']);
  const patient = await service.as('patient');
  const coordinator = await service.as('coordinator');
  const administrator = await service.as('administrator');
  const [row] = await coordinator.get<{ id: string; number: string }[]>('/api/cases');
  await coordinator.get(`/api/cases/${row?.id}`);
  expect((await patient.fetch(`/api/cases/${row?.id}`)).status).toBe(404);
  expect((await coordinator.fetch('/api/audit')).status).toBe(403);
  await service.stranger().fetch(`/api/cases/${row?.id}`);

  const entries = await administrator.get<object[]>(`/api/audit?caseId=${row?.id}`);
  expect(entries).toContainEqual(
    expect.objectContaining({
      personName: 'Hanna Keller',
      action: 'case:view',
      outcome: 'allowed',
      caseNumber: row?.number,
    }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({
      personName: 'Mara Okafor',
      action: 'case:view',
      outcome: 'refused',
      detail: 'no-such-case',
    }),
  );
  const all = await administrator.get<object[]>('/api/audit');
  expect(all).toContainEqual(
    expect.objectContaining({ personName: '', role: '', outcome: 'refused', detail: 'sign-in-needed' }),
  );
});

it('keeps a case from a reader who was shown its original report, in whatever role', async () => {
  const coordinator = await service.as('coordinator');
  const [row] = await coordinator.get<{ id: string }[]>('/api/cases');
  const caseId = row?.id ?? '';
  const candidates = async () => {
    type Candidate = { reader: { readerId: string; name: string }; broken: string[] };
    const { candidates } = await coordinator.get<{ candidates: Candidate[] }>(`/api/cases/${caseId}/suggestion`);
    return candidates;
  };
  const before = await candidates();
  const reader = before[0]?.reader ?? { readerId: '', name: '' };
  expect(before[0]?.broken.join()).not.toMatch(/original report of this case/);
  const actor = { personId: reader.readerId, name: reader.name, role: 'coordinator' } as const;
  await audit().record(entry({ actor, caseId, action: 'report:view', outcome: 'refused' }));
  expect((await candidates())[0]?.broken).toEqual(before[0]?.broken);
  await audit().record(entry({ actor, caseId, action: 'report:view' }));
  const after = (await candidates()).find((each) => each.reader.readerId === reader.readerId);
  expect(after?.broken.join()).toMatch(/original report of this case/);
});
