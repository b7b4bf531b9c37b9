import type { ArchivedInstance } from '../model.ts';
import type { DicomJson } from './dicom-json.ts';
import { matches, tagOf } from './qido-match.ts';
import { belongsTo, instanceAttributes, type QueryLevel, seriesAttributes, studyAttributes } from './qido-records.ts';

/** One result of a search, and an instance whose file has what the index does not keep. */
export interface Found {
  readonly record: DicomJson;
  readonly example: ArchivedInstance;
}

/** What a search asks for (PS3.18 8.3.4). */
export interface Search {
  readonly keys: readonly (readonly [tag: string, wanted: string])[];
  /** Tags of `includefield`; `all` for everything. */
  readonly include: readonly string[] | 'all';
  readonly offset: number;
  readonly limit: number;
  readonly fuzzy: boolean;
}

/** A person types a few keys; a longer pattern is none. */
const MAX_PATTERN = 256;
const MAX_RESULTS = 5000;
const MAX_FIELDS = 100;

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const asList = (given: string | readonly string[] | undefined): string[] => (given === undefined ? [] : [given].flat());

const count = (given: string | readonly string[] | undefined, otherwise: number) => {
  const value = asList(given).at(-1);
  const number = Math.floor(Number(value));
  return value === undefined || value === '' || !(number >= 0) ? otherwise : number;
};

/** Keys that are not known are passed over, as PS3.18 8.3.4 allows; one that is named twice counts as it came last. */
export function searchOf(level: QueryLevel, query: Query): Search {
  const keys = Object.entries(query).flatMap(([key, given]) => {
    const tag = tagOf(key);
    const wanted = asList(given).at(-1);
    return tag === null || wanted === undefined || !belongsTo(level, tag)
      ? []
      : [[tag, wanted.slice(0, MAX_PATTERN)] as const];
  });
  const fields = asList(query.includefield).flatMap((each) => each.split(','));
  return {
    keys,
    include: fields.includes('all') ? 'all' : fields.slice(0, MAX_FIELDS).flatMap((field) => tagOf(field) ?? []),
    offset: count(query.offset, 0),
    limit: Math.min(MAX_RESULTS, count(query.limit, MAX_RESULTS)),
    fuzzy: asList(query.fuzzymatching).at(-1) === 'true',
  };
}

/** What there is at a level, each with the attributes of the levels above it, so that a search may ask for those too. */
export function recordsOf(level: QueryLevel, instances: readonly ArchivedInstance[], base: string): Found[] {
  const studies = Map.groupBy(instances, ({ studyInstanceUid }) => studyInstanceUid);
  return [...studies.values()].flatMap((ofStudy): Found[] => {
    const study = studyAttributes(ofStudy, base);
    if (level === 'studies') return [{ record: study, example: ofStudy[0] as ArchivedInstance }];
    const series = Map.groupBy(ofStudy, ({ seriesInstanceUid }) => seriesInstanceUid);
    return [...series.values()].flatMap((ofSeries): Found[] => {
      const above = { ...study, ...seriesAttributes(ofSeries, base) };
      if (level === 'series') return [{ record: above, example: ofSeries[0] as ArchivedInstance }];
      return ofSeries.map((example) => ({
        record: { ...above, ...instanceAttributes(example.header, base) },
        example,
      }));
    });
  });
}

/** Attributes of a study and a series that the index does not keep and a search has to answer (PS3.18 10.6.3.3). */
const FROM_FILES: Readonly<Record<QueryLevel, readonly string[]>> = {
  studies: ['00080030', '00080090', '00080201', '00200010'],
  series: ['00080030', '00080090', '00080201', '00200010', '00400244', '00400245', '00400275'],
  instances: [],
};

/** The tags that have to be read from files: for answers, for keys, and because they were asked for. */
export function readFromFiles(level: QueryLevel, { keys, include }: Search, known: DicomJson | undefined) {
  if (include === 'all') return 'all' as const;
  const asked = [...keys.map(([tag]) => tag), ...include, ...FROM_FILES[level]].map((path) => path.split('.')[0] ?? '');
  return [...new Set(asked)].filter((tag) => belongsTo(level, tag) && known?.[tag] === undefined);
}

/** A record with what its file says; the index, which counts, goes before the file. */
export function enriched(
  level: QueryLevel,
  { record, example }: Found,
  file: DicomJson,
  tags: readonly string[] | 'all',
): Found {
  const wanted = tags === 'all' ? Object.keys(file).filter((tag) => belongsTo(level, tag)) : tags;
  const more = wanted.flatMap((tag) => {
    const attribute = file[tag];
    return attribute === undefined ? [] : [[tag, attribute] as const];
  });
  return { example, record: { ...Object.fromEntries(more), ...record } };
}

const hasAll = (record: DicomJson, { keys }: Search) => keys.every(([tag, wanted]) => matches(record, tag, wanted));

const ordered = (record: DicomJson): DicomJson =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** One page of those that match, and how many are left behind it. */
export function pageOf(all: readonly Found[], search: Search): { readonly page: DicomJson[]; readonly left: number } {
  const found = all.filter(({ record }) => hasAll(record, search));
  const end = search.offset + search.limit;
  return {
    page: found.slice(search.offset, end).map(({ record }) => ordered(record)),
    left: Math.max(0, found.length - end),
  };
}
