import { describe, expect, it } from 'vitest';
import { type NativeFrame, type PixelHeader, type TargetFormat, toTarget } from './to-target.ts';

const header = (change: Partial<PixelHeader> = {}): PixelHeader => ({
  rows: 1,
  columns: 4,
  bitsStored: 16,
  pixelRepresentation: 0,
  photometric: 'MONOCHROME2',
  rescaleSlope: 1,
  rescaleIntercept: 0,
  samplesPerPixel: 1,
  ...change,
});
const target = (change: Partial<TargetFormat> = {}): TargetFormat => ({
  rows: 1,
  columns: 4,
  samplesPerPixel: 1,
  bitsAllocated: 16,
  signed: false,
  slope: 1,
  intercept: 0,
  ...change,
});
const frame = (values: Uint8Array | Uint16Array | Int16Array, change: Partial<NativeFrame> = {}): NativeFrame => ({
  bytes: new Uint8Array(values.buffer.slice(0) as ArrayBuffer),
  bitsAllocated: values.BYTES_PER_ELEMENT * 8,
  littleEndian: true,
  isRgb: false,
  byPixel: false,
  ...change,
});
const words = (bytes: Uint8Array) => [...new Uint16Array(bytes.slice().buffer)];
const signedWords = (bytes: Uint8Array) => [...new Int16Array(bytes.slice().buffer)];
const RGB = target({ columns: 2, samplesPerPixel: 3, bitsAllocated: 8 });
const rgbHeader = (photometric: string) => header({ columns: 2, bitsStored: 8, photometric, samplesPerPixel: 3 });

describe('grey frames', () => {
  it('stay as they are when they are what is wanted', () => {
    const values = new Uint16Array([0, 1, 40_000, 65_535]);
    expect(words(toTarget(frame(values), header(), null, target()))).toEqual([...values]);
  });

  it('lose what old scanners keep above the stored bits', () => {
    const values = new Uint16Array([0x0fff, 0xf001, 0x8000, 0x1234]);
    expect(words(toTarget(frame(values), header({ bitsStored: 12 }), null, target()))).toEqual([0x0fff, 1, 0, 0x234]);
  });

  it('take their sign from the highest stored bit', () => {
    const values = new Uint16Array([0x0fff, 0x0800, 0x07ff, 0]);
    const signed = header({ bitsStored: 12, pixelRepresentation: 1 });
    expect(signedWords(toTarget(frame(values), signed, null, target({ signed: true })))).toEqual([-1, -2048, 2047, 0]);
  });

  it('are turned round from big endian, wherever they begin', () => {
    const bytes = new Uint8Array([9, 0x01, 0x02, 0x03, 0x04, 0, 0, 0, 5]).subarray(1);
    const big = { ...frame(new Uint16Array(4)), bytes, littleEndian: false };
    expect(words(toTarget(big, header(), null, target()))).toEqual([0x0102, 0x0304, 0, 5]);
    const odd = { ...big, littleEndian: true };
    expect(words(toTarget(odd, header(), null, target()))).toEqual([0x0201, 0x0403, 0, 0x0500]);
  });

  it('with another rescale are brought to that of the series', () => {
    const values = new Uint16Array([0, 10, 100, 60_000]);
    const scaled = toTarget(
      frame(values),
      header({ rescaleSlope: 0.5, rescaleIntercept: 10 }),
      null,
      target({ slope: 2 }),
    );
    expect(words(scaled)).toEqual([5, 8, 30, 15_005]);
  });

  it('of 8 bits come into a series of 16', () => {
    expect(words(toTarget(frame(new Uint8Array([0, 1, 2, 255])), header({ bitsStored: 8 }), null, target()))).toEqual([
      0, 1, 2, 255,
    ]);
  });

  it('that are smaller lie in the upper left corner', () => {
    const small = header({ rows: 2, columns: 1 });
    const big = target({ rows: 3, columns: 2 });
    expect(words(toTarget(frame(new Uint16Array([7, 8])), small, null, big))).toEqual([7, 0, 8, 0, 0, 0]);
    const inverted = toTarget(frame(new Uint16Array([7, 8])), { ...small, photometric: 'MONOCHROME1' }, null, big);
    expect(words(inverted)).toEqual([7, 65_535, 8, 65_535, 65_535, 65_535]);
  });

  it('that are cut short are refused', () => {
    expect(() => toTarget(frame(new Uint16Array(3)), header(), null, target())).toThrow('shorter');
  });
});

describe('colour frames', () => {
  it('by plane become colour by pixel', () => {
    const planes = frame(new Uint8Array([1, 2, 11, 12, 21, 22]));
    expect([...toTarget(planes, rgbHeader('RGB'), { planar: 1, palette: null }, RGB)]).toEqual([1, 11, 21, 2, 12, 22]);
    const opened = { ...planes, byPixel: true };
    expect([...toTarget(opened, rgbHeader('RGB'), { planar: 1, palette: null }, RGB)]).toEqual([1, 2, 11, 12, 21, 22]);
  });

  it('in YBR become RGB, unless a codec made RGB of them', () => {
    const ybr = frame(new Uint8Array([76, 85, 255, 29, 255, 107]));
    const rgb = [...toTarget(ybr, rgbHeader('YBR_FULL'), null, RGB)];
    const wanted = [254, 0, 0, 0, 0, 254];
    for (const [at, value] of wanted.entries()) expect(Math.abs((rgb[at] as number) - value)).toBeLessThanOrEqual(2);
    expect([...toTarget({ ...ybr, isRgb: true, byPixel: true }, rgbHeader('YBR_FULL'), null, RGB)]).toEqual([
      76, 85, 255, 29, 255, 107,
    ]);
  });

  it('in 4:2:2 share their colour with a neighbour', () => {
    const packed = frame(new Uint8Array([100, 200, 128, 128]));
    expect([...toTarget(packed, rgbHeader('YBR_FULL_422'), null, RGB)]).toEqual([100, 100, 100, 200, 200, 200]);
  });

  it('by palette take the colours of their table, and its ends beyond it', () => {
    const table = (values: number[]) => Uint8Array.from(values);
    const palette = { first: 10, red: table([1, 2]), green: table([3, 4]), blue: table([5, 6]) };
    const indices = frame(new Uint8Array([10, 99]));
    const rgb = toTarget(indices, { ...rgbHeader('PALETTE COLOR'), samplesPerPixel: 1 }, { planar: 0, palette }, RGB);
    expect([...rgb]).toEqual([1, 3, 5, 2, 4, 6]);
    expect(() => toTarget(indices, rgbHeader('PALETTE COLOR'), null, RGB)).toThrow('table');
  });
});
