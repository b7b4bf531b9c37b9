import { createHash } from 'node:crypto';
import { readPdfText } from '@overread/documents';
import { bytesSource, parseHeader, readIsoSync, readZipSync } from '@overread/imaging';
import type { CaseState } from '@overread/rules/case/state.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeInstance } from '../../../../testing/made-dicom.ts';
import { type Rooms, startRooms, until } from '../../../../testing/rooms/rooms.ts';
import { COORDINATOR, PATIENT, PEOPLE, READER, STUDY_UID, TOLD, walk } from '../../../../testing/rooms/walk.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
  for (const i of [0, 1]) {
    const mark = TOLD.second.marks[0];
    const uid = i === 0 && mark !== undefined ? mark.sopInstanceUid : `1.2.3.${i}`;
    const uids = { SOPInstanceUID: uid, StudyInstanceUID: STUDY_UID, SeriesInstanceUID: '1.2.3' };
    const bytes = Buffer.from(madeInstance({ ...uids, InstanceNumber: i + 1 }));
    const header = {
      ...parseHeader(bytes),
      studyDate: '2026-10-28',
      seriesNumber: 3,
      seriesDescription: 'AX T1 POST GD',
      instanceNumber: i + 1,
    };
    rooms.images.set(uid, {
      studyInstanceUid: STUDY_UID,
      seriesInstanceUid: '1.2.3',
      sopInstanceUid: uid,
      header,
      bytes,
      size: bytes.length,
      sha256: sha256(bytes),
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
    for (const folder of ['documents', 'packs']) {
      for await (const key of rooms.blobs.list(`cases/${id}/${folder}/`)) left.push(key);
    }
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

  it('leaves as FHIR, HL7 and DICOM for whoever may have the PDF, and says the same', async () => {
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
    for (const kind of ['pdf', 'sr']) {
      const object = await rooms.ask(PEOPLE.lindqvist, `GET /cases/${id}/opinion.dcm?kind=${kind}`);
      expect(object.headers['content-type']).toBe('application/dicom');
      expect(parseHeader(object.bytes).studyInstanceUid).toBe(state.studies[0]?.studyInstanceUid);
      expect(object.bytes.includes(pdf)).toBe(kind === 'pdf');
    }
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

/** Files of a ZIP that is stored as it is, or of a disc image, by their paths. */
function filesOf(bytes: Buffer, format: 'zip' | 'iso'): Map<string, Buffer> {
  const { entries } = format === 'zip' ? readZipSync(bytesSource(bytes)) : readIsoSync(bytesSource(bytes));
  return new Map(
    entries.map(({ path, offset, size }) => {
      const from =
        format === 'iso' ? offset : offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
      return [path, bytes.subarray(from, from + size)];
    }),
  );
}

describe('a packet for a service outside', () => {
  it('holds letters, the original and images in both formats, and its checksums are what the record names', async () => {
    const { id, version } = await walk(rooms, 'gathered');
    const body = { service: 'Far Away Readings', expectedVersion: version };
    expect((await rooms.ask(PEOPLE.keller, `GET /cases/${id}/packet`)).body.code).toBe('no-packet');
    const sent = await rooms.ask(PEOPLE.keller, `POST /cases/${id}/packet`, body);
    expect(sent.status).toBe(200);
    expect(sent.body.outside).toMatchObject({ service: 'Far Away Readings' });
    const hash = sent.body.outside.packetSha256;
    for (const format of ['zip', 'iso'] as const) {
      const answer = await rooms.ask(PEOPLE.keller, `GET /cases/${id}/packet?format=${format}`);
      expect(Number(answer.headers['content-length'])).toBe(answer.bytes.length);
      const files = filesOf(answer.bytes, format);
      expect(sha256(files.get('SHA256SUMS') ?? Buffer.alloc(0))).toBe(hash);
      expect([...files.keys()].sort()).toEqual([
        ...['DICOM/PAT1/ST1/SE1/IM1', 'DICOM/PAT1/ST1/SE1/IM2', 'DICOMDIR'],
        ...['COVER.PDF', 'ORIGINAL.PDF', 'ORIGINAL.TXT', 'SUMMARY.PDF'].map((name) => `IHE_PDI/${name}`),
        ...['INDEX.HTM', 'README.TXT', 'SHA256SUMS'],
      ]);
      const image = rooms.images.get('1.2.3.1')?.bytes;
      expect(files.get('DICOM/PAT1/ST1/SE1/IM2')?.equals(image ?? Buffer.alloc(0))).toBe(true);
      expect(await words(files.get('IHE_PDI/ORIGINAL.PDF') ?? Buffer.alloc(0))).toContain('nonspecific white matter');
    }
    const sealed = await rooms.blobs.read(`cases/${id}/documents/${hash}`);
    expect(sealed.includes('COVER.PDF')).toBe(false);
    // The patient's own: who may make the packet may have it. A reader may not.
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/packet`)).status).toBe(200);
    expect((await rooms.ask(PEOPLE.solheim, `GET /cases/${id}/packet`)).status).not.toBe(200);

    const again = await rooms.ask(PEOPLE.keller, `POST /cases/${id}/packet`, {
      ...body,
      expectedVersion: version + 1,
    });
    expect(again.status).toBeGreaterThanOrEqual(409);
    expect(await rooms.blobs.size(`cases/${id}/documents/${hash}`)).toBeGreaterThan(0);
  });

  it('goes on where a download broke off', async () => {
    const { id, version } = await walk(rooms, 'gathered');
    await rooms.ask(PEOPLE.keller, `POST /cases/${id}/packet`, { service: 'Far Away', expectedVersion: version });
    const get = (headers: Record<string, string>) =>
      rooms.ask(PEOPLE.keller, `GET /cases/${id}/packet?format=iso`, undefined, headers);
    const whole = await get({});
    const { length } = whole.bytes;
    const rest = await get({ range: 'bytes=50000-', 'if-range': String(whole.headers.etag) });
    expect([rest.status, rest.headers['content-range']]).toEqual([206, `bytes 50000-${length - 1}/${length}`]);
    expect(rest.bytes.equals(whole.bytes.subarray(50_000))).toBe(true);
    expect((await get({ range: 'bytes=-10' })).bytes.equals(whole.bytes.subarray(length - 10))).toBe(true);
    expect((await get({ range: `bytes=${length}-` })).status).toBe(416);
    const head = await rooms.ask(PEOPLE.keller, `HEAD /cases/${id}/packet?format=iso`);
    expect([head.status, Number(head.headers['content-length']), head.bytes.length]).toEqual([200, length, 0]);
    expect((await get({ range: 'bytes=5-', 'if-range': '"another"' })).status).toBe(200);
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

describe('a copy to take away', () => {
  const copyOf = async (person: typeof PEOPLE.okafor, id: string, format: 'zip' | 'iso' = 'zip') => {
    const { body } = await rooms.ask(person, `POST /cases/${id}/copy`);
    const answer = await rooms.ask(person, `GET /cases/${id}/copy/${body.copyId}?format=${format}`);
    expect(answer.bytes.length).toBe(format === 'zip' ? body.zipBytes : body.isoBytes);
    return { copyId: body.copyId as string, paths: [...filesOf(answer.bytes, format).keys()] };
  };

  it('holds what the person may see: nothing of the second opinion before it is delivered, all of it afterwards', async () => {
    const { id } = await walk(rooms, 'compared');
    const before = await copyOf(PEOPLE.okafor, id);
    expect(before.paths).toContain('IHE_PDI/ORIGINAL.PDF');
    expect(before.paths).toContain('DICOM/PAT1/ST1/SE1/IM1');
    expect(before.paths.filter((path) => /SECOND|RESULT|COVER/.test(path))).toEqual([]);
    await rooms.cases.execute(READER, id, { type: 'signReport', statement: 'I have read these images.' });
    await delivered(id);
    for (const person of [PEOPLE.okafor, PEOPLE.lindqvist, PEOPLE.keller]) {
      const after = await copyOf(person, id, 'iso');
      expect(after.paths).toEqual(expect.arrayContaining(['IHE_PDI/SECOND.PDF', 'IHE_PDI/RESULT.PDF', 'SHA256SUMS']));
      // The document and its structured report stand behind the images of the study.
      const dicom = (paths: readonly string[]) => paths.filter((path) => /^DICOM\//.test(path)).length;
      expect(dicom(after.paths)).toBe(dicom(before.paths) + 2);
    }
  });

  it('is that of the person who made it, and of nobody under the seal', async () => {
    const { id } = await walk(rooms, 'compared');
    const { copyId } = await copyOf(PEOPLE.keller, id);
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/copy/${copyId}`)).status).toBe(404);
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/copy/nonsense`)).status).toBe(422);
    expect((await rooms.ask(PEOPLE.rivera, `POST /cases/${id}/copy`)).status).toBe(404);
    const read = await walk(rooms, 'accepted');
    expect((await rooms.ask(PEOPLE.solheim, `POST /cases/${read.id}/copy`)).status).not.toBe(200);
  });

  it('waits until there is something to take away', async () => {
    const { id } = await walk(rooms, 'asked');
    expect((await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/copy`)).status).toBe(422);
  });
});
