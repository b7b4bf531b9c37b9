import { expect, it } from 'vitest';
import { pageText } from './page-text.ts';
import { exifOrientation, pictureSize } from './picture-size.ts';

const line = (...words: readonly (readonly [string, number])[]) => ({
  words: words.map(([text, confidence]) => ({ text, confidence })),
});

it('gives lines and paragraphs, and says which words are in doubt', () => {
  const first = {
    lines: [line(['FINDINGS:', 96]), line(['extrusicn', 40], ['of', 95], [' ', 5], ['x', 90], ['|', 90])],
  };
  const { text, doubtful } = pageText({
    confidence: 80,
    blocks: [{ paragraphs: [first, { lines: [line(['No', 96], ['fracture.', 96])] }] }],
  });
  expect(text).toBe('FINDINGS:\nextrusicn of [?] x\n\nNo fracture.');
  expect(doubtful.map(({ start, end }) => text.slice(start, end))).toEqual(['extrusicn', '[?]']);
});

it('gives nothing of an empty page', () => {
  expect(pageText({ confidence: 0, blocks: null })).toEqual({ text: '', doubtful: [] });
});

it('reads how a telephone was held', () => {
  const exif = [...Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0', 'latin1')];
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0];
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...frame, 0xff, 0xd9]);
  expect(exifOrientation(jpeg)).toBe(6);
  expect(pictureSize(jpeg)).toEqual({ mediaType: 'image/jpeg', width: 40, height: 30 });
  expect(pictureSize(new Uint8Array(64))).toBeNull();
});
