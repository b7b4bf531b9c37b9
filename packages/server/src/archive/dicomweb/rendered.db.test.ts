import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeStudy } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import type { CaseState } from '@overread/rules/case/state.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COORDINATOR, type ImageApp, startImageApp } from '../../../../../testing/images/image-app.ts';
import { type ImageRooms, SENDER, startImageRooms } from '../../../../../testing/images/image-rooms.ts';
import { partsOf } from '../../../../../testing/images/multipart-answer.ts';
import { readPng } from '../../../../../testing/images/read-png.ts';
import { madeInstance } from '../../../../../testing/made-dicom.ts';
import { sharedData } from '../../../../../testing/shared-data.ts';
import { statedSize } from '../stream/pixels/stated-size.ts';

let rooms: ImageRooms;
let app: ImageApp;

const scale = { slices: 3, matrix: 64 };
const { instances } = makeStudy({ seed: 'drawn', scale });
const multi = makeStudy({ seed: 'drawn-multi', scale, faults: { enhancedMultiframe: true, transferSyntax: 'rle' } });

beforeAll(async () => {
  rooms = await startImageRooms();
  app = await startImageApp(rooms);
  await keep('drawn', instances);
  await keep('multi', multi.instances);
});
afterAll(async () => {
  await app.stop();
  await rooms.stop();
});

const keep = (caseId: string, files: readonly { readonly path: string; readonly bytes: Uint8Array }[]) =>
  rooms.ingest.importFiles(
    caseId,
    files.map(({ path, bytes }) => ({ path, read: async () => bytes })),
    SENDER,
  );

const get = (caseId: string, path: string, accept = '*/*') =>
  fetch(`${app.url}/api/cases/${caseId}/dicomweb${path}`, { headers: { accept } });
const pathOf = (bytes: Uint8Array) => {
  const { studyInstanceUid, seriesInstanceUid, sopInstanceUid } = parseHeader(bytes);
  const series = `/studies/${studyInstanceUid}/series/${seriesInstanceUid}`;
  return { study: `/studies/${studyInstanceUid}`, series, instance: `${series}/instances/${sopInstanceUid}` };
};
const image = instances[0]?.bytes as Uint8Array;
const path = pathOf(image);

const png = async (caseId: string, at: string) => {
  const answer = await get(caseId, at, 'image/png');
  expect(answer.headers.get('content-type')).toBe('image/png');
  return readPng(Buffer.from(await answer.arrayBuffer()));
};

describe('a rendered image', () => {
  it('is a JPEG of its own size, if nothing else is wanted', async () => {
    const answer = await get('drawn', `${path.instance}/rendered`);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    const file = Buffer.from(await answer.arrayBuffer());
    expect(statedSize(file)).toEqual({ rows: 64, columns: 64, components: 3 });
    const poor = await get('drawn', `${path.instance}/rendered?quality=5`);
    expect((await poor.arrayBuffer()).byteLength).toBeLessThan(file.length);
  });

  it('fits into its viewport, shows the part that is wanted, and turns it over', async () => {
    const whole = await png('drawn', `${path.instance}/rendered`);
    expect(await png('drawn', `${path.instance}/rendered?viewport=128,32`)).toMatchObject({ width: 32, height: 32 });
    const part = await png('drawn', `${path.instance}/rendered?viewport=16,16,8,24,16,16`);
    const turned = await png('drawn', `${path.instance}/rendered?viewport=16,16,8,24,-16,16`);
    for (let at = 0; at < 256; at += 1) {
      const [x, y] = [at % 16, Math.floor(at / 16)];
      expect(part.pixels[at]).toBe(whole.pixels[(24 + y) * 64 + 8 + x]);
      expect(turned.pixels[at]).toBe(part.pixels[y * 16 + 15 - x]);
    }
  });

  it('has the window that is asked for, by each function', async () => {
    const { bitsStored } = parseHeader(image);
    const white = await png('drawn', `${path.instance}/rendered?window=-10,2,linear`);
    expect(new Set(white.pixels)).toEqual(new Set([255]));
    const black = await png('drawn', `${path.instance}/rendered?window=${2 ** bitsStored * 4},2,linear-exact`);
    expect(new Set(black.pixels)).toEqual(new Set([0]));
    const soft = await png('drawn', `${path.instance}/rendered?window=0,1000000,sigmoid`);
    expect(Math.min(...soft.pixels)).toBeGreaterThanOrEqual(127);
  });

  it.each([
    'window=1',
    'window=1,0,linear',
    'window=1,2,cubic',
    'viewport=0,5',
    'viewport=5',
    'viewport=9,9,60,0,99,9',
    'viewport=99999,9',
    'quality=0',
    'quality=101',
  ])('is refused with a sentence for %s', async (query) => {
    const answer = await get('drawn', `${path.instance}/rendered?${query}`);
    expect(answer.status).toBe(400);
    expect((await answer.json()).message).toContain(query.split('=')[0]);
  });

  it('of a series is one part for each image; alone it is the middle one, and said to be', async () => {
    const all = await partsOf(await get('drawn', `${path.series}/rendered`, 'multipart/related; type="image/jpeg"'));
    expect(all).toHaveLength(3);
    for (const { head, bytes } of all) {
      expect(head).toMatch(/Content-Type: image\/jpeg\r\n.*Content-Location: .*\/frames\/1\/rendered/s);
      expect(statedSize(bytes)?.rows).toBe(64);
    }
    const alone = await get('drawn', `${path.series}/rendered`, 'image/jpeg');
    expect(alone.headers.get('warning')).toContain('One of 3 pictures');
    expect(Buffer.from(await alone.arrayBuffer()).equals(all[1]?.bytes as Buffer)).toBe(true);
  });

  it('of many frames, compressed: all of them, or those that are named', async () => {
    const at = pathOf(multi.instances[0]?.bytes as Uint8Array);
    const type = 'multipart/related; type="image/png"';
    const all = await partsOf(await get('multi', `${at.instance}/rendered`, type));
    expect(all).toHaveLength(3);
    const some = await partsOf(await get('multi', `${at.instance}/frames/3,1/rendered`, type));
    expect(some.map(({ bytes }) => bytes)).toEqual([all[2]?.bytes, all[0]?.bytes]);
    expect((await get('multi', `${at.instance}/frames/4/rendered`)).status).toBe(404);
    expect(await png('multi', `${at.instance}/frames/2/thumbnail?viewport=20,20`)).toMatchObject({ width: 20 });
  });

  it('says which wishes it passes over, and in what it can be had', async () => {
    const answer = await get('drawn', `${path.instance}/rendered?annotation=patient`);
    expect(answer.headers.get('warning')).toMatch(/^299 .*annotation/);
    const none = await get('drawn', `${path.instance}/rendered`, 'video/mp4');
    expect(none.status).toBe(406);
    expect((await none.json()).message).toContain('image/jpeg, image/png');
  });

  it.each(['study', 'series', 'instance'] as const)('has a thumbnail: %s', async (level) => {
    expect(await png('drawn', `${path[level]}/thumbnail`)).toMatchObject({ width: 128, height: 128 });
  });
});

const PIXELS = { SOPClassUID: '1.2.840.10008.5.1.4.1.1.4', Modality: 'MR', Rows: 8, Columns: 8 };
function grey(of: { readonly PixelRepresentation: number; readonly photometric: string }): Uint8Array {
  const values = Int16Array.from({ length: 64 }, (_, at) => at * 20 - (of.PixelRepresentation === 1 ? 400 : 0));
  return madeInstance({
    ...PIXELS,
    ...{ SOPInstanceUID: '1.2.9.1', SeriesInstanceUID: '1.2.9', StudyInstanceUID: '1.2', PatientName: 'Made^Image' },
    ...{ SamplesPerPixel: 1, PhotometricInterpretation: of.photometric, PixelRepresentation: of.PixelRepresentation },
    ...{ BitsAllocated: 16, BitsStored: 16, HighBit: 15, PixelData: new Uint8Array(values.buffer) },
  });
}

describe('under the seal', () => {
  const study = { studyInstanceUid: '1.2', state: 'attached', decision: null };
  const capture = (uid: string, SOPClassUID: string, Modality: string) => {
    const bytes = madeInstance({
      ...PIXELS,
      ...{ SOPClassUID, Modality, SOPInstanceUID: `1.2.${uid}.1`, SeriesInstanceUID: `1.2.${uid}` },
      ...{ StudyInstanceUID: '1.2', PatientName: 'Made^Image', SamplesPerPixel: 1, PixelRepresentation: 0 },
      ...{
        PhotometricInterpretation: 'MONOCHROME2',
        BitsAllocated: 8,
        BitsStored: 8,
        HighBit: 7,
        PixelData: new Uint8Array(64),
      },
    });
    return { path: `${uid}.dcm`, bytes };
  };

  it('a picture of a screen is not drawn for a reader: not itself, not among its study, not as a thumbnail', async () => {
    const files = [
      capture('1', '1.2.840.10008.5.1.4.1.1.7', 'OT'),
      { path: 'mr.dcm', bytes: grey({ PixelRepresentation: 0, photometric: 'MONOCHROME2' }) },
    ];
    expect(await keep('sealed', files)).toMatchObject({ refused: [] });
    const all = async () => {
      const type = 'multipart/related; type="image/jpeg"';
      const ways = ['/rendered', '/thumbnail', '/frames/1/rendered', '/frames/1/thumbnail'];
      const alone = await Promise.all(
        ways.map(async (way) => (await get('sealed', `/studies/1.2/series/1.2.1/instances/1.2.1.1${way}`)).status),
      );
      const drawn = await partsOf(await get('sealed', '/studies/1.2/rendered', type));
      return { drawn: drawn.length, alone };
    };
    const reading = { reader: { readerId: 'reader-1' }, revealedAt: null, locked: null };
    const [seen] = await rooms.archive.instances('sealed');
    const studies = [{ ...study, patient: seen?.header.patient }];
    const redFlags = { yes: [], clearedBy: null };
    const caseState = {
      id: 'sealed',
      report: {},
      delivery: {},
      offers: [],
      reading,
      studies,
      redFlags,
    } as unknown as CaseState;
    Object.assign(app.visit, { caseState });
    expect(await all()).toEqual({ drawn: 2, alone: [200, 200, 200, 200] });
    Object.assign(app.visit, {
      subject: { personId: 'reader-1', roles: ['reader'], strongSession: true, demo: false },
      actor: { personId: 'reader-1', name: 'Reader', role: 'reader' },
    });
    expect(await all()).toEqual({ drawn: 1, alone: [404, 404, 404, 404] });
    Object.assign(app.visit, COORDINATOR);
  });
});

describe('a damaged frame', () => {
  it('is told in its part among others, and as the answer alone; nothing hangs', async () => {
    const { instances: made } = makeStudy({ seed: 'hurt', scale, faults: { transferSyntax: 'rle' } });
    const series = made.filter(({ seriesInstanceUid }) => seriesInstanceUid === made[0]?.seriesInstanceUid);
    const hurt = series[1]?.bytes as Uint8Array;
    const [range] = parseHeader(hurt).frameRanges;
    hurt.fill(0xff, range?.offset, (range?.offset ?? 0) + 64);
    await keep('hurt', series);
    const at = pathOf(hurt);
    const dicom = 'multipart/related; type="application/dicom"';
    for (const [way, accept] of [
      ['', dicom],
      ['/rendered', 'multipart/related; type="image/jpeg"'],
    ] as const) {
      const parts = await partsOf(await get('hurt', `${at.series}${way}`, accept));
      const failed = parts.filter(({ head }) => head.includes('application/json'));
      expect([parts.length, failed.length]).toEqual([3, 1]);
      expect(failed[0]?.head).toContain(at.instance);
      expect(JSON.parse(failed[0]?.bytes.toString() ?? '')).toMatchObject({ code: 'images.damaged' });
      expect((await get('hurt', `${at.instance}${way}`)).status).toBe(422);
    }
    expect((await get('hurt', `${at.instance}/frames/1`)).status).toBe(422);
    const stored = await get('hurt', at.instance, `${dicom}; transfer-syntax=*`);
    expect((await partsOf(stored))[0]?.bytes.equals(Buffer.from(hurt))).toBe(true);
  });

  const folder = sharedData('transfer_syntax');
  it.skipIf(folder === null)(
    'of a syntax that nobody opens here is sent as it is stored (needs shared/data)',
    async () => {
      const bytes = await readFile(`${folder}/MR3_JPLY`);
      await keep('jply', [{ path: 'jply', bytes }]);
      const at = pathOf(bytes);
      const [part] = await partsOf(await get('jply', at.instance));
      expect(part?.head).toContain('transfer-syntax=1.2.840.10008.1.2.4.51');
      expect((await get('jply', at.instance, 'multipart/related; type="application/dicom"')).status).toBe(406);
      expect((await get('jply', `${at.instance}/rendered`)).status).toBe(415);
    },
  );
});
