import type { CaseRow, TrackName } from '@overread/rules/case/view.ts';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
} from '@tanstack/react-table';

/** The tracks that have a column, with the ids of their short and their whole names. */
export const TRACK_COLUMNS: readonly TrackName[] = [
  'images',
  'report',
  'history',
  'consent',
  'funding',
  'reading',
  'delivery',
];

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

type By = SortFn<typeof features, CaseRow>;

const byText: By = (a, b, id) => collator.compare(a.getValue<string>(id), b.getValue<string>(id));

/** What is urgent comes first, then what has waited longest. */
const byNeed: By = (a, b) =>
  Number(b.original.waiting.urgent) - Number(a.original.waiting.urgent) ||
  (a.original.waiting.since < b.original.waiting.since ? -1 : 1);

const helper = createColumnHelper<typeof features, CaseRow>();

/** The columns of the desk; how a cell looks is in desk-row.tsx. */
export const columns = helper.columns([
  helper.accessor('number', { sortFn: byText }),
  helper.accessor('patientName', { sortFn: byText }),
  helper.accessor((row) => `${row.sex} ${row.birthDate}`, { id: 'person', enableSorting: false }),
  helper.accessor('region', { sortFn: byText }),
  helper.accessor((row) => row.waiting.say, { id: 'waiting', enableSorting: false }),
  helper.accessor((row) => row.waiting.since, { id: 'since', sortFn: byNeed }),
  ...TRACK_COLUMNS.map((track) =>
    helper.accessor((row) => row.tracks.find((one) => one.track === track)?.mark ?? 'not-yet', {
      id: track,
      enableSorting: false,
    }),
  ),
  helper.accessor((row) => row.promisedBy ?? '9999', { id: 'promised', sortFn: byText }),
]);
