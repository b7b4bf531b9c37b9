import { type DiscFile, type Layout, layoutOf, type Piece } from './layout.ts';

const FULL32 = 0xffffffff;
const FULL16 = 0xffff;
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const UTF8 = 0x0800;
const UNIX = 3;
const REGULAR_FILE = 0o100644 * 0x10000;

/** MS-DOS time and date (APPNOTE 4.4.6): in UTC, since a ZIP knows no zone. */
export function dosTime(isoInstant: string): { time: number; date: number } {
  const at = new Date(isoInstant);
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}

export interface Entry {
  readonly file: DiscFile;
  readonly name: Buffer;
  /** Where its local header begins. */
  readonly offset: number;
}

/** What local and central headers have in common: version to extract, flags, method, time, CRC, sizes (APPNOTE 4.3.7, 4.3.12). */
function common({ file, name }: Entry, isWide: boolean, stamp: ReturnType<typeof dosTime>, crc: number): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt16LE(isWide ? 45 : 20, 0);
  bytes.writeUInt16LE(UTF8, 2);
  bytes.writeUInt16LE(0, 4);
  bytes.writeUInt16LE(stamp.time, 6);
  bytes.writeUInt16LE(stamp.date, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(file.size >= FULL32 ? FULL32 : file.size, 14);
  bytes.writeUInt32LE(file.size >= FULL32 ? FULL32 : file.size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

/** The ZIP64 extra field with the numbers that do not fit (APPNOTE 4.5.3). */
function wide(numbers: readonly number[]): Buffer {
  if (numbers.length === 0) return Buffer.alloc(0);
  const bytes = Buffer.alloc(4 + 8 * numbers.length);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(8 * numbers.length, 2);
  for (const [index, number] of numbers.entries()) bytes.writeBigUInt64LE(BigInt(number), 4 + 8 * index);
  return bytes;
}

const signature = (text: string): Buffer => Buffer.from(`PK${text}`, 'latin1');
const two = (value: number): Buffer => Buffer.of(value & 0xff, (value >> 8) & 0xff);

export function localHeader(entry: Entry, stamp: ReturnType<typeof dosTime>): Piece {
  const { file, name } = entry;
  const extra = wide(file.size >= FULL32 ? [file.size, file.size] : []);
  return {
    size: 30 + name.length + extra.length,
    async bytes() {
      const shared = common(entry, extra.length > 0, stamp, await file.crc32());
      return Buffer.concat([signature('\u0003\u0004'), shared, two(extra.length), name, extra]);
    },
  };
}

const wideOf = ({ file, offset }: Entry): Buffer =>
  wide([...(file.size >= FULL32 ? [file.size, file.size] : []), ...(offset >= FULL32 ? [offset] : [])]);

const centralSize = (entry: Entry): number => 46 + entry.name.length + wideOf(entry).length;

export async function centralHeader(entry: Entry, stamp: ReturnType<typeof dosTime>): Promise<Buffer> {
  const extra = wideOf(entry);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(REGULAR_FILE, 6);
  rest.writeUInt32LE(entry.offset >= FULL32 ? FULL32 : entry.offset, 10);
  return Buffer.concat([
    ...[signature('\u0001\u0002'), Buffer.of(45, UNIX)],
    ...[common(entry, extra.length > 0, stamp, await entry.file.crc32()), two(extra.length), rest, entry.name, extra],
  ]);
}

/** The end of the central directory, in its 64-bit form as well where a number does not fit (APPNOTE 4.3.14 to 4.3.16). */
export function endOf(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  signature('\u0005\u0006').copy(end);
  for (const at of [8, 10]) end.writeUInt16LE(Math.min(entries, FULL16), at);
  end.writeUInt32LE(Math.min(size, FULL32), 12);
  end.writeUInt32LE(Math.min(offset, FULL32), 16);
  if (entries < FULL16 && size < FULL32 && offset < FULL32) return end;
  const end64 = Buffer.alloc(56);
  signature('\u0006\u0006').copy(end64);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  for (const at of [24, 32]) end64.writeBigUInt64LE(BigInt(entries), at);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  signature('\u0006\u0007').copy(locator);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}

/**
 * A ZIP of these files, stored as they are, in their order; ZIP64 where numbers need it. Its size is known before a file is
 * read, and any part of it can be made alone. Sizes and CRCs stand in front of each file: readers that do not seek take it.
 */
export function zipLayout(files: readonly DiscFile[], createdAt: string): Layout {
  const stamp = dosTime(createdAt);
  const pieces: Piece[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const file of files) {
    const entry: Entry = { file, name: Buffer.from(file.path, 'utf8'), offset };
    const header = localHeader(entry, stamp);
    pieces.push(header, { size: file.size, file, from: 0 });
    entries.push(entry);
    offset += header.size + file.size;
  }
  const size = entries.reduce((sum, entry) => sum + centralSize(entry), 0);
  for (const entry of entries) pieces.push({ size: centralSize(entry), bytes: () => centralHeader(entry, stamp) });
  const end = endOf(entries.length, size, offset);
  pieces.push({ size: end.length, bytes: () => end });
  return layoutOf(pieces);
}
