import type { Left } from '../model.ts';
import {
  type ByteSource,
  type Reading,
  runAsync,
  runSync,
  type SyncByteSource,
  UnreadableContainer,
} from './byte-source.ts';
import { nameProblem, safePath } from './safe-path.ts';

/** A file in a tar or on a disc image: its bytes lie in one piece. */
export interface StoredEntry {
  readonly path: string;
  readonly offset: number;
  readonly size: number;
}

export interface StoredDirectory {
  readonly entries: readonly StoredEntry[];
  readonly refused: readonly Left[];
}

const BLOCK = 512;
/** A long name or pax header beyond this is no name. */
const MAX_HEADER_BYTES = 1 << 20;

const textOf = (bytes: Uint8Array) => {
  const end = bytes.indexOf(0);
  const used = end < 0 ? bytes : bytes.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(used);
  } catch {
    return new TextDecoder('iso-8859-1').decode(used);
  }
};

/** An octal number, or base 256 where the first bit is set (GNU tar, sizes above 8 GiB). */
function numberOf(bytes: Uint8Array): number {
  if (((bytes[0] ?? 0) & 0x80) !== 0) {
    return bytes.subarray(1).reduce((value, byte) => value * 256 + byte, (bytes[0] ?? 0) & 0x7f);
  }
  const text = textOf(bytes).trim();
  return text === '' ? 0 : Number.parseInt(text, 8);
}

interface Header {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

function sumsUp(block: Uint8Array): boolean {
  const declared = numberOf(block.subarray(148, 156));
  let sum = 0;
  for (let at = 0; at < BLOCK; at += 1) sum += at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
  return sum === declared;
}

function parseHeader(block: Uint8Array): Header {
  const ustar = textOf(block.subarray(257, 262)) === 'ustar';
  const prefix = ustar && block[262] !== 0x20 ? textOf(block.subarray(345, 500)) : '';
  const name = textOf(block.subarray(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: numberOf(block.subarray(124, 136)),
    type: String.fromCharCode(block[156] ?? 0x30).replace('\0', '0'),
  };
}

/** `path` and `size` records of a pax header: "length keyword=value\n". */
function parsePax(bytes: Uint8Array): { path?: string; size?: number } {
  const found: { path?: string; size?: number } = {};
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = space < 0 ? Number.NaN : Number(textOf(bytes.subarray(at, space)));
    if (!(length > 0) || at + length > bytes.length) break;
    const record = textOf(bytes.subarray(space + 1, at + length - 1));
    const [key, value] = [record.slice(0, record.indexOf('=')), record.slice(record.indexOf('=') + 1)];
    if (key === 'path') found.path = value;
    if (key === 'size') found.size = Number(value);
    at += length;
  }
  return found;
}

const FILES = new Set(['0', '7']);
const LINK = 'a link to another file';
const CUT = 'the archive is cut short inside this file';
const NO_END = 'the archive is cut short: further files may be missing. Ask for a new copy';
const DEVICE = 'a device or pipe, not a file';
const SAID: Readonly<Record<string, string>> = { '1': LINK, '2': LINK, '3': DEVICE, '4': DEVICE, '6': DEVICE };

interface Ahead {
  path?: string;
  size?: number;
}

/** Reads what a header of type L, x or g says of the entry that follows; false when it is an entry itself. */
function* readAhead(header: Header, at: number, ahead: Ahead): Reading<boolean> {
  if (!['L', 'K', 'x', 'g'].includes(header.type)) return false;
  if (header.size > MAX_HEADER_BYTES)
    throw new UnreadableContainer('the tar is damaged: a name is longer than a name can be');
  const bytes = yield { offset: at, length: header.size };
  if (header.type === 'L') ahead.path = textOf(bytes);
  if (header.type === 'x') Object.assign(ahead, parsePax(bytes));
  return true;
}

function* walk(size: number): Reading<StoredDirectory> {
  const entries: StoredEntry[] = [];
  const refused: Left[] = [];
  let ahead: Ahead = {};
  let hasEnd = false;
  for (let at = 0; at + BLOCK <= size; ) {
    const block = yield { offset: at, length: BLOCK };
    hasEnd = block.every((byte) => byte === 0);
    if (block.length < BLOCK || hasEnd) break;
    if (!sumsUp(block))
      throw new UnreadableContainer('the tar is damaged: an entry’s checksum is wrong. Copy it again from its source');
    const header = parseHeader(block);
    at += BLOCK;
    const isAhead = yield* readAhead(header, at, ahead);
    const length = isAhead ? header.size : (ahead.size ?? header.size);
    if (!isAhead) {
      take({ ...header, name: ahead.path ?? header.name, size: length }, at, size, { entries, refused });
      ahead = {};
    }
    at += Math.ceil(length / BLOCK) * BLOCK;
  }
  if (entries.length + refused.length === 0) {
    throw new UnreadableContainer('the tar is damaged or empty: it lists no files. Copy it again from its source');
  }
  // A tar ends with blocks of zeros (POSIX.1 pax, ustar interchange format).
  if (!hasEnd && refused.every(({ reason }) => reason !== CUT))
    refused.push({ path: 'what should follow', reason: NO_END });
  return { entries, refused };
}

function take(header: Header, offset: number, total: number, found: { entries: StoredEntry[]; refused: Left[] }): void {
  const path = safePath(header.name);
  const said = SAID[header.type];
  if (said !== undefined) found.refused.push({ path: path ?? header.name, reason: said });
  if (!FILES.has(header.type) || header.name.endsWith('/')) return;
  const problem = nameProblem(header.name);
  if (path === null || problem !== null) found.refused.push({ path: header.name, reason: problem ?? '' });
  else if (offset + header.size > total) found.refused.push({ path, reason: CUT });
  else if (path !== '') found.entries.push({ path, offset, size: header.size });
}

/** Reads which files a tar holds (ustar, GNU long names, pax; POSIX.1-2001 pax). Throws UnreadableContainer. */
export const readTar = (source: ByteSource): Promise<StoredDirectory> => runAsync(walk(source.size), source);

/** The same without promises, over bytes in memory or a file that is read synchronously. */
export const readTarSync = (source: SyncByteSource): StoredDirectory => runSync(walk(source.size), source);
