import { describe, expect, it } from 'vitest';
import { madeTar } from '../../../../testing/made-dicom.ts';
import { bytesSource, UnreadableContainer } from './byte-source.ts';
import { readTar, readTarSync } from './tar.ts';

const text = (content: string) => new TextEncoder().encode(content);
const contents = (tar: Uint8Array) =>
  readTarSync(bytesSource(tar)).entries.map(({ path, offset, size }) => [
    path,
    new TextDecoder().decode(tar.subarray(offset, offset + size)),
  ]);

describe('readTar', () => {
  it('leads to the bytes of each file', () => {
    const tar = madeTar([
      { path: './DICOM/IM1', bytes: text('first') },
      { path: 'DICOM/', bytes: new Uint8Array(0), type: '5' },
      { path: 'IM2', bytes: text('x'.repeat(600)) },
      { path: 'IM3', bytes: text('third') },
    ]);
    expect(contents(tar)).toEqual([
      ['DICOM/IM1', 'first'],
      ['IM2', 'x'.repeat(600)],
      ['IM3', 'third'],
    ]);
  });

  it('takes long names from pax and from GNU headers', () => {
    const long = `${'folder/'.repeat(20)}Übersicht`;
    const record = ` path=${long}\n`;
    const length = text(record).length + 3;
    const tar = madeTar([
      { path: 'pax', bytes: text(`${length}${record}`), type: 'x' },
      { path: 'short', bytes: text('one') },
      { path: '././@LongLink', bytes: text(`${long}2\0`), type: 'L' },
      { path: 'short', bytes: text('two') },
    ]);
    expect(contents(tar)).toEqual([
      [long, 'one'],
      [`${long}2`, 'two'],
    ]);
  });

  it('reads the same with promises', async () => {
    const tar = madeTar([{ path: 'a', bytes: text('a') }]);
    expect(await readTar(bytesSource(tar))).toEqual(readTarSync(bytesSource(tar)));
  });

  it('refuses what leads out, what is a link, and what is cut short', () => {
    const tar = madeTar([
      { path: '../x', bytes: text('x') },
      { path: 'link', bytes: new Uint8Array(0), type: '2' },
      { path: 'pipe', bytes: new Uint8Array(0), type: '6' },
      { path: 'last', bytes: text('y'.repeat(2000)) },
    ]);
    const { entries, refused } = readTarSync(bytesSource(tar.subarray(0, 512 * 5)));
    expect(entries).toEqual([]);
    expect(refused.map(({ path }) => path)).toEqual(['../x', 'link', 'pipe', 'last']);
  });

  it('says of an archive without an end that more may have been there', () => {
    const whole = madeTar(['A', 'B'].map((path) => ({ path, bytes: text('x') })));
    const cut = whole.subarray(0, 2 * 512);
    const { entries, refused } = readTarSync(bytesSource(cut));
    expect(entries.map(({ path }) => path)).toEqual(['A']);
    expect(refused.map(({ reason }) => reason).join()).toContain('further files may be missing');
    expect(readTarSync(bytesSource(whole)).refused).toEqual([]);
  });

  it('refuses an archive whose checksum is wrong', () => {
    const tar = madeTar([{ path: 'a', bytes: text('a') }]);
    tar[0] = 0x62;
    expect(() => readTarSync(bytesSource(tar))).toThrow(UnreadableContainer);
  });
});
