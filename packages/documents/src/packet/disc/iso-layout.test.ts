import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, readSync } from 'node:fs';
import { bytesSource, readIso, readIsoSync } from '@overread/imaging';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesOf, discFile, testFolder } from '../../../../../testing/documents/disc.ts';
import { hasTool, runTool } from '../../../../../testing/made-media.ts';
import { isoLayout } from './iso-layout.ts';

const folder = testFolder('iso');
afterAll(folder.remove);

const OPTIONS = { volumeId: 'OVR_2026_0001', createdAt: '2026-05-20T15:01:02.000Z', publisher: 'Nörthmoor Desk' };
const filled = (length: number, value: number) => Buffer.alloc(length, value);
const LONG = 'Bericht über die Wirbelsäule, zweite Fassung, mit Anhang und Bildern.pdf';
const FILES = [
  discFile('README.TXT', Buffer.from('read me')),
  discFile('EMPTY.TXT', Buffer.alloc(0)),
  discFile(LONG, filled(2048, 1)),
  discFile('DICOM/PAT1/ST1/SE1/IM1', filled(5000, 2)),
  ...Array.from({ length: 120 }, (_, i) => discFile(`DICOM/PAT1/ST1/SE2/IM${i + 1}`, filled(100 + i, i))),
  ...Array.from({ length: 90 }, (_, i) => discFile(`DICOM/PAT1/ST${i + 2}/SE1/IM1`, filled(10, i))),
];
const GIB = 2 ** 30;

const said = (tool: string, args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 64 << 20 });
  return `${stdout}${stderr}`;
};

async function written(): Promise<string> {
  return folder.write('disc.iso', await bytesOf(isoLayout(FILES, OPTIONS)));
}

describe('isoLayout', () => {
  it('gives the size beforehand, and any part alone', async () => {
    const layout = isoLayout(FILES, OPTIONS);
    const whole = await bytesOf(layout);
    expect(whole.length).toBe(layout.size);
    expect(whole.length % 2048).toBe(0);
    for (const [start, end] of [
      [0, 1],
      [40_000, 41_000],
      [whole.length - 400_000, whole.length - 310_000],
      [whole.length - 5, whole.length],
    ] as const)
      expect((await bytesOf(layout, start, end)).equals(whole.subarray(start, end))).toBe(true);
  });

  it('is read by our own reader, with the names as they are', async () => {
    const image = await bytesOf(isoLayout(FILES, OPTIONS));
    const { entries, refused } = readIsoSync(bytesSource(image));
    expect(refused).toEqual([]);
    const paths = entries.map(({ path }) => path).sort();
    expect(paths).toEqual(FILES.map(({ path }) => (path === LONG ? `${LONG.slice(0, 58)}.pdf` : path)).sort());
    const { offset = 0, size = 0 } = entries.find(({ path }) => path.endsWith('SE2/IM7')) ?? {};
    expect(image.subarray(offset, offset + size)).toEqual(filled(106, 6));
  });

  it('is listed and taken apart by xorriso, bit for bit', async (test) => {
    if (!hasTool('xorriso')) test.skip('xorriso is not installed');
    const path = await written();
    const listed = said('xorriso', ['-indev', path, '-find', '/', '-type', 'f']);
    expect(listed.match(/^'\//gm)).toHaveLength(FILES.length);
    const info = said('xorriso', ['-indev', path, '-pvd_info']);
    expect(info).toContain('Volume Id    : OVR_2026_0001');
    expect(info).toContain('Creation Time: 2026052015010200');
    mkdirSync(folder.path('out'));
    runTool('xorriso', ['-osirrox', 'on', '-indev', path, '-extract', '/', folder.path('out')], folder.path());
    for (const file of FILES.filter(({ path: name }) => name !== LONG)) {
      const [bytes] = await Array.fromAsync(file.read(0, file.size));
      expect(readFileSync(folder.path('out', file.path)).equals(bytes as Buffer)).toBe(true);
    }
    runTool('chmod', ['-R', 'u+w', folder.path('out')], folder.path());
  });

  it('has a plain and a Joliet tree that isoinfo reads, records in order and path tables that fit', async (test) => {
    if (!hasTool('isoinfo')) test.skip('isoinfo is not installed');
    const path = await written();
    const plain = said('isoinfo', ['-f', '-i', path]);
    expect(plain).toContain('/DICOM/PAT1/ST1/SE1/IM1.;1');
    expect(plain).toContain('/BERICHT_UBER_DIE_WIRBELSAUL.PDF;1');
    const names = plain.split('\n').filter((line) => /^\/DICOM\/PAT1\/ST\d+$/.test(line));
    expect(names).toEqual(names.toSorted());
    expect(said('isoinfo', ['-J', '-f', '-i', path])).toContain('/Bericht');
    const table = said('isoinfo', ['-p', '-i', path]).split('\n');
    expect(table.filter((line) => /^ *\d+: /.test(line))).toHaveLength(3 + 91 + 92);
  });

  it('is whole for 7-Zip', async (test) => {
    if (!hasTool('7z')) test.skip('7z is not installed');
    const { status } = spawnSync('7z', ['t', await written()]);
    expect(status).toBe(0);
  });

  it('holds a file of more than 4 GiB in several extents, which are read as one', async () => {
    const size = 5 * GIB + 17;
    const big = { path: 'BIG.DAT', size, crc32: async () => 0, async *read() {} };
    const layout = isoLayout([big, discFile('LAST', Buffer.from('last'))], OPTIONS);
    const { pieces } = layout;
    const [head = { size: 0 }] = pieces;
    const endsAt = head.size + Math.ceil(size / 2048) * 2048;
    const path = folder.writeSparse('big.iso', layout.size, [
      { at: 0, bytes: await bytesOf(layout, 0, head.size) },
      { at: endsAt, bytes: Buffer.from('last') },
    ]);
    const file = openSync(path, 'r');
    const read = (offset: number, length: number) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    };
    const { entries, refused } = await readIso({ size: layout.size, read });
    expect(refused).toEqual([]);
    expect(entries).toEqual([
      { path: 'BIG.DAT', offset: head.size, size },
      { path: 'LAST', offset: endsAt, size: 4 },
    ]);
    if (hasTool('xorriso')) {
      const listed = said('xorriso', ['-indev', path, '-lsl', '/']);
      expect(listed).toContain(` ${size} `);
    }
    if (hasTool('isoinfo')) expect(said('isoinfo', ['-l', '-i', path])).toContain('BIG.DAT;1');
  });

  it('gives two names that come out the same a number', async () => {
    const same = ['Bild ä.dcm', 'Bild a.dcm', 'BILD_A.DCM'].map((path) => discFile(path, Buffer.from(path)));
    const image = await bytesOf(isoLayout(same, OPTIONS));
    const plain = [...image.toString('latin1').matchAll(/BILD_A\w*\.DCM;1/g)].map(([name]) => name);
    expect(plain.sort()).toEqual(['BILD_A.DCM;1', 'BILD_A_1.DCM;1', 'BILD_A_2.DCM;1']);
    const names = readIsoSync(bytesSource(image)).entries.map(({ path }) => path);
    expect(names.sort()).toEqual(['BILD_A.DCM', 'Bild a.dcm', 'Bild ä.dcm']);
  });

  it.each(['../IM1', 'a//b', '', 'a/../b', 'a/b/c/d/e/f/g/h'])('refuses the path %j', (path) => {
    expect(() => isoLayout([discFile(path, Buffer.alloc(1))], OPTIONS)).toThrow('this path');
  });

  it('refuses two files of one path, and a file that is shorter than it said', async () => {
    const twice = [discFile('A', Buffer.alloc(1)), discFile('A', Buffer.alloc(1))];
    expect(() => isoLayout(twice, OPTIONS)).toThrow('same path');
    const short = { ...discFile('A', Buffer.alloc(3)), size: 4 };
    await expect(bytesOf(isoLayout([short], OPTIONS))).rejects.toThrow('3 bytes where 4 were told');
  });
});
