import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SETTING } from '../../../../testing/documents/sample-opinion.ts';
import type { PacketImage, PacketParts } from './make-packet.ts';
import { makePacket } from './make-packet.ts';
import { packetReadme } from './packet-readme.ts';

function sink(): { readonly stream: Writable; bytes(): Buffer } {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk);
      done();
    },
  });
  return { stream, bytes: () => Buffer.concat(parts) };
}

/** Reads a ZIP by its central directory (APPNOTE 4.3.12): name and content of each entry, checked against its CRC. */
function unzip(zip: Buffer): [name: string, content: Buffer][] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const entries: [string, Buffer][] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i += 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const content = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    expect(crc32(content)).toBe(zip.readUInt32LE(at + 16));
    entries.push([zip.subarray(at + 46, at + 46 + nameLength).toString('utf8'), content]);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

const IMAGES: readonly PacketImage[] = [
  { path: 'ST1/SE2/IM1', read: () => Buffer.alloc(70_000, 2) },
  { path: 'ST1/SE1/IM2', read: async () => Readable.from([Buffer.from('DI'), Buffer.from('CM')]) },
  { path: 'ST1/SE1/IM1', read: () => new Uint8Array([1, 2, 3]) },
];

function parts(over: Partial<PacketParts> = {}): PacketParts {
  return {
    createdAt: '2026-05-20T15:00:00.000Z',
    coverLetter: Buffer.from('cover'),
    caseSummary: Buffer.from('summary'),
    readme: 'Read me\nfirst',
    originalReport: { extension: 'pdf', bytes: Buffer.from('%PDF-report') },
    images: IMAGES,
    ...over,
  };
}

describe('makePacket', () => {
  it('puts papers first and the images, bit for bit, in the order of their paths', async () => {
    const output = sink();
    const packet = await makePacket(output.stream, parts());
    const entries = unzip(output.bytes());
    expect(entries.map(([name]) => name)).toEqual([
      'README.txt',
      'COVER_LETTER.pdf',
      'CASE_SUMMARY.pdf',
      'ORIGINAL_REPORT.pdf',
      'DICOM/ST1/SE1/IM1',
      'DICOM/ST1/SE1/IM2',
      'DICOM/ST1/SE2/IM1',
    ]);
    expect(packet.files).toEqual(entries.map(([name]) => name));
    const content = Object.fromEntries(entries);
    expect(content['README.txt']?.toString()).toBe('Read me\r\nfirst\r\n');
    expect(content['DICOM/ST1/SE1/IM1']).toEqual(Buffer.from([1, 2, 3]));
    expect(content['DICOM/ST1/SE1/IM2']?.toString()).toBe('DICM');
    expect(content['DICOM/ST1/SE2/IM1']).toEqual(Buffer.alloc(70_000, 2));
  });

  it('tells size and hash of what it wrote, the same each time and in every time zone', async () => {
    const zone = process.env.TZ;
    const hashes: string[] = [];
    for (const tz of ['UTC', 'America/Los_Angeles', 'Asia/Kolkata']) {
      process.env.TZ = tz;
      const output = sink();
      const packet = await makePacket(output.stream, parts({ images: [...IMAGES].reverse() }));
      expect(packet.bytes).toBe(output.bytes().byteLength);
      expect(packet.sha256).toBe(createHash('sha256').update(output.bytes()).digest('hex'));
      hashes.push(packet.sha256);
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(hashes).size).toBe(1);
  });

  it('takes images from an async source and can do without an original report', async () => {
    async function* images(): AsyncGenerator<PacketImage> {
      yield* IMAGES;
    }
    const output = sink();
    const packet = await makePacket(output.stream, parts({ images: images(), originalReport: null }));
    expect(packet.files.filter((name) => name.startsWith('ORIGINAL'))).toEqual([]);
    expect(unzip(output.bytes())).toHaveLength(6);
  });

  it('opens an image only when its turn comes', async () => {
    let open = 0;
    let most = 0;
    const images = Array.from({ length: 12 }, (_, i) => ({
      path: `IM${i}`,
      read: () => {
        open += 1;
        most = Math.max(most, open);
        return Readable.from([Buffer.alloc(1000, i)]).once('close', () => {
          open -= 1;
        });
      },
    }));
    await makePacket(sink().stream, parts({ images }));
    expect(most).toBeLessThanOrEqual(2);
  });

  it.each(['../IM1', '/IM1', 'a//b', 'C:\\IM1', 'a/./b', '', 'nul\u0000'])('refuses the path %j', async (path) => {
    const images = [{ path, read: () => new Uint8Array(1) }];
    await expect(makePacket(sink().stream, parts({ images }))).rejects.toThrow('cannot hold a file with this path');
  });

  it('refuses two files of one name, also where only the case differs', async () => {
    const images = ['SE1/im1', 'SE1/IM1'].map((path) => ({ path, read: () => new Uint8Array(1) }));
    await expect(makePacket(sink().stream, parts({ images }))).rejects.toThrow('same path');
  });

  it('fails when an image cannot be read, and destroys the output', async () => {
    const output = sink();
    const images = [{ path: 'IM1', read: () => Promise.reject(new Error('the pack is gone')) }];
    await expect(makePacket(output.stream, parts({ images }))).rejects.toThrow('the pack is gone');
    expect(output.stream.destroyed).toBe(true);
  });
});

describe('packetReadme', () => {
  it('says what to read first', () => {
    const text = packetReadme(SETTING, { caseNumber: '7', imageFiles: 1, original: { file: 'ORIGINAL_REPORT.txt' } });
    expect(text).toContain('ORIGINAL_REPORT.txt');
    expect(text).toContain('1 image file, as received');
    expect(text).toContain('Read the images first');
    const without = packetReadme(SETTING, { caseNumber: '7', imageFiles: 2, original: { noneBecause: 'lost' } });
    expect(without).toContain('no original report: lost');
  });
});
