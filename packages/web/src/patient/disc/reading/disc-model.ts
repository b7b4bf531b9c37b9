import type { DiscList } from '@overread/imaging';
import type { Left, ListedOnDisc, StudySummary } from '@overread/imaging/model.ts';
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
  /** Its SeriesInstanceUID. */
  readonly series: string;
}

/** What can be left out: a series of a study, by this key. */
export const partKey = (study: Pick<DiscStudy, 'key'>, seriesInstanceUid: string) =>
  `${study.key}\n${seriesInstanceUid}`;
export const partsOf = (study: Pick<DiscStudy, 'key' | 'summary'>): string[] =>
  study.summary.series.map(({ seriesInstanceUid }) => partKey(study, seriesInstanceUid));

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
  /** By it what was left behind tells that it lay in this archive. */
  readonly at: number;
  /** The images found in it. */
  readonly imageIds: readonly number[];
}

/** An archive or disc image that only the service can open: it goes whole, and what is in it is shown afterwards. */
export interface DiscPacked {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly blob: Blob;
  /** The ZIP that it lies in, or null. */
  readonly archive: number | null;
}

/** A file that stays behind, and the ZIP that it lies in. */
export interface LeftOnDisc extends Left {
  readonly archive: number | null;
}

/** A disc's own list (DICOMDIR), and the ZIP that it lies in. */
export interface FoundList {
  readonly list: DiscList;
  readonly archive: number | null;
}

/** Everything that was found, ready to be shown; the images' headers stay with the reader. */
export interface DiscContents {
  readonly studies: readonly DiscStudy[];
  readonly archives: readonly DiscArchive[];
  readonly packed: readonly DiscPacked[];
  readonly refused: readonly LeftOnDisc[];
  readonly ignored: readonly LeftOnDisc[];
  readonly lists: readonly FoundList[];
  /** Each of the lists, held against the images that were read. */
  readonly listed: readonly ListedOnDisc[];
  /** SOP Instance UIDs that the lists name, by the key of the part (see `partKey`) that they belong to. */
  readonly listedParts: Readonly<Record<string, readonly string[]>>;
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
