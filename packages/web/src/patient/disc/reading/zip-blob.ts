import { type ByteSource, LOCAL_HEADER_BYTES, localHeaderLength, readZip, type ZipEntry } from '@overread/imaging';
import { crc32 } from './crc32.ts';

/** A Blob as a source of bytes; only what is asked for is read. */
export const blobSource = (blob: Blob): ByteSource => ({
  size: blob.size,
  read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
});

/** The packed bytes cannot be unpacked, or are not what was packed. */
export class DamagedEntry extends Error {
  override readonly name = 'DamagedEntry';
}

export interface ZipContents {
  readonly entries: readonly ZipEntry[];
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  /** Everything that its directory says of its entries, as text: equal for equal archives. */
  readonly summary: string;
}

/** Reads which files a ZIP holds from its central directory. Throws UnreadableContainer. */
export async function listZip(blob: Blob): Promise<ZipContents> {
  const { entries, refused } = await readZip(blobSource(blob));
  const lines = entries.map(({ path, size, crc32: sum }) => `${path}\n${size}\n${sum}`);
  return { entries, refused, summary: [String(blob.size), ...lines].join('\n') };
}

/** Where an entry's own bytes lie, without its local header. */
async function packedBlob(zip: Blob, entry: ZipEntry): Promise<Blob> {
  const head = new Uint8Array(await zip.slice(entry.offset, entry.offset + LOCAL_HEADER_BYTES).arrayBuffer());
  const start = entry.offset + localHeaderLength(head);
  return zip.slice(start, start + entry.compressedSize);
}

async function* inflated(packed: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value as Uint8Array<ArrayBuffer>;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const said = (error: unknown) => {
  if (error instanceof DamagedEntry) return error;
  return new DamagedEntry('damaged in its archive: it cannot be unpacked. Ask for a new copy');
};

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/**
 * The first bytes of an entry: at least `length` of them, or all of a shorter entry, which is then also checked against its
 * checksum. A stored entry is cut out; of a deflated one no more is inflated than is needed.
 */
export async function entryHead(zip: Blob, entry: ZipEntry, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await packedBlob(zip, entry);
  if (entry.method === 'stored') return checked(new Uint8Array(await packed.slice(0, length).arrayBuffer()), entry);
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of inflated(packed)) {
      pieces.push(piece);
      size += piece.length;
      if (size > entry.size) throw new DamagedEntry('damaged in its archive: it is larger than its archive says');
      if (size >= length && size < entry.size) break;
    }
  } catch (error) {
    throw said(error);
  }
  return checked(joined(pieces), entry);
}

function checked(bytes: Uint8Array<ArrayBuffer>, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  if (bytes.length === entry.size && crc32(bytes) !== entry.crc32)
    throw new DamagedEntry('damaged in its archive: its checksum is wrong. Ask for a new copy');
  return bytes;
}

/**
 * The bytes of an entry as a Blob. A stored entry is a slice of the ZIP; a deflated one is inflated into the browser's own
 * store piece by piece, and checked against its size and checksum. Throws DamagedEntry.
 */
export async function entryBlob(zip: Blob, entry: ZipEntry): Promise<Blob> {
  const packed = await packedBlob(zip, entry);
  if (entry.method === 'stored') return packed;
  const pieces: Blob[] = [];
  let sum = 0;
  let size = 0;
  try {
    for await (const piece of inflated(packed)) {
      size += piece.length;
      if (size > entry.size) throw new DamagedEntry('damaged in its archive: it is larger than its archive says');
      sum = crc32(piece, sum);
      pieces.push(new Blob([piece]));
    }
  } catch (error) {
    throw said(error);
  }
  if (size !== entry.size || sum !== entry.crc32)
    throw new DamagedEntry('damaged in its archive: its checksum is wrong. Ask for a new copy');
  return new Blob(pieces);
}
