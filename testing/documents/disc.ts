import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type DiscFile, type Layout, readLayout } from '@overread/documents/packet/disc/layout.ts';

/** A file of a disc from bytes in memory. */
export const discFile = (path: string, bytes: Uint8Array): DiscFile => ({
  path,
  size: bytes.length,
  async *read(start, end) {
    yield bytes.subarray(start, end);
  },
  crc32: async () => crc32(bytes),
});

/** Every byte of an image, or those of a part. */
export async function bytesOf(layout: Layout, start = 0, end = layout.size): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readLayout(layout, start, end)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A folder for one test file, and what takes it away. */
export function testFolder(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `overread-${name}-`));
  return {
    path: (...parts: readonly string[]) => join(folder, ...parts),
    write(path: string, bytes: Uint8Array): string {
      const full = join(folder, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, bytes);
      return full;
    },
    /** A file of this size with these bytes in it and holes between. */
    writeSparse(path: string, size: number, parts: readonly { readonly at: number; readonly bytes: Uint8Array }[]) {
      const full = join(folder, path);
      const file = openSync(full, 'w');
      ftruncateSync(file, size);
      for (const { at, bytes } of parts) writeSync(file, bytes, 0, bytes.length, at);
      closeSync(file);
      return full;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
