import { describe, expect, it } from 'vitest';
import { type MadeFile, type MadeItem, madeInstance } from '../../../../testing/made-dicom.ts';
import { parseHeader } from '../headers/parse-header.ts';
import { drawPreview } from './draw-preview.ts';

/** The preview of a 2 x 2 picture at its own size, as its four greys. */
function greys(overrides: MadeItem, values: Uint8Array, file: MadeFile = {}): number[] | null {
  const bytes = madeInstance(
    { Rows: 2, Columns: 2, WindowCenter: 50, WindowWidth: 100, PixelData: values, ...overrides },
    file,
  );
  const header = parseHeader(bytes);
  const range = header.frameRanges[0];
  if (range === undefined) throw new Error('the made picture has no frame');
  const preview = drawPreview(bytes.subarray(range.offset, range.offset + range.length), header, 2);
  return preview === null ? null : [0, 4, 8, 12].map((at) => preview.rgba[at] as number);
}
const words = (...values: number[]) => new Uint8Array(Uint16Array.from(values).buffer);

describe('drawPreview', () => {
  it('draws 16 bit through the window', () => {
    expect(greys({}, words(0, 50, 100, 200))).toEqual([0, 128, 255, 255]);
  });

  it('draws 8 bit', () => {
    expect(
      greys({ BitsAllocated: 8, BitsStored: 8, '7fe00010:OB': undefined }, Uint8Array.of(0, 50, 100, 200)),
    ).toEqual([0, 128, 255, 255]);
  });

  it('draws signed values', () => {
    const signed = new Uint8Array(Int16Array.of(-100, 0, 50, 100).buffer);
    expect(greys({ PixelRepresentation: 1, BitsStored: 16, WindowCenter: 0, WindowWidth: 200 }, signed)).toEqual([
      0, 128, 191, 255,
    ]);
  });

  it('draws big endian', () => {
    const swapped = Uint8Array.of(0, 0, 0, 50, 0, 100, 0, 200);
    expect(greys({}, swapped, { transferSyntaxUid: '1.2.840.10008.1.2.2' })).toEqual([0, 128, 255, 255]);
  });

  it('turns MONOCHROME1 round', () => {
    expect(greys({ PhotometricInterpretation: 'MONOCHROME1' }, words(0, 50, 100, 200))).toEqual([255, 128, 0, 0]);
  });

  it('ignores overlays in unused bits', () => {
    expect(greys({}, words(0xf000, 0xf032, 100, 200))).toEqual([0, 128, 255, 255]);
  });

  it('uses rescaled values', () => {
    expect(greys({ RescaleSlope: 2, RescaleIntercept: -100 }, words(50, 75, 100, 200))).toEqual([0, 128, 255, 255]);
  });

  it('finds a window where the header has none', () => {
    expect(greys({ WindowCenter: undefined, WindowWidth: undefined }, words(0, 10, 20, 30))?.at(-1)).toBe(255);
  });

  it('keeps the shape of the body where pixels are not square', () => {
    const bytes = madeInstance({ Rows: 4, Columns: 8, PixelSpacing: [2, 1], PixelData: new Uint8Array(64) });
    expect(drawPreview(new Uint8Array(64), parseHeader(bytes), 16)).toMatchObject({ width: 16, height: 16 });
  });

  it('gives none for compressed, coloured and cut frames', () => {
    const compressed = parseHeader(madeInstance({}, { fragments: [[new Uint8Array(32)]] }));
    expect(drawPreview(new Uint8Array(32), compressed, 16)).toBeNull();
    expect(drawPreview(new Uint8Array(96), parseHeader(madeInstance({ SamplesPerPixel: 3 })), 16)).toBeNull();
    expect(drawPreview(new Uint8Array(10), parseHeader(madeInstance()), 16)).toBeNull();
  });
});
