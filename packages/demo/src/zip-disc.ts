import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { DiscFile } from './generator/truth.ts';

/** The time that every entry carries, so that the same files always make the same ZIP. */
const ENTRY_TIME = new Date('2026-10-28T12:00:00Z');

/** The files as a ZIP archive, compressed unless `compress` is false. */
export async function zipOf(files: readonly DiscFile[], options: { compress?: boolean } = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { path, bytes } of files) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    zip.addBuffer(content, path, { mtime: ENTRY_TIME, compress: options.compress ?? true, forceDosTimestamp: true });
  }
  zip.end();
  return await buffer(zip.outputStream);
}

/** Writes the files into a folder, which is made where it is missing. A path that leads out of it is an error. */
export async function writeDisc(folder: string, files: readonly DiscFile[]): Promise<void> {
  const root = resolve(folder);
  const made = new Set<string>();
  for (const { path, bytes } of files) {
    const target = join(root, path);
    if (!target.startsWith(root + sep)) throw new Error(`The path ${path} leads out of the folder.`);
    const parent = dirname(target);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    await writeFile(target, bytes);
  }
}
