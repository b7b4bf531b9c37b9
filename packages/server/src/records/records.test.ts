import { readPdfText } from '@overread/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms } from '../../../../testing/rooms/rooms.ts';
import { PATIENT, PEOPLE, walk } from '../../../../testing/rooms/walk.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.stop());

describe('the letter of a records request', () => {
  it('asks in the patient’s name and bears the day it leaves', async () => {
    const { id } = await walk(rooms, 'asked');
    const sentOn = new Date().toISOString().slice(0, 10);
    await rooms.cases.execute(PATIENT, id, {
      type: 'requestRecords',
      requestId: 'r1',
      facility: { name: 'Harbour Imaging', address: '1 Pier Road', phone: '', fax: '' },
      wants: ['images', 'report'],
      studyDate: '2026-10-28',
      studyDescription: 'MRI brain',
      missing: '',
      law: 'us-hipaa',
      sentOn,
    });
    const letter = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/requests/r1/letter.pdf`);
    expect([letter.status, letter.headers['content-type']]).toEqual([200, 'application/pdf']);
    const { text } = await readPdfText(letter.bytes);
    expect(text).toContain('Harbour Imaging');
    expect(text).toContain('Mara Okafor');
    expect(text).toContain('164.524');
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/requests/r2/letter.pdf`)).status).toBe(404);
    expect((await rooms.ask(PEOPLE.rivera, `GET /cases/${id}/requests/r1/letter.pdf`)).status).toBe(404);
  });
});
