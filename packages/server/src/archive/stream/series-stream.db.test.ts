import { readFile } from 'node:fs/promises';
import type { CaseQuality, StreamHeader } from '@overread/contract/images.ts';
import { makeStudy, type TransferSyntax } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { createStreamParser } from '@overread/web/src/viewer/stream-parser.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageApp, startImageApp } from '../../../../../testing/images/image-app.ts';
import { type ImageRooms, SENDER, startImageRooms } from '../../../../../testing/images/image-rooms.ts';
import { sharedData } from '../../../../../testing/shared-data.ts';

let rooms: ImageRooms;
let app: ImageApp;

beforeAll(async () => {
  rooms = await startImageRooms();
  app = await startImageApp(rooms);
});
afterAll(async () => {
  await app.stop();
  await rooms.stop();
});

interface Read {
  readonly header: StreamHeader;
  readonly buffer: Uint8Array;
  readonly arrived: number[];
  frame(index: number): Uint8Array;
}

/** Reads a stream as the viewer does. */
async function readStream(caseId: string, seriesInstanceUid: string, query = ''): Promise<Read> {
  const answer = await fetch(`${app.url}/api/cases/${caseId}/series/${seriesInstanceUid}/stream${query}`);
  expect(
    answer.status,
    await answer
      .clone()
      .text()
      .then((text) => text.slice(0, 200)),
  ).toBe(200);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(Number(answer.headers.get('content-length'))).toBe(bytes.length);
  let header = {} as StreamHeader;
  let buffer = new Uint8Array();
  const slots = new Map<number, number>();
  const arrived: number[] = [];
  const parser = createStreamParser({
    target(read, count) {
      header = read;
      buffer = new Uint8Array(count * read.frameBytes);
      return buffer;
    },
    frame(index, slot) {
      arrived.push(index);
      slots.set(index, slot);
    },
  });
  for (let at = 0; at < bytes.length; at += 50_000) parser.push(bytes.subarray(at, at + 50_000));
  parser.finish();
  const frame = (index: number) => {
    const start = (slots.get(index) as number) * header.frameBytes;
    return buffer.subarray(start, start + header.frameBytes);
  };
  return { header, buffer, arrived, frame };
}

const incoming = (files: readonly { path: string; bytes: Uint8Array }[]) =>
  files.map(({ path, bytes }) => ({ path, read: async () => bytes }));

const scale = { slices: 5, matrix: 96 };
/** The pixels of each frame as the generator made them, by series and place. */
function madePixels() {
  const { instances, truth } = makeStudy({ seed: 'stream', scale });
  return truth.series.map(({ description }) => ({
    description,
    frames: instances
      .filter(({ seriesDescription }) => seriesDescription === description)
      .map(({ bytes }) => {
        const header = parseHeader(bytes);
        const [{ offset, length }] = header.frameRanges as [{ offset: number; length: number }];
        return { position: header.position, pixels: bytes.subarray(offset, offset + length) };
      }),
  }));
}

describe('the stream of a series', () => {
  const made = madePixels();
  const syntaxes: TransferSyntax[] = ['explicit', 'implicit', 'big-endian', 'deflated', 'rle'];
  for (const enhancedMultiframe of [false, true]) {
    it.each(syntaxes)(
      `holds the pixels that were made: %s, ${enhancedMultiframe ? 'multi-frame' : 'one frame each'}`,
      async (transferSyntax) => {
        const caseId = `stream-${transferSyntax}-${enhancedMultiframe}`;
        const study = makeStudy({ seed: 'stream', scale, faults: { transferSyntax, enhancedMultiframe } });
        await rooms.ingest.importFiles(caseId, incoming(study.instances), SENDER);
        for (const { description, seriesInstanceUid } of study.truth.series.slice(0, 3)) {
          const { header, frame, arrived } = await readStream(caseId, seriesInstanceUid);
          const wanted = made.find((series) => series.description === description)?.frames ?? [];
          expect(header.frames).toHaveLength(wanted.length);
          expect(arrived[0]).toBe(Math.floor(wanted.length / 2));
          expect(header.order).toEqual(arrived);
          for (const [index, { position }] of header.frames.entries()) {
            const same = wanted.find((each) =>
              each.position?.every((value, axis) => Math.abs(value - (position?.[axis] ?? 0)) < 0.01),
            );
            expect(Buffer.compare(frame(index), same?.pixels ?? new Uint8Array())).toBe(0);
          }
        }
      },
    );
  }

  it('sends the middle frame alone when that is asked for, and describes all', async () => {
    const study = makeStudy({ seed: 'middle', scale });
    await rooms.ingest.importFiles('middle', incoming(study.instances), SENDER);
    const uid = study.truth.series[1]?.seriesInstanceUid ?? '';
    const [whole, middle] = [await readStream('middle', uid), await readStream('middle', uid, '?only=middle')];
    expect(middle.header.frames).toEqual(whole.header.frames);
    expect(middle.arrived).toEqual([2]);
    expect(Buffer.compare(middle.frame(2), whole.frame(2))).toBe(0);
    expect(middle.header.window).toEqual(whole.header.window);
  });

  /** A frame of 64 x 64 pixels of 16 bits that are all zero, in RLE; what is left of the room does nothing. */
  function blankRle(length: number): Uint8Array {
    const bytes = new Uint8Array(length).fill(0x80);
    bytes.fill(0, 0, 64).set([2, 0, 0, 0, 64, 0, 0, 0, 128]);
    for (let at = 64; at < 192; at += 2) bytes.set([129, 0], at);
    return bytes;
  }

  it.each(['explicit', 'rle'] as const)('tells hints at the quality of what is shown: %s', async (transferSyntax) => {
    const caseId = `quality-${transferSyntax}`;
    const { instances, truth } = makeStudy({
      ...{ seed: 'quality', scale: { slices: 5, matrix: 64 }, faults: { transferSyntax } },
    });
    const empty = truth.series.find(({ role }) => role === 'diagnostic')?.seriesInstanceUid ?? '';
    const files = instances.map((instance) => {
      const { frameRanges, seriesInstanceUid } = parseHeader(instance.bytes);
      const [range] = frameRanges;
      if (seriesInstanceUid !== empty || range === undefined) return instance;
      const bytes = Uint8Array.from(instance.bytes);
      bytes.set(transferSyntax === 'rle' ? blankRle(range.length) : new Uint8Array(range.length), range.offset);
      return { ...instance, bytes };
    });
    await rooms.ingest.importFiles(caseId, incoming(files), SENDER);
    const answer = await fetch(`${app.url}/api/cases/${caseId}/quality`);
    const told = (await answer.json()) as CaseQuality;
    expect(told[empty]).toEqual([{ kind: 'empty', frames: [0, 1, 2, 3, 4], of: 5 }]);
    expect(Object.values(told).filter(([sign]) => sign?.kind === 'empty')).toHaveLength(1);
  });

  it('is refused with a sentence when the series is not there, or of another case', async () => {
    const uid = makeStudy({ seed: 'middle', scale }).truth.series[0]?.seriesInstanceUid ?? '';
    const answer = await fetch(`${app.url}/api/cases/somebody-else/series/${uid}/stream`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      code: 'images.no-such-series',
      message: 'There is no such series in this case.',
    });
  });
});

describe.skipIf(sharedData('transfer_syntax') === null)('compressed files of others (needs shared/data)', () => {
  const folder = sharedData('transfer_syntax') ?? '';
  const open = async (name: string, caseId: string) => {
    const bytes = await readFile(`${folder}/${name}`);
    await rooms.ingest.importFiles(caseId, incoming([{ path: name, bytes }]), SENDER);
    return readStream(caseId, parseHeader(bytes).seriesInstanceUid);
  };

  it.each(['MR3_J2KR', 'MR3_JLSL', 'MR3_JPLL', 'MR3_RLE'])(
    '%s opens to the pixels of the uncompressed file',
    async (name) => {
      const plain = await open('MR3_UNC', `plain-${name.toLowerCase()}`.replaceAll('_', '-'));
      const opened = await open(name, name.toLowerCase().replaceAll('_', '-'));
      expect(opened.header.bitsAllocated).toBe(plain.header.bitsAllocated);
      expect(Buffer.compare(opened.buffer, plain.buffer)).toBe(0);
    },
  );

  it.each([
    ['pydicom_MR_small_RLE.dcm', 'pydicom_MR_small.dcm'],
    ['pydicom_MR_small_jp2klossless.dcm', 'pydicom_MR_small.dcm'],
    ['pydicom_MR_small_jpeg_ls_lossless.dcm', 'pydicom_MR_small.dcm'],
    ['pydicom_MR_small_bigendian.dcm', 'pydicom_MR_small.dcm'],
    ['pydicom_MR_small_implicit.dcm', 'pydicom_MR_small.dcm'],
    ['pydicom_emri_small_RLE.dcm', 'pydicom_emri_small.dcm'],
    ['pydicom_emri_small_big_endian.dcm', 'pydicom_emri_small.dcm'],
    ['pydicom_emri_small_jpeg_2k_lossless.dcm', 'pydicom_emri_small.dcm'],
    ['pydicom_emri_small_jpeg_ls_lossless.dcm', 'pydicom_emri_small.dcm'],
  ])('%s shows what %s shows', async (name, other) => {
    const [a, b] = [await open(name, `a-${rooms.newId()}`), await open(other, `b-${rooms.newId()}`)];
    expect(a.header.frames.length).toBe(b.header.frames.length);
    expect(Buffer.compare(a.buffer, b.buffer)).toBe(0);
  });

  it.each(['MR1_J2KI', 'MR1_JLSL', 'MR3_JLSN', 'pydicom_examples_jpeg2k.dcm'])('%s opens', async (name) => {
    const { header, buffer } = await open(name, `c-${rooms.newId()}`);
    expect(buffer.length).toBe(header.order.length * header.frameBytes);
    expect(new Set(buffer).size).toBeGreaterThan(10);
  });

  it('a syntax that is not opened is named', async () => {
    const name = 'MR3_JPLY';
    const bytes = await readFile(`${folder}/${name}`);
    await rooms.ingest.importFiles('jply', incoming([{ path: name, bytes }]), SENDER);
    const answer = await fetch(`${app.url}/api/cases/jply/series/${parseHeader(bytes).seriesInstanceUid}/stream`);
    expect(answer.status).toBe(415);
    expect((await answer.json()).message).toContain('JPEG Extended (1.2.840.10008.1.2.4.51)');
  });
});
