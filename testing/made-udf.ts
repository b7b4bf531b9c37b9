/**
 * Writes discs in UDF 1.02 and nothing else, as DVD recorders do (ECMA-167 parts 3 and 4, OSTA UDF 1.02): small files lie in
 * their entries, large ones in two pieces, names in 8 or 16 bits.
 */

const SECTOR = 2048;
const PARTITION_AT = 257;
const MAIN_AT = 32;
const RESERVE_AT = 48;
const INTEGRITY_AT = 64;
const EMBEDDED = 1024;

export interface MadeUdfFile {
  /** Folders with a slash between them. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** CRC-CCITT, x16 + x12 + x5 + 1 (ECMA-167 1/7.2.6). */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
  }
  return crc;
}

class Fields {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
  }

  u8(at: number, value: number): void {
    this.bytes[at] = value;
  }
  u16(at: number, value: number): void {
    this.#view.setUint16(at, value, true);
  }
  u32(at: number, value: number): void {
    this.#view.setUint32(at, value, true);
  }
  text(at: number, text: string): void {
    this.bytes.set(new TextEncoder().encode(text), at);
  }
  /** charspec: OSTA's compressed Unicode. */
  charset(at: number): void {
    this.text(at + 1, 'OSTA Compressed Unicode');
  }
  /** regid, with UDF's revision where it is a domain. */
  id(at: number, name: string): void {
    this.text(at + 1, name);
    if (name.startsWith('*OSTA')) this.u16(at + 24, 0x0102);
  }
  /** dstring of a field's length. */
  name(at: number, length: number, name: string): void {
    const bytes = compressed(name);
    this.bytes.set(bytes, at);
    this.u8(at + length - 1, bytes.length);
  }
  time(at: number): void {
    this.u16(at, 0x1000);
    this.u16(at + 2, 2024);
    this.bytes.set([3, 5, 12, 0, 0], at + 4);
  }
  /** long_ad of one extent in the partition. */
  extent(at: number, length: number, block: number): void {
    this.u32(at, length);
    this.u32(at + 4, block);
  }
  /** Makes a descriptor of it (ECMA-167 3/7.2). */
  tagged(id: number, location: number, length = this.bytes.length): Uint8Array {
    this.u16(0, id);
    this.u16(2, 2);
    this.u16(8, crc16(this.bytes.subarray(16, length)));
    this.u16(10, length - 16);
    this.u32(12, location);
    this.u8(4, 0);
    this.u8(4, this.bytes.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) & 0xff);
    return this.bytes;
  }
}

/** A name in 8 bits where that is enough, otherwise in 16 (UDF 2.1.1). */
function compressed(name: string): Uint8Array {
  const codes = [...Array(name.length).keys()].map((at) => name.charCodeAt(at));
  if (codes.every((code) => code < 0x100)) return Uint8Array.from([8, ...codes]);
  return Uint8Array.from([16, ...codes.flatMap((code) => [code >> 8, code & 0xff])]);
}

const blocksOf = (length: number) => Math.ceil(length / SECTOR);

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, Uint8Array>;
}

function treeOf(files: readonly MadeUdfFile[]): Folder {
  const newFolder = (): Folder => ({ folders: new Map(), files: new Map() });
  const root = newFolder();
  for (const { path, bytes } of files) {
    const names = path.split('/');
    const last = names.pop() ?? '';
    let folder = root;
    for (const name of names) {
      const next = folder.folders.get(name) ?? newFolder();
      folder.folders.set(name, next);
      folder = next;
    }
    folder.files.set(last, bytes);
  }
  return root;
}

/** The blocks of the partition, in the order in which they are taken. */
class Partition {
  readonly #pieces: { at: number; bytes: Uint8Array }[] = [];
  #next = 0;

  take(length: number): number {
    const at = this.#next;
    this.#next += Math.max(1, blocksOf(length));
    return at;
  }
  put(at: number, bytes: Uint8Array): void {
    this.#pieces.push({ at, bytes });
  }
  get blocks(): number {
    return this.#next;
  }
  writeTo(image: Uint8Array): void {
    for (const { at, bytes } of this.#pieces) image.set(bytes, (PARTITION_AT + at) * SECTOR);
  }

  /** A File Entry (ECMA-167 4/14.9) at `at`, with its bytes in it, or in one or two extents. */
  entry(at: number, type: 'folder' | 'file', bytes: Uint8Array, links: number): void {
    const isEmbedded = bytes.length <= EMBEDDED;
    const half = type === 'file' && blocksOf(bytes.length) > 1 ? Math.floor(blocksOf(bytes.length) / 2) * SECTOR : 0;
    const pieces = isEmbedded ? [] : half === 0 ? [bytes] : [bytes.subarray(0, half), bytes.subarray(half)];
    const fields = new Fields(SECTOR);
    fields.u16(20, 4);
    fields.u16(24, 1);
    fields.u8(27, type === 'folder' ? 4 : 5);
    fields.u16(34, isEmbedded ? 3 : 0);
    fields.u32(44, 0x14a5);
    fields.u16(48, links);
    fields.u32(56, bytes.length);
    fields.u32(
      64,
      pieces.reduce((sum, piece) => sum + blocksOf(piece.length), 0),
    );
    for (const time of [72, 84, 96]) fields.time(time);
    fields.u32(108, 1);
    fields.id(128, '*Overread tests');
    fields.u32(160, at);
    fields.u32(172, isEmbedded ? bytes.length : pieces.length * 8);
    if (isEmbedded) fields.bytes.set(bytes, 176);
    for (const [index, piece] of pieces.entries()) {
      const block = this.take(piece.length);
      // A block between two pieces, so that they are two.
      this.take(0);
      this.put(block, piece);
      fields.u32(176 + index * 8, piece.length);
      fields.u32(180 + index * 8, block);
    }
    this.put(at, fields.tagged(261, at, isEmbedded ? 176 + bytes.length : 176 + pieces.length * 8));
  }

  /** Writes a folder, whose entry lies at `at`, with all that is in it. */
  folder(folder: Folder, at: number, parent: number): void {
    const named = [
      ...[...folder.folders].map(([name, inner]) => ({ name, inner, bytes: null, at: this.take(0) })),
      ...[...folder.files].map(([name, bytes]) => ({ name, inner: null, bytes, at: this.take(0) })),
    ];
    const records = [
      record('', 0x0a, parent, at),
      ...named.map(({ name, inner, at: own }) => record(name, inner === null ? 0 : 2, own, at)),
    ];
    this.entry(at, 'folder', new Uint8Array(Buffer.concat(records)), 1 + folder.folders.size);
    for (const one of named) {
      if (one.inner !== null) this.folder(one.inner, one.at, at);
      else this.entry(one.at, 'file', one.bytes, 1);
    }
  }
}

/** A File Identifier Descriptor (ECMA-167 4/14.4). */
function record(name: string, characteristics: number, entry: number, location: number): Uint8Array {
  const id = name === '' ? new Uint8Array(0) : compressed(name);
  const fields = new Fields(Math.ceil((38 + id.length) / 4) * 4);
  fields.u16(16, 1);
  fields.u8(18, characteristics);
  fields.u8(19, id.length);
  fields.extent(20, SECTOR, entry);
  fields.bytes.set(id, 38);
  return fields.tagged(257, location);
}

function volume(at: number, blocks: number): readonly Uint8Array[] {
  const fields = () => new Fields(512);
  const primary = fields();
  primary.name(24, 32, 'DISC');
  for (const ones of [56, 58, 64, 68]) primary.u16(ones, 1);
  primary.u16(60, 2);
  primary.u16(62, 2);
  primary.name(72, 128, '0123456789ABCDEF DISC');
  primary.charset(200);
  primary.charset(264);
  primary.time(376);
  primary.id(388, '*Overread tests');
  const partition = fields();
  partition.u32(16, 1);
  partition.u16(20, 1);
  partition.id(24, '+NSR02');
  partition.u32(184, 1);
  partition.u32(188, PARTITION_AT);
  partition.u32(192, blocks);
  partition.id(196, '*Overread tests');
  const logical = fields();
  logical.u32(16, 2);
  logical.charset(20);
  logical.name(84, 128, 'DISC');
  logical.u32(212, SECTOR);
  logical.id(216, '*OSTA UDF Compliant');
  logical.extent(248, SECTOR, 0);
  logical.u32(264, 6);
  logical.u32(268, 1);
  logical.id(272, '*Overread tests');
  logical.u32(432, SECTOR);
  logical.u32(436, INTEGRITY_AT);
  logical.bytes.set([1, 6, 1, 0, 0, 0], 440);
  const unallocated = fields();
  unallocated.u32(16, 3);
  return [
    primary.tagged(1, at),
    partition.tagged(5, at + 1),
    logical.tagged(6, at + 2),
    unallocated.tagged(7, at + 3),
    fields().tagged(8, at + 4),
  ];
}

function integrity(blocks: number): Uint8Array {
  const fields = new Fields(512);
  fields.time(16);
  fields.u32(28, 1);
  fields.u32(72, 1);
  fields.u32(76, 46);
  fields.u32(84, blocks);
  fields.id(88, '*Overread tests');
  for (const revision of [128, 130, 132]) fields.u16(revision, 0x0102);
  return fields.tagged(9, INTEGRITY_AT);
}

function fileSet(root: number): Uint8Array {
  const fields = new Fields(512);
  fields.time(16);
  for (const level of [28, 30]) fields.u16(level, 3);
  for (const ones of [32, 36]) fields.u32(ones, 1);
  fields.charset(48);
  fields.name(112, 128, 'DISC');
  fields.charset(240);
  fields.name(304, 32, 'DISC');
  fields.extent(400, SECTOR, root);
  fields.id(416, '*OSTA UDF Compliant');
  return fields.tagged(256, 0);
}

function anchor(at: number): Uint8Array {
  const fields = new Fields(512);
  for (const [field, place] of [
    [16, MAIN_AT],
    [24, RESERVE_AT],
  ] as const) {
    fields.u32(field, 16 * SECTOR);
    fields.u32(field + 4, place);
  }
  return fields.tagged(2, at);
}

/** The bytes of a disc with these files. */
export function madeUdf(files: readonly MadeUdfFile[]): Uint8Array {
  const partition = new Partition();
  partition.take(0);
  const root = partition.take(0);
  partition.put(0, fileSet(root));
  partition.folder(treeOf(files), root, root);
  const { blocks } = partition;
  const last = PARTITION_AT + blocks;
  const image = new Uint8Array((last + 1) * SECTOR);
  for (const [at, id] of ['BEA01', 'NSR02', 'TEA01'].entries()) {
    image.set(new TextEncoder().encode(`\u0000${id}\u0001`), (16 + at) * SECTOR);
  }
  for (const start of [MAIN_AT, RESERVE_AT]) {
    for (const [at, bytes] of volume(start, blocks).entries()) image.set(bytes, (start + at) * SECTOR);
  }
  image.set(integrity(blocks), INTEGRITY_AT * SECTOR);
  for (const at of [256, last]) image.set(anchor(at), at * SECTOR);
  partition.writeTo(image);
  return image;
}
