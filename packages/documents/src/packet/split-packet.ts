/** An image on its way to a disc: what it takes there, and the series that it belongs to. */
interface Sized {
  readonly size: number;
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
}

/** What an image takes besides its bytes: the rest of a sector, its records in two trees and the DICOMDIR, its checksum. */
const PER_IMAGE = 4096;

/**
 * Shares images out to discs of `room` bytes for images each, in their order. A series stays together where it fits on a
 * disc; a longer one begins a disc of its own and goes on. Null when a single image is larger than a disc.
 */
export function splitImages<T extends Sized>(images: readonly T[], room: number): readonly (readonly T[])[] | null {
  const takes = ({ size }: Sized): number => size + PER_IMAGE;
  if (images.some((image) => takes(image) > room)) return null;
  const series = [...Map.groupBy(images, (image) => `${image.studyInstanceUid} ${image.seriesInstanceUid}`).values()];
  const discs: T[][] = [[]];
  let left = room;
  const next = (): void => {
    if (discs.at(-1)?.length === 0) return;
    discs.push([]);
    left = room;
  };
  for (const list of series) {
    if (list.reduce((sum, image) => sum + takes(image), 0) > left) next();
    for (const image of list) {
      if (takes(image) > left) next();
      discs.at(-1)?.push(image);
      left -= takes(image);
    }
  }
  return discs;
}
