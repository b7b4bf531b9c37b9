import { inRecordOrder, type Naming } from './iso-names.ts';
import { directoryRecord, recordLength, SECTOR, sectorsOf } from './iso-records.ts';
import type { DiscFile } from './layout.ts';

/** Most bytes of one extent: whole sectors below 4 GiB. A larger file has several (ECMA-119 6.5.1, level 3). */
const EXTENT = 0xfffff800;
/** The deepest path that every system reads (ECMA-119 6.8.2.1): eight levels with the root. */
const DEEPEST = 8;
const MOST_FOLDERS = 0xffff;
const IS_FOLDER = 0x02;
const GOES_ON = 0x80;
/** Bytes of a folder's records of itself and of the one above it. */
const SELF_RECORD = 34;

/** A file and the sector at which its content begins, which both trees name. */
export interface PlacedFile {
  readonly file: DiscFile;
  sector: number;
}

/** A folder of the disc before it has a name in a tree. */
export interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, PlacedFile>;
}

/** A folder as one of the two trees has it. */
export interface TreeFolder {
  readonly identifier: string;
  readonly parent: TreeFolder | null;
  readonly entries: (TreeFolder | { readonly identifier: string; readonly placed: PlacedFile })[];
  size: number;
  sector: number;
}

/** The folders in which these files lie. Throws where a path cannot be one of a disc. */
export function foldersOf(placed: readonly PlacedFile[]): Folder {
  const root: Folder = { folders: new Map(), files: new Map() };
  for (const each of placed) {
    const parts = each.file.path.split('/');
    const name = parts.pop() ?? '';
    if (parts.length >= DEEPEST - 1 || [...parts, name].some((part) => /^\.*$/.test(part)))
      throw new Error(`A disc image cannot hold a file with this path: ${each.file.path}`);
    let folder = root;
    for (const part of parts) {
      const next = folder.folders.get(part) ?? { folders: new Map(), files: new Map() };
      folder.folders.set(part, next);
      folder = next;
    }
    if (folder.files.has(name) || folder.folders.has(name))
      throw new Error(`Two files of the disc image have the same path: ${each.file.path}`);
    folder.files.set(name, each);
  }
  return root;
}

const extentsOf = ({ file }: PlacedFile): number => Math.max(1, Math.ceil(file.size / EXTENT));
const isFolder = (entry: TreeFolder['entries'][number]): entry is TreeFolder => 'entries' in entry;

/** Puts records one behind the other; none crosses into the next sector (ECMA-119 6.8.1.1). Gives where each begins, and the end. */
function placeRecords(lengths: readonly number[]): { places: readonly number[]; end: number } {
  let end = 0;
  const places = lengths.map((length) => {
    if ((end % SECTOR) + length > SECTOR) end = sectorsOf(end) * SECTOR;
    end += length;
    return end - length;
  });
  return { places, end };
}

/** The tree under a folder, its records in order, sizes counted and nothing placed yet. */
export function treeOf(folder: Folder, naming: Naming, identifier = '', parent: TreeFolder | null = null): TreeFolder {
  const tree: TreeFolder = { identifier, parent, entries: [], size: 0, sector: 0 };
  const folderNames = naming.folders([...folder.folders.keys()]);
  const fileNames = naming.files([...folder.files.keys()]);
  for (const [i, each] of [...folder.folders.values()].entries())
    tree.entries.push(treeOf(each, naming, folderNames[i], tree));
  for (const [i, placed] of [...folder.files.values()].entries())
    tree.entries.push({ identifier: fileNames[i] ?? '', placed });
  tree.entries.sort((a, b) => inRecordOrder(a.identifier, b.identifier));
  const lengths = tree.entries.flatMap((entry) => {
    const length = recordLength(naming.encode(entry.identifier));
    return Array.from({ length: isFolder(entry) ? 1 : extentsOf(entry.placed) }, () => length);
  });
  tree.size = sectorsOf(placeRecords([SELF_RECORD, SELF_RECORD, ...lengths]).end) * SECTOR;
  return tree;
}

/** Folders level by level, as path tables and parent numbers count them (ECMA-119 6.9.1). */
export function levelsOf(root: TreeFolder): TreeFolder[] {
  const all: TreeFolder[] = [];
  for (let level = [root]; level.length > 0; level = level.flatMap(({ entries }) => entries.filter(isFolder)))
    all.push(...level);
  if (all.length > MOST_FOLDERS) throw new Error('A disc image cannot hold more than 65,535 folders.');
  return all;
}

/** The records of a file: one for each extent, all but the last saying that it goes on. */
function fileRecords(identifier: Buffer, placed: PlacedFile, time: Buffer): Buffer[] {
  const { file, sector } = placed;
  return Array.from({ length: extentsOf(placed) }, (_, i) => {
    const size = Math.min(EXTENT, file.size - i * EXTENT);
    const flags = (i + 1) * EXTENT >= file.size ? 0 : GOES_ON;
    return directoryRecord(identifier, { sector: sector + (i * EXTENT) / SECTOR, size }, flags, time);
  });
}

/** The bytes of a folder: itself, its parent, what it holds (ECMA-119 6.8.2.2). */
export function folderBytes(folder: TreeFolder, naming: Naming, time: Buffer): Buffer {
  const records = [
    directoryRecord(Buffer.of(0), folder, IS_FOLDER, time),
    directoryRecord(Buffer.of(1), folder.parent ?? folder, IS_FOLDER, time),
    ...folder.entries.flatMap((entry) => {
      const identifier = naming.encode(entry.identifier);
      return isFolder(entry)
        ? [directoryRecord(identifier, entry, IS_FOLDER, time)]
        : fileRecords(identifier, entry.placed, time);
    }),
  ];
  const bytes = Buffer.alloc(folder.size);
  const { places } = placeRecords(records.map(({ length }) => length));
  for (const [i, record] of records.entries()) record.copy(bytes, places[i]);
  return bytes;
}

/** A path table (ECMA-119 9.4): every folder with its place and the number of the one above it. */
export function pathTable(folders: readonly TreeFolder[], naming: Naming, isBig: boolean): Buffer {
  const numbers = new Map(folders.map((folder, i) => [folder, i + 1]));
  return Buffer.concat(
    folders.map((folder) => {
      const identifier = folder.parent === null ? Buffer.of(0) : naming.encode(folder.identifier);
      const bytes = Buffer.alloc(8 + identifier.length + (identifier.length % 2));
      bytes[0] = identifier.length;
      const number = folder.parent === null ? 1 : (numbers.get(folder.parent) ?? 1);
      if (isBig) {
        bytes.writeUInt32BE(folder.sector, 2);
        bytes.writeUInt16BE(number, 6);
      } else {
        bytes.writeUInt32LE(folder.sector, 2);
        bytes.writeUInt16LE(number, 6);
      }
      identifier.copy(bytes, 8);
      return bytes;
    }),
  );
}
