import type { SeriesSummary } from '@overread/imaging/model.ts';

/** What a reader calls a series: its own description, else what it was recognised as. */
export function seriesName(series: SeriesSummary): string {
  if (series.description !== '') return series.description;
  return `${series.weighting} ${series.plane}`;
}
