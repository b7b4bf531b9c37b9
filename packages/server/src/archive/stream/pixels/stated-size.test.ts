import { describe, expect, it } from 'vitest';
import { createCodecs } from './codecs.ts';
import { statedSize } from './stated-size.ts';

const jpeg = (marker: number, rows: number, columns: number) =>
  Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, marker, 0, 11, 8],
    ...[rows >> 8, rows & 255, columns >> 8, columns & 255, 1, 1, 0x11, 0, 0xff, 0xd9],
  );

function jpeg2000(rows: number, columns: number): Uint8Array {
  const bytes = new Uint8Array(60);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xff4fff51);
  view.setUint32(8, columns);
  view.setUint32(12, rows);
  view.setUint16(40, 1);
  return bytes;
}

describe('the size that a frame states', () => {
  it.each([0xc0, 0xc3, 0xf7])('is found in a JPEG stream with start of frame %i', (marker) => {
    expect(statedSize(jpeg(marker, 300, 200))).toEqual({ rows: 300, columns: 200, components: 1 });
  });

  it('is found in a JPEG 2000 codestream', () => {
    expect(statedSize(jpeg2000(7, 9))).toEqual({ rows: 7, columns: 9, components: 1 });
  });

  it.each([[Uint8Array.of()], [Uint8Array.of(0xff, 0xd8)], [new Uint8Array(50).fill(0xff)], [Uint8Array.of(1, 2, 3)]])(
    'is none in bytes that are no frame',
    (bytes) => expect(statedSize(bytes)).toBeNull(),
  );

  it.each([
    ['jpeg', jpeg(0xc0, 65_535, 65_535)],
    ['jpeg-lossless', jpeg(0xc3, 65_535, 65_535)],
    ['jpeg-ls', jpeg(0xf7, 65_535, 65_535)],
    ['jpeg-2000', jpeg2000(1_000_000, 1_000_000)],
  ] as const)('is compared with the header before %s makes room for it', async (codec, frame) => {
    const layout = { rows: 4, columns: 4, samples: 1, bitsAllocated: 8 };
    await expect(createCodecs()(codec, frame, layout)).rejects.toThrow('another size than its header says');
  });
});
