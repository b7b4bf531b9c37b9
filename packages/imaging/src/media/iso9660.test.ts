import { describe, expect, it } from 'vitest';
import { madeIso } from '../../../../testing/made-iso.ts';
import { bytesSource, UnreadableContainer } from './byte-source.ts';
import { readIso, readIsoSync } from './iso9660.ts';

const text = (content: string) => new TextEncoder().encode(content);
const files = [
  { path: 'DICOMDIR', bytes: text('list') },
  { path: 'Images/Brain axial.dcm', bytes: text('x'.repeat(3000)) },
  { path: 'Images/b', bytes: text('second') },
];
const contents = (image: Uint8Array) =>
  Object.fromEntries(
    readIsoSync(bytesSource(image)).entries.map(({ path, offset, size }) => [
      path,
      new TextDecoder().decode(image.subarray(offset, offset + size)),
    ]),
  );

describe('readIso', () => {
  it.each(['joliet', 'rock-ridge'] as const)('reads the long names of %s', (names) => {
    expect(contents(madeIso(files, { names }))).toEqual({
      DICOMDIR: 'list',
      'Images/Brain axial.dcm': 'x'.repeat(3000),
      'Images/b': 'second',
    });
  });

  it('reads plain names without their version', () => {
    expect(Object.keys(contents(madeIso(files, { names: 'plain' }))).sort()).toEqual([
      'DICOMDIR',
      'IMAGES/B',
      'IMAGES/BRAIN_AXIAL.DCM',
    ]);
  });

  it('reads the same with promises', async () => {
    const source = bytesSource(madeIso(files, { names: 'joliet' }));
    expect(await readIso(source)).toEqual(readIsoSync(source));
  });

  it('names the files that a cut image does not hold whole', () => {
    const image = madeIso(files, { names: 'joliet' });
    const { refused } = readIsoSync(bytesSource(image.subarray(0, image.length - 2048)));
    expect(refused).toEqual([{ path: 'Images/b', reason: 'the disc image is cut short before this file ends' }]);
  });

  it('refuses an image without a volume or with a broken folder', () => {
    expect(() => readIsoSync(bytesSource(new Uint8Array(40_000)))).toThrow(UnreadableContainer);
    const image = madeIso(files, { names: 'plain' });
    image[19 * 2048] = 5;
    expect(() => readIsoSync(bytesSource(image))).toThrow(UnreadableContainer);
  });

  it('ends where folders lead back to themselves', () => {
    const image = madeIso([{ path: 'A/x', bytes: text('x') }], { names: 'plain' });
    // The folder A (sector 19) gets a record of itself: its own "." entry under the name B.
    const self = image.slice(19 * 2048, 19 * 2048 + 34);
    self[33] = 0x42;
    const used = 34 * 2 + 38;
    image.set(self, 19 * 2048 + used);
    expect(readIsoSync(bytesSource(image)).entries.map(({ path }) => path)).toEqual(['A/X']);
  });
});
