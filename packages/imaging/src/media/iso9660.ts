import type { Left } from '../model.ts';
import {
  type ByteSource,
  type Reading,
  runAsync,
  runSync,
  type SyncByteSource,
  UnreadableContainer,
} from './byte-source.ts';
import type { StoredDirectory, StoredEntry } from './tar.ts';

const SECTOR = 2048;
const FIRST_DESCRIPTOR = 16;
const MAX_DESCRIPTORS = 64;
const MAX_DIRECTORY_BYTES = 64 << 20;
const MAX_FOLDERS = 200_000;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const damaged = (why: string) =>
  new UnreadableContainer(
    `the disc image is damaged: ${why}. Make it again, or open (mount) the disc and drop the folder`,
  );

interface Volume {
  readonly joliet: boolean;
  readonly rootAt: number;
  readonly rootLength: number;
  readonly blockSize: number;
}

function parseVolume(descriptor: Uint8Array, joliet: boolean): Volume {
  const view = viewOf(descriptor);
  const blockSize = view.getUint16(128, true) || SECTOR;
  return { joliet, blockSize, rootAt: view.getUint32(158, true) * blockSize, rootLength: view.getUint32(166, true) };
}

/** Joliet is a supplementary descriptor whose escape sequence names UCS-2 (%/@, %/C, %/E). */
const isJoliet = (descriptor: Uint8Array) =>
  descriptor[88] === 0x25 && descriptor[89] === 0x2f && [0x40, 0x43, 0x45].includes(descriptor[90] ?? 0);

/** The volume to read: Joliet for its long names, unless the plain one has Rock Ridge. ECMA-119 section 8. */
function* findVolumes(): Reading<{ plain: Volume | null; joliet: Volume | null }> {
  let plain: Volume | null = null;
  let joliet: Volume | null = null;
  for (let at = FIRST_DESCRIPTOR; at < FIRST_DESCRIPTOR + MAX_DESCRIPTORS; at += 1) {
    const descriptor = yield { offset: at * SECTOR, length: SECTOR };
    if (descriptor.length < SECTOR || new TextDecoder().decode(descriptor.subarray(1, 6)) !== 'CD001') break;
    if (descriptor[0] === 255) break;
    if (descriptor[0] === 1) plain ??= parseVolume(descriptor, false);
    if (descriptor[0] === 2 && isJoliet(descriptor)) joliet ??= parseVolume(descriptor, true);
  }
  return { plain, joliet };
}

interface DirectoryRecord {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  readonly isFolder: boolean;
  readonly more: boolean;
  readonly rockRidge: boolean;
  readonly interleaved: boolean;
  /** A link or device by Rock Ridge. */
  readonly refusal: string | null;
}

/** What Rock Ridge says of a record (RRIP 4.1): its name in NM entries, its type in PX, a link's target in SL. */
interface RockRidge {
  readonly name: string;
  readonly refusal: string | null;
  /** A folder that lies elsewhere (CL); it is found there. */
  readonly moved: boolean;
  /** Where its entries go on (SUSP CE). */
  readonly next: { readonly block: number; readonly offset: number; readonly length: number } | null;
}

const FILE_TYPES: ReadonlySet<number> = new Set([0, 0x4000, 0x8000]);

/** The type of a file by its mode (PX): what is neither file nor folder is refused. */
function refusalOfMode(mode: number): string | null {
  const type = mode & 0xf000;
  if (FILE_TYPES.has(type)) return null;
  return type === 0xa000 ? 'a link to another file' : 'a device or pipe, not a file';
}

type RockRidgeParts = { -readonly [K in keyof RockRidge]: RockRidge[K] } & { readonly pieces: number[] };

function takeEntry(kind: string, entry: Uint8Array, into: RockRidgeParts): void {
  const view = viewOf(entry);
  if (kind === 'NM') into.pieces.push(...entry.subarray(5));
  else if (kind === 'SL') into.refusal = 'a link to another file';
  else if (kind === 'CL') into.moved = true;
  else if (kind === 'PX' && entry.length >= 8) into.refusal ??= refusalOfMode(view.getUint32(4, true));
  else if (kind === 'CE' && entry.length >= 28) {
    const [block, offset, length] = [4, 12, 20].map((at) => view.getUint32(at, true)) as [number, number, number];
    into.next = { block, offset, length };
  }
}

function parseRockRidge(area: Uint8Array): RockRidgeParts {
  const parts: RockRidgeParts = { pieces: [], name: '', refusal: null, moved: false, next: null };
  for (let at = 0; at + 4 <= area.length; ) {
    const length = area[at + 2] ?? 0;
    if (length < 4 || at + length > area.length) break;
    const kind = String.fromCharCode(area[at] ?? 0, area[at + 1] ?? 0);
    takeEntry(kind, area.subarray(at, at + length), parts);
    at += length;
  }
  return parts;
}

const MAX_CONTINUED = 8;

/** The entries of a record, followed to where they go on. */
function* readRockRidge(area: Uint8Array, blockSize: number): Reading<RockRidge> {
  let part = parseRockRidge(area);
  const pieces = [...part.pieces];
  let { refusal, moved } = part;
  for (let count = 0; part.next !== null && count < MAX_CONTINUED; count += 1) {
    const { block, offset, length } = part.next;
    if (length > SECTOR) break;
    part = parseRockRidge(yield { offset: block * blockSize + offset, length });
    pieces.push(...part.pieces);
    refusal ??= part.refusal;
    moved ||= part.moved;
  }
  return { name: new TextDecoder().decode(Uint8Array.from(pieces)), refusal, moved, next: null };
}

const NO_ROCK_RIDGE: RockRidge = { name: '', refusal: null, moved: false, next: null };

function* readName(record: Uint8Array, { joliet, blockSize }: Volume): Reading<{ name: string; ridge: RockRidge }> {
  const length = record[32] ?? 0;
  const bytes = record.subarray(33, 33 + length);
  if (length === 1 && (bytes[0] ?? 0) <= 1) return { name: '', ridge: NO_ROCK_RIDGE };
  if (joliet) {
    return { name: new TextDecoder('utf-16be').decode(bytes).replace(/;\d+$/, ''), ridge: NO_ROCK_RIDGE };
  }
  const ridge = yield* readRockRidge(record.subarray(33 + length + (length % 2 === 0 ? 1 : 0)), blockSize);
  if (ridge.name !== '') return { name: ridge.name, ridge };
  const name = new TextDecoder('iso-8859-1').decode(bytes).replace(/;\d+$/, '').replace(/\.$/, '');
  return { name, ridge };
}

function* readRecords(bytes: Uint8Array, volume: Volume): Reading<DirectoryRecord[]> {
  const records: DirectoryRecord[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 0;
    // Records do not cross sectors; the rest of a sector is zero.
    if (length === 0) {
      at = (Math.floor(at / SECTOR) + 1) * SECTOR;
      continue;
    }
    if (length < 34 || at + length > bytes.length) throw damaged('a folder is not readable');
    const record = bytes.subarray(at, at + length);
    const view = viewOf(record);
    const flags = record[25] ?? 0;
    const { name, ridge } = yield* readName(record, volume);
    at += length;
    if (ridge.moved) continue;
    records.push({
      name,
      rockRidge: ridge.name !== '',
      refusal: ridge.refusal,
      offset: (view.getUint32(2, true) + (record[1] ?? 0)) * volume.blockSize,
      size: view.getUint32(10, true),
      isFolder: (flags & 0x02) !== 0,
      more: (flags & 0x80) !== 0,
      interleaved: (record[26] ?? 0) !== 0,
    });
  }
  return records;
}

/**
 * Puts the extents of one file together (ECMA-119 6.5.1: records of one name, all but the last saying that it goes on). Every
 * writer lays them one behind the other; where they are not, or no last one comes, the file stays one that goes on.
 */
function joinExtents(records: readonly DirectoryRecord[]): DirectoryRecord[] {
  const joined: DirectoryRecord[] = [];
  for (const record of records) {
    const open = joined.at(-1);
    const goesOn =
      open?.more === true &&
      open.name === record.name &&
      !record.interleaved &&
      open.offset + open.size === record.offset;
    if (!goesOn) joined.push(record);
    else joined[joined.length - 1] = { ...record, offset: open.offset, size: open.size + record.size };
  }
  return joined;
}

/** Rejects names that hold a path of their own. */
const isPlainName = (name: string) => name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);

interface Walk {
  readonly entries: StoredEntry[];
  readonly refused: Left[];
  readonly seen: Set<number>;
  readonly folders: { path: string; offset: number; size: number }[];
}

function takeRecord(record: DirectoryRecord, folder: string, total: number, walk: Walk): void {
  const path = folder === '' ? record.name : `${folder}/${record.name}`;
  if (!isPlainName(record.name)) {
    if (record.name !== '') walk.refused.push({ path, reason: 'its name leads out of the disc image' });
  } else if (record.refusal !== null) walk.refused.push({ path, reason: record.refusal });
  else if (record.isFolder) walk.folders.push({ path, offset: record.offset, size: record.size });
  else if (record.more || record.interleaved)
    walk.refused.push({ path, reason: 'the file lies in several pieces on the disc' });
  else if (record.offset + record.size > total)
    walk.refused.push({ path, reason: 'the disc image is cut short before this file ends' });
  else walk.entries.push({ path, offset: record.offset, size: record.size });
}

function* walkVolume(volume: Volume, total: number): Reading<StoredDirectory & { rockRidge: boolean }> {
  const walk: Walk = { entries: [], refused: [], seen: new Set(), folders: [] };
  let rockRidge = false;
  walk.folders.push({ path: '', offset: volume.rootAt, size: volume.rootLength });
  for (let folder = walk.folders.pop(); folder !== undefined; folder = walk.folders.pop()) {
    if (walk.seen.has(folder.offset)) continue;
    walk.seen.add(folder.offset);
    if (walk.seen.size > MAX_FOLDERS || folder.size > MAX_DIRECTORY_BYTES) throw damaged('its folders have no end');
    const bytes = yield { offset: folder.offset, length: folder.size };
    if (bytes.length < folder.size) throw damaged('it is cut short');
    for (const record of joinExtents(yield* readRecords(bytes, volume))) {
      rockRidge ||= record.rockRidge;
      takeRecord(record, folder.path, total, walk);
    }
  }
  return { entries: walk.entries.sort((a, b) => a.offset - b.offset), refused: walk.refused, rockRidge };
}

function* readVolumes(size: number): Reading<StoredDirectory> {
  const { plain, joliet } = yield* findVolumes();
  if (plain === null && joliet === null) throw damaged('it has no volume');
  const first = plain === null ? null : yield* walkVolume(plain, size);
  if (first !== null && (first.rockRidge || joliet === null)) return { entries: first.entries, refused: first.refused };
  const second = yield* walkVolume(joliet as Volume, size);
  return { entries: second.entries, refused: second.refused };
}

function* readImage(size: number): Reading<StoredDirectory> {
  const directory = yield* readVolumes(size);
  if (directory.entries.length + directory.refused.length === 0) throw damaged('it lists no files');
  return directory;
}

/** Reads which files a disc image holds: ISO 9660 (ECMA-119) with Rock Ridge or Joliet names. Throws UnreadableContainer. */
export const readIso = (source: ByteSource): Promise<StoredDirectory> => runAsync(readImage(source.size), source);

/** The same without promises. */
export const readIsoSync = (source: SyncByteSource): StoredDirectory => runSync(readImage(source.size), source);
