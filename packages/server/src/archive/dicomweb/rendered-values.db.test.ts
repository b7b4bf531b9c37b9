import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeStudy } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { unpackBits } from '@overread/imaging/pixels/packed-bits.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageApp, startImageApp } from '../../../../../testing/images/image-app.ts';
import { type ImageRooms, SENDER, startImageRooms } from '../../../../../testing/images/image-rooms.ts';
import { partsOf } from '../../../../../testing/images/multipart-answer.ts';
import { readPng } from '../../../../../testing/images/read-png.ts';
import { type MadeItem, madeInstance } from '../../../../../testing/made-dicom.ts';

let rooms: ImageRooms;
let app: ImageApp;
let cases = 0;

beforeAll(async () => {
  rooms = await startImageRooms();
  app = await startImageApp(rooms);
});
afterAll(async () => {
  await app.stop();
  await rooms.stop();
});

/** Brings an image into a case of its own; what is asked below its address. */
async function kept(bytes: Uint8Array) {
  cases += 1;
  const caseId = `values-${cases}`;
  const files = [{ path: 'image.dcm', read: async () => bytes }];
  expect(await rooms.ingest.importFiles(caseId, files, SENDER)).toMatchObject({ refused: [] });
  const { studyInstanceUid: study, seriesInstanceUid: series, sopInstanceUid: instance } = parseHeader(bytes);
  const address = `${app.url}/api/cases/${caseId}/dicomweb/studies/${study}/series/${series}/instances/${instance}`;
  return (path: string, accept: string) => fetch(`${address}${path}`, { headers: { accept } });
}

async function drawn(bytes: Uint8Array, path = '/rendered') {
  const answer = await (await kept(bytes))(path, 'image/png');
  expect(answer.headers.get('content-type')).toBe('image/png');
  return readPng(Buffer.from(await answer.arrayBuffer()));
}

const ramp = (from: number) => new Uint8Array(Int16Array.from({ length: 64 }, (_, at) => from + at * 20).buffer);
const grey = (more: MadeItem): Uint8Array =>
  madeInstance({ Rows: 8, Columns: 8, BitsStored: 16, HighBit: 15, PixelData: ramp(0), ...more });
const signed = { PixelRepresentation: 1, PixelData: ramp(-400) };

/** A table that rises, falls and rises: no window looks like it. */
function greyTable({ first, count, bits, at = 'US' }: { first: number; count: number; bits: number; at?: string }) {
  const most = 2 ** bits - 1;
  const wave = (entry: number) => Math.round((most / 2) * (1 - Math.cos((entry / count) * Math.PI * 3)));
  const words = Uint16Array.from({ length: count }, (_, entry) => wave(entry));
  const descriptor = new Uint8Array(Uint16Array.of(count, first & 0xffff, bits).buffer);
  return { [`00283002:${at}`]: descriptor, '00283006:OW': new Uint8Array(words.buffer) };
}
const withTable = (table: MadeItem, more: MadeItem = {}) => grey({ '00283010:SQ': [table], ...more });

async function byDcmtk(bytes: Uint8Array, options: readonly string[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'overread-pnm-'));
  await writeFile(join(folder, 'in.dcm'), bytes);
  const done = spawnSync('dcm2pnm', [...options, join(folder, 'in.dcm'), join(folder, 'out.pgm')], {
    encoding: 'utf8',
  });
  expect(done.status, done.stderr).toBe(0);
  const pgm = await readFile(join(folder, 'out.pgm'));
  await rm(folder, { recursive: true });
  return pgm;
}

const hasDcmtk = spawnSync('dcm2pnm', ['--version']).status === 0;
describe.skipIf(!hasDcmtk)("as Debian's dcmtk draws it (skipped without it)", () => {
  const window = ['?window=300,700,linear', ['+Ww', '300', '700']] as const;
  const table = ['', ['+Wl', '1']] as const;
  const made = makeStudy({ seed: 'drawn', scale: { slices: 3, matrix: 64 } }).instances[0]?.bytes as Uint8Array;
  it.each([
    ['a made image', window, made],
    ['signed', window, grey(signed)],
    ['MONOCHROME1', window, grey({ PhotometricInterpretation: 'MONOCHROME1' })],
    ['a table of 12 bits in place of a window', table, withTable(greyTable({ first: 100, count: 900, bits: 12 }))],
    ['a table of 8 bits in words', table, withTable(greyTable({ first: 0, count: 1024, bits: 8 }))],
    [
      'a table that begins below zero',
      table,
      withTable(greyTable({ first: -300, count: 900, bits: 16, at: 'SS' }), signed),
    ],
    [
      'a table of rescaled values, inverse',
      table,
      withTable(greyTable({ first: 200, count: 2048, bits: 16 }), {
        ...{ RescaleSlope: 2, RescaleIntercept: 10, PhotometricInterpretation: 'MONOCHROME1' },
      }),
    ],
  ] as const)('%s', async (_, [query, options], bytes) => {
    const ours = await drawn(bytes, `/rendered${query}`);
    const pgm = await byDcmtk(bytes, options);
    const theirs = pgm.subarray(pgm.length - ours.pixels.length);
    const off = ours.pixels.map((value, at) => Math.abs(value - (theirs[at] as number)));
    expect(new Set(theirs).size).toBeGreaterThan(8);
    expect(Math.max(...off)).toBeLessThanOrEqual(1);
  });
});

describe('a table for greys', () => {
  const rising = greyTable({ first: 0, count: 1024, bits: 8 });

  it('gives way to a window: that of the image, or one that is asked for', async () => {
    const both = await drawn(withTable(rising, { WindowCenter: 300, WindowWidth: 700 }));
    const asked = await drawn(withTable(rising), '/rendered?window=300,700,linear');
    const window = await drawn(grey({ WindowCenter: 300, WindowWidth: 700 }));
    expect(both.pixels).toEqual(window.pixels);
    expect(asked.pixels).toEqual(window.pixels);
    expect((await drawn(withTable(rising))).pixels).not.toEqual(window.pixels);
  });

  it('is that of the frame where frames have their own, else the one they share', async () => {
    const voi = (table: MadeItem) => ({ '00289132:SQ': [{ '00283010:SQ': [table] }] });
    const falling = { ...rising, '00283006:OW': new Uint8Array(Uint16Array.from({ length: 1024 }, () => 7).buffer) };
    const frames = grey({
      NumberOfFrames: 2,
      PixelData: new Uint8Array([...ramp(0), ...ramp(0)]),
      '52009229:SQ': [voi(rising)],
      '52009230:SQ': [{ '00209111:SQ': [{ '00209157:UL': 1 }] }, voi(falling)],
    });
    const ask = await kept(frames);
    const frame = async (number: number) =>
      readPng(Buffer.from(await (await ask(`/frames/${number}/rendered`, 'image/png')).arrayBuffer()));
    expect((await frame(1)).pixels).toEqual((await drawn(withTable(rising))).pixels);
    expect(new Set((await frame(2)).pixels)).toEqual(new Set([7]));
  });

  it('that is damaged is passed over: the picture has a window from its pixels', async () => {
    const short = { ...rising, '00283006:OW': new Uint8Array(10) };
    expect((await drawn(withTable(short))).pixels).toEqual((await drawn(grey({}))).pixels);
  });
});

describe('pixels of one bit', () => {
  const bit = (columns: number, frames: number) => {
    const count = columns * 5 * frames;
    const packed = Uint8Array.from({ length: Math.ceil(count / 16) * 2 }, (_, at) => (at * 37 + 11) & 0xff);
    const file = madeInstance({
      ...{ Rows: 5, Columns: columns, NumberOfFrames: frames },
      ...{ BitsAllocated: 1, BitsStored: 1, HighBit: 0, PixelData: packed },
    });
    const values = unpackBits(packed, count);
    const frame = (number: number) => values.subarray(columns * 5 * (number - 1), columns * 5 * number);
    return { file, packed, frame };
  };

  it.each([
    ['that fill whole bytes', 8],
    ['of which two frames share a byte', 7],
  ])('are drawn frame by frame: %s', async (_, columns) => {
    const { file, packed, frame } = bit(columns, 3);
    const ask = await kept(file);
    for (const number of [1, 2, 3]) {
      const picture = await ask(`/frames/${number}/rendered`, 'image/png');
      const { pixels } = readPng(Buffer.from(await picture.arrayBuffer()));
      expect([...pixels]).toEqual([...frame(number)].map((value) => value * 255));
      const [part] = await partsOf(
        await ask(`/frames/${number}`, 'multipart/related; type="application/octet-stream"'),
      );
      expect([...unpackBits(part?.bytes as Buffer, columns * 5)]).toEqual([...frame(number)]);
    }
    const [whole] = await partsOf(
      await ask('/bulkdata/7FE00010', 'multipart/related; type="application/octet-stream"'),
    );
    const used = Math.ceil((columns * 15) / 8);
    expect(unpackBits(whole?.bytes as Buffer, columns * 15)).toEqual(
      unpackBits(packed.subarray(0, used), columns * 15),
    );
  });
});

it('pixels of 32 bits are refused by name, and can be had as they are', async () => {
  const wide = madeInstance({ BitsAllocated: 32, BitsStored: 32, HighBit: 31, PixelData: new Uint8Array(64) });
  const ask = await kept(wide);
  const answer = await ask('/rendered', 'image/png');
  expect(answer.status).toBe(415);
  expect(await answer.json()).toMatchObject({
    code: 'images.bits-unread',
    message: expect.stringContaining('32 bits'),
  });
  expect((await partsOf(await ask('', 'multipart/related; type="application/dicom"')))[0]?.bytes).toEqual(
    Buffer.from(wide),
  );
});
