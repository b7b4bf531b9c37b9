/** Writes small ISO 9660 images for tests: plain names, Joliet names, or Rock Ridge names, in folders of one level. */

const SECTOR = 2048;

export interface MadeIsoFile {
  /** `FOLDER/NAME` or `NAME`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface MadeIso {
  readonly names: 'plain' | 'joliet' | 'rock-ridge';
}

const sectors = (length: number) => Math.max(1, Math.ceil(length / SECTOR));

function both32(view: DataView, at: number, value: number): void {
  view.setUint32(at, value, true);
  view.setUint32(at + 4, value, false);
}

const ascii = (text: string) => new TextEncoder().encode(text);
const ucs2 = (text: string) =>
  Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 0xff]));

interface Extent {
  readonly sector: number;
  readonly length: number;
}

/** A directory record (ECMA-119 9.1), with a Rock Ridge NM entry when `long` is given. */
function record(name: Uint8Array, extent: Extent, isFolder: boolean, long = ''): Uint8Array {
  const padded = 33 + name.length + (name.length % 2 === 0 ? 1 : 0);
  const extra = long === '' ? new Uint8Array(0) : Uint8Array.from([0x4e, 0x4d, 5 + long.length, 1, 0, ...ascii(long)]);
  const length = padded + extra.length + (extra.length % 2);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  bytes[0] = length;
  both32(view, 2, extent.sector);
  both32(view, 10, extent.length);
  bytes[25] = isFolder ? 2 : 0;
  bytes[32] = name.length;
  bytes.set(name, 33);
  bytes.set(extra, padded);
  return bytes;
}

function folderBytes(self: Extent, parent: Extent, records: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(SECTOR);
  let at = 0;
  for (const piece of [record(Uint8Array.of(0), self, true), record(Uint8Array.of(1), parent, true), ...records]) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function descriptor(type: number, root: Extent, joliet: boolean): Uint8Array {
  const bytes = new Uint8Array(SECTOR);
  bytes[0] = type;
  bytes.set(ascii('CD001\u0001'), 1);
  if (joliet) bytes.set(ascii('%/E'), 88);
  new DataView(bytes.buffer).setUint16(128, SECTOR, true);
  bytes.set(record(Uint8Array.of(0), root, true), 156);
  return bytes;
}

/** The image's bytes; every folder fits into one sector. */
export function madeIso(files: readonly MadeIsoFile[], { names }: MadeIso): Uint8Array {
  const folders = [...new Set(files.map(({ path }) => path.split('/').slice(0, -1).join('/')))].filter(
    (name) => name !== '',
  );
  const joliet = names === 'joliet';
  const firstFolder = 19;
  const extentOf = (index: number): Extent => ({ sector: firstFolder + index, length: SECTOR });
  let next = firstFolder + (folders.length + 1) * (joliet ? 2 : 1);
  const placed = files.map((file) => {
    const at = next;
    next += sectors(file.bytes.length);
    return { ...file, extent: { sector: at, length: file.bytes.length } };
  });
  const image = new Uint8Array(next * SECTOR);
  const put = (sector: number, bytes: Uint8Array) => image.set(bytes, sector * SECTOR);
  const tree = (shift: number, encode: (name: string) => Uint8Array, long: (name: string) => string) => {
    const extents = [...folders.keys(), folders.length].map((index) => extentOf(index + shift));
    const root = extents.at(-1) as Extent;
    for (const [index, folder] of [...folders, ''].entries()) {
      const inside = placed.filter(({ path }) => path.split('/').slice(0, -1).join('/') === folder);
      const own = inside.map(({ path, extent }) => {
        const name = path.split('/').at(-1) ?? '';
        return record(encode(`${name};1`), extent, false, long(name));
      });
      const below =
        folder === '' ? folders.map((name, at) => record(encode(name), extents[at] as Extent, true, long(name))) : [];
      put((extents[index] as Extent).sector, folderBytes(extents[index] as Extent, root, [...below, ...own]));
    }
    return root;
  };
  const short = (name: string) => ascii(name.toUpperCase().replaceAll(/[^A-Z0-9_.;]/g, '_'));
  const plainRoot = tree(0, short, (name) => (names === 'rock-ridge' ? name : ''));
  put(16, descriptor(1, plainRoot, false));
  if (joliet)
    put(
      17,
      descriptor(
        2,
        tree(folders.length + 1, ucs2, () => ''),
        true,
      ),
    );
  put(joliet ? 18 : 17, Uint8Array.from([255, ...ascii('CD001\u0001')]));
  for (const { extent, bytes } of placed) put(extent.sector, bytes);
  return image;
}
