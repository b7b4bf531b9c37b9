import { crc32 } from 'node:zlib';
import type { DiscFile } from './layout.ts';
import { centralHeader, dosTime, type Entry, endOf, localHeader } from './zip-layout.ts';

/** A file that is whole when its turn comes. */
export interface ReadyFile {
  /** Relative, with "/" between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const asDiscFile = ({ path, bytes }: ReadyFile): DiscFile => ({
  path,
  size: bytes.length,
  async *read(start, end) {
    yield bytes.subarray(start, end);
  },
  crc32: async () => crc32(bytes),
});

/**
 * A ZIP of the form of `zipLayout` whose files are made one after the other, one in memory at a time: for what has to be made
 * before anybody can say how large it is.
 */
export async function* zipStream(files: AsyncIterable<ReadyFile>, createdAt: string): AsyncGenerator<Uint8Array> {
  const stamp = dosTime(createdAt);
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const file of files) {
    const entry: Entry = { file: asDiscFile(file), name: Buffer.from(file.path, 'utf8'), offset };
    const header = localHeader(entry, stamp);
    if (!('bytes' in header)) throw new Error('A header is made of bytes.');
    yield await header.bytes();
    yield file.bytes;
    directory.push(await centralHeader(entry, stamp));
    offset += header.size + file.bytes.length;
  }
  const central = Buffer.concat(directory);
  yield central;
  yield endOf(directory.length, central.length, offset);
}
