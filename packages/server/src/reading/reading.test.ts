import { createHash } from 'node:crypto';
import { plainReportPdf } from '@overread/documents';
import { EMPTY_READER_REPORT } from '@overread/rules/case/report.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms } from '../../../../testing/rooms/rooms.ts';
import { COORDINATOR, PEOPLE, type Point, READER, TOLD, walk } from '../../../../testing/rooms/walk.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.stop());

const send = (id: string, body: Buffer, name = 'report.txt', type = 'text/plain') =>
  rooms.ask(PEOPLE.okafor, `POST /cases/${id}/report`, body, { 'content-type': type, 'x-file-name': name });

async function pdf(): Promise<Buffer> {
  return plainReportPdf({
    title: 'MRI BRAIN',
    facility: { name: 'Harbour Imaging', address: '1 Pier Road' },
    facts: [['Date of examination', '10/28/2026']],
    sections: [
      { heading: 'FINDINGS', text: 'Scattered nonspecific white matter changes. No infarct.' },
      { heading: 'IMPRESSION', text: 'Nonspecific white matter changes.' },
    ],
    signedBy: 'Electronically signed by Paul Dressler, MD',
    createdAt: '2026-10-28T12:00:00.000Z',
    paper: 'letter',
  });
}

describe('the original report in', () => {
  it('takes a PDF with text: sections and facts are read, the file comes back as it was', async () => {
    const { id } = await walk(rooms, 'asked');
    const bytes = await pdf();
    const taken = await send(id, bytes, encodeURIComponent('Befund über Mara.pdf'), 'application/pdf');
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({
      fileName: 'Befund über Mara.pdf',
      mediaType: 'application/pdf',
      author: 'Paul Dressler, MD',
      facility: 'Harbour Imaging',
      date: '2026-10-28',
      pages: 1,
    });
    expect(taken.body.sections.impression).toBe('Nonspecific white matter changes.');
    const state = await rooms.cases.load(id);
    expect(state?.report?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect((await rooms.ask(PEOPLE.keller, `GET /cases/${id}/report`)).body).toEqual(taken.body);
    const file = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/report/file`);
    expect(file.bytes.equals(bytes)).toBe(true);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.headers['content-disposition']).toContain(`filename*=UTF-8''Befund%20%C3%BCber%20Mara.pdf`);
  });

  it.each([
    ['UTF-8', Buffer.from('FINDINGS: Ödem, 3 × 4 mm.', 'utf8'), 'Ödem, 3 × 4 mm.'],
    ['Latin-1', Buffer.from('FINDINGS: Ödem links.', 'latin1'), 'Ödem links.'],
    ['UTF-8 with a mark and Windows lines', Buffer.from('\uFEFFFINDINGS:\r\nNormal.\r\n', 'utf8'), 'Normal.'],
    ['UTF-16', Buffer.from('\uFEFFFINDINGS: Normal.', 'utf16le'), 'Normal.'],
  ])('reads plain text in %s and keeps its bytes', async (_, bytes, findings) => {
    const { id } = await walk(rooms, 'asked');
    const taken = await send(id, bytes);
    expect(taken.status).toBe(201);
    expect(taken.body.sections.findings).toBe(findings);
    const file = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/report/file`);
    expect(file.bytes.equals(bytes)).toBe(true);
  });

  it.each([
    ['nothing', Buffer.from('   \n'), 422, /holds no words/],
    ['a locked PDF', null, 422, /locked with a password/],
    ['half a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0x49, 0x48]), 422, /not read here/],
    ['a broken PDF', Buffer.from('%PDF-1.7\nnothing more'), 422, /damaged/],
    ['too much text', Buffer.alloc(1024 * 1024 + 1, 'a'), 413, /too large/],
  ])('says what is wrong with %s, and stores nothing', async (_, given, status, words) => {
    const { id } = await walk(rooms, 'asked');
    const answer = await send(id, given ?? (await lockedPdf()), 'x.pdf', 'application/pdf');
    expect([answer.status, answer.body.message]).toEqual([status, expect.stringMatching(words)]);
    expect((await rooms.cases.load(id))?.report).toBeNull();
    expect(await blobsOf(id)).toEqual([]);
  });

  it('says when a PDF is only a picture of a report', async () => {
    const { id } = await walk(rooms, 'asked');
    const answer = await send(id, PICTURE_ONLY, 'scan.pdf', 'application/pdf');
    expect([answer.status, answer.body.state]).toEqual([202, 'reading']);
    expect((await rooms.cases.load(id))?.report).toBeNull();
  });

  it('keeps neither file nor row when the case does not take the report', async () => {
    const { id } = await walk(rooms, 'signed');
    const before = await blobsOf(id);
    const submit = rooms.reading.submitReport(id, COORDINATOR, {
      fileName: 'late.txt',
      mediaType: 'text/plain',
      bytes: Buffer.from('FINDINGS: Late.'),
    });
    await expect(submit).rejects.toMatchObject({ name: 'RefusalProblem' });
    expect(await blobsOf(id)).toEqual(before);
    const rows = await rooms.db.pool.query('select count(*)::int as n from reading_reports where case_id = $1', [id]);
    expect(rows.rows[0].n).toBe(1);
  });

  it('lies sealed in store and database', async () => {
    const { id } = await walk(rooms, 'gathered');
    const [blob] = await blobsOf(id);
    const bytes = await rooms.blobs.read(blob ?? '');
    expect(bytes.includes('Scattered')).toBe(false);
    const row = await rooms.db.pool.query('select * from reading_reports where case_id = $1', [id]);
    expect(JSON.stringify(row.rows[0]) + row.rows[0].sealed.toString('latin1')).not.toMatch(/hyperintensity|Dressler/);
    const events = await rooms.db.pool.query('select data::text from cases_events where case_id = $1', [id]);
    expect(events.rows.map(({ data }) => data).join()).not.toMatch(/hyperintensity|nonspecific/);
  });
});

describe('the seal', () => {
  const PATHS = [
    'report',
    'report/file',
    'comparison/proposal',
    'comparison/work',
    'packet',
    'packet?format=iso',
    'report.pdf',
    'result.pdf',
  ];

  it.each<Point>(['matched', 'accepted', 'reading'])('keeps the original from the reader: %s', async (point) => {
    const { id } = await walk(rooms, point);
    for (const path of PATHS) {
      const answer = await rooms.ask(PEOPLE.solheim, `GET /cases/${id}/${path}`);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.body.message).toMatch(/^\p{Lu}.*\.$/u);
    }
    const seen = await Promise.all(
      ['', '/record', '/draft'].map((path) => rooms.ask(PEOPLE.solheim, `GET /cases/${id}${path}`)),
    );
    const list = await rooms.ask(PEOPLE.solheim, 'GET /cases');
    expect(JSON.stringify([...seen, list].map(({ body }) => body))).not.toMatch(
      /hyperintensity|nonspecific|Dressler|small vessel|report-harbour/i,
    );
  });

  it('opens with lock and reveal, and not with the lock alone', async () => {
    const { id } = await walk(rooms, 'locked');
    for (const path of ['report', 'report/file', 'comparison/proposal']) {
      expect((await rooms.ask(PEOPLE.solheim, `GET /cases/${id}/${path}`)).status).toBe(403);
    }
    await rooms.cases.execute(READER, id, { type: 'revealOriginal' });
    expect((await rooms.ask(PEOPLE.solheim, `GET /cases/${id}/report`)).body.text).toMatch(/nonspecific/);
    const { body } = await rooms.ask(PEOPLE.solheim, `GET /cases/${id}/comparison/proposal`);
    expect(body.pairs.length).toBeGreaterThan(5);
  });

  it('keeps strangers, other readers and other patients out', async () => {
    const { id } = await walk(rooms, 'revealed');
    for (const person of [PEOPLE.chow, PEOPLE.rivera, PEOPLE.osei]) {
      expect((await rooms.ask(person, `GET /cases/${id}/report`)).status).toBe(404);
    }
    expect((await rooms.ask(null, `GET /cases/${id}/report`)).status).toBe(401);
  });

  it('says that there is nothing to compare where there is no original', async () => {
    const { id } = await walk(rooms, 'signed', { withReport: false });
    const answer = await rooms.ask(PEOPLE.keller, `GET /cases/${id}/comparison/proposal`);
    expect([answer.status, answer.body.code]).toEqual([404, 'no-original']);
    expect((await rooms.ask(PEOPLE.keller, `GET /cases/${id}/report`)).status).toBe(404);
  });
});

describe('a draft', () => {
  it('is kept for its reader, sealed, until the findings are locked', async () => {
    const { id } = await walk(rooms, 'reading');
    const path = `/cases/${id}/draft`;
    expect((await rooms.ask(PEOPLE.solheim, `GET ${path}`)).body).toEqual({
      report: EMPTY_READER_REPORT,
      seen: {},
      savedAt: null,
    });
    const draft = { report: { ...EMPTY_READER_REPORT, findings: 'Eight lesions so far.' }, seen: { '1.2.3': 12 } };
    const saved = await rooms.ask(PEOPLE.solheim, `PUT ${path}`, draft);
    expect(saved.status).toBe(200);
    expect(Date.parse(saved.body.savedAt)).toBeGreaterThan(0);
    expect((await rooms.ask(PEOPLE.solheim, `GET ${path}`)).body).toEqual({ ...draft, savedAt: saved.body.savedAt });
    const row = await rooms.db.pool.query('select sealed from reading_drafts where case_id = $1', [id]);
    expect(row.rows[0].sealed.includes('Eight')).toBe(false);
    for (const person of [PEOPLE.okafor, PEOPLE.keller]) {
      expect((await rooms.ask(person, `GET ${path}`)).status).toBe(403);
    }

    await rooms.cases.execute(READER, id, { type: 'lockFindings', report: TOLD.second });
    expect((await rooms.db.pool.query('select 1 from reading_drafts where case_id = $1', [id])).rowCount).toBe(0);
    const late = await rooms.ask(PEOPLE.solheim, `PUT ${path}`, draft);
    expect([late.status, late.body.code]).toEqual([422, 'findings-locked']);
  });

  it('names what does not fit', async () => {
    const { id } = await walk(rooms, 'reading');
    const report = { ...EMPTY_READER_REPORT, impression: 7 };
    const answer = await rooms.ask(PEOPLE.solheim, `PUT /cases/${id}/draft`, { report, seen: {} });
    expect(answer.body.message).toMatch(/the impression/);
  });
});

async function blobsOf(caseId: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of rooms.blobs.list(`cases/${caseId}/`)) keys.push(key);
  return keys;
}

/** A PDF that asks for a password: made by PDFKit, as a facility's portal would. */
async function lockedPdf(): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({ userPassword: 'secret' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.text('FINDINGS: Nothing that anybody may read.').end();
  await ended;
  return Buffer.concat(chunks);
}

/** One page with a grey box and not one letter. */
const PICTURE_ONLY = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj',
    '4 0 obj<</Length 26>>stream',
    '0.5 g 20 20 160 160 re f  ',
    'endstream endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n'),
  'latin1',
);
