import { readdirSync, readFileSync } from 'node:fs';
import { compareReports } from '@overread/findings';
import { type Measure, median, rounds } from './measure.ts';

const folder = new URL('../packages/findings/pairs/', import.meta.url);

interface Texts {
  readonly original: string;
  readonly second: string;
}

const pairs = (): Texts[] =>
  ['./', './second/', './third/', './fourth/'].flatMap((part) =>
    readdirSync(new URL(part, folder))
      .filter((name) => /^\d\d\.json$/.test(name))
      .map((name) => JSON.parse(readFileSync(new URL(`${part}${name}`, folder), 'utf8')) as Texts),
  );

/** Comparing two reports after start: the median of all pairs, and the slowest of them. Nothing is there to compare it with. */
export async function run(): Promise<readonly Measure[]> {
  const all = pairs();
  const took: number[][] = all.map(() => []);
  for (let round = 0; round < rounds() + 1; round += 1)
    for (const [i, { original, second }] of all.entries()) {
      const start = performance.now();
      compareReports(original, second);
      // The first round compiles.
      if (round > 0) took[i]?.push(performance.now() - start);
    }
  const medians = took.map(median);
  const base = { unit: 'ms', peer: null, ratio: null, rounds: rounds() } as const;
  return [
    { ...base, name: 'compare two reports', ours: median(medians), note: `${all.length} pairs` },
    { ...base, name: 'compare two reports, slowest', ours: Math.max(...medians), note: 'must stay below 50 ms' },
  ];
}
