import type { InstanceHeader } from '@overread/imaging/model.ts';
import { unpackBits } from '@overread/imaging/pixels/packed-bits.ts';
import { applyPalette, interleave, ybr422ToRgb, ybrToRgb } from './colour.ts';
import type { ColourAttributes } from './colour-attributes.ts';
import { UnreadableFrame } from './rle.ts';

/** The one layout that all frames of a stream have. */
export interface TargetFormat {
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: 1 | 3;
  readonly bitsAllocated: 8 | 16;
  readonly signed: boolean;
  readonly slope: number;
  readonly intercept: number;
}

/** Pixels as a file or a codec gave them. */
export interface NativeFrame {
  readonly bytes: Uint8Array;
  readonly bitsAllocated: number;
  readonly littleEndian: boolean;
  /** A codec made RGB of it already. */
  readonly isRgb: boolean;
  /** A codec puts colour by pixel, whatever the header says. */
  readonly byPixel: boolean;
}

export type PixelHeader = Pick<
  InstanceHeader,
  | 'rows'
  | 'columns'
  | 'bitsStored'
  | 'pixelRepresentation'
  | 'photometric'
  | 'rescaleSlope'
  | 'rescaleIntercept'
  | 'samplesPerPixel'
>;

/** Samples of 8 or 16 bits in the machine's order (little endian, as everywhere that Node runs). */
function samplesOf({ bytes, bitsAllocated, littleEndian }: NativeFrame, count: number): Uint8Array | Uint16Array {
  if (bytes.length * 8 < count * bitsAllocated) throw new UnreadableFrame('a frame is shorter than its header says');
  if (bitsAllocated === 1) return unpackBits(bytes, count);
  if (bitsAllocated === 8) return bytes.subarray(0, count);
  const aligned = littleEndian && bytes.byteOffset % 2 === 0;
  if (aligned) return new Uint16Array(bytes.buffer, bytes.byteOffset, count);
  const copy = Buffer.from(bytes.subarray(0, count * 2));
  if (!littleEndian) copy.swap16();
  return new Uint16Array(copy.buffer, copy.byteOffset, count);
}

const bytesOf = (samples: Uint8Array | Uint16Array | Int16Array) =>
  new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);

const sameScale = (header: PixelHeader, target: TargetFormat) =>
  header.rescaleSlope === target.slope && header.rescaleIntercept === target.intercept;

/** Turns a sample as it is stored into the value that it stands for. */
function valueReader(header: PixelHeader, bitsAllocated: number, target: TargetFormat): (sample: number) => number {
  const unused = 32 - Math.min(Math.max(header.bitsStored, 1), bitsAllocated);
  const stored =
    header.pixelRepresentation === 1
      ? (sample: number) => (sample << unused) >> unused
      : (sample: number) => (sample << unused) >>> unused;
  if (sameScale(header, target)) return stored;
  const { rescaleSlope, rescaleIntercept } = header;
  return (sample) => Math.round((stored(sample) * rescaleSlope + rescaleIntercept - target.intercept) / target.slope);
}

/** Whether the samples lie there as they are to be sent. */
function isTarget(frame: NativeFrame, header: PixelHeader, target: TargetFormat): boolean {
  const sameSign = (header.pixelRepresentation === 1) === target.signed;
  const allUsed = header.bitsStored >= frame.bitsAllocated;
  return allUsed && sameSign && frame.bitsAllocated === target.bitsAllocated && sameScale(header, target);
}

/**
 * Grey pixels: bits above BitsStored, where old scanners keep overlays (PS3.5 8.1.1), are cleared or take the sign; a frame
 * with another rescale than the series' is brought to that one.
 */
function greyFrame(frame: NativeFrame, header: PixelHeader, target: TargetFormat): Uint8Array {
  const count = header.rows * header.columns;
  const samples = samplesOf(frame, count);
  if (isTarget(frame, header, target)) return bytesOf(samples);
  const valueAt = valueReader(header, frame.bitsAllocated, target);
  const Target = target.bitsAllocated === 8 ? Uint8Array : target.signed ? Int16Array : Uint16Array;
  const out = new Target(count);
  const low = target.signed ? -32_768 : 0;
  const high = target.bitsAllocated === 8 ? 255 : target.signed ? 32_767 : 65_535;
  for (let at = 0; at < count; at += 1) out[at] = Math.max(low, Math.min(high, valueAt(samples[at] as number)));
  return bytesOf(out);
}

function to8Bits(samples: Uint8Array | Uint16Array, bitsStored: number): Uint8Array {
  if (samples instanceof Uint8Array) return samples;
  const shift = Math.max(0, bitsStored - 8);
  return Uint8Array.from(samples, (value) => value >> shift);
}

function colourFrame(frame: NativeFrame, header: PixelHeader, colour: ColourAttributes): Uint8Array {
  const pixels = header.rows * header.columns;
  if (header.photometric === 'PALETTE COLOR') {
    if (colour.palette === null) throw new UnreadableFrame('the colour table is missing');
    return applyPalette(samplesOf(frame, pixels), colour.palette);
  }
  if (header.photometric === 'YBR_FULL_422' && !frame.byPixel)
    return ybr422ToRgb(samplesOf(frame, pixels * 2) as Uint8Array, pixels);
  const eight = to8Bits(samplesOf(frame, pixels * 3), header.bitsStored);
  const byPixel = colour.planar === 1 && !frame.byPixel ? interleave(eight, pixels) : eight;
  return header.photometric.startsWith('YBR_FULL') && !frame.isRgb ? ybrToRgb(byPixel) : byPixel;
}

/**
 * A smaller picture in the upper left corner of the stream's size: its first pixel, where its position is, stays the first.
 * What is added is black.
 */
function padded(pixels: Uint8Array, header: PixelHeader, target: TargetFormat): Uint8Array {
  const bytes = target.samplesPerPixel * (target.bitsAllocated / 8);
  const out = new Uint8Array(target.rows * target.columns * bytes);
  if (header.photometric === 'MONOCHROME1') out.fill(target.signed ? 0x7f : 0xff);
  const width = header.columns * bytes;
  for (let row = 0; row < header.rows; row += 1) {
    out.set(pixels.subarray(row * width, (row + 1) * width), row * target.columns * bytes);
  }
  return out;
}

/** A frame in the layout of its stream. Throws `UnreadableFrame`. */
export function toTarget(
  frame: NativeFrame,
  header: PixelHeader,
  colour: ColourAttributes | null,
  target: TargetFormat,
): Uint8Array {
  const pixels =
    target.samplesPerPixel === 1
      ? greyFrame(frame, header, target)
      : colourFrame(frame, header, colour ?? { planar: 0, palette: null });
  return header.rows === target.rows && header.columns === target.columns ? pixels : padded(pixels, header, target);
}
