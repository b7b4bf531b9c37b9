import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms } from '../../../../testing/rooms/rooms.ts';
import { PEOPLE, walk } from '../../../../testing/rooms/walk.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.stop());

const ANSWERS = {
  reasons: ['ambiguous-report'],
  proposedTreatment: '',
  readBySubspecialist: false,
  aboutImages: true,
  region: 'lumbar-spine',
  side: 'none',
  doubts: ['cannot exclude'],
  facility: 'Harbour Imaging',
  studyDate: '2026-10-28',
  signsDenied: ['stroke'],
  answeredAt: '2026-11-26T02:00:00.000Z',
};
const raw = { 'content-type': 'text/plain', 'x-file-name': 'report.txt' };

describe('the guided start', () => {
  it('keeps a stranger’s answers sealed, and gives them to who has signed in and holds the token', async () => {
    const { status, body } = await rooms.ask(null, 'POST /asks', ANSWERS);
    expect([status, body.token.length]).toEqual([201, 32]);
    expect((await rooms.ask(null, 'POST /asks/open', { token: body.token })).status).toBe(401);
    expect((await rooms.ask(PEOPLE.okafor, 'POST /asks/open', { token: body.token })).body).toEqual(ANSWERS);
    expect((await rooms.ask(PEOPLE.okafor, 'POST /asks/open', { token: 'x'.repeat(32) })).status).toBe(404);
    const { rows } = await rooms.db.pool.query('select * from asking_starts');
    expect(JSON.stringify(rows)).not.toMatch(/Harbour|lumbar/);
  });

  it('puts a stop on record, nameless', async () => {
    const { body } = await rooms.ask(null, 'POST /asks/stop', { yes: ['cauda-equina', 'stroke'] });
    expect(body).toEqual({ haste: 'ambulance' });
    const { rows } = await rooms.db.pool.query('select flags from asking_stops');
    expect(rows).toEqual([{ flags: ['cauda-equina', 'stroke'] }]);
    expect((await rooms.ask(null, 'POST /asks/stop', { yes: [] })).status).toBe(422);
  });

  it('reads a pasted report and keeps nothing of it', async () => {
    const text =
      'Facility: Harbour Imaging\nMRI LUMBAR SPINE\nDate of exam: 10/28/2026\nL4-L5: indeterminate signal, infection cannot be excluded.\n';
    const { status, body } = await rooms.ask(null, 'POST /asks/report', Buffer.from(text), raw);
    expect(status).toBe(200);
    expect(body).toMatchObject({ region: 'lumbar-spine', facility: 'Harbour Imaging', date: '2026-10-28' });
    expect(body.doubts.map((doubt: { text: string }) => doubt.text)).toEqual(['indeterminate', 'cannot be excluded']);
    expect((await rooms.ask(null, 'POST /asks/report', Buffer.from('\u0000\u0001'), raw)).status).toBe(422);
  });
});

describe('what is typed and not sent', () => {
  it('is there on another device, for this person alone, until it is sent', async () => {
    const { id } = await walk(rooms, 'opened');
    const form = `history/${id}`;
    const read = (person: typeof PEOPLE.okafor) =>
      rooms.ask(person, `GET /me/kept?form=${encodeURIComponent(form)}`).then(({ body }) => body.values);
    expect(await read(PEOPLE.okafor)).toBeNull();
    await rooms.ask(PEOPLE.okafor, 'PUT /me/kept', { form, values: { course: 'Numb since May' } });
    expect(await read(PEOPLE.okafor)).toEqual({ course: 'Numb since May' });
    expect(await read(PEOPLE.keller)).toBeNull();
    await rooms.ask(PEOPLE.okafor, 'PUT /me/kept', { form, values: null });
    expect(await read(PEOPLE.okafor)).toBeNull();
    expect((await rooms.ask(null, `GET /me/kept?form=${encodeURIComponent(form)}`)).status).toBe(401);
  });
});

describe('papers beside the report', () => {
  const PDF = Buffer.from('%PDF-1.4\nA power of attorney.');

  it('are sealed, seen by patient and staff, and go with the case', async () => {
    const { id } = await walk(rooms, 'opened');
    const added = await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/papers?kind=proof`, PDF, {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('Vollmacht für Mara.pdf'),
    });
    expect([added.status, added.body.fileName, added.body.mediaType]).toEqual([
      201,
      'Vollmacht für Mara.pdf',
      'application/pdf',
    ]);
    const { paperId } = added.body;
    expect((await rooms.ask(PEOPLE.keller, `GET /cases/${id}/papers/${paperId}`)).bytes).toEqual(PDF);
    for (const person of [PEOPLE.solheim, PEOPLE.rivera])
      expect((await rooms.ask(person, `GET /cases/${id}/papers`)).status).toBeGreaterThan(400);
    expect(JSON.stringify((await rooms.cases.record(id)).events)).not.toContain('Vollmacht');
    const wrong = await rooms.ask(
      PEOPLE.okafor,
      `POST /cases/${id}/papers?kind=proof`,
      Buffer.from('MZ\u0000\u0001'),
      raw,
    );
    expect(wrong.status).toBe(422);
    await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/papers/${paperId}/remove`);
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/papers`)).body).toEqual([]);
    expect((await rooms.cases.load(id))?.papers).toEqual([]);
  });
});
