import type { Left } from '../model.ts';
import {
  type ByteSource,
  type Reading,
  runAsync,
  runSync,
  type SyncByteSource,
  UnreadableContainer,
} from './byte-source.ts';
import { decodeCp437 } from './cp437.ts';
import { nameProblem, safePath } from './safe-path.ts';

/** A file in a ZIP, from the central directory (APPNOTE 6.3.10, 4.3.12). */
export interface ZipEntry {
  /** Path inside the ZIP, forward slashes, never leading out of it. */
  readonly path: string;
  /** Byte of the entry's local header; its data begin after `localHeaderLength`. */
  readonly offset: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly method: 'stored' | 'deflated';
  readonly crc32: number;
  readonly flags: number;
}

export interface ZipDirectory {
  /** In the order of their offsets, for one pass over the file. */
  readonly entries: readonly ZipEntry[];
  /** Entries that cannot be read: encrypted, of another method, leading out of the archive. */
  readonly refused: readonly Left[];
}

/** A fixed part of 30 bytes, then name and extra field, whose lengths the central directory does not tell. */
export const LOCAL_HEADER_BYTES = 30;

const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** A central directory beyond this describes more files than any disc holds. */
const MAX_DIRECTORY_BYTES = 512 << 20;
const UTF8_FLAG = 0x0800;
const ENCRYPTED_FLAG = 0x0001;

const ASK_AGAIN = 'Copy it again from its source, or drop the folder it was made from';

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Length of a local header, so that an entry's data begin at `entry.offset + localHeaderLength(bytes, at)`.
 * Throws UnreadableContainer when there is none at `at`.
 */
export function localHeaderLength(bytes: Uint8Array, at = 0): number {
  if (at + LOCAL_HEADER_BYTES > bytes.length || viewOf(bytes).getUint32(at, true) !== LOCAL) {
    throw new UnreadableContainer(`the ZIP is damaged: an entry is not where its directory says. ${ASK_AGAIN}`);
  }
  const view = viewOf(bytes);
  return LOCAL_HEADER_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

interface Bounds {
  readonly offset: number;
  readonly length: number;
  readonly count: number;
  /** Bytes in front of the archive (a self-extracting program) that its offsets leave out. */
  readonly shift: number;
}

const large = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

function findEnd(tail: Uint8Array): number {
  const view = viewOf(tail);
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END && at + END_BYTES + view.getUint16(at + 20, true) <= tail.length) return at;
  }
  throw new UnreadableContainer(`the ZIP has no end: it was cut short while it was copied. ${ASK_AGAIN}`);
}

function* findDirectory(size: number): Reading<Bounds> {
  const tailLength = Math.min(size, END_BYTES + MAX_COMMENT);
  const tail = yield { offset: size - tailLength, length: tailLength };
  const at = findEnd(tail);
  const view = viewOf(tail);
  const endOffset = size - tailLength + at;
  const plain = {
    count: view.getUint16(at + 10, true),
    length: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
  const multiDisk = view.getUint16(at + 4, true) !== view.getUint16(at + 6, true);
  const locatorOffset = endOffset - 20;
  const locator = locatorOffset >= 0 ? yield { offset: locatorOffset, length: 20 } : new Uint8Array(0);
  if (locator.length === 20 && viewOf(locator).getUint32(0, true) === END_64_LOCATOR) {
    const record = yield { offset: large(viewOf(locator), 8), length: 56 };
    if (record.length < 56 || viewOf(record).getUint32(0, true) !== END_64) {
      throw new UnreadableContainer(`the ZIP is damaged: its ZIP64 record is missing. ${ASK_AGAIN}`);
    }
    const bounds = {
      count: large(viewOf(record), 32),
      length: large(viewOf(record), 40),
      offset: large(viewOf(record), 48),
    };
    return { ...bounds, shift: 0 };
  }
  if (multiDisk) throw new UnreadableContainer('one part of a split ZIP: open all parts together and drop the folder');
  return { ...plain, shift: Math.max(0, endOffset - plain.length - plain.offset) };
}

interface Raw {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly mode: number;
  readonly next: number;
}

/** Sizes and offset that did not fit into 32 bits, from the ZIP64 extra field (4.5.3): only those that overflow are there. */
function widen(extra: Uint8Array, sizes: { size: number; compressedSize: number; offset: number }) {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x0001) continue;
    const end = Math.min(extra.length, at + 4 + view.getUint16(at + 2, true));
    let field = at + 4;
    for (const key of ['size', 'compressedSize', 'offset'] as const) {
      if (sizes[key] !== 0xffffffff || field + 8 > end) continue;
      sizes[key] = large(view, field);
      field += 8;
    }
    return;
  }
}

function nameOf(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Without the flag names are CP437 by the letter; many programs write UTF-8 all the same, hence the try above.
    return utf8 || looksLatin1(bytes) ? new TextDecoder('windows-1252').decode(bytes) : decodeCp437(bytes);
  }
}

/** Accented letters lie below A9 in CP437 and above BF in Latin-1; E1 is ß in the one and á in the other. */
const looksLatin1 = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => byte >= 0xc0 && byte !== 0xe1) && !bytes.some((byte) => byte >= 0x80 && byte <= 0xa8);

function readRecord(directory: Uint8Array, at: number): Raw | null {
  const view = viewOf(directory);
  if (at + 46 > directory.length || view.getUint32(at, true) !== CENTRAL) return null;
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const flags = view.getUint16(at + 8, true);
  const sizes = {
    compressedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  widen(directory.subarray(nameEnd, extraEnd), sizes);
  const unix = view.getUint8(at + 5) === 3;
  return {
    name: nameOf(directory.subarray(at + 46, nameEnd), (flags & UTF8_FLAG) !== 0),
    flags,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    ...sizes,
    mode: unix ? view.getUint32(at + 38, true) >>> 16 : 0,
    next: extraEnd + view.getUint16(at + 32, true),
  };
}

const METHODS: Readonly<Record<number, string>> = {
  9: 'Deflate64',
  12: 'BZip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
  99: 'AES',
};
const isLink = (mode: number) => (mode & 0xf000) === 0xa000;

/** Why an entry stays out, or null for one that is read. */
function refusalOf(raw: Raw): string | null {
  const problem = nameProblem(raw.name);
  if (problem !== null) return problem;
  if ((raw.flags & ENCRYPTED_FLAG) !== 0) {
    return 'it is protected by a password. Open the ZIP with the password that came with it, and drop the folder';
  }
  if (isLink(raw.mode)) return 'a link to another file';
  if (raw.method !== 0 && raw.method !== 8) {
    const method = METHODS[raw.method] ?? `method ${raw.method}`;
    return `it is compressed with ${method}, which this version does not read. Open the ZIP and drop the folder`;
  }
  if (raw.method === 0 && raw.size !== raw.compressedSize) return 'its sizes contradict each other';
  return null;
}

/** Entries whose data share bytes are the mark of a ZIP bomb, and of damage. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  let end = 0;
  for (const entry of entries) {
    if (entry.offset < end) {
      throw new UnreadableContainer(`the ZIP is damaged or made to do harm: its entries overlap. ${ASK_AGAIN}`);
    }
    end = entry.offset + LOCAL_HEADER_BYTES + entry.compressedSize;
  }
}

/** Parses a central directory; `shift` is added to every offset. */
export function parseCentralDirectory(directory: Uint8Array, shift = 0): ZipDirectory & { readonly records: number } {
  const entries: ZipEntry[] = [];
  const refused: Left[] = [];
  let records = 0;
  for (let raw = readRecord(directory, 0); raw !== null; raw = readRecord(directory, raw.next)) {
    records += 1;
    if (raw.name.endsWith('/') || raw.name.endsWith('\\')) continue;
    const path = safePath(raw.name);
    const reason = refusalOf(raw);
    if (reason !== null) refused.push({ path: path ?? raw.name, reason });
    else if (path !== null && path !== '') {
      const { compressedSize, size, crc32, flags } = raw;
      const method = raw.method === 0 ? 'stored' : 'deflated';
      entries.push({ path, offset: raw.offset + shift, compressedSize, size, method, crc32, flags });
    }
  }
  entries.sort((a, b) => a.offset - b.offset);
  refuseOverlaps(entries);
  return { entries, refused, records };
}

function* readDirectory(size: number): Reading<ZipDirectory> {
  const bounds = yield* findDirectory(size);
  if (bounds.offset + bounds.shift + bounds.length > size || bounds.length > MAX_DIRECTORY_BYTES) {
    throw new UnreadableContainer(`the ZIP is damaged: its directory lies outside of it. ${ASK_AGAIN}`);
  }
  const directory = yield { offset: bounds.offset + bounds.shift, length: bounds.length };
  const { entries, refused, records } = parseCentralDirectory(directory, bounds.shift);
  if (records === 0)
    throw new UnreadableContainer(`the ZIP is damaged or empty: its directory lists no files. ${ASK_AGAIN}`);
  // Without ZIP64 the count has 16 bits, and more files than that are written all the same by some programs.
  const lost = bounds.count > records || (bounds.count & 0xffff) !== (records & 0xffff);
  const reason = `the ZIP is damaged: its directory lists ${bounds.count} entries and ${records} can be read. ${ASK_AGAIN}`;
  return { entries, refused: lost ? [...refused, { path: '(directory)', reason }] : refused };
}

/** Reads which files a ZIP holds, ZIP64 included. Throws UnreadableContainer. */
export const readZip = (source: ByteSource): Promise<ZipDirectory> => runAsync(readDirectory(source.size), source);

/** The same without promises, for workers that read synchronously. */
export const readZipSync = (source: SyncByteSource): ZipDirectory => runSync(readDirectory(source.size), source);
