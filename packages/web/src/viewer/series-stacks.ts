import { placeOfFrames, relateSpaces } from '@overread/imaging/geometry/series-space.ts';
import type { SeriesPlace } from '@overread/imaging/model.ts';
import { type SeriesImages, stackOf } from './series-images.ts';

/** The stacks of opened series, each made once, so that a pane knows it again. */
export interface SeriesStacks {
  /** At least one: the series itself where it is not split. */
  of(images: SeriesImages): readonly SeriesImages[];
  /** In which stack a frame lies, and at which index there. */
  find(
    images: SeriesImages,
    frame: { readonly sopInstanceUid: string; readonly frame: number },
  ): { readonly stack: number; readonly index: number } | null;
  /** Whether two stacks can be scrolled together. */
  linkable(a: SeriesImages, b: SeriesImages): boolean;
}

export function createSeriesStacks(): SeriesStacks {
  const stacks = new WeakMap<SeriesImages, readonly SeriesImages[]>();
  const places = new WeakMap<SeriesImages, SeriesPlace>();
  function of(images: SeriesImages): readonly SeriesImages[] {
    const count = images.header.stacks.length;
    const made = stacks.get(images) ?? Array.from({ length: Math.max(1, count) }, (_, at) => stackOf(images, at));
    stacks.set(images, made);
    return made;
  }
  function placeOf(images: SeriesImages): SeriesPlace {
    const place = places.get(images) ?? placeOfFrames(images.header.frames);
    places.set(images, place);
    return place;
  }
  return {
    of,
    find(images, { sopInstanceUid, frame }) {
      for (const [stack, { header }] of of(images).entries()) {
        const index = header.frames.findIndex((one) => one.sopInstanceUid === sopInstanceUid && one.frame === frame);
        if (index >= 0) return { stack, index };
      }
      return null;
    },
    linkable: (a, b) => relateSpaces(placeOf(a), placeOf(b)).linkable,
  };
}
