import type { Left, StudySummary } from '@overread/imaging/model.ts';
import type { Preview } from '@overread/imaging/preview/draw-preview.ts';

/** A file that a person chose or dropped: the browser's handle and its path below what was chosen. Never its contents. */
export interface PickedFile {
  readonly path: string;
  readonly file: File;
}

/** One image that can be sent. `id` is how the reader of the disc finds its bytes again. */
export interface DiscImage {
  readonly id: number;
  readonly path: string;
  readonly size: number;
}

/** A study of one person. Two people under one Study Instance UID are two of these, told apart by `key`. */
export interface DiscStudy {
  readonly key: string;
  readonly summary: StudySummary;
  readonly images: readonly DiscImage[];
  readonly bytes: number;
  /** The middle image of each series, by SeriesInstanceUID, where it can be drawn. */
  readonly pictures: Readonly<Record<string, Preview>>;
}

/** A ZIP on which images were found: with nothing left out it is sent as it came. */
export interface DiscArchive {
  readonly name: string;
  readonly blob: Blob;
  /** SHA-256 (hex) over the path, size and checksum of each of its entries: what is in it, in short. */
  readonly digest: string;
  /** The images found in it. */
  readonly imageIds: readonly number[];
}

/** Everything that was found, ready to be shown; the images' headers stay with the reader. */
export interface DiscContents {
  readonly studies: readonly DiscStudy[];
  readonly archives: readonly DiscArchive[];
  readonly refused: readonly Left[];
  readonly ignored: readonly Left[];
}

export interface ReadingProgress {
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly ofBytes: number;
  readonly images: number;
}

/** An image made ready to be sent: what the manifest says of it and its bytes, which a browser reads as it sends them. */
export interface ReadyImage {
  readonly sha256: string;
  readonly blob: Blob;
}

/** Reads discs and hands out their images. The page has it in a worker, tests have it as it is. */
export interface DiscReader {
  read(picked: readonly PickedFile[], onProgress: (progress: ReadingProgress) => void): Promise<DiscContents>;
  /** Images by id, hashed and, where they lie deflated in a ZIP, inflated. Throws UnreadableImage. */
  prepare(ids: readonly number[]): Promise<readonly ReadyImage[]>;
  close(): void;
}

/** A file could be read before and cannot any more: the disc was taken out, or a file was changed. */
export class UnreadableImage extends Error {
  override readonly name = 'UnreadableImage';
  readonly path: string;
  constructor(path: string) {
    super(`"${path}" can no longer be read`);
    this.path = path;
  }
}
