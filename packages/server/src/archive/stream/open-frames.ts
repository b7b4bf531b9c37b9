import { encodingOf } from '@overread/imaging/headers/transfer-syntaxes.ts';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { FrameMeasures } from '@overread/imaging/quality/frame-measures.ts';
import { Problem } from '../../platform/ports.ts';
import { wordedProblem } from '../../platform/problems.ts';
import { createDataSetReader } from '../data-set.ts';
import type { FrameOf, ReadFrames } from '../model.ts';
import { storedFrames } from '../stored-frames.ts';
import type { CompressedLayout, OpenedFrame } from './pixels/codecs.ts';
import { readColourAttributes } from './pixels/colour-attributes.ts';
import type { DecodePool } from './pixels/decode-pool.ts';
import { pictureHeader } from './pixels/draw.ts';
import { UnreadableFrame } from './pixels/rle.ts';
import { COMPRESSED, type Codec } from './pixels/syntaxes.data.ts';
import { type NativeFrame, type TargetFormat, toTarget } from './pixels/to-target.ts';

export interface FrameSource {
  readonly archive: ReadFrames;
  readonly decoders: DecodePool;
}

/** GE's own syntax has little-endian elements and big-endian pixels. */
const GE_PRIVATE = '1.2.840.113619.5.2';
/** Frames that are being opened while the one before them is sent. */
const AHEAD = 6;

/** Throws the problem that names the syntax, or the width of pixels, when the frames of an instance cannot be opened. */
export function refuseUnread({ transferSyntaxUid, bitsAllocated, samplesPerPixel }: InstanceHeader): void {
  const syntax = COMPRESSED[transferSyntaxUid];
  const native = encodingOf(transferSyntaxUid);
  if (native.encapsulated && (syntax === undefined || syntax.codec === null)) {
    const name = syntax?.name ?? 'an unknown syntax';
    throw wordedProblem(415, 'images.syntax-unread', { name, uid: transferSyntaxUid });
  }
  const single = bitsAllocated === 1 && samplesPerPixel === 1 && !native.encapsulated && native.littleEndian;
  if (bitsAllocated !== 8 && bitsAllocated !== 16 && !single) {
    throw wordedProblem(415, 'images.bits-unread', { bits: bitsAllocated });
  }
}

/** Samples of 8 bits in the 16 that a header allots; a codec that finds fewer bits gives bytes. */
function widened(opened: OpenedFrame): OpenedFrame {
  const out = new Uint8Array(opened.bytes.length * 2);
  for (let at = 0; at < opened.bytes.length; at += 1) out[at * 2] = opened.bytes[at] as number;
  return { ...opened, bytes: out, bitsAllocated: 16 };
}

export const layoutOf = ({
  rows,
  columns,
  samplesPerPixel: samples,
  bitsAllocated,
}: InstanceHeader): CompressedLayout => ({
  ...{ rows, columns, samples, bitsAllocated },
});

/** One compressed frame as native little-endian pixels, of as many bits as its header allots. Throws `UnreadableFrame`. */
export async function openCompressed(
  decoders: DecodePool,
  header: InstanceHeader,
  bytes: Buffer,
): Promise<OpenedFrame> {
  refuseUnread(header);
  const codec = codecOf(header);
  if (codec === null) throw new UnreadableFrame('a frame is not compressed');
  const opened = await decoders.open(codec, bytes, layoutOf(header));
  const { bitsAllocated, rows, columns, samplesPerPixel } = header;
  if (opened.bitsAllocated > bitsAllocated) throw new UnreadableFrame('a frame has more bits than its header says');
  const native = opened.bitsAllocated < bitsAllocated ? widened(opened) : opened;
  const size = rows * columns * samplesPerPixel * (bitsAllocated / 8);
  if (native.bytes.length < size) throw new UnreadableFrame('a frame is smaller than its header says');
  return { ...native, bytes: native.bytes.subarray(0, size) };
}

export const codecOf = ({ transferSyntaxUid }: InstanceHeader): Codec | null =>
  COMPRESSED[transferSyntaxUid]?.codec ?? null;

/** How the uncompressed pixels of a file lie. */
export const storedLayout = ({ transferSyntaxUid, bitsAllocated }: InstanceHeader) => ({
  bitsAllocated,
  littleEndian: encodingOf(transferSyntaxUid).littleEndian && transferSyntaxUid !== GE_PRIVATE,
});

async function nativeFrame(decoders: DecodePool, header: InstanceHeader, bytes: Buffer): Promise<NativeFrame> {
  const codec = codecOf(header);
  if (codec === null) return { ...storedLayout(header), bytes, isRgb: false, byPixel: false };
  const opened = await decoders.open(codec, bytes, layoutOf(header));
  return { ...opened, littleEndian: true, byPixel: true };
}

/** What is measured in a stored frame for hints at its quality; null where it cannot be opened or is damaged. */
export async function measureStored(
  decoders: DecodePool,
  header: InstanceHeader,
  bytes: Buffer,
): Promise<FrameMeasures | null> {
  const codec = codecOf(header);
  if (codec === null && encodingOf(header.transferSyntaxUid).encapsulated) return null;
  try {
    const { transferSyntaxUid } = header;
    return await decoders.measure(codec, bytes, layoutOf(header), { ...pictureHeader(header), transferSyntaxUid });
  } catch (error) {
    if (error instanceof UnreadableFrame) return null;
    throw error;
  }
}

/** Frames in the layout of their stream, in the order given; a few are opened ahead. */
export async function* openFrames(
  { archive, decoders }: FrameSource,
  caseId: string,
  wanted: readonly FrameOf[],
  target: TargetFormat,
): AsyncGenerator<Uint8Array> {
  const dataSet = createDataSetReader(archive, caseId);
  const waiting: Promise<Uint8Array>[] = [];
  let at = 0;
  const open = async ({ instance }: FrameOf, bytes: Buffer) => {
    const colour = target.samplesPerPixel === 3 ? readColourAttributes(await dataSet(instance)) : null;
    return toTarget(await nativeFrame(decoders, instance.header, bytes), instance.header, colour, target);
  };
  for await (const { bytes } of storedFrames(archive, caseId, wanted)) {
    const opening = open(wanted[at] as FrameOf, bytes);
    // A frame that fails is heard of when its turn comes; until then nobody may be listening.
    opening.catch(() => undefined);
    waiting.push(opening);
    at += 1;
    if (waiting.length >= AHEAD) yield await (waiting.shift() as Promise<Uint8Array>);
  }
  for (const opening of waiting) yield await opening;
}

/** What a stored frame that cannot be opened means for the caller. */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  return error instanceof UnreadableFrame ? wordedProblem(422, 'images.damaged') : error;
}
