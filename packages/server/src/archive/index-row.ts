import type { InstanceHeader } from '@overread/imaging/model.ts';

/** What the writer of a pack tells the index of one instance. */
export interface IndexRow {
  readonly caseId: string;
  /** The file's path on the disc, for a report; the index does not keep it. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly packId: string;
  readonly packOffset: number;
  readonly firstSegment: number;
  readonly segments: readonly number[];
  readonly header: InstanceHeader;
}

/** Columns of `copyRow`, in its order. */
export const ROW_COLUMNS =
  'path, case_id, sop_instance_uid, sha256, study_instance_uid, series_instance_uid, size, pack_id, pack_offset, first_segment, segments, header';

/** What jsonb does not take: NUL, and halves of surrogate pairs. */
const UNKEPT = /\\u0000|\\ud[89a-f]/;

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each)]));
}

/** The header as JSON that PostgreSQL's jsonb takes. */
export function headerJson(header: InstanceHeader): string {
  const json = JSON.stringify(header);
  return UNKEPT.test(json) ? JSON.stringify(clean(header)) : json;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const field = (text: string) =>
  text
    .replaceAll('\0', '')
    .toWellFormed()
    .replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] as string);

/** One line in the text format of COPY. */
export function copyRow(row: IndexRow): string {
  const { header } = row;
  const fields = [
    field(row.path),
    field(row.caseId),
    field(header.sopInstanceUid),
    row.sha256,
    field(header.studyInstanceUid),
    field(header.seriesInstanceUid),
    row.size,
    field(row.packId),
    row.packOffset,
    row.firstSegment,
    `{${row.segments.join(',')}}`,
    field(headerJson(header)),
  ];
  return `${fields.join('\t')}\n`;
}
