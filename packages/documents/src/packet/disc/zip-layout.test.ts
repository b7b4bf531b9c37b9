import { spawnSync } from 'node:child_process';
import { bytesSource, readZipSync } from '@overread/imaging';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesOf, discFile, testFolder } from '../../../../../testing/documents/disc.ts';
import { hasTool } from '../../../../../testing/made-media.ts';
import { zipLayout } from './zip-layout.ts';

const folder = testFolder('zip');
afterAll(folder.remove);

const AT = '2026-05-20T15:01:02.000Z';
const FILES = [
  discFile('README.TXT', Buffer.from('read me')),
  discFile('Bericht über.pdf', Buffer.alloc(70_000, 3)),
  discFile('DICOM/PAT1/ST1/SE1/IM1', Buffer.alloc(0)),
];

describe('zipLayout', () => {
  it('gives the size beforehand, any part alone, and the same bytes in every time zone', async () => {
    const layout = zipLayout(FILES, AT);
    const whole = await bytesOf(layout);
    expect(whole.length).toBe(layout.size);
    for (const [start, end] of [
      [0, 10],
      [60, 65_000],
      [whole.length - 200, whole.length],
    ] as const)
      expect((await bytesOf(layout, start, end)).equals(whole.subarray(start, end))).toBe(true);
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Kolkata';
    expect((await bytesOf(zipLayout(FILES, AT))).equals(whole)).toBe(true);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('is read by our own reader and tested by unzip', async (test) => {
    const whole = await bytesOf(zipLayout(FILES, AT));
    const { entries } = readZipSync(bytesSource(whole));
    expect(entries.map(({ path }) => path)).toEqual(FILES.map(({ path }) => path));
    if (!hasTool('unzip')) test.skip('unzip is not installed');
    const path = folder.write('packet.zip', whole);
    expect(spawnSync('unzip', ['-tq', path]).status).toBe(0);
    expect(spawnSync('unzip', ['-Z', '-T', path], { encoding: 'utf8' }).stdout).toContain('20260520.150102');
  });

  it('uses ZIP64 for a file beyond 4 GiB, and for what lies behind it', async () => {
    const size = 2 ** 32 + 5;
    const big = { path: 'BIG', size, crc32: async () => 7, async *read() {} };
    const layout = zipLayout([big, discFile('LAST', Buffer.from('last'))], AT);
    const headSize = layout.pieces[0]?.size ?? 0;
    const tail = await bytesOf(layout, headSize + size);
    const path = folder.writeSparse('big.zip', layout.size, [
      { at: 0, bytes: await bytesOf(layout, 0, headSize) },
      { at: headSize + size, bytes: tail },
    ]);
    expect(layout.size).toBe(headSize + size + tail.length);
    if (hasTool('unzip')) {
      const listed = spawnSync('unzip', ['-l', path], { encoding: 'utf8' }).stdout;
      expect(listed).toContain(String(size));
      expect(spawnSync('unzip', ['-p', path, 'LAST'], { encoding: 'utf8' }).stdout).toBe('last');
    }
    const source = {
      size: layout.size,
      read: (offset: number, length: number) => {
        const bytes = Buffer.alloc(Math.min(length, layout.size - offset));
        const from = headSize + size;
        if (offset + bytes.length > from) tail.copy(bytes, Math.max(0, from - offset), Math.max(0, offset - from));
        return bytes;
      },
    };
    expect(readZipSync(source).entries.map((entry) => [entry.path, entry.size])).toEqual([
      ['BIG', size],
      ['LAST', 4],
    ]);
  });

  it('has more entries than 65,535 when it has to', async () => {
    const many = Array.from({ length: 70_000 }, (_, i) => discFile(`F${i}`, Buffer.alloc(0)));
    const { entries } = readZipSync(bytesSource(await bytesOf(zipLayout(many, AT))));
    expect(entries).toHaveLength(70_000);
  });
});
