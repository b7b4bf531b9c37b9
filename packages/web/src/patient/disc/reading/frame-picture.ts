import { drawPreview, type InstanceHeader, isNativeSyntax, type Preview, parseHeader } from '@overread/imaging';
import type { FrameRange } from '@overread/imaging/model.ts';
import { decodeRle } from '@overread/imaging/pixels/rle.ts';
import type { FrameMeasures } from '@overread/imaging/quality/frame-measures.ts';
import { measureFrame } from '@overread/imaging/quality/frame-signs.ts';
import { greyFrame } from '@overread/imaging/quality/grey-frame.ts';

/** Opens one compressed grey frame; null for a syntax that it does not know. Rejects for a damaged frame. */
export type OpenFrame = (transferSyntaxUid: string, frame: Uint8Array) => Promise<OpenedGrey | null>;

/** Native little-endian pixels of one sample each. */
export interface OpenedGrey {
  readonly bytes: Uint8Array;
  readonly bitsAllocated: 8 | 16;
}

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const RLE = '1.2.840.10008.1.2.5';
/** A compressed file beyond this is not read for the sake of a small picture. */
const MAX_WHOLE_BYTES = 128 << 20;

async function bytesOf(blob: Blob, { offset, length, pieces }: FrameRange): Promise<Uint8Array> {
  if (pieces === undefined) return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
  const parts = pieces.map((piece) => blob.slice(piece.offset, piece.offset + piece.length));
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Where a compressed frame lies is known only when all fragments were walked, so the file is read once more, whole. */
async function compressedRange(blob: Blob, header: InstanceHeader, frame: number): Promise<FrameRange | undefined> {
  const known = header.frameRanges[frame];
  if (known !== undefined && header.frameRanges.length === header.frames) return known;
  if (blob.size > MAX_WHOLE_BYTES) return undefined;
  return parseHeader(new Uint8Array(await blob.arrayBuffer())).frameRanges[frame];
}

function openRle(frame: Uint8Array, { rows, columns, bitsAllocated }: InstanceHeader): OpenedGrey {
  const bytes = bitsAllocated > 8 ? 2 : 1;
  const opened = decodeRle(frame, { pixels: rows * columns, samples: 1, bytes });
  return { bytes: opened, bitsAllocated: bytes === 2 ? 16 : 8 };
}

interface FrameOptions {
  readonly frame: number;
  readonly openFrame: OpenFrame;
}

/** The native bytes of a frame, and a header that says how they lie; null for a kind that cannot be opened. */
async function opened(
  blob: Blob,
  header: InstanceHeader,
  { frame, openFrame }: FrameOptions,
): Promise<{ readonly bytes: Uint8Array; readonly header: InstanceHeader } | null> {
  if (header.samplesPerPixel !== 1) return null;
  if (isNativeSyntax(header.transferSyntaxUid)) {
    const range = header.frameRanges[frame];
    return range === undefined ? null : { bytes: await bytesOf(blob, range), header };
  }
  const range = await compressedRange(blob, header, frame);
  if (range === undefined) return null;
  const packed = await bytesOf(blob, range);
  const isRle = header.transferSyntaxUid === RLE;
  const grey = isRle ? openRle(packed, header) : await openFrame(header.transferSyntaxUid, packed);
  if (grey === null) return null;
  const { bytes, bitsAllocated } = grey;
  const native = { ...header, transferSyntaxUid: EXPLICIT_LITTLE_ENDIAN, bitsAllocated };
  return { bytes, header: { ...native, bitsStored: Math.min(header.bitsStored, bitsAllocated) } };
}

/** A frame drawn small, whether it is compressed or not; null where it is in colour or of a kind that cannot be opened. */
export async function framePicture(
  blob: Blob,
  header: InstanceHeader,
  options: FrameOptions & { readonly size: number },
): Promise<Preview | null> {
  const frame = await opened(blob, header, options);
  return frame === null ? null : drawPreview(frame.bytes, frame.header, options.size);
}

/** What was measured in a frame; null where it cannot be opened. */
export async function frameMeasures(
  blob: Blob,
  header: InstanceHeader,
  options: FrameOptions,
): Promise<FrameMeasures | null> {
  const frame = await opened(blob, header, options);
  const grey = frame === null ? null : greyFrame(frame.bytes, frame.header);
  return grey === null ? null : measureFrame(grey);
}
