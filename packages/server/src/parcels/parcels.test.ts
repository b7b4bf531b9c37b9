import type { ImportView } from '@overread/contract/imports.ts';
import type { DiscCheck, ParcelView, PatientParcel } from '@overread/contract/stations.ts';
import type { CaseRecord } from '@overread/contract/wire.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startTestService, type TestService } from '../../../../testing/service.ts';

let service: TestService;
let desk: Caller;
let patient: Caller;
let caseId: string;

const WHO = { name: { family: 'Okafor', given: 'Mara' }, birthDate: '1992-05-14', sex: 'F' };
const openCase = async (by: Caller): Promise<string> => {
  const contact = { email: 'mara.okafor@example.org', phone: '' };
  return (await by.post<{ id: string }>('/api/cases', { patient: WHO, contact, place: 'US-MA' })).id;
};
const SAID = {
  contents: 'Two CDs',
  carrier: 'Post',
  trackingNumber: 'RR 1',
  wish: 'returned',
  returnTo: 'Mara Okafor',
};
const step = (parcelId: string, type: string, more: object = {}) =>
  desk.post<ParcelView>(`/api/parcels/${parcelId}/steps`, { type, ...more });
const announce = (by = patient) => by.post<PatientParcel>(`/api/cases/${caseId}/parcels`, SAID);
const anImport = async (of = caseId): Promise<string> =>
  (await desk.post<ImportView>(`/api/cases/${of}/imports`)).importId;

beforeAll(async () => {
  service = await startTestService();
  [desk, patient] = await Promise.all([service.as('coordinator'), service.as('patient')]);
  caseId = await openCase(patient);
});
afterAll(() => service?.stop());

describe('a parcel that is announced', () => {
  it('goes its way step by step, and each step says who, when and what', async () => {
    const { parcelId } = await announce();
    expect(parcelId).toMatch(/^P\w{4}-\w{5}$/);
    await step(parcelId, 'received', { note: 'The bag was torn.' });
    await step(parcelId.toLowerCase().replace('-', ''), 'opened');
    const importId = await anImport();
    const read = await step(parcelId, 'read', { importId });
    expect(read).toMatchObject({
      state: 'read',
      patientName: 'Okafor, Mara',
      next: ['returned', 'destroyed', 'kept', 'read', 'unreadable'],
    });
    const end = await step(parcelId, 'returned');
    expect(end.steps.map(({ type }) => type)).toEqual(['announced', 'received', 'opened', 'read', 'returned']);
    expect(end.steps[1]).toMatchObject({ note: 'The bag was torn.', by: expect.stringMatching(/\w+ \w+/) });
    expect(end.steps[3]?.importId).toBe(importId);
    expect(end.next).toEqual([]);
    await expect(step(parcelId, 'destroyed')).rejects.toThrow('parcels.not-now');
  });

  it('is named by the record of its case, whose chain holds', async () => {
    const { events, intact } = await desk.get<CaseRecord>(`/api/cases/${caseId}/record`);
    expect(intact).toBe(true);
    const told = events.filter(({ type }) => type === 'parcelNoted').map(({ say }) => say);
    expect(told).toHaveLength(5);
    expect(told[0]).toMatch(/^Parcel P\w{4}-\w{5} was announced\. Entered by .+\.$/);
    expect(told[4]).toContain('was sent back');
  });

  it('is followed by its patient, who reads what happened and no word that the practice wrote', async () => {
    const followed = await patient.get<PatientParcel[]>(`/api/cases/${caseId}/parcels`);
    expect(followed[0]).toMatchObject({ state: 'returned', contents: 'Two CDs' });
    expect(JSON.stringify(followed)).not.toContain('torn');
    for (const path of ['/api/parcels', `/api/parcels/${followed[0]?.parcelId}`])
      expect((await patient.fetch(path)).status).toBe(403);
  });

  it('does not jump, and wants a word on what is lost or cannot be read', async () => {
    const { parcelId } = await announce();
    await expect(step(parcelId, 'read', { importId: await anImport() })).rejects.toThrow('parcels.not-now');
    await expect(step(parcelId, 'lost')).rejects.toThrow('parcels.note-needed');
    await step(parcelId, 'received');
    await step(parcelId, 'opened');
    await expect(step(parcelId, 'read')).rejects.toThrow('parcels.import-needed');
    await expect(step(parcelId, 'read', { importId: 'no-delivery' })).rejects.toThrow('no-such-import');
    await expect(step(parcelId, 'unreadable', { note: '  ' })).rejects.toThrow('parcels.note-needed');
    expect((await step(parcelId, 'unreadable', { note: 'Cracked.' })).state).toBe('unreadable');
  });

  it('takes two steps at the same moment one after the other, and the second is judged by the first', async () => {
    const { parcelId } = await announce();
    const both = await Promise.allSettled([step(parcelId, 'received'), step(parcelId, 'received')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await desk.get<ParcelView>(`/api/parcels/${parcelId}`)).steps).toHaveLength(2);
  });
});

describe('a parcel that nobody announced', () => {
  it('lies on the register without a case, until somebody says whose it is', async () => {
    const { parcelId, caseNumber } = await desk.post<ParcelView>('/api/parcels', {
      ...SAID,
      contents: 'A CD, no letter',
    });
    expect(caseNumber).toBeNull();
    const opened = await step(parcelId, 'opened');
    expect(opened.next[0]).toBe('assigned');
    await expect(step(parcelId, 'read', { importId: 'i' })).rejects.toThrow('parcels.case-needed');
    await expect(step(parcelId, 'assigned', { caseId: 'no-case' })).rejects.toThrow('no-such-case');
    expect((await desk.get<ParcelView>(`/api/parcels/${parcelId}`)).steps).toHaveLength(2);
    const known = await step(parcelId, 'assigned', { caseId });
    expect(known).toMatchObject({ state: 'opened', caseId, patientName: 'Okafor, Mara' });
    expect(known.next[0]).toBe('read');
  });

  it('is found by a number with a slip in it neither, and the slip is told', async () => {
    await expect(desk.get('/api/parcels/P1111-11112')).rejects.toThrow('parcels.mistyped');
    await expect(desk.get('/api/parcels/P1111-11116')).rejects.toThrow('parcels.');
  });
});

describe('a station', () => {
  let token: string;
  const ask = (path: string, body: unknown) =>
    fetch(`${service.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const study = (name: string, birthDate: string) => ({ patient: { name, id: '', birthDate, sex: 'F' } });
  beforeAll(async () => {
    ({ token } = await service.rooms.accounts.makeMachine({ name: 'Reception', madeBy: 'Ana Lopes' }));
  });

  it('learns before it sends whose the studies are, and not who the patient is', async () => {
    const studies = [study('OKAFOR^MARA', '1992-05-14'), study('STONE^ADA', '1980-01-01'), study('OKAFOR^MARA', '')];
    const answer = await ask(`/api/cases/${caseId}/disc-check`, { studies });
    const text = await answer.text();
    expect((JSON.parse(text) as DiscCheck).studies.map(({ verdict }) => verdict)).toEqual([
      'match',
      'other-patient',
      'doubt',
    ]);
    expect((JSON.parse(text) as DiscCheck).studies[1]?.because.every((said) => said.includes(' '))).toBe(true);
    expect(text).not.toMatch(/okafor|1992/i);
  });

  it('is told before it sends that a parcel is another case’s', async () => {
    const { parcelId } = await announce();
    const other = await openCase(desk);
    const fits = await ask(`/api/cases/${caseId}/disc-check`, { studies: [], parcelId });
    expect(fits.status).toBe(200);
    const wrong = await ask(`/api/cases/${other}/disc-check`, { studies: [], parcelId });
    expect([wrong.status, await wrong.json()]).toEqual([422, expect.objectContaining({ code: 'parcels.other-case' })]);
  });

  it('notes what it read, and that it opened the parcel where nobody had', async () => {
    const { parcelId } = await announce();
    await step(parcelId, 'received');
    const importId = await anImport();
    const answer = await ask(`/api/cases/${caseId}/parcels/${parcelId}/read`, { importId });
    expect(((await answer.json()) as PatientParcel).state).toBe('read');
    const { steps } = await desk.get<ParcelView>(`/api/parcels/${parcelId}`);
    expect(steps.slice(2)).toMatchObject([
      { type: 'opened', by: 'Reception (token made by Ana Lopes)' },
      { type: 'read', importId },
    ]);
    const foreign = await ask(`/api/cases/${caseId}/parcels/${parcelId}/read`, { importId: 'not-ours' });
    expect(foreign.status).toBe(404);
  });
});

it('keeps every step: the database itself refuses to change or remove one', async () => {
  const { pool } = service.ground.db;
  await expect(pool.query(`update parcels_steps set note = 'x'`)).rejects.toThrow('never changed');
  await expect(pool.query('delete from parcels_steps')).rejects.toThrow('never changed');
});

describe('the sheets of a parcel', () => {
  it('are printed by the patient for her own case, and by the desk', async () => {
    const { parcelId } = await announce();
    const pdfOf = async (by: Caller, path: string) => {
      const answer = await by.fetch(path);
      return [
        answer.status,
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ];
    };
    const own = `/api/cases/${caseId}/parcels/${parcelId}/cover-sheet.pdf?paper=a4`;
    expect(await pdfOf(patient, own)).toEqual([200, '%PDF-']);
    expect(await pdfOf(desk, `/api/parcels/${parcelId}/cover-sheet.pdf`)).toEqual([200, '%PDF-']);
    expect(await pdfOf(desk, `/api/parcels/${parcelId}/return-label.pdf`)).toEqual([200, '%PDF-']);
    const other = await openCase(patient);
    expect((await pdfOf(patient, own.replace(caseId, other)))[0]).toBe(404);
  });
});

it('forgets what was said of the parcels of a case that is erased, and goes on with the disc', async () => {
  const erased = await openCase(desk);
  const { parcelId } = await desk.post<PatientParcel>(`/api/cases/${erased}/parcels`, SAID);
  await step(parcelId, 'received');
  const { version, number } = await desk.get<{ version: number; number: string }>(`/api/cases/${erased}`);
  await desk.post(`/api/cases/${erased}/commands`, {
    expectedVersion: version,
    command: { type: 'cancelCase', reason: 'Asked for.' },
  });
  const ground = { confirm: number, ground: 'request', reason: 'Asked for.', expectedVersion: version + 1 };
  await desk.post(`/api/cases/${erased}/erasure`, ground);
  const left = await step(parcelId, 'returned');
  expect(left).toMatchObject({ state: 'returned', contents: '', trackingNumber: '', returnTo: '' });
});
