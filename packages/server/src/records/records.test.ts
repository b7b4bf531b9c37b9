import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readPdfText } from '@overread/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms } from '../../../../testing/rooms/rooms.ts';
import { PATIENT, PEOPLE, walk } from '../../../../testing/rooms/walk.ts';
import { createHttpCarrier } from '../platform/carrier.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.stop());

const wordsOf = async (bytes: Buffer) => (await readPdfText(bytes)).text.replace(/\s+/g, ' ');

/** A case with one request for everything, written today. */
async function asked(over: { fax?: string; sentOn?: string } = {}) {
  const { id } = await walk(rooms, 'asked');
  await rooms.cases.execute(PATIENT, id, {
    type: 'requestRecords',
    requestId: 'r1',
    facility: { name: 'Harbour Imaging', address: '1 Pier Road', phone: '', fax: over.fax ?? '' },
    wants: ['images', 'report'],
    studyDate: '2026-08-28',
    studyDescription: 'MRI brain',
    missing: '',
    law: 'us-hipaa',
    sentOn: over.sentOn ?? new Date().toISOString().slice(0, 10),
  });
  return id;
}

const LINE = [
  [
    [10, 200],
    [400, 40],
    [800, 220],
  ],
];

describe('the letters of a records request', () => {
  it('ask in the patient’s name, signed on screen, and bear the day they leave', async () => {
    const id = await asked();
    const path = `/cases/${id}/requests/r1`;
    const letter = await rooms.ask(PEOPLE.okafor, `GET ${path}/letter.pdf`);
    expect([letter.status, letter.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = await wordsOf(letter.bytes);
    for (const part of ['Harbour Imaging', 'Mara Okafor', '164.524', 'Signature, date']) expect(text).toContain(part);
    const signed = await rooms.ask(PEOPLE.okafor, `POST ${path}/signature`, {
      signerName: 'Mara Okafor',
      strokes: LINE,
    });
    expect(signed.body.requests[0].signed).toMatchObject({ signerName: 'Mara Okafor' });
    expect(JSON.stringify((await rooms.cases.record(id)).events)).not.toContain('[400,40]');
    expect(await wordsOf((await rooms.ask(PEOPLE.okafor, `GET ${path}/letter.pdf`)).bytes)).toContain(
      'Signed on screen',
    );
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/requests/r2/letter.pdf`)).status).toBe(404);
    expect((await rooms.ask(PEOPLE.rivera, `GET ${path}/letter.pdf`)).status).toBe(404);
  });

  it('go on with a second letter and a complaint, each naming its ground and its days', async () => {
    const id = await asked({ sentOn: '2026-09-01' });
    const path = `/cases/${id}/requests/r1/letter.pdf`;
    const second = await wordsOf((await rooms.ask(PEOPLE.okafor, `GET ${path}?kind=second`)).bytes);
    for (const part of ['1 September 2026', '1 October 2026', '164.524(d)', '160.306']) expect(second).toContain(part);
    const complaint = await wordsOf((await rooms.ask(PEOPLE.okafor, `GET ${path}?kind=complaint`)).bytes);
    for (const part of [
      'Office for Civil Rights',
      'Harbour Imaging',
      '180 days',
      'Still missing',
      'the images and the report',
    ])
      expect(complaint).toContain(part);
  });

  it('leave by fax once, and the record says so', async () => {
    const id = await asked({ fax: '+1 555 0100' });
    const path = `/cases/${id}/requests/r1/send`;
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/carrying`)).body).toEqual({ ways: ['fax'] });
    const sent = await rooms.ask(PEOPLE.okafor, `POST ${path}`, { kind: 'first', way: 'fax' });
    expect(sent.body.requests[0].steps[0]).toMatchObject({ step: 'sent', way: 'fax', reference: 'C-1' });
    expect(rooms.carrier.taken[0]).toMatchObject({ kind: 'fax', to: '+1 555 0100' });
    expect((await rooms.ask(PEOPLE.okafor, `POST ${path}`, { kind: 'first', way: 'mail' })).status).toBe(422);
  });
});

describe('a facility’s own link', () => {
  const bearer = (code: string) => ({ authorization: `Bearer ovf_${code}` });
  const REPORT = Buffer.from(
    'MRI BRAIN\nFINDINGS: No acute infarct. No mass.\nIMPRESSION: Normal examination of the brain.\n',
  );

  it('brings the report sealed into its case without an account, until it is withdrawn', async () => {
    const id = await asked();
    const made = await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/facility-links`, { requestId: 'r1' });
    const { code, linkId, url } = made.body;
    expect([made.status, url]).toEqual([201, 'http://overread.test/facility']);
    const letter = await wordsOf((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/requests/r1/letter.pdf`)).bytes);
    expect(letter).toContain(code);
    const kept = JSON.stringify((await rooms.cases.record(id)).events);
    expect(kept).not.toContain(code);

    const door = await rooms.ask(null, 'POST /facility/open', { code: code.toLowerCase().replaceAll('-', ' ') });
    expect(door.body).toMatchObject({
      caseId: id,
      facility: 'Harbour Imaging',
      initials: 'M.\u00a0O.',
      missing: ['images', 'report'],
    });
    expect(JSON.stringify(door.body)).not.toMatch(/Okafor|Mara/);
    const type = { 'content-type': 'text/plain', 'x-file-name': 'report.txt' };
    const brought = await rooms.ask(null, `POST /cases/${id}/report`, REPORT, { ...type, ...bearer(code) });
    expect(brought.status).toBe(201);
    const state = await rooms.cases.load(id);
    expect([state?.materials.report, state?.requests[0]?.received]).toEqual(['received', ['report']]);
    const { events } = await rooms.cases.record(id);
    expect(events.find((event) => event.type === 'reportReceived')?.actor.name).toBe('Harbour Imaging');

    for (const path of [
      `GET /cases/${id}`,
      `GET /cases/${id}/report`,
      `GET /cases/${id}/requests/r1/letter.pdf`,
    ] as const)
      expect((await rooms.ask(null, path, undefined, bearer(code))).status).toBeGreaterThan(400);
    const other = await asked();
    expect((await rooms.ask(null, `POST /cases/${other}/report`, REPORT, { ...type, ...bearer(code) })).status).toBe(
      404,
    );

    await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/facility-links/${linkId}/withdraw`);
    expect((await rooms.ask(null, 'POST /facility/open', { code })).status).toBe(404);
    expect((await rooms.ask(null, `POST /cases/${id}/report`, REPORT, { ...type, ...bearer(code) })).status).toBe(401);
  });

  it('is one for each letter: a new one ends the one before', async () => {
    const id = await asked();
    const make = () => rooms.ask(PEOPLE.okafor, `POST /cases/${id}/facility-links`, { requestId: 'r1' });
    const [first, second] = [(await make()).body.code, (await make()).body.code];
    expect((await rooms.ask(null, 'POST /facility/open', { code: first })).status).toBe(404);
    expect((await rooms.ask(null, 'POST /facility/open', { code: second })).status).toBe(200);
    expect((await rooms.ask(PEOPLE.rivera, `POST /cases/${id}/facility-links`, { requestId: 'r1' })).status).toBe(404);
  });
});

it('hands a consignment to a gateway over HTTP, with a key that makes a second one harmless', async () => {
  const got: { body: string; key: unknown; auth: unknown }[] = [];
  const server = createServer(async (request, answer) => {
    let body = '';
    for await (const part of request) body += part;
    got.push({ body, key: request.headers['idempotency-key'], auth: request.headers.authorization });
    answer.writeHead(got.length > 1 ? 503 : 200, { 'content-type': 'application/json' }).end('{"reference":"F-7"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const carrier = createHttpCarrier({ url, token: 't', kinds: ['fax'] });
  const fax = { kind: 'fax', to: '+1', fileName: 'a.pdf', pdf: Buffer.from('pdf'), key: 'k' } as const;
  expect(await carrier.send(fax)).toEqual({ reference: 'F-7' });
  expect(JSON.parse(got[0]?.body ?? '')).toEqual({ kind: 'fax', to: '+1', fileName: 'a.pdf', key: 'k', pdf: 'cGRm' });
  expect([got[0]?.key, got[0]?.auth]).toEqual(['k', 'Bearer t']);
  await expect(carrier.send(fax)).rejects.toThrow('503');
  await new Promise((resolve) => server.close(resolve));
});
