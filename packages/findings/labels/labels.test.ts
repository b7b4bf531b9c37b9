import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport } from '../src/index.ts';
import { type Field, fields, judge, type LabelledReport, precision, recall, sumOf, type Tally } from './judge.ts';

const here = new URL('./', import.meta.url);
const texts = new URL('../../../../shared/data/reports/', import.meta.url);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const reports: LabelledReport[] = readdirSync(here)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, here), 'utf8')) as LabelledReport)
  .toSorted((a, b) => (sha256(a.id) < sha256(b.id) ? -1 : 1));

/** The half with the lower hashes was never used to tune. */
const heldOut = reports.slice(0, reports.length / 2);
const tuning = reports.slice(reports.length / 2);

/** Precision and recall that must not be lost again. */
const floors: Readonly<
  Record<'tuning' | 'heldOut', Readonly<Record<Field, readonly [precision: number, recall: number]>>>
> = {
  tuning: {
    observation: [0.97, 0.95],
    anatomy: [0.95, 0.95],
    side: [0.95, 0.94],
    level: [0.97, 0.98],
    size: [1, 1],
    presence: [0.99, 0.99],
  },
  heldOut: {
    observation: [0.89, 0.85],
    anatomy: [0.91, 0.91],
    side: [0.88, 0.9],
    level: [0.94, 0.93],
    size: [0.83, 0.83],
    presence: [0.97, 0.97],
  },
};

type Row = Readonly<Record<string, string>>;

function textsOf(file: string): ReadonlyMap<string, string> {
  const content = readFileSync(new URL(file, texts), 'utf8');
  if (file.endsWith('.txt')) return new Map([[file.replace(/\.txt$/, '').replaceAll('_', '-'), content]]);
  const rows = content
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  return new Map(rows.map((row) => [row.id ?? '', row.text ?? row.Findings ?? ''] as const));
}

const files = new Map<string, ReadonlyMap<string, string>>();
function textOf({ file, id }: LabelledReport): string {
  const known = files.get(file) ?? textsOf(file);
  files.set(file, known);
  return known.get(id) ?? '';
}

function table(title: string, sum: Readonly<Record<Field, Tally>>): string {
  const percent = (part: number): string => part.toFixed(3).padStart(9);
  const rows = fields.map((field) => {
    const tally = sum[field];
    return `${field.padEnd(12)}${percent(precision(tally))}${percent(recall(tally))}${String(tally.labelled).padStart(7)}`;
  });
  return [title, 'field       precision   recall      n', ...rows].join('\n');
}

describe('labels', () => {
  it('are of 60 reports', () => {
    expect(reports).toHaveLength(60);
    expect(new Set(reports.map((report) => report.id)).size).toBe(60);
  });

  describe.skipIf(!existsSync(texts))('on the real reports (skipped: ../shared/data/reports is not there)', () => {
    it.each(reports.map((report) => [report.id, report] as const))(
      '%s is the text that was labelled',
      (_id, report) => {
        const text = textOf(report);
        expect(sha256(text)).toBe(report.sha256);
        for (const label of report.labels) expect(text.slice(label.start, label.end).trim()).not.toBe('');
      },
    );

    it.each([
      ['used to tune', tuning, floors.tuning],
      ['not used to tune', heldOut, floors.heldOut],
    ] as const)('the half %s reaches precision and recall of each field', (half, some, floor) => {
      const judged = some.map((report) => {
        const text = textOf(report);
        return judge(report, text, readReport(text).findings);
      });
      const sum = sumOf(judged.map(({ tally }) => tally));
      process.stdout.write(`${table(`\n${some.length} reports, ${half}`, sum)}\n`);
      // The mistakes of the other half stay unread: whoever reads them tunes on them.
      if (half === 'used to tune' && process.env.OVERREAD_LABELS_SHOW)
        process.stdout.write(`${judged.flatMap(({ misses }) => misses).join('\n')}\n`);
      for (const field of fields) {
        expect(precision(sum[field]), `precision of ${field}`).toBeGreaterThanOrEqual(floor[field][0]);
        expect(recall(sum[field]), `recall of ${field}`).toBeGreaterThanOrEqual(floor[field][1]);
      }
    });
  });
});
