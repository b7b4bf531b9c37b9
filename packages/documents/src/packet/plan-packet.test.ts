import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { parseHeader } from '@overread/imaging';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesOf, testFolder } from '../../../../testing/documents/disc.ts';
import { SETTING } from '../../../../testing/documents/sample-opinion.ts';
import { madeInstance } from '../../../../testing/made-dicom.ts';
import { hasTool, runTool } from '../../../../testing/made-media.ts';
import { mediaProfile } from './media-profile.ts';
import { packetLayout } from './packet-layout.ts';
import { type PacketImage, type PacketParts, packetHash, planPacket } from './plan-packet.ts';
import { splitImages } from './split-packet.ts';

const folder = testFolder('packet');
afterAll(folder.remove);

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const FILES = new Map(
  [1, 2, 3].map((number) => {
    const made = { SOPInstanceUID: `1.2.3.${number}`, StudyInstanceUID: '1.2.3', SeriesInstanceUID: '1.2.4' };
    const bytes = madeInstance(
      { ...made, SeriesDescription: 'T2 <sag>', InstanceNumber: number },
      number === 3 ? { head: 'none' } : {},
    );
    return [made.SOPInstanceUID, bytes];
  }),
);
const IMAGES = [...FILES.values()].map((bytes): PacketImage => {
  const header = parseHeader(bytes);
  return {
    ...header,
    header,
    size: bytes.length,
    sha256: sha256(bytes),
    head: async () => bytes,
    hashBehind: async (prefix) => sha256(Buffer.concat([prefix, bytes])),
  };
});
const SOURCE = {
  async *read(uid: string, start: number, end: number) {
    yield FILES.get(uid)?.subarray(start, end) ?? Buffer.alloc(0);
  },
};
const PARTS: PacketParts = {
  caseNumber: '2026-0432',
  patient: { name: { family: 'Almeida & Søn', given: 'Ruth' }, birthDate: '1961-03-14', sex: 'F' } as never,
  papers: [
    { kind: 'cover', bytes: Buffer.from('cover') },
    { kind: 'original', bytes: Buffer.from('report') },
  ],
  images: IMAGES,
  isBlind: true,
  volume: { number: 1, of: 1 },
};

const textOf = async (parts: PacketParts, path: string) => {
  const file = (await planPacket(SETTING, parts)).files.find((each) => each.path === path);
  return file !== undefined && 'bytes' in file ? Buffer.from(file.bytes).toString('utf8') : '';
};

describe('planPacket', () => {
  it('lays everything out as IHE PDI wants it, images as they came', async () => {
    const { files, volumeId } = await planPacket(SETTING, PARTS);
    expect(volumeId).toBe('2026_0432');
    expect(files.map(({ path }) => path)).toEqual([
      ...['README.TXT', 'INDEX.HTM', 'DICOMDIR', 'IHE_PDI/COVER.PDF', 'IHE_PDI/ORIGINAL.PDF', 'SHA256SUMS'],
      ...[1, 2, 3].map((number) => `DICOM/PAT1/ST1/SE1/IM${number}`),
    ]);
    expect(files.at(-3)).toMatchObject({ image: '1.2.3.1', prefix: null, sha256: IMAGES[0]?.sha256 });
  });

  it.each(['zip', 'iso'] as const)('is a %s whose every file fits its checksum', async (format) => {
    const plan = await planPacket(SETTING, PARTS);
    const path = folder.write(`packet.${format}`, await bytesOf(packetLayout(plan, format, SOURCE)));
    const tool = format === 'zip' ? 'unzip' : 'xorriso';
    if (!hasTool(tool)) return;
    const to = folder.path(format);
    mkdirSync(to);
    if (format === 'zip') runTool('unzip', ['-q', path], to);
    else runTool('xorriso', ['-osirrox', 'on', '-indev', path, '-extract', '/', to], to);
    runTool('chmod', ['-R', 'u+w', to], to);
    runTool('sha256sum', ['--strict', '-c', 'SHA256SUMS'], to);
  });

  it('has one hash for both formats, which changes with any file', async () => {
    const hash = packetHash(await planPacket(SETTING, PARTS));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(packetHash(await planPacket(SETTING, PARTS))).toBe(hash);
    const other = { ...PARTS, papers: [{ kind: 'cover', bytes: Buffer.from('other') }] as const };
    expect(packetHash(await planPacket(SETTING, other))).not.toBe(hash);
  });

  it('says in README.TXT what is on it, what to read first and whom to ask', async () => {
    const text = await textOf(PARTS, 'README.TXT');
    expect(text).toContain('IHE_PDI/ORIGINAL.PDF  Original report, sealed until you have your findings\r\n');
    expect(text).toContain('3 image files, as received');
    expect(text).toContain('Read the images first');
    expect(text).toContain('STD-GEN-CD');
    expect(text).toContain('+1 555 0100');
    const copy = await textOf({ ...PARTS, isBlind: false }, 'README.TXT');
    expect(copy).not.toContain('sealed');
    expect(copy).not.toContain('Read the images first');
  });

  it('has a page without scripts that links only to what is there', async () => {
    const page = await textOf(PARTS, 'INDEX.HTM');
    expect(page).toContain('Ruth Almeida &amp; Søn');
    expect(page).toContain('T2 &lt;sag&gt;');
    expect(page).not.toMatch(/<script|http|onclick/i);
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'IHE_PDI/COVER.PDF',
      'IHE_PDI/ORIGINAL.PDF',
    ]);
  });

  it('numbers the discs of a set', async () => {
    const plan = await planPacket(SETTING, { ...PARTS, volume: { number: 2, of: 3 } });
    expect(plan.volumeId).toBe('2026_0432_2');
    expect(await textOf({ ...PARTS, volume: { number: 2, of: 3 } }, 'README.TXT')).toContain('disc 2 of 3');
  });

  it('can be without images: then nothing lists any', async () => {
    const { files } = await planPacket(SETTING, { ...PARTS, images: [] });
    expect(files.map(({ path }) => path)).not.toContain('DICOMDIR');
  });
});

describe('mediaProfile', () => {
  const jpeg = '1.2.840.10008.1.2.4.';
  it.each([
    [['1.2.840.10008.1.2.1'], 'STD-GEN-CD'],
    [['1.2.840.10008.1.2.1', `${jpeg}70`], 'STD-GEN-DVD-JPEG'],
    [[`${jpeg}90`], 'STD-GEN-DVD-J2K'],
    [[`${jpeg}90`, `${jpeg}70`], null],
    [['1.2.840.10008.1.2'], null],
  ])('of %j is %s', (syntaxes, profile) => {
    expect(mediaProfile(new Set(syntaxes))).toBe(profile);
  });
});

describe('splitImages', () => {
  const image = (series: number, size: number) => ({ studyInstanceUid: 's', seriesInstanceUid: `${series}`, size });
  const KIB = 1024;

  it('keeps a series together where it fits, and fills discs in order', () => {
    const images = [image(1, 100 * KIB), image(1, 100 * KIB), image(2, 300 * KIB), image(3, 50 * KIB)];
    expect(splitImages(images, 420 * KIB)?.map((disc) => disc.length)).toEqual([2, 2]);
    expect(splitImages(images, 2000 * KIB)?.map((disc) => disc.length)).toEqual([4]);
  });

  it('cuts a series that is longer than a disc, and refuses an image that is', () => {
    const long = Array.from({ length: 10 }, () => image(1, 100 * KIB));
    expect(splitImages(long, 320 * KIB)?.map((disc) => disc.length)).toEqual([3, 3, 3, 1]);
    expect(splitImages([image(1, 500 * KIB)], 320 * KIB)).toBeNull();
  });
});
