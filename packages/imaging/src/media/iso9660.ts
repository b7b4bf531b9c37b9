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
}

/** The alternate name of Rock Ridge (RRIP 4.1.4): NM entries in the system use area behind the name. */
function rockRidgeName(area: Uint8Array): string {
  const pieces: number[] = [];
  for (let at = 0; at + 4 <= area.length; ) {
    const length = area[at + 2] ?? 0;
    if (length < 4) break;
    if (area[at] === 0x4e && area[at + 1] === 0x4d) pieces.push(...area.subarray(at + 5, at + length));
    at += length;
  }
  return new TextDecoder().decode(Uint8Array.from(pieces));
}

function nameOf(record: Uint8Array, joliet: boolean): { name: string; rockRidge: boolean } {
  const length = record[32] ?? 0;
  const bytes = record.subarray(33, 33 + length);
  if (length === 1 && (bytes[0] ?? 0) <= 1) return { name: '', rockRidge: false };
  if (joliet) return { name: new TextDecoder('utf-16be').decode(bytes).replace(/;\d+$/, ''), rockRidge: false };
  const own = rockRidgeName(record.subarray(33 + length + (length % 2 === 0 ? 1 : 0)));
  if (own !== '') return { name: own, rockRidge: true };
  return {
    name: new TextDecoder('iso-8859-1').decode(bytes).replace(/;\d+$/, '').replace(/\.$/, ''),
    rockRidge: false,
  };
}

function parseRecords(bytes: Uint8Array, volume: Volume): DirectoryRecord[] {
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
    const { name, rockRidge } = nameOf(record, volume.joliet);
    records.push({
      name,
      rockRidge,
      offset: (view.getUint32(2, true) + (record[1] ?? 0)) * volume.blockSize,
      size: view.getUint32(10, true),
      isFolder: (flags & 0x02) !== 0,
      more: (flags & 0x80) !== 0,
      interleaved: (record[26] ?? 0) !== 0,
    });
    at += length;
  }
  return records;
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
  } else if (record.isFolder) walk.folders.push({ path, offset: record.offset, size: record.size });
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
    for (const record of parseRecords(bytes, volume)) {
      rockRidge ||= record.rockRidge;
      takeRecord(record, folder.path, total, walk);
    }
  }
  return { entries: walk.entries.sort((a, b) => a.offset - b.offset), refused: walk.refused, rockRidge };
}

function* readImage(size: number): Reading<StoredDirectory> {
  const { plain, joliet } = yield* findVolumes();
  if (plain === null && joliet === null) throw damaged('it has no volume');
  const first = plain === null ? null : yield* walkVolume(plain, size);
  if (first !== null && (first.rockRidge || joliet === null)) return { entries: first.entries, refused: first.refused };
  const second = yield* walkVolume(joliet as Volume, size);
  return { entries: second.entries, refused: second.refused };
}

/** Reads which files a disc image holds: ISO 9660 (ECMA-119) with Rock Ridge or Joliet names. Throws UnreadableContainer. */
export const readIso = (source: ByteSource): Promise<StoredDirectory> => runAsync(readImage(source.size), source);

/** The same without promises. */
export const readIsoSync = (source: SyncByteSource): StoredDirectory => runSync(readImage(source.size), source);
