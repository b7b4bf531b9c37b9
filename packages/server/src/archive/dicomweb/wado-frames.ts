import { EXPLICIT_LITTLE, encodingOf } from '@overread/imaging/headers/transfer-syntaxes.ts';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import { wordedProblem } from '../../platform/problems.ts';
import type { Archive, ArchivedInstance } from '../model.ts';
import { storedFrames } from '../stored-frames.ts';
import type { Part } from './multipart.ts';

/** Opens one compressed frame as native little-endian pixels. */
export type OpenFrame = (header: InstanceHeader, frame: Buffer) => Promise<Uint8Array>;

/** Media types of compressed frames (PS3.18 table 8.7.3-4). */
const MEDIA: readonly (readonly [RegExp, string])[] = [
  [/\.4\.(?:50|51|57|70)$/, 'image/jpeg'],
  [/\.4\.8[01]$/, 'image/jls'],
  [/\.4\.9[01]$/, 'image/jp2'],
  [/\.4\.20[123]$/, 'image/jphc'],
  [/\.2\.5$/, 'image/dicom-rle'],
];

const mediaOf = (uid: string) => MEDIA.find(([pattern]) => pattern.test(uid))?.[1] ?? 'application/octet-stream';

/** Whether the caller takes frames as they are stored: any syntax, this one, or the media type that it has. */
export function takesStored(accept: string, uid: string): boolean {
  return (
    accept.includes('transfer-syntax=*') ||
    accept.includes(uid) ||
    /image\/(?:jls|jp2|jphc?|jpeg|dicom-rle)/.test(accept)
  );
}

/** "1,3" as indices from 0. */
export function frameList(text: string, frames: number): number[] {
  const wanted = text.split(',').map(Number);
  const wrong = wanted.some((frame) => !Number.isInteger(frame) || frame < 1 || frame > frames);
  if (wrong) throw wordedProblem(404, 'images.no-such-instance');
  return wanted.map((frame) => frame - 1);
}

function toLittleEndian(bytes: Buffer, { transferSyntaxUid, bitsAllocated }: InstanceHeader): Buffer {
  return encodingOf(transferSyntaxUid).littleEndian || bitsAllocated !== 16 ? bytes : Buffer.from(bytes).swap16();
}

/** The frames asked for, each a part of its own: as they are stored where that is taken, else uncompressed. */
export async function* frameParts(
  archive: Archive,
  caseId: string,
  wanted: { readonly instance: ArchivedInstance; readonly frames: readonly number[]; readonly accept: string },
  open: OpenFrame,
): AsyncGenerator<Part> {
  const { instance, frames, accept } = wanted;
  const { header } = instance;
  const uid = header.transferSyntaxUid;
  const compressed = encodingOf(uid).encapsulated;
  const asStored = compressed && takesStored(accept, uid);
  const syntax = asStored ? uid : EXPLICIT_LITTLE;
  const type = `${asStored ? mediaOf(uid) : 'application/octet-stream'}; transfer-syntax=${syntax}`;
  const each = frames.map((frame) => ({ instance, frame }));
  for await (const { bytes } of storedFrames(archive, caseId, each)) {
    if (asStored) yield { type, bytes };
    else yield { type, bytes: compressed ? await open(header, bytes) : toLittleEndian(bytes, header) };
  }
}
