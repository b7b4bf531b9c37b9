import type { DiscArchive, DiscContents, DiscImage } from '../reading/disc-model.ts';

/** A batch is closed when the next file would take it beyond this. MEASURED: 32 MiB, three at a time, was the fastest. */
export const BATCH_BYTES = 32 << 20;

/** One upload: files in a frame, or a ZIP as it came. */
export type PlannedUpload =
  | { readonly kind: 'batch'; readonly images: readonly DiscImage[]; readonly files: number; readonly bytes: number }
  | { readonly kind: 'archive'; readonly archive: DiscArchive; readonly files: number; readonly bytes: number };

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

/**
 * What to send of a disc when these studies were chosen. A ZIP of which every image was chosen goes as it came; of any other
 * the chosen images go in batches, like files of a folder.
 */
export function planUploads(contents: DiscContents, chosen: ReadonlySet<string>, limit = BATCH_BYTES): PlannedUpload[] {
  const images = contents.studies.filter(({ key }) => chosen.has(key)).flatMap((study) => study.images);
  const chosenIds = new Set(images.map(({ id }) => id));
  const whole = contents.archives.filter(({ imageIds }) => imageIds.every((id) => chosenIds.has(id)));
  const inWhole = new Set(whole.flatMap(({ imageIds }) => imageIds));
  const loose = images.filter(({ id }) => !inWhole.has(id));
  return [
    ...planBatches(loose, limit).map(
      (batch): PlannedUpload => ({ kind: 'batch', images: batch, files: batch.length, bytes: bytesOf(batch) }),
    ),
    ...whole.map(
      (archive): PlannedUpload => ({
        kind: 'archive',
        archive,
        files: archive.imageIds.length,
        bytes: archive.blob.size,
      }),
    ),
  ];
}
