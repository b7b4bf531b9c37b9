import { JOLIET_NAMES, type Naming, PLAIN_NAMES } from './iso-names.ts';
import { recordTime, SECTOR, sectorsOf, terminator, volumeDescriptor } from './iso-records.ts';
import { folderBytes, foldersOf, levelsOf, type PlacedFile, pathTable, type TreeFolder, treeOf } from './iso-tree.ts';
import { type DiscFile, type Layout, layoutOf, type Piece } from './layout.ts';

/** The first sixteen sectors are the system's; two descriptors and the one that ends them follow. */
const SYSTEM_AREA = 16;
const AFTER_DESCRIPTORS = SYSTEM_AREA + 3;
/** Zeros at the end: drives that read ahead on a disc burnt track-at-once run into its last 150 sectors. */
const RUN_OUT = 150;

export interface IsoOptions {
  /** Capitals, digits and "_", up to 32 (16 are shown by Joliet). */
  readonly volumeId: string;
  /** ISO instant that the volume and its files bear. */
  readonly createdAt: string;
  readonly publisher?: string;
}

interface Tree {
  readonly naming: Naming;
  readonly folders: readonly TreeFolder[];
  readonly table: { readonly size: number; little: number; big: number };
}

/** Gives a path table and folders their sectors from `sector` on; gives the next free one. */
function placeTree({ folders, table }: Tree, sector: number): number {
  const length = sectorsOf(table.size);
  table.little = sector;
  table.big = sector + length;
  let next = sector + 2 * length;
  for (const folder of folders) {
    folder.sector = next;
    next += sectorsOf(folder.size);
  }
  return next;
}

const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(sectorsOf(bytes.length) * SECTOR - bytes.length)]);

function treeBytes({ naming, folders }: Tree, createdAt: string): Buffer[] {
  const time = recordTime(createdAt);
  return [
    padded(pathTable(folders, naming, false)),
    padded(pathTable(folders, naming, true)),
    ...folders.map((folder) => folderBytes(folder, naming, time)),
  ];
}

/**
 * A disc image of these files: ISO 9660 (ECMA-119) level 2 with Joliet for names as they are, level 3 where a file has
 * 4 GiB or more. Its size is known before a file is read, and any part of it can be made alone. Files lie in the order
 * given. Throws when a path is too deep, empty or doubled.
 */
export function isoLayout(files: readonly DiscFile[], { volumeId, createdAt, publisher = '' }: IsoOptions): Layout {
  const placed = files.map((file): PlacedFile => ({ file, sector: 0 }));
  const root = foldersOf(placed);
  const trees = [PLAIN_NAMES, JOLIET_NAMES].map((naming): Tree => {
    const folders = levelsOf(treeOf(root, naming));
    return { naming, folders, table: { size: pathTable(folders, naming, false).length, little: 0, big: 0 } };
  });
  let sector = trees.reduce((next, tree) => placeTree(tree, next), AFTER_DESCRIPTORS);
  const content: Piece[] = [];
  for (const each of placed) {
    const { file } = each;
    each.sector = sector;
    const used = sectorsOf(file.size);
    content.push({ size: file.size, file, from: 0 }, { size: used * SECTOR - file.size });
    sector += used;
  }
  const sectors = sector + RUN_OUT;
  const descriptors = trees.map(({ naming, folders, table }) => {
    const { sector: at = 0, size = 0 } = folders[0] ?? {};
    const isJoliet = naming === JOLIET_NAMES;
    return volumeDescriptor({
      ...{ isJoliet, volumeId, publisher, createdAt, sectors },
      ...{ pathTable: table, root: { sector: at, size } },
    });
  });
  const head = Buffer.concat([
    Buffer.alloc(SYSTEM_AREA * SECTOR),
    ...descriptors,
    terminator(),
    ...trees.flatMap((tree) => treeBytes(tree, createdAt)),
  ]);
  return layoutOf([{ size: head.length, bytes: () => head }, ...content, { size: RUN_OUT * SECTOR }]);
}
