import { createHash } from 'node:crypto';
import { readPdfText } from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms, until } from '../../../../testing/rooms/rooms.ts';
import { COORDINATOR, PATIENT, PEOPLE, READER, STUDY_UID, TOLD, walk } from '../../../../testing/rooms/walk.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
  for (const [i, bytes] of [Buffer.from('image one'), Buffer.from('image two')].entries()) {
    const mark = TOLD.second.marks[0];
    const uid = i === 0 && mark !== undefined ? mark.sopInstanceUid : `1.2.3.${i}`;
    const header = {
      studyDate: '2026-10-28',
      seriesNumber: 3,
      seriesDescription: 'AX T1 POST GD',
      instanceNumber: i + 1,
    };
    rooms.images.set(uid, {
      studyInstanceUid: STUDY_UID,
      seriesInstanceUid: '1.2.3',
      sopInstanceUid: uid,
      header: header as never,
      bytes,
    });
  }
});
afterAll(() => rooms.stop());

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const words = async (bytes: Buffer) => (await readPdfText(bytes)).text.replace(/\s+/g, ' ');

async function delivered(id: string): Promise<CaseState> {
  return until(async () => {
    const state = await rooms.cases.load(id);
    return state !== null && state.delivery.deliveredAt !== null ? state : null;
  });
}

describe('a signed report before any worker runs', () => {
  it('stays here when consent is taken back, and the job ends', async () => {
    const { id } = await walk(rooms, 'signed');
    await rooms.cases.execute(PATIENT, id, { type: 'withdrawConsent', reason: 'I have changed my mind.' });
    await expect(rooms.delivery.deliver(id)).rejects.toMatchObject({ code: 'not-yet' });
    await rooms.delivery.work();
    await rooms.handlers.get('delivery.make')?.({ caseId: id });
    expect((await rooms.cases.load(id))?.delivery.deliveredAt).toBeNull();
    const left: string[] = [];
    for await (const key of rooms.blobs.list(`cases/${id}/documents/`)) left.push(key);
    expect(left).toEqual([]);
  });
});

describe('a signed report', () => {
  beforeAll(() => rooms.delivery.work());

  it('is made into a document and delivered by the worker', async () => {
    const { id } = await walk(rooms, 'signed');
    const state = await delivered(id);
    const pdf = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/report.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(sha256(pdf.bytes)).toBe(state.delivery.documentSha256);
    const text = await words(pdf.bytes);
    expect(text).toContain('One enhancing lesion beside non-enhancing ones');
    expect(text).toContain('AX T1 POST GD, image 1');
    expect(text).toContain('Scattered nonspecific white matter changes');
    const letter = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/result.pdf`);
    expect(await words(letter.bytes)).toContain('Neither report is proven right');
    expect((await rooms.ask(PEOPLE.lindqvist, `GET /cases/${id}/report.pdf`)).bytes.equals(pdf.bytes)).toBe(true);
    expect((await rooms.ask(PEOPLE.rivera, `GET /cases/${id}/report.pdf`)).status).toBe(404);
  });

  it('leaves as FHIR and as HL7 for whoever may have the PDF, and says the same', async () => {
    const { id } = await walk(rooms, 'compared');
    expect((await rooms.ask(PEOPLE.keller, `GET /cases/${id}/opinion.fhir.json`)).status).toBe(422);
    await rooms.cases.execute(READER, id, { type: 'signReport', statement: 'I have read these images.' });
    const state = await delivered(id);
    const pdf = await rooms.delivery.opinion(state);
    const fhir = await rooms.ask(PEOPLE.lindqvist, `GET /cases/${id}/opinion.fhir.json`);
    expect(fhir.headers['content-type']).toMatch('application/fhir+json');
    type Entry = { resource: { resourceType: string; presentedForm?: { data: string }[] } };
    const entries: Entry[] = JSON.parse(fhir.bytes.toString()).entry;
    const report = entries.map(({ resource }) => resource).find((each) => each.resourceType === 'DiagnosticReport');
    expect(Buffer.from(report?.presentedForm?.[0]?.data ?? '', 'base64').equals(pdf)).toBe(true);
    expect(fhir.bytes.toString()).toContain(`urn:oid:${state.studies[0]?.studyInstanceUid}`);

    const oru = (await rooms.ask(PEOPLE.keller, `GET /cases/${id}/opinion.hl7?facility=Harbour|1`)).bytes.toString();
    expect(oru).toMatch(/^MSH\|\^~\\&\|Overread\|[^|]+\|\|Harbour\\F\\1\|\d{14}\+0000\|\|ORU\^R01/);
    expect(oru).toContain(pdf.toString('base64'));
    const mdm = (await rooms.ask(PEOPLE.keller, `GET /cases/${id}/opinion.hl7?type=MDM`)).bytes.toString();
    expect(mdm).toContain('MDM^T02');
    expect((await rooms.ask(PEOPLE.keller, `GET /cases/${id}/opinion.hl7?type=ADT`)).status).toBe(422);
    expect((await rooms.ask(PEOPLE.rivera, `GET /cases/${id}/opinion.hl7`)).status).toBe(404);
  });

  it('is delivered once, however often the job runs', async () => {
    const { id } = await walk(rooms, 'signed');
    await delivered(id);
    const make = rooms.handlers.get('delivery.make');
    await Promise.all([make?.({ caseId: id }), make?.({ caseId: id }), rooms.delivery.deliver(id)]);
    const { events } = await rooms.cases.record(id);
    expect(events.filter(({ type }) => type === 'resultDelivered')).toHaveLength(1);
    const files = await rooms.db.pool.query('select * from delivery_files where case_id = $1', [id]);
    expect(files.rowCount).toBe(1);
  });

  it('is delivered once by workers that start at the same moment', async () => {
    const { id } = await walk(rooms, 'compared');
    // Signed while the queue's own worker is not told: the job is sent, and both of ours are faster or slower than it.
    await rooms.cases.execute(READER, id, { type: 'signReport', statement: 'I have read these images.' });
    await Promise.all([rooms.delivery.deliver(id), rooms.delivery.deliver(id), rooms.delivery.deliver(id)]);
    const { events } = await rooms.cases.record(id);
    expect(events.filter(({ type }) => type === 'resultDelivered')).toHaveLength(1);
  });

  it('is delivered once more with an addendum, and the first document stays', async () => {
    const { id } = await walk(rooms, 'signed');
    const first = await delivered(id);
    const before = await rooms.delivery.opinion(first);
    const text = 'The lesion in the left frontal lobe measures 8 mm.';
    await rooms.cases.execute(READER, id, { type: 'addAddendum', addendumId: 'a1', text });
    const second = await until(async () => {
      const state = await rooms.cases.load(id);
      return state?.delivery.documentSha256 !== first.delivery.documentSha256 ? state : null;
    });
    expect(await words(await rooms.delivery.opinion(second))).toContain(text);
    expect((await rooms.delivery.opinion(first)).equals(before)).toBe(true);
  });

  it('is not shown before it is delivered, and lies sealed', async () => {
    const { id } = await walk(rooms, 'compared');
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/report.pdf`)).status).toBe(422);
    await rooms.cases.execute(READER, id, { type: 'signReport', statement: 'I have read these images.' });
    const state = await delivered(id);
    const sealed = await rooms.blobs.read(`cases/${id}/documents/${state.delivery.documentSha256}`);
    expect(sealed.includes('%PDF')).toBe(false);
  });
});

describe('a packet for a service outside', () => {
  it('holds letters, both documents and images, and its hash is that of the record', async () => {
    const { id, version } = await walk(rooms, 'gathered');
    const body = { service: 'Far Away Readings', expectedVersion: version };
    expect((await rooms.ask(PEOPLE.keller, `GET /cases/${id}/packet.zip`)).body.code).toBe('no-packet');
    const sent = await rooms.ask(PEOPLE.keller, `POST /cases/${id}/packet`, body);
    expect(sent.status).toBe(200);
    expect(sent.body.outside).toMatchObject({ service: 'Far Away Readings' });
    const zip = await rooms.ask(PEOPLE.keller, `GET /cases/${id}/packet.zip`);
    expect(sha256(zip.bytes)).toBe(sent.body.outside.packetSha256);
    expect(Number(zip.headers['content-length'])).toBe(zip.bytes.length);
    for (const name of [
      'README.txt',
      'COVER_LETTER.pdf',
      'CASE_SUMMARY.pdf',
      'ORIGINAL_REPORT.txt',
      'DICOM/ST01/SE0001/IM000001',
      'DICOM/ST01/SE0001/IM000002',
    ]) {
      expect(zip.bytes.includes(name)).toBe(true);
    }
    const sealed = await rooms.blobs.read(`cases/${id}/documents/${sent.body.outside.packetSha256}`);
    expect(sealed.includes('COVER_LETTER')).toBe(false);
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/packet.zip`)).status).toBe(403);

    const again = await rooms.ask(PEOPLE.keller, `POST /cases/${id}/packet`, {
      ...body,
      expectedVersion: version + 1,
    });
    expect(again.status).toBeGreaterThanOrEqual(409);
    expect(await rooms.blobs.size(`cases/${id}/documents/${sent.body.outside.packetSha256}`)).toBeGreaterThan(0);
  });

  it('names what is missing, and leaves nothing behind when it is refused', async () => {
    const { id, version } = await walk(rooms, 'asked');
    const nameless = await rooms.ask(PEOPLE.keller, `POST /cases/${id}/packet`, { expectedVersion: version });
    expect(nameless.body.message).toMatch(/the outside service/);
    const body = { service: 'Far Away Readings', expectedVersion: version };
    expect((await rooms.ask(PEOPLE.keller, `POST /cases/${id}/packet`, body)).status).toBe(422);
    const left: string[] = [];
    for await (const key of rooms.blobs.list(`cases/${id}/`)) left.push(key);
    expect(left).toEqual([]);
  });

  it('is answered by a report that takes the second one’s place, and goes on to the result', async () => {
    const { id, version } = await walk(rooms, 'gathered');
    const body = { service: 'Far Away Readings', expectedVersion: version };
    await rooms.ask(PEOPLE.keller, `POST /cases/${id}/packet`, body);
    const report = Buffer.from('FINDINGS:\nEight lesions, one enhances.\n\nIMPRESSION:\nTypical for demyelination.');
    const came = await rooms.ask(PEOPLE.keller, `POST /cases/${id}/outside-report`, report, {
      'content-type': 'text/plain',
      'x-file-name': 'far-away.txt',
    });
    expect(came.status).toBe(200);
    expect(came.body.second.final).toMatchObject({ impression: 'Typical for demyelination.' });
    const proposal = await rooms.ask(PEOPLE.keller, `GET /cases/${id}/comparison/proposal`);
    expect(proposal.status).toBe(200);
    await rooms.cases.execute(COORDINATOR, id, { type: 'compareReports', comparison: TOLD.comparison });
    await rooms.cases.execute(COORDINATOR, id, { type: 'signReport', statement: 'Received and compared.' });
    const state = await delivered(id);
    expect(await words(await rooms.delivery.opinion(state))).toContain('Far Away Readings');
  });
});
