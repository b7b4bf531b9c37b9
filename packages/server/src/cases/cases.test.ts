import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms } from '../../../../testing/rooms/rooms.ts';
import { COORDINATOR, PATIENT, PEOPLE, TOLD, walk } from '../../../../testing/rooms/walk.ts';
import type { CaseListener } from './cases.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.stop());

const OPEN = { patient: TOLD.patient, contact: TOLD.contact, place: TOLD.place };

describe('the record of a case', () => {
  it('takes twenty commands at once, and has exactly the accepted ones in one whole chain', async () => {
    const before = await walk(rooms, 'opened');
    const ask = { type: 'askQuestion', ...TOLD.question } as const;
    const sent = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        rooms.cases.execute(
          PATIENT,
          before.id,
          i % 2 === 0 ? ask : { type: 'giveHistory', ...TOLD.history, course: `Course ${i}.` },
          { expectedVersion: before.version + (i % 4) },
        ),
      ),
    );
    const accepted = sent.filter(({ status }) => status === 'fulfilled').length;
    const { events, intact } = await rooms.cases.record(before.id);
    expect(accepted).toBeGreaterThan(0);
    expect(events.map(({ version }) => version)).toEqual(events.map((_, i) => i + 1));
    expect(events.length - before.version).toBe(accepted);
    expect(intact).toBe(true);
    const codes = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(['stale']));
  });

  it('lets one of two openings through', async () => {
    const caseId = randomUUID();
    const open = () =>
      rooms.db.transaction(async (tx) => {
        const number = await rooms.cases.nextNumber(tx);
        const command = { type: 'openCase', caseId, number, ...OPEN, patientPersonId: PATIENT.personId } as const;
        await rooms.cases.execute(PATIENT, caseId, command, { tx });
      });
    const sent = await Promise.allSettled([open(), open(), open()]);
    const refused = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['case-exists', 'case-exists']);
    expect((await rooms.cases.record(caseId)).intact).toBe(true);
  });

  it('cannot be changed, removed or emptied by the service', async () => {
    const { id } = await walk(rooms, 'opened');
    for (const sql of [
      `update cases_events set data = '{}' where case_id = '${id}'`,
      `delete from cases_events where case_id = '${id}'`,
      'truncate cases_events',
    ]) {
      await expect(rooms.db.pool.query(sql)).rejects.toThrow('never changed');
    }
  });

  it.each([
    [
      'a changed word',
      `update cases_events set data = jsonb_set(data, '{place}', '"US-NY"') where case_id = $1 and version = 1`,
    ],
    [
      'another author',
      `update cases_events set actor = jsonb_set(actor, '{name}', '"Nobody"') where case_id = $1 and version = 2`,
    ],
    ['another time', `update cases_events set at = at - interval '1 day' where case_id = $1 and version = 2`],
    [
      'a missing last entry',
      'delete from cases_events where case_id = $1 and version = (select max(version) from cases_events where case_id = $1)',
    ],
    ['a missing entry', 'delete from cases_events where case_id = $1 and version = 2'],
    ['entries in another order', 'update cases_events set version = 1000 - version where case_id = $1'],
  ])('is told apart from one with %s', async (_, sql) => {
    const { id } = await walk(rooms, 'asked');
    expect((await rooms.cases.record(id)).intact).toBe(true);
    await rooms.db.transaction(async ({ client }) => {
      // Somebody who owns the database can switch the trigger off; the chain tells it all the same.
      await client.query('set local session_replication_role = replica');
      await client.query(sql, [id]);
    });
    expect((await rooms.cases.record(id)).intact).toBe(false);
  });

  it('gives the same state when it is folded again', async () => {
    const { evolve } = await import('@overread/rules/case/evolve.ts');
    const state = await walk(rooms, 'signed');
    const { events } = await rooms.cases.record(state.id);
    const folded = events.reduce<typeof state | null>((at, { hash: _, ...event }) => evolve(at, event as never), null);
    expect(folded).toEqual(await rooms.cases.load(state.id));
  });

  it('never lets time run backwards', async () => {
    const { id } = await walk(rooms, 'opened');
    const at = new Date('2020-01-01T00:00:00Z');
    await rooms.cases.execute(PATIENT, id, { type: 'askQuestion', ...TOLD.question }, { at });
    const { events } = await rooms.cases.record(id);
    expect(Date.parse(events[1]?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(events[0]?.at ?? ''));
  });
});

describe('one transaction', () => {
  it('stores nothing at all when a listener fails', async () => {
    const before = await walk(rooms, 'opened');
    let failing = true;
    const listener: CaseListener = async (tx) => {
      if (!failing) return;
      await rooms.jobs.send(tx, 'test.never', {});
      throw new Error('A room cannot enqueue.');
    };
    rooms.cases.onEvents(listener);
    const ask = { type: 'askQuestion', ...TOLD.question } as const;
    await expect(rooms.cases.execute(PATIENT, before.id, ask)).rejects.toThrow('cannot enqueue');
    failing = false;
    expect(await rooms.cases.load(before.id)).toEqual(before);
    expect((await rooms.cases.record(before.id)).events).toHaveLength(before.version);
    const jobs = await rooms.db.pool.query(`select 1 from jobs.job where name = 'test.never'`);
    expect(jobs.rowCount).toBe(0);
  });

  it('gives a number back that was not used', async () => {
    const first = await walk(rooms, 'opened');
    await expect(
      rooms.db.transaction(async (tx) => {
        await rooms.cases.nextNumber(tx);
        throw new Error('No case after all.');
      }),
    ).rejects.toThrow();
    const second = await walk(rooms, 'opened');
    expect(Number(second.number.slice(5))).toBe(Number(first.number.slice(5)) + 1);
  });
});

describe('over HTTP', () => {
  it('opens a case for the patient who asks, and shows it on her list', async () => {
    const opened = await rooms.ask(PEOPLE.okafor, 'POST /cases', OPEN);
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({ as: 'patient', patient: TOLD.patient, version: 1 });
    expect(opened.body.number).toMatch(/^\d{4}-\d{4}$/);
    const list = await rooms.ask(PEOPLE.okafor, 'GET /cases');
    expect(list.body.map((row: { id: string }) => row.id)).toContain(opened.body.id);
    const other = await rooms.ask(PEOPLE.rivera, 'GET /cases');
    expect(other.body.map((row: { id: string }) => row.id)).not.toContain(opened.body.id);
    expect((await rooms.ask(PEOPLE.rivera, `GET /cases/${opened.body.id}`)).status).toBe(404);
    expect((await rooms.ask(null, `GET /cases/${opened.body.id}`)).status).toBe(401);
    expect((await rooms.ask(PEOPLE.solheim, 'POST /cases', OPEN)).status).toBe(403);
  });

  it('opens a case for a patient on the telephone, who then has an account of her own', async () => {
    const contact = { email: 'New.Patient@mail.example', phone: '' };
    const opened = await rooms.ask(PEOPLE.keller, 'POST /cases', { ...OPEN, contact });
    expect(opened.status).toBe(201);
    const person = await rooms.accounts.personByEmail('new.patient@mail.example');
    expect(person?.roles).toContain('patient');
    expect((await rooms.cases.load(opened.body.id))?.patientPersonId).toBe(person?.personId);
    expect((await rooms.ask({ personId: person?.personId ?? '' }, `GET /cases/${opened.body.id}`)).status).toBe(200);
  });

  it('takes a command with the version that was seen, and refuses an old one with both numbers', async () => {
    const { id, version } = await walk(rooms, 'opened');
    const command = { type: 'askQuestion', ...TOLD.question };
    const done = await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/commands`, { expectedVersion: version, command });
    expect(done.status).toBe(200);
    expect(done.body.version).toBeGreaterThan(version);
    const stale = await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/commands`, {
      expectedVersion: version,
      command,
    });
    expect(stale.status).toBe(409);
    expect(stale.body.refusal).toMatchObject({ code: 'stale', expectedVersion: version });
    expect(stale.body.message).toMatch(/Open it again/);
  });

  it('names the field that does not fit, in words', async () => {
    const { id, version } = await walk(rooms, 'opened');
    const send = (command: unknown) =>
      rooms.ask(PEOPLE.okafor, `POST /cases/${id}/commands`, { expectedVersion: version, command });
    const region = await send({ type: 'askQuestion', ...TOLD.question, region: 'toe' });
    expect([region.status, region.body.code]).toEqual([422, 'field-wrong']);
    expect(region.body.message).toMatch(/the part of the body.*“toe”/);
    const missing = await send({ type: 'giveConsent', consentVersion: '1', language: 'en', relation: 'self' });
    expect(missing.body.message).toMatch(/the name of the person who signs/);
    const long = await send({ type: 'giveHistory', ...TOLD.history, course: 'x'.repeat(20_001) });
    expect(long.body.message).toMatch(/the course of the illness.*…/);
    const zero = await send({ type: 'giveHistory', ...TOLD.history, course: 'a\u0000b' });
    expect([zero.status, zero.body.code]).toEqual([422, 'field-wrong']);
    const half = await send({ type: 'giveHistory', ...TOLD.history, course: 'a\ud800' });
    expect(half.status).toBe(422);
    const born = await rooms.ask(PEOPLE.okafor, 'POST /cases', {
      ...OPEN,
      patient: { ...OPEN.patient, birthDate: '14.05.1992' },
    });
    expect(born.body.message).toMatch(/the date of birth/);
  });

  it.each([
    'openCase',
    'offerCase',
    'receiveImages',
    'receiveReport',
    'sendOutside',
    'receiveOutsideReport',
    'deliverResult',
    'noteParcel',
    'toString',
    '',
  ])('takes no command %s from anybody', async (type) => {
    const { id, version } = await walk(rooms, 'opened');
    const body = { expectedVersion: version, command: { type } };
    const sent = await rooms.ask(PEOPLE.keller, `POST /cases/${id}/commands`, body);
    expect(sent.status).toBe(422);
    expect((await rooms.cases.load(id))?.version).toBe(version);
    expect((await rooms.ask(null, `POST /cases/${id}/commands`, body)).status).toBe(401);
  });

  it('makes an account for a named referrer, and trusts no id that was sent along', async () => {
    const { id, version } = await walk(rooms, 'opened');
    const command = {
      type: 'nameReferrer',
      personId: PEOPLE.rivera.personId,
      name: 'Dr. New',
      email: 'dr.new@practice.example',
    };
    await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/commands`, { expectedVersion: version, command });
    const person = await rooms.accounts.personByEmail('dr.new@practice.example');
    expect((await rooms.cases.load(id))?.referrer).toMatchObject({ personId: person?.personId, name: 'Dr. New' });
    expect((await rooms.ask(PEOPLE.rivera, `GET /cases/${id}`)).status).toBe(404);
    expect((await rooms.ask({ personId: person?.personId ?? '' }, `GET /cases/${id}`)).status).toBe(200);
  });

  it('shows the record as sentences with their hashes', async () => {
    const { id } = await walk(rooms, 'asked');
    const { body } = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/record`);
    expect(body.intact).toBe(true);
    expect(body.events.length).toBeGreaterThan(3);
    for (const event of body.events) {
      expect(event.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(event.say).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('lists open cases first, and all of them for the coordinator', async () => {
    const open = await walk(rooms, 'opened');
    const over = await walk(rooms, 'opened');
    await rooms.cases.execute(COORDINATOR, over.id, { type: 'cancelCase', reason: 'A test.' });
    const { body } = await rooms.ask(PEOPLE.keller, 'GET /cases');
    const at = (id: string) => body.findIndex((row: { id: string }) => row.id === id);
    expect(at(open.id)).toBeGreaterThanOrEqual(0);
    expect(at(over.id)).toBeGreaterThan(at(open.id));
  });
});
