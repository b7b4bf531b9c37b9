import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { ReportScan } from '@overread/contract/original-report.ts';
import { plainReportPdf } from '@overread/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms, until } from '../../../../testing/rooms/rooms.ts';
import { PEOPLE, walk } from '../../../../testing/rooms/walk.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
  await rooms.intake.scans.work();
});
afterAll(() => rooms.stop());

const HAS_POPPLER = spawnSync('pdftoppm', ['-v']).error === undefined;
const send = (id: string, body: Buffer, name: string) =>
  rooms.ask(PEOPLE.okafor, `POST /cases/${id}/report`, body, { 'content-type': 'application/x', 'x-file-name': name });

/** A report as a facility prints it. */
const printed = () =>
  plainReportPdf({
    title: 'MRI LUMBAR SPINE WITHOUT CONTRAST',
    facility: { name: 'Harbour Imaging', address: '1 Pier Road' },
    facts: [['Date of examination', '10/28/2026']],
    sections: [
      { heading: 'FINDINGS', text: 'Left paracentral disc extrusion at L4-L5 of 8 x 6 mm. No fracture.' },
      { heading: 'IMPRESSION', text: 'Disc extrusion that compresses the left L5 nerve root.' },
    ],
    signedBy: 'Electronically signed by Paul Dressler, MD',
    createdAt: '2026-10-28T12:00:00.000Z',
    paper: 'letter',
  });

/** The printed page as a telephone would see it: grey, a little turned, with grain. */
async function photograph(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'overread-test-'));
  try {
    await writeFile(join(folder, 'a.pdf'), await printed());
    spawnSync('pdftoppm', ['-r', '150', '-png', '-singlefile', join(folder, 'a.pdf'), join(folder, 'a')]);
    const page = await loadImage(await readFile(join(folder, 'a.png')));
    const canvas = createCanvas(page.width, page.height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ddd';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.rotate((1.2 * Math.PI) / 180);
    context.drawImage(page, 0, -10);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    let seed = 7;
    for (let at = 0; at < picture.data.length; at += 4) {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      const grain = ((seed >> 16) % 50) - 25 - (40 * ((at / 4) % canvas.width)) / canvas.width;
      for (let channel = at; channel < at + 3; channel += 1)
        picture.data[channel] = (picture.data[channel] ?? 0) + grain;
    }
    context.putImageData(picture, 0, 0);
    return canvas.toBuffer('image/jpeg', 80);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const followed = (id: string) =>
  until(async () => {
    const { body } = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/report/scan`);
    return (body as ReportScan).state === 'reading' ? null : (body as ReportScan);
  }, 120);

describe.skipIf(!HAS_POPPLER)('a photograph of a report (needs poppler-utils)', () => {
  it('is read, looked through and handed in; sealed all the way', async () => {
    const { id } = await walk(rooms, 'asked');
    const photo = await photograph();
    const begun = await send(id, photo, 'IMG_0042.HEIC.jpg');
    expect([begun.status, begun.body.state, begun.body.fileName]).toEqual([202, 'reading', 'IMG_0042.HEIC.jpg']);
    const early = { scanId: begun.body.scanId, pages: ['x'] };
    expect((await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/report/scan/take`, early)).status).toBe(409);
    const scan = await followed(id);
    const [page] = scan.read;
    expect([scan.state, scan.pages, scan.error]).toEqual(['read', 1, null]);
    expect(page?.confidence).toBeGreaterThan(75);
    for (const words of ['Left paracentral disc extrusion', 'L4-L5', 'compresses the left L5 nerve root'])
      expect(page?.text).toContain(words);
    for (const { start, end } of page?.doubtful ?? []) expect(page?.text.slice(start, end)).toMatch(/^\S+$/);
    const picture = await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/report/scan/pages/1`);
    expect([picture.headers['content-type'], picture.bytes.subarray(0, 2).toString('hex')]).toEqual([
      'image/jpeg',
      'ffd8',
    ]);
    const rows = await rooms.db.pool.query('select sealed, picture from reading_scan_pages');
    expect(rows.rows.map(({ sealed }) => sealed.toString('latin1')).join()).not.toContain('extrusion');

    const taken = await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/report/scan/take`, {
      scanId: scan.scanId,
      pages: [page?.text.replace(/8 ?x ?6/, '9 x 6') ?? ''],
    });
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({
      mediaType: 'image/jpeg',
      date: '2026-10-28',
      author: 'Paul Dressler, MD',
      language: 'en',
    });
    expect(taken.body.sections.findings).toContain('9 x 6 mm');
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/report/file`)).bytes.equals(photo)).toBe(true);
    expect((await rooms.ask(PEOPLE.okafor, `GET /cases/${id}/report/scan`)).status).toBe(404);
    expect((await rooms.db.pool.query('select 1 from reading_scan_pages where case_id = $1', [id])).rowCount).toBe(0);
  }, 180_000);
});

describe('a picture that cannot be read', () => {
  it('says why, and can be typed off', async () => {
    const { id } = await walk(rooms, 'asked');
    const broken = Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d494844520000001000000010', 'hex'),
      Buffer.alloc(40),
    ]);
    const begun = await send(id, broken, 'page.png');
    expect(begun.status).toBe(202);
    const scan = await followed(id);
    expect([scan.state, scan.error]).toEqual(['failed', expect.stringMatching(/damaged/)]);
    const words = 'FINDINGS: A torn meniscus, seen on every picture and typed off by hand.';
    const pages = { scanId: scan.scanId, pages: [words] };
    expect((await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/report/scan/take`, pages)).body.text).toBe(words);
  }, 60_000);

  it.each([
    ['a bomb', pngHead(30_000, 30_000), 'too-large'],
    ['a kind of telephones', Buffer.from('\0\0\0\x18ftypheic'.padEnd(64, '\0'), 'latin1'), 'kind'],
  ])(
    'keeps %s out',
    async (_, bytes, fault) => {
      const { id } = await walk(rooms, 'asked');
      const answer = await send(id, bytes, 'x.heic');
      if (fault === 'kind') expect([answer.status, answer.body.code]).toEqual([422, 'scan.kind']);
      else expect((await followed(id)).error).toMatch(/fewer pixels/);
    },
    60_000,
  );

  it('is thrown away with its file', async () => {
    const { id } = await walk(rooms, 'asked');
    await send(id, pngHead(10, 10), 'x.png');
    await followed(id);
    await rooms.intake.scans.discard(id);
    expect(await rooms.intake.scans.view(id)).toBeNull();
    for await (const key of rooms.blobs.list(`cases/${id}/`)) throw new Error(key);
  }, 60_000);

  it('is nothing for the reader, nor for anybody without a part in the case', async () => {
    const { id } = await walk(rooms, 'reading');
    for (const path of ['report/scan', 'report/scan/pages/1', 'report/found'])
      for (const [person, status] of [
        [PEOPLE.solheim, 403],
        [PEOPLE.rivera, 404],
      ] as const)
        expect((await rooms.ask(person, `GET /cases/${id}/${path}`)).status, path).toBe(status);
  });
});

function pngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

describe('a report in other formats', () => {
  it('is taken by what it is, whatever it is called', async () => {
    const { id } = await walk(rooms, 'asked');
    const message =
      'MSH|^~\\&|RIS|HARBOUR\rPID|1||1||Stone^Ada||19800101\rOBR|1||A1|MR^MRI KNEE LEFT|||20200101\rOBX|1|TX|x&IMP||A torn meniscus.';
    const taken = await send(id, Buffer.from(message), 'report.pdf');
    expect(taken.body).toMatchObject({ fileName: 'report.hl7', mediaType: 'application/hl7-v2', date: '2020-01-01' });
    expect(taken.body.doubts.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(['patient', 'birth-date']),
    );

    const view = (await rooms.ask(PEOPLE.okafor, `GET /cases/${id}`)).body;
    const command = { type: 'vouchForReport', reportId: taken.body.reportId, about: ['patient', 'birth-date'] };
    const vouched = await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/commands`, {
      expectedVersion: view.version,
      command,
    });
    expect(vouched.status).toBe(200);
    const { body } = await rooms.ask(PEOPLE.keller, `GET /cases/${id}/report`);
    expect(body.vouched).toMatchObject({ about: ['patient', 'birth-date'] });
  });

  it('with macros is refused with the reason, and stored nowhere', async () => {
    const { id } = await walk(rooms, 'asked');
    const { zipSync } = await import('fflate');
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(9), 'word/vbaProject.bin': new Uint8Array(9) });
    const answer = await send(id, Buffer.from(bytes), 'report.docx');
    expect([answer.status, answer.body.code]).toEqual([422, 'report.macros']);
    for await (const key of rooms.blobs.list(`cases/${id}/`)) throw new Error(key);
  });
});
