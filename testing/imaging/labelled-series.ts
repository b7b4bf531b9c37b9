import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DamagedDicom, type InstanceHeader, NotDicom, parseHeader } from '@overread/imaging';
import { headerOfJson, type JsonItem } from './json-header.ts';
import { realFiles } from './real-files.ts';

/** A row of `labels.tsv`; several right answers stand with "|" between them, "-" is not judged. */
export interface Label {
  readonly source: 'files' | 'headers' | 'list';
  readonly place: string;
  readonly series: string;
  /** How many series of the source the row stands for. */
  readonly weight: number;
  readonly weighting: string;
  readonly plane: string;
  readonly dimension: string;
  readonly fatSuppressed: string;
  readonly contrast: string;
  readonly role: string;
  readonly doubt: string;
}

export function readLabels(tsv: string): Label[] {
  const [head = '', ...lines] = tsv.trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => {
    const values = line.split('\t');
    const row = Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']));
    return { ...row, weight: Number(row.weight) } as unknown as Label;
  });
}

function filesBySeries(data: string): Map<string, InstanceHeader[]> {
  const series = new Map<string, InstanceHeader[]>();
  for (const [, bytes] of realFiles(data)) {
    try {
      const header = parseHeader(bytes);
      series.set(header.seriesInstanceUid, [...(series.get(header.seriesInstanceUid) ?? []), header]);
    } catch (error) {
      if (!(error instanceof NotDicom || error instanceof DamagedDicom)) throw error;
    }
  }
  return series;
}

const linesOf = (text: string) => text.trimEnd().split('\n');

/** A series of which only study, description and maker are known. */
function headerOfRow(line: string): InstanceHeader {
  const [, , study = '', studyDescription = '', , series = '', description = '', maker = ''] = line.split('\t');
  const text = (value: string) => ({ vr: 'LO', Value: [value] });
  const header = headerOfJson({
    '00080008': { vr: 'CS', Value: ['ORIGINAL', 'PRIMARY'] },
    '00080060': { vr: 'CS', Value: ['MR'] },
    '00080070': text(maker),
    '00081030': text(studyDescription),
    '0008103E': text(description),
    '0020000D': { vr: 'UI', Value: [study] },
    '0020000E': { vr: 'UI', Value: [series] },
  });
  return { ...header, orientation: null };
}

/** The headers that a label is about, from the folder of real test data. */
export function labelledHeaders(
  data: string,
  labels: readonly Label[],
): readonly (readonly [Label, InstanceHeader[]])[] {
  const files = filesBySeries(data);
  const json = linesOf(gunzipSync(readFileSync(join(data, 'headers/mr_series_headers.jsonl.gz'))).toString());
  const list = linesOf(readFileSync(join(data, 'headers/tcia_mr_series_list.tsv'), 'utf8')).slice(1);
  return labels.map((label) => {
    const line = Number(label.place) - 1;
    if (label.source === 'files') return [label, files.get(label.series) ?? []];
    if (label.source === 'list') return [label, [headerOfRow(list[line] ?? '')]];
    return [label, [headerOfJson((JSON.parse(json[line] ?? '{}') as { dicom: JsonItem }).dicom)]];
  });
}
