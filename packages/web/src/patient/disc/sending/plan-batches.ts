import { type DiscContents, type DiscImage, partKey } from '../reading/disc-model.ts';

/** A batch is closed when the next file would take it beyond this. MEASURED: 32 MiB, three at a time, was the fastest. */
export const BATCH_BYTES = 32 << 20;

/** One upload: files in a frame, or an archive as it came. */
export type PlannedUpload =
  | { readonly kind: 'batch'; readonly images: readonly DiscImage[]; readonly files: number; readonly bytes: number }
  | { readonly kind: 'archive'; readonly archive: WholeArchive; readonly files: number; readonly bytes: number };

/** An archive that goes whole. `digest` tells what is in it, in short, as far as that is known. */
export interface WholeArchive {
  readonly name: string;
  readonly blob: Blob;
  readonly digest: string;
}

const byPath = (a: DiscImage, b: DiscImage) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

const bytesOf = (images: readonly DiscImage[]) => images.reduce((sum, { size }) => sum + size, 0);

/**
 * Cuts images into batches of about `limit` bytes: sorted by path, so that the same images always make the same batches and a
 * batch that was sent is known again. A file beyond the limit is a batch of its own.
 */
export function planBatches(images: readonly DiscImage[], limit = BATCH_BYTES): DiscImage[][] {
  const batches: DiscImage[][] = [];
  let bytes = 0;
  for (const image of images.toSorted(byPath)) {
    const current = batches.at(-1);
    if (current === undefined || bytes + image.size > limit) {
      batches.push([image]);
      bytes = image.size;
    } else {
      current.push(image);
      bytes += image.size;
    }
  }
  return batches;
}

/** The images of the chosen parts. */
export const chosenImages = ({ studies }: Pick<DiscContents, 'studies'>, chosen: ReadonlySet<string>): DiscImage[] =>
  studies.flatMap((study) => study.images.filter(({ series }) => chosen.has(partKey(study, series))));

/** The ZIPs of which everything was chosen: they can go as they came. By their `at`. */
export function wholeArchives({ archives, packed, studies }: DiscContents, chosen: ReadonlySet<string>): Set<number> {
  const ids = new Set(chosenImages({ studies }, chosen).map(({ id }) => id));
  const left = new Set(packed.filter(({ key }) => !chosen.has(key)).map(({ archive }) => archive));
  const whole = archives.filter(({ at, imageIds }) => !left.has(at) && imageIds.every((id) => ids.has(id)));
  return new Set(whole.map(({ at }) => at));
}

/**
 * What to send of a disc when these parts were chosen: the ZIPs in `whole` as they came, archives that only the service opens
 * likewise, and all other chosen images in batches, like files of a folder.
 */
export function planUploads(
  contents: DiscContents,
  chosen: ReadonlySet<string>,
  { whole = wholeArchives(contents, chosen), limit = BATCH_BYTES } = {},
): PlannedUpload[] {
  const asTheyCame = contents.archives.filter(({ at }) => whole.has(at));
  const inWhole = new Set(asTheyCame.flatMap(({ imageIds }) => imageIds));
  const loose = chosenImages(contents, chosen).filter(({ id }) => !inWhole.has(id));
  const packed = contents.packed.filter(
    ({ key, archive }) => chosen.has(key) && (archive === null || !whole.has(archive)),
  );
  const archive = (of: WholeArchive, files: number): PlannedUpload => {
    const { name, blob, digest } = of;
    return { kind: 'archive', archive: { name, blob, digest }, files, bytes: blob.size };
  };
  return [
    ...planBatches(loose, limit).map(
      (batch): PlannedUpload => ({ kind: 'batch', images: batch, files: batch.length, bytes: bytesOf(batch) }),
    ),
    ...asTheyCame.map((each) => archive(each, each.imageIds.length)),
    ...packed.map(({ path, name, blob }) => archive({ name, blob, digest: `${path}\n${blob.size}` }, 1)),
  ];
}
