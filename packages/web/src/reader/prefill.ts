import type { StudyView } from '@overread/contract/images.ts';
import type { SeriesSummary } from '@overread/imaging/model.ts';

const isRead = (series: SeriesSummary) =>
  series.role === 'diagnostic' && series.weighting !== 'unknown' && series.weighting !== 'other';

function describe(series: SeriesSummary): string {
  const fat = series.fatSuppressed === true && series.weighting !== 'STIR' ? ' fat-suppressed' : '';
  const contrast = series.contrastEnhanced === true ? ' after contrast' : '';
  const thick = series.sliceThicknessMm === null ? '' : `, ${Math.round(series.sliceThicknessMm * 10) / 10} mm`;
  return `${series.plane} ${series.weighting}${fat}${contrast}${thick}`;
}

/** A first text for "Technique" from what the headers say; the reader corrects it. */
export function techniqueOf(studies: readonly StudyView[]): string {
  return studies
    .map((study) => {
      const parts = [...new Set(study.series.filter(isRead).map(describe))];
      const where = study.institution === '' ? '' : `, ${study.institution}`;
      const list = parts.length === 0 ? 'no diagnostic series' : parts.join('; ');
      return `MRI of ${study.date}${where}: ${list}.`;
    })
    .join('\n');
}

/** All series of a case in the order of the rail: diagnostic ones first, the rest after them, each by number. */
export function railOrder(studies: readonly StudyView[]): readonly SeriesSummary[] {
  const rank = (series: SeriesSummary) => (series.role === 'diagnostic' ? 0 : series.role === 'derived' ? 1 : 2);
  return studies.flatMap((study) =>
    [...study.series]
      .filter((series) => series.frames > 0 && series.role !== 'report')
      .sort((a, b) => rank(a) - rank(b) || (a.number ?? 0) - (b.number ?? 0)),
  );
}

/** What the two panes show first: a sagittal T2 beside an axial one for a spine, else the first two that differ in plane. */
export function firstPair(series: readonly SeriesSummary[]): readonly [string | null, string | null] {
  const diagnostic = series.filter(({ role }) => role === 'diagnostic');
  const pool = diagnostic.length > 0 ? diagnostic : series;
  const left =
    pool.find(({ plane, weighting }) => plane === 'sagittal' && weighting === 'T2') ??
    pool.find(({ weighting }) => weighting === 'T2-FLAIR') ??
    pool[0];
  const right =
    pool.find((one) => one !== left && one.plane !== left?.plane && one.weighting === left?.weighting) ??
    pool.find((one) => one !== left && one.plane !== left?.plane) ??
    pool.find((one) => one !== left);
  return [left?.seriesInstanceUid ?? null, right?.seriesInstanceUid ?? null];
}
