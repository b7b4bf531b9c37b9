import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Left } from '@overread/imaging';
import { writeManifest } from '@overread/server/ingest/manifest.ts';
import { fileReason } from '../inspect/collect.ts';
import type { FoundFile } from './find-files.ts';

/** A batch is closed when the next file would take it beyond this: as the browser frames them. */
export const BATCH_BYTES = 32 << 20;

/** One upload to be made: files in a frame, or a container as it is. */
export type PlannedUpload =
  | { readonly kind: 'batch'; readonly files: readonly FoundFile[]; readonly bytes: number }
  | { readonly kind: 'archive'; readonly file: FoundFile; readonly bytes: number };

const byPath = (a: FoundFile, b: FoundFile) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** Sorted by path, so that the same disc makes the same uploads when it is read again, and what was sent is known. */
export function planUploads(files: readonly FoundFile[], limit = BATCH_BYTES): readonly PlannedUpload[] {
  const batches: { kind: 'batch'; files: FoundFile[]; bytes: number }[] = [];
  for (const file of files.filter((one) => !one.isContainer).toSorted(byPath)) {
    const current = batches.at(-1);
    if (current === undefined || current.bytes + file.size > limit) {
      batches.push({ kind: 'batch', files: [file], bytes: file.size });
    } else {
      current.files.push(file);
      current.bytes += file.size;
    }
  }
  const archives = files
    .filter((one) => one.isContainer)
    .map((file): PlannedUpload => ({ kind: 'archive', file, bytes: file.size }));
  return [...batches, ...archives];
}

/** Of these hashes, those whose images the case holds already. */
export type AskKnown = (sha256s: readonly string[]) => Promise<ReadonlySet<string>>;

/** A batch read from the disc: its body, and the files that the drive did not give a second time. */
export interface ReadBatch {
  /** Null when there is nothing to send: all of it is there already, or none could be read. */
  readonly body: Buffer | null;
  readonly name: string;
  readonly refused: readonly Left[];
}

/**
 * Reads the files of a batch one after the other, as a drive likes it, and frames those that could be read and that the
 * service has not.
 */
export async function readBatch(files: readonly FoundFile[], askKnown: AskKnown): Promise<ReadBatch> {
  const refused: Left[] = [];
  const read: { path: string; size: number; sha256: string; bytes: Buffer }[] = [];
  for (const { file, path } of files) {
    try {
      const bytes = await readFile(file);
      read.push({ path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), bytes });
    } catch (error) {
      const reason = fileReason(error);
      if (reason === null) throw error;
      refused.push({ path, reason });
    }
  }
  const known = await askKnown(read.map(({ sha256 }) => sha256));
  const fresh = read.filter(({ sha256 }) => !known.has(sha256));
  if (fresh.length === 0) return { body: null, name: '', refused };
  const manifest = { version: 1 as const, files: fresh.map(({ path, size, sha256 }) => ({ path, size, sha256 })) };
  const body = Buffer.concat([writeManifest(manifest), ...fresh.map(({ bytes }) => bytes)]);
  return { body, name: fresh[0]?.path ?? '', refused };
}
