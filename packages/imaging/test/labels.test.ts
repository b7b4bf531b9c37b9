import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Label, labelledHeaders, readLabels } from '../../../testing/imaging/labelled-series.ts';
import { sharedData } from '../../../testing/shared-data.ts';
import type { InstanceHeader, SeriesSummary } from '../src/model.ts';
import { describeSeries } from '../src/series/describe-series.ts';

const data = sharedData();
const suite = data === null ? describe.skip : describe;

type Attribute = 'weighting' | 'plane' | 'dimension' | 'fatSuppressed' | 'contrast' | 'role';
const ATTRIBUTES: readonly Attribute[] = ['weighting', 'plane', 'dimension', 'fatSuppressed', 'contrast', 'role'];

const yesNo = (value: boolean | 'unknown') => (value === 'unknown' ? 'unknown' : value ? 'yes' : 'no');
const ANSWERS: Readonly<Record<Attribute, (series: SeriesSummary) => string>> = {
  weighting: ({ weighting }) => weighting,
  plane: ({ plane }) => plane,
  dimension: ({ dimension }) => dimension,
  fatSuppressed: ({ fatSuppressed }) => yesNo(fatSuppressed),
  contrast: ({ contrastEnhanced }) => yesNo(contrastEnhanced),
  role: ({ role }) => role,
};

interface Judged {
  readonly label: Label;
  readonly headers: readonly InstanceHeader[];
  readonly series: SeriesSummary;
  readonly half: 'open' | 'held out';
}

/** Series of one maker and description stay in one half: they are no independent trials. */
function halfOf({ manufacturer, seriesDescription, protocolName }: InstanceHeader): Judged['half'] {
  let hash = 2166136261;
  for (const letter of `${manufacturer} ${seriesDescription} ${protocolName}`)
    hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
  return hash % 2 === 0 ? 'open' : 'held out';
}

function judgeAll(): Judged[] {
  const labels = readLabels(readFileSync(new URL('./labels.tsv', import.meta.url), 'utf8'));
  return labelledHeaders(data ?? '', labels).map(([label, headers]) => {
    expect(headers.length, `${label.source} ${label.place}`).toBeGreaterThan(0);
    return { label, headers, series: describeSeries(headers), half: halfOf(headers[0] as InstanceHeader) };
  });
}

interface Tally {
  readonly right: number;
  /** The series does not say, and we do not. */
  readonly unknown: number;
  readonly wrong: number;
  readonly table: ReadonlyMap<string, number>;
}

/** Each row counts once, whatever it stands for: forty copies of one header are one trial. */
function tally(judged: readonly Judged[], attribute: Attribute): Tally {
  const table = new Map<string, number>();
  let [right, unknown, wrong] = [0, 0, 0];
  for (const { label, series } of judged) {
    if (label[attribute] === '-') continue;
    const accepted = label[attribute].split('|');
    const answer = ANSWERS[attribute](series);
    if (accepted.includes(answer)) right += 1;
    else if (answer === 'unknown') unknown += 1;
    else wrong += 1;
    const truth = accepted.includes(answer) ? answer : (accepted[0] ?? '');
    table.set(`${truth} → ${answer}`, (table.get(`${truth} → ${answer}`) ?? 0) + 1);
  }
  return { right, unknown, wrong, table };
}

const shareOf = ({ right, unknown, wrong }: Tally) => right / Math.max(1, right + unknown + wrong);

/** Mean of the classes' own accuracies: many copies of an easy class do not hide a hard one. */
function balanced({ table }: Tally): number {
  const classes = new Map<string, [number, number]>();
  for (const [cell, count] of table) {
    const [truth = '', answer = ''] = cell.split(' → ');
    const [hit, all] = classes.get(truth) ?? [0, 0];
    classes.set(truth, [hit + (truth === answer ? count : 0), all + count]);
  }
  const shares = [...classes.values()].map(([hit, all]) => hit / all);
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

function report(judged: readonly Judged[]): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return ATTRIBUTES.flatMap((attribute) => {
    const halves = (['open', 'held out'] as const).map((half) => {
      const counts = tally(
        judged.filter((one) => one.half === half),
        attribute,
      );
      const { right, unknown, wrong } = counts;
      return `  ${half}: ${percent(shareOf(counts))} right (${right} right, ${unknown} unknown, ${wrong} wrong), classes on average ${percent(balanced(counts))}`;
    });
    const cells = [...tally(judged, attribute).table]
      .sort(([, a], [, b]) => b - a)
      .map(([cell, count]) => `    ${cell}: ${count}`);
    return [attribute, ...halves, ...cells];
  }).join('\n');
}

/** What was taken for something else, in the half that may be looked at. */
const misses = (judged: readonly Judged[], attribute: Attribute) =>
  judged
    .filter(({ label, half }) => half === 'open' && label[attribute] !== '-')
    .filter(({ label, series }) => !label[attribute].split('|').includes(ANSWERS[attribute](series)))
    .map(
      ({ label, headers, series }) =>
        `${attribute} ${label.source} ${label.place} “${headers[0]?.seriesDescription}”: ${label[attribute]}, said ${ANSWERS[attribute](series)} (${series.confidence}) ${series.because.join('; ')}`,
    );

const tell = (text: string) => process.stdout.write(`${text}\n`);

suite(data === null ? 'labelled series (skipped: no real test data beside the project)' : 'labelled series', () => {
  let judged: readonly Judged[] = [];
  beforeAll(() => {
    judged = judgeAll();
  }, 120_000);

  it('are named as people named them', () => {
    tell(report(judged));
    if (process.env.OVERREAD_MISSES === '1') tell(ATTRIBUTES.flatMap((one) => misses(judged, one)).join('\n'));
    for (const half of ['open', 'held out'] as const) {
      const part = judged.filter((one) => one.half === half);
      expect(shareOf(tally(part, 'weighting')), `weighting, ${half}`).toBeGreaterThanOrEqual(0.95);
      expect(shareOf(tally(part, 'plane')), `plane, ${half}`).toBeGreaterThanOrEqual(0.99);
      expect(shareOf(tally(part, 'role')), `role, ${half}`).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('each have a reason', () => {
    for (const { series } of judged) expect(series.because.length, series.description).toBeGreaterThan(0);
  });
});
