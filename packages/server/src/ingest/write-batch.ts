import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { writeManifest } from './manifest.ts';

export interface BatchFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Frames files into one batch as the browser does: what is to be written, and how many bytes it has. */
export function frameBatch(files: readonly BatchFile[]): { parts: readonly Uint8Array[]; size: number } {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const described = sorted.map(({ path, bytes }) => ({
    path,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const parts = [writeManifest({ version: 1, files: described }), ...sorted.map(({ bytes }) => bytes)];
  return { parts, size: parts.reduce((sum, part) => sum + part.length, 0) };
}

export async function writeParts(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writev(parts);
  } finally {
    await handle.close();
  }
}
