import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import type { ByteSource } from '@overread/imaging';

/** A source that holds something open until it is closed. */
export interface OpenSource extends ByteSource {
  close(): Promise<void>;
}

/** More was unpacked than the input's size lets expect: an archive made to do harm. */
export class TooMuch extends Error {}
/** The packed bytes cannot be unpacked, or are not what was packed. */
export class DamagedEntry extends Error {}

/** Counts what one input unpacks to. */
export interface Budget {
  spend(bytes: number): void;
}

/** Unpacked files up to this size stay in memory. */
const MEMORY_BYTES = 64 << 20;
const READ_BYTES = 1 << 20;

async function readFrom(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

export async function openFile(path: string): Promise<OpenSource> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    read: (offset, length) => readFrom(handle, offset, Math.max(0, Math.min(length, size - offset))),
    close: () => handle.close(),
  };
}

/** The bytes of a stretch of a source, in pieces. */
async function* pieces(source: ByteSource, offset: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = offset; at < offset + length; ) {
    const piece = await source.read(at, Math.min(READ_BYTES, offset + length - at));
    if (piece.length === 0) throw new DamagedEntry('it is cut short');
    yield piece;
    at += piece.length;
  }
}

/** Keeps what is unpacked in memory, or in a file of the temporary folder once it is large. */
class Spool {
  #pieces: Uint8Array[] = [];
  #folder = '';
  #handle: FileHandle | null = null;
  #size = 0;
  checksum = 0;

  async add(piece: Uint8Array): Promise<void> {
    this.checksum = crc32(piece, this.checksum);
    this.#size += piece.length;
    if (this.#handle === null && this.#size > MEMORY_BYTES) await this.#toDisk();
    if (this.#handle === null) this.#pieces.push(piece);
    else await this.#handle.write(piece);
  }

  async #toDisk(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'overread-inspect-'));
    this.#handle = await open(join(this.#folder, 'unpacked'), 'wx+', 0o600);
    // Without a name it is gone with this process, however that ends; Windows keeps the name of a file that is open.
    if (process.platform !== 'win32') await rm(this.#folder, { recursive: true });
    for (const piece of this.#pieces) await this.#handle.write(piece);
    this.#pieces = [];
  }

  async remove(): Promise<void> {
    await this.#handle?.close();
    if (this.#folder !== '') await rm(this.#folder, { recursive: true, force: true });
  }

  source(): OpenSource {
    const handle = this.#handle;
    const size = this.#size;
    const close = () => this.remove();
    if (handle !== null)
      return {
        size,
        close,
        read: (offset, length) => readFrom(handle, offset, Math.max(0, Math.min(length, size - offset))),
      };
    const bytes =
      this.#pieces.length === 1 ? (this.#pieces[0] as Uint8Array) : new Uint8Array(Buffer.concat(this.#pieces));
    return { size, close, read: (offset, length) => bytes.subarray(offset, Math.min(size, offset + length)) };
  }
}

interface Expected {
  readonly size: number;
  readonly crc32: number;
}

async function fill(
  spool: Spool,
  unpacked: AsyncIterable<Uint8Array>,
  budget: Budget,
  expected: Expected | null,
): Promise<OpenSource> {
  let size = 0;
  for await (const piece of unpacked) {
    budget.spend(piece.length);
    size += piece.length;
    if (expected !== null && size > expected.size) throw new DamagedEntry('it is larger than its archive says');
    await spool.add(piece);
  }
  const wrong = expected !== null && (size !== expected.size || spool.checksum !== expected.crc32);
  if (wrong) throw new DamagedEntry('its checksum is wrong');
  return spool.source();
}

async function unpack(
  unpacked: AsyncIterable<Uint8Array>,
  budget: Budget,
  expected: Expected | null,
): Promise<OpenSource> {
  const spool = new Spool();
  try {
    return await fill(spool, unpacked, budget, expected);
  } catch (error) {
    await spool.remove();
    if (error instanceof TooMuch || error instanceof DamagedEntry) throw error;
    throw new DamagedEntry(`it cannot be unpacked (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** A deflated entry, unpacked and checked. Throws DamagedEntry, or TooMuch when the budget is spent. */
export function inflateEntry(
  source: ByteSource,
  at: { offset: number; length: number },
  expected: Expected,
  budget: Budget,
): Promise<OpenSource> {
  const packed = Readable.from(pieces(source, at.offset, at.length));
  return unpack(pipeThrough(packed, createInflateRaw()), budget, expected);
}

/** A gzip file, unpacked. */
export function gunzip(source: ByteSource, budget: Budget): Promise<OpenSource> {
  return unpack(pipeThrough(Readable.from(pieces(source, 0, source.size)), createGunzip()), budget, null);
}

/** Passes errors of reading on to the unpacker, so that the loop over it ends. */
function pipeThrough(
  packed: Readable,
  unpacker: ReturnType<typeof createGunzip> | ReturnType<typeof createInflateRaw>,
) {
  packed.on('error', (error) => unpacker.destroy(error));
  return packed.pipe(unpacker) as AsyncIterable<Uint8Array>;
}
