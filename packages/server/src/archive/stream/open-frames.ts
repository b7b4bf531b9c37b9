import { DEFLATED, encodingOf } from '@overread/imaging/headers/transfer-syntaxes.ts';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import { Problem } from '../../platform/ports.ts';
import { wordedProblem } from '../../platform/problems.ts';
import type { Archive, ArchivedInstance, FrameOf } from '../model.ts';
import { storedFrames } from '../stored-frames.ts';
import { type ColourAttributes, readColourAttributes } from './pixels/colour-attributes.ts';
import type { DecodePool } from './pixels/decode-pool.ts';
import { UnreadableFrame } from './pixels/rle.ts';
import { COMPRESSED } from './pixels/syntaxes.data.ts';
import { type NativeFrame, type TargetFormat, toTarget } from './pixels/to-target.ts';

export interface FrameSource {
  readonly archive: Archive;
  readonly decoders: DecodePool;
}

/** GE's own syntax has little-endian elements and big-endian pixels. */
const GE_PRIVATE = '1.2.840.113619.5.2';
/** Frames that are being opened while the one before them is sent. */
const AHEAD = 6;

/** Throws the problem that names the syntax when the frames of an instance cannot be opened. */
export function refuseUnread({ transferSyntaxUid, bitsAllocated }: InstanceHeader): void {
  const syntax = COMPRESSED[transferSyntaxUid];
  const native = encodingOf(transferSyntaxUid);
  if (native.encapsulated && (syntax === undefined || syntax.codec === null)) {
    const name = syntax?.name ?? 'an unknown syntax';
    throw wordedProblem(415, 'images.syntax-unread', { name, uid: transferSyntaxUid });
  }
  if (bitsAllocated !== 8 && bitsAllocated !== 16) {
    throw wordedProblem(415, 'images.syntax-unread', {
      name: `${bitsAllocated} bits per pixel`,
      uid: transferSyntaxUid,
    });
  }
}

async function nativeFrame(decoders: DecodePool, header: InstanceHeader, bytes: Buffer): Promise<NativeFrame> {
  const codec = COMPRESSED[header.transferSyntaxUid]?.codec ?? null;
  if (codec === null) {
    const littleEndian = encodingOf(header.transferSyntaxUid).littleEndian && header.transferSyntaxUid !== GE_PRIVATE;
    return { bytes, bitsAllocated: header.bitsAllocated, littleEndian, isRgb: false, byPixel: false };
  }
  const { rows, columns, samplesPerPixel: samples, bitsAllocated } = header;
  const opened = await decoders.open(codec, bytes, { rows, columns, samples, bitsAllocated });
  return { ...opened, littleEndian: true, byPixel: true };
}

/** Colour attributes, read once per instance and only where there is colour. */
function colourReader(archive: Archive, caseId: string) {
  const read = new Map<string, Promise<ColourAttributes>>();
  const load = async (instance: ArchivedInstance) => {
    const { sopInstanceUid, header } = instance;
    if (header.transferSyntaxUid === DEFLATED) return { planar: 0, palette: null } as const;
    return readColourAttributes((await archive.openHeader(caseId, sopInstanceUid)) ?? Buffer.alloc(0));
  };
  return (instance: ArchivedInstance) => {
    const known = read.get(instance.sopInstanceUid) ?? load(instance);
    read.set(instance.sopInstanceUid, known);
    return known;
  };
}

/** Frames in the layout of their stream, in the order given; a few are opened ahead. */
export async function* openFrames(
  { archive, decoders }: FrameSource,
  caseId: string,
  wanted: readonly FrameOf[],
  target: TargetFormat,
): AsyncGenerator<Uint8Array> {
  const colourOf = colourReader(archive, caseId);
  const waiting: Promise<Uint8Array>[] = [];
  let at = 0;
  const open = async ({ instance }: FrameOf, bytes: Buffer) => {
    const colour = target.samplesPerPixel === 3 ? await colourOf(instance) : null;
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

/** One compressed frame as native little-endian pixels. */
export async function openFrame(decoders: DecodePool, header: InstanceHeader, frame: Buffer): Promise<Uint8Array> {
  refuseUnread(header);
  return (await nativeFrame(decoders, header, frame)).bytes;
}

/** What a stored frame that cannot be opened means for the caller. */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  return error instanceof UnreadableFrame ? wordedProblem(422, 'images.damaged') : error;
}
