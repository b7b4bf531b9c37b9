import { isNativeSyntax } from '../headers/transfer-syntaxes.ts';
import type { FrameRange, InstanceHeader } from '../model.ts';
import { decodeRle, UnreadableFrame } from '../pixels/rle.ts';
import { storedValues } from '../pixels/stored-values.ts';
import type { GreyFrame } from './frame-measures.ts';

const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1';
const RLE = '1.2.840.10008.1.2.5';

/** What of a header tells how the pixels of a frame lie. */
export type GreyHeader = Pick<
  InstanceHeader,
  | 'transferSyntaxUid'
  | 'rows'
  | 'columns'
  | 'samplesPerPixel'
  | 'bitsAllocated'
  | 'bitsStored'
  | 'pixelRepresentation'
  | 'photometric'
>;

/** Colour pixels one behind the other, as one grey: the brightest sample, so that coloured letters stay bright. */
function brightest(pixels: Uint8Array, { rows, columns, samplesPerPixel }: GreyHeader): GreyFrame | null {
  const count = rows * columns;
  if (pixels.length < count * samplesPerPixel) return null;
  const values = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    let most = 0;
    for (let sample = 0; sample < samplesPerPixel; sample += 1)
      most = Math.max(most, pixels[at * samplesPerPixel + sample] as number);
    values[at] = most;
  }
  return { values, rows, columns };
}

/** A native frame as grey values; null for what has no such form (other widths, cut short). */
export function greyFrame(pixels: Uint8Array, header: GreyHeader): GreyFrame | null {
  const { rows, columns } = header;
  if (rows === 0 || columns === 0) return null;
  if (header.samplesPerPixel > 1) return header.bitsAllocated === 8 ? brightest(pixels, header) : null;
  const values = storedValues(pixels, header);
  return values === null ? null : { values, rows, columns };
}

/** The bytes of a frame in its file, its fragments one behind the other. */
export function frameBytes(file: Uint8Array, { offset, length, pieces }: FrameRange): Uint8Array {
  if (pieces === undefined) return file.subarray(offset, offset + length);
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(file.subarray(piece.offset, piece.offset + piece.length), at);
    at += piece.length;
  }
  return whole;
}

function openRle(frame: Uint8Array, header: GreyHeader): GreyFrame | null {
  const bytes = header.bitsAllocated > 8 ? 2 : 1;
  const layout = { pixels: header.rows * header.columns, samples: header.samplesPerPixel, bytes };
  try {
    const native = decodeRle(frame, layout);
    return greyFrame(native, { ...header, transferSyntaxUid: EXPLICIT_LITTLE, bitsAllocated: bytes * 8 });
  } catch (error) {
    if (error instanceof UnreadableFrame) return null;
    throw error;
  }
}

/**
 * Grey values of a stored frame, native or RLE; null for what needs a codec, and for damaged frames.
 * @param frame its bytes as they lie in the file
 */
export function openGreyFrame(frame: Uint8Array, header: GreyHeader): GreyFrame | null {
  if (header.transferSyntaxUid === RLE) return openRle(frame, header);
  return isNativeSyntax(header.transferSyntaxUid) ? greyFrame(frame, header) : null;
}
