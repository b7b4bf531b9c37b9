import { relateSpaces } from '@overread/imaging/geometry/series-space.ts';
import type { SeriesSummary } from '@overread/imaging/model.ts';

/** A series of several planes lies in no one place: its stacks are linked as they are shown. */
const placeOf = ({ plane, details }: SeriesSummary) => (plane === 'multiple' ? undefined : details?.place);

/** For each series those that can be scrolled together with it: one frame of reference, parallel, overlapping. */
export function linksOf(series: readonly SeriesSummary[]): ReadonlyMap<string, readonly SeriesSummary[]> {
  return new Map(
    series.map((one) => {
      const place = placeOf(one);
      const linked = series.filter((other) => {
        const there = placeOf(other);
        return other !== one && place !== undefined && there !== undefined && relateSpaces(place, there).linkable;
      });
      return [one.seriesInstanceUid, linked];
    }),
  );
}
