import { checkCompleteness } from '../completeness/completeness.ts';
import type { InstanceHeader, SeriesSummary, StudySummary } from '../model.ts';
import { CONTRAST_UNSAID } from './contrast.ts';
import { describeSeries } from './describe-series.ts';
import { sidesSaid } from './laterality.ts';
import { regionOf, sideOf } from './region.ts';
import { wordsOf } from './words.ts';

/** The first value that says something. */
const firstText = (headers: readonly InstanceHeader[], read: (header: InstanceHeader) => string): string => {
  for (const header of headers) {
    const value = read(header);
    if (value !== '') return value;
  }
  return '';
};

/** When the first image of each series was acquired, '' where no header says. */
function startTimes(headers: readonly InstanceHeader[]): Map<string, string> {
  const starts = new Map<string, string>();
  for (const { seriesInstanceUid, acquisitionTime } of headers) {
    const known = starts.get(seriesInstanceUid);
    if (acquisitionTime !== '' && (known === undefined || acquisitionTime < known))
      starts.set(seriesInstanceUid, acquisitionTime);
  }
  return starts;
}

/** In a study with contrast, a series that does not say and began before the first one that does had none yet. */
function settleContrast(series: readonly SeriesSummary[], starts: ReadonlyMap<string, string>): SeriesSummary[] {
  const startOf = ({ seriesInstanceUid }: SeriesSummary) => starts.get(seriesInstanceUid) ?? '';
  const given = series
    .filter(({ contrastEnhanced }) => contrastEnhanced === true)
    .map(startOf)
    .filter((start) => start !== '')
    .sort()[0];
  return series.map((summary) => {
    const start = startOf(summary);
    const open = summary.contrastEnhanced === 'unknown' && summary.because.includes(CONTRAST_UNSAID);
    if (!open || given === undefined || start === '' || start >= given) return summary;
    const because = summary.because.map((sentence) =>
      sentence === CONTRAST_UNSAID ? 'acquired before the first series with contrast' : sentence,
    );
    return { ...summary, contrastEnhanced: false, because };
  });
}

/** Series of one number stand in the same order whatever order the files came in. */
const bySeriesNumber = (a: SeriesSummary, b: SeriesSummary) =>
  (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER) ||
  (a.seriesInstanceUid < b.seriesInstanceUid ? -1 : 1);

function describeStudy(headers: readonly InstanceHeader[]): StudySummary {
  const first = headers[0] as InstanceHeader;
  const described = [...Map.groupBy(headers, ({ seriesInstanceUid }) => seriesInstanceUid).values()].map(
    describeSeries,
  );
  const series = settleContrast(described, startTimes(headers)).sort(bySeriesNumber);
  const region = regionOf(headers);
  const texts = new Set(headers.flatMap((header) => [header.studyDescription, header.protocolName]));
  return {
    studyInstanceUid: first.studyInstanceUid,
    date: firstText(headers, ({ studyDate }) => studyDate),
    description: firstText(headers, ({ studyDescription }) => studyDescription),
    accessionNumber: firstText(headers, ({ accessionNumber }) => accessionNumber),
    institution: firstText(headers, ({ institution }) => institution),
    patient: (headers.find(({ patient }) => patient.name !== '' || patient.id !== '') ?? first).patient,
    region,
    side: sideOf(headers, region),
    sides: sidesSaid(headers, region),
    series,
    completeness: checkCompleteness({ region, words: wordsOf([...texts].join(' ')) }, series),
  };
}

/**
 * The studies that a set of instances makes up, oldest first, each with its series in the order of their numbers. An instance
 * given twice counts once. Two patients under one Study Instance UID stay two studies here: a person has to look.
 */
export function describeStudies(headers: readonly InstanceHeader[]): StudySummary[] {
  const groups = Map.groupBy(
    headers,
    ({ studyInstanceUid, patient }) => `${studyInstanceUid}\n${patient.id}\n${patient.name}`,
  );
  const studies = [...groups.values()].map(describeStudy);
  return studies.sort((a, b) => a.date.localeCompare(b.date) || a.studyInstanceUid.localeCompare(b.studyInstanceUid));
}
