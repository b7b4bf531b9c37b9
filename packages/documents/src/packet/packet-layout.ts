import { crc32 } from 'node:zlib';
import { isoLayout } from './disc/iso-layout.ts';
import type { DiscFile, Layout } from './disc/layout.ts';
import { zipLayout } from './disc/zip-layout.ts';
import type { PacketPlan, PlannedFile } from './plan-packet.ts';

export type PacketFormat = 'zip' | 'iso';

/** Where the bytes of images come from. */
export interface ImageSource {
  /** Bytes `start` to `end` (exclusive) of an image as it came. */
  read(sopInstanceUid: string, start: number, end: number): AsyncIterable<Uint8Array>;
}

/** CRC-32 of what is read, without keeping it. */
async function crcOf(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let crc = 0;
  for await (const chunk of bytes) crc = crc32(chunk, crc);
  return crc;
}

/** A planned file as one that can be read; a CRC is counted once. */
function discFile(file: PlannedFile, source: ImageSource): DiscFile {
  const { path, size } = file;
  async function* read(start: number, end: number): AsyncGenerator<Uint8Array> {
    if ('bytes' in file) return yield file.bytes.subarray(start, end);
    const before = file.prefix?.length ?? 0;
    if (file.prefix !== null && start < before) yield file.prefix.subarray(start, Math.min(end, before));
    if (end > before) yield* source.read(file.image, Math.max(0, start - before), end - before);
  }
  let crc: Promise<number> | null = null;
  return {
    ...{ path, size, read },
    crc32() {
      crc ??= crcOf(read(0, size));
      return crc;
    },
  };
}

/** The files of a packet, to be written into a folder. */
export const packetFiles = (plan: PacketPlan, source: ImageSource): readonly DiscFile[] =>
  plan.files.map((file) => discFile(file, source));

/** A packet as a ZIP or as a disc image, of which any part can be read. */
export function packetLayout(plan: PacketPlan, format: PacketFormat, source: ImageSource): Layout {
  const files = packetFiles(plan, source);
  return format === 'zip' ? zipLayout(files, plan.createdAt) : isoLayout(files, plan);
}
