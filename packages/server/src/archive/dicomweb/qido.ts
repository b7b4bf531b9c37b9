import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { ArchivedInstance } from '../model.ts';
import type { DicomJson, JsonAttribute } from './dicom-json.ts';

/** Attributes that a search answers and matches, by tag; PS3.18 table 10.6.1-5. */
const KEYWORDS: Readonly<Record<string, string>> = {
  SOPClassUID: '00080016',
  SOPInstanceUID: '00080018',
  StudyDate: '00080020',
  AccessionNumber: '00080050',
  InstanceAvailability: '00080056',
  Modality: '00080060',
  ModalitiesInStudy: '00080061',
  StudyDescription: '00081030',
  SeriesDescription: '0008103E',
  PatientName: '00100010',
  PatientID: '00100020',
  PatientBirthDate: '00100030',
  PatientSex: '00100040',
  StudyInstanceUID: '0020000D',
  SeriesInstanceUID: '0020000E',
  SeriesNumber: '00200011',
  InstanceNumber: '00200013',
  NumberOfStudyRelatedSeries: '00201206',
  NumberOfStudyRelatedInstances: '00201208',
  NumberOfSeriesRelatedInstances: '00201209',
};

const DATES = new Set(['00080020', '00100030']);

const text = (vr: string, value: string): JsonAttribute => (value === '' ? { vr } : { vr, Value: [value] });
const number = (vr: string, value: number | null): JsonAttribute => (value === null ? { vr } : { vr, Value: [value] });
const name = (value: string): JsonAttribute =>
  value === '' ? { vr: 'PN' } : { vr: 'PN', Value: [{ Alphabetic: value }] };
const date = (value: string): JsonAttribute => text('DA', value.replaceAll('-', ''));

const first = (instances: readonly ArchivedInstance[]) => (instances[0] as ArchivedInstance).header;
const distinct = (values: readonly string[]) => [...new Set(values)];

function studyAttributes(instances: readonly ArchivedInstance[], base: string): DicomJson {
  const { patient, studyDate, accessionNumber, studyDescription, studyInstanceUid } = first(instances);
  const series = distinct(instances.map((instance) => instance.seriesInstanceUid));
  return {
    '00080020': date(studyDate),
    '00080050': text('SH', accessionNumber),
    '00080056': text('CS', 'ONLINE'),
    '00080061': { vr: 'CS', Value: distinct(instances.map(({ header }) => header.modality)) },
    '00081030': text('LO', studyDescription),
    '00081190': text('UR', `${base}/studies/${studyInstanceUid}`),
    '00100010': name(patient.name),
    '00100020': text('LO', patient.id),
    '00100030': date(patient.birthDate),
    '00100040': text('CS', patient.sex),
    '0020000D': text('UI', studyInstanceUid),
    '00201206': number('IS', series.length),
    '00201208': number('IS', instances.length),
  };
}

function seriesAttributes(instances: readonly ArchivedInstance[], base: string): DicomJson {
  const { modality, seriesDescription, seriesNumber, seriesInstanceUid, studyInstanceUid } = first(instances);
  return {
    '00080060': text('CS', modality),
    '0008103E': text('LO', seriesDescription),
    '00081190': text('UR', `${base}/studies/${studyInstanceUid}/series/${seriesInstanceUid}`),
    '0020000D': text('UI', studyInstanceUid),
    '0020000E': text('UI', seriesInstanceUid),
    '00200011': number('IS', seriesNumber),
    '00201209': number('IS', instances.length),
  };
}

function instanceAttributes(header: InstanceHeader, base: string): DicomJson {
  const { studyInstanceUid, seriesInstanceUid, sopInstanceUid } = header;
  const url = `${base}/studies/${studyInstanceUid}/series/${seriesInstanceUid}/instances/${sopInstanceUid}`;
  return {
    '00080016': text('UI', header.sopClassUid),
    '00080018': text('UI', sopInstanceUid),
    '00080056': text('CS', 'ONLINE'),
    '00080060': text('CS', header.modality),
    '00081190': text('UR', url),
    '0020000D': text('UI', studyInstanceUid),
    '0020000E': text('UI', seriesInstanceUid),
    '00200013': number('IS', header.instanceNumber),
    '00280008': number('IS', header.frames > 1 ? header.frames : null),
    '00280010': number('US', header.rows),
    '00280011': number('US', header.columns),
    '00280100': number('US', header.bitsAllocated),
  };
}

export type QueryLevel = 'studies' | 'series' | 'instances';

const bySeriesNumber = (a: ArchivedInstance, b: ArchivedInstance) =>
  (a.header.seriesNumber ?? 0) - (b.header.seriesNumber ?? 0) ||
  (a.header.instanceNumber ?? 0) - (b.header.instanceNumber ?? 0);

/** What there is at a level, each with the attributes of the levels above it, so that a search may ask for those too. */
function recordsOf(level: QueryLevel, instances: readonly ArchivedInstance[], base: string): DicomJson[] {
  const studies = Map.groupBy(instances.toSorted(bySeriesNumber), ({ studyInstanceUid }) => studyInstanceUid);
  return [...studies.values()].flatMap((ofStudy) => {
    const study = studyAttributes(ofStudy, base);
    if (level === 'studies') return [study];
    const series = Map.groupBy(ofStudy, ({ seriesInstanceUid }) => seriesInstanceUid);
    return [...series.values()].flatMap((ofSeries) => {
      const above = { ...study, ...seriesAttributes(ofSeries, base) };
      if (level === 'series') return [above];
      return ofSeries.map(({ header }) => ({ ...above, ...instanceAttributes(header, base) }));
    });
  });
}

const valueText = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String(Reflect.get(value, 'Alphabetic') ?? '') : String(value ?? '');

function matchesDate(value: string, wanted: string): boolean {
  const [from = '', to] = wanted.split('-');
  if (to === undefined) return value === from;
  return value !== '' && (from === '' || value >= from) && (to === '' || value <= to);
}

/** Wild cards * and ?, without regard to case; several UIDs or values by comma or backslash (PS3.4 C.2.2.2). */
function matchesText(value: string, wanted: string): boolean {
  return wanted.split(/[,\\]/).some((each) => matchesWildcards(value.toLowerCase(), each.toLowerCase()));
}

/**
 * In at most value times pattern steps. A regular expression made of many stars takes ages for some values, and the whole
 * service would wait for it.
 */
export function matchesWildcards(value: string, pattern: string): boolean {
  let [at, p] = [0, 0];
  /** Where the last star stands, and up to where in the value it was taken to reach. */
  let [star, reach] = [-1, 0];
  while (at < value.length) {
    if (pattern[p] === '*') {
      [star, reach] = [p, at];
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === value[at])) {
      at += 1;
      p += 1;
    } else if (star >= 0) {
      reach += 1;
      [at, p] = [reach, star + 1];
    } else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}

function matches(record: DicomJson, tag: string, wanted: string): boolean {
  if (wanted === '' || wanted === '*') return true;
  const values = record[tag]?.Value ?? [];
  const test = DATES.has(tag) ? matchesDate : matchesText;
  return values.some((value) => test(valueText(value), wanted));
}

/** A person types a few keys; a longer pattern is none. */
const MAX_PATTERN = 256;
const MAX_RESULTS = 5000;

/**
 * QIDO-RS over the instances that may be seen: basic matching by keyword or tag; keys that are not known are passed over, as
 * PS3.18 8.3.4 allows.
 */
export function search(
  level: QueryLevel,
  instances: readonly ArchivedInstance[],
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
  base: string,
): DicomJson[] {
  const wanted = Object.entries(query).flatMap(([key, given]) => {
    // A key that is named twice has to match twice, which for one value is the last one's affair.
    const value = typeof given === 'object' ? given.at(-1) : given;
    const tag = KEYWORDS[key] ?? (/^[0-9A-Fa-f]{8}$/.test(key) ? key.toUpperCase() : null);
    return tag === null || value === undefined ? [] : [[tag, value.slice(0, MAX_PATTERN)] as const];
  });
  const offset = Math.max(0, Number(query.offset) || 0);
  const limit = Math.min(MAX_RESULTS, Math.max(0, Number(query.limit) || MAX_RESULTS));
  return recordsOf(level, instances, base)
    .filter((record) => wanted.every(([tag, value]) => record[tag] === undefined || matches(record, tag, value)))
    .slice(offset, offset + limit);
}
