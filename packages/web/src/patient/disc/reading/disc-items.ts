import type { ZipEntry } from '@overread/imaging';
import type { PickedFile } from './disc-model.ts';
import { entryBlob, entryHead } from './zip-blob.ts';

/** One file of a disc, wherever it lies: its bytes are read when they are asked for. */
export interface DiscItem {
  readonly path: string;
  readonly size: number;
  /** The archive in which it lies, by its index, or null. */
  readonly archive: number | null;
  /** How many archives it lies in. */
  readonly depth: number;
  /** Whether its bytes are those of a file as they are: then a slice of it costs nothing. */
  readonly plain: boolean;
  /** At least the first `length` bytes, or all of a shorter file. */
  head(length: number): Promise<Uint8Array<ArrayBuffer>>;
  blob(): Promise<Blob>;
}

/** Where an item lies that came out of an archive. */
export interface Inside {
  readonly archive: number | null;
  readonly depth: number;
}

export function blobItem(path: string, blob: Blob, { archive, depth }: Inside = { archive: null, depth: 0 }): DiscItem {
  return {
    path,
    size: blob.size,
    archive,
    depth,
    plain: true,
    head: async (length) => new Uint8Array(await blob.slice(0, length).arrayBuffer()),
    blob: () => Promise.resolve(blob),
  };
}

export const fileItem = ({ path, file }: PickedFile): DiscItem => blobItem(path, file);

export function zipItem(path: string, zip: Blob, entry: ZipEntry, { archive, depth }: Inside): DiscItem {
  return {
    path,
    size: entry.size,
    archive,
    depth,
    plain: entry.method === 'stored',
    head: (length) => entryHead(zip, entry, length),
    blob: () => entryBlob(zip, entry),
  };
}
