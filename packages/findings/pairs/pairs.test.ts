import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareReports } from '../src/index.ts';
import { type GoldPair, judge, type Relation } from './judge.ts';

const read = (folder: URL): GoldPair[] =>
  readdirSync(folder)
    .filter((name) => /^\d\d\.json$/.test(name))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as GoldPair);

const relations: readonly Relation[] = ['agrees', 'differs', 'only-original', 'only-second'];
const shareOf = (shares: readonly (readonly [number, number])[]): number => {
  const all = shares.reduce((n, share) => n + share[1], 0);
  return all === 0 ? 1 : shares.reduce((n, share) => n + share[0], 0) / all;
};

/** The measures of `../shared/data/pairs/score.py`. */
function score(pairs: readonly GoldPair[]) {
  const verdicts = pairs.map((pair) => judge(pair, compareReports(pair.original, pair.second)));
  const rows = relations.map((relation) => verdicts.map((verdict) => verdict.relations[relation]));
  const told = rows.filter((row) => row.some(([, all]) => all > 0));
  return {
    relation: shareOf(rows.flat()),
    balanced: told.reduce((sum, row) => sum + shareOf(row), 0) / told.length,
    important: shareOf(verdicts.map(({ important }) => important)),
    differsIn: shareOf(verdicts.map(({ exact }) => exact)),
    agreement: verdicts.filter(({ agreementRight }) => agreementRight).length / verdicts.length,
    spurious: verdicts.flatMap(({ spurious }) => spurious).length / verdicts.length,
    misses: verdicts.flatMap(({ misses, spurious }) => [...misses, ...spurious]),
  };
}

describe('our own pairs', () => {
  const pairs = read(new URL('./', import.meta.url));

  it('have quotes that occur once', () => {
    for (const pair of pairs)
      for (const item of pair.gold) {
        if (item.original !== null)
          expect(pair.original.split(item.original), `${pair.id}: ${item.original}`).toHaveLength(2);
        if (item.second !== null) expect(pair.second.split(item.second), `${pair.id}: ${item.second}`).toHaveLength(2);
      }
  });

  it('come out as they should', () => {
    const result = score(pairs);
    expect(result.relation, result.misses.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(result.differsIn).toBeGreaterThanOrEqual(0.94);
    expect(result.agreement).toBeGreaterThanOrEqual(0.95);
  });

  it.each(
    pairs.filter((pair) => pair.kind.includes('rephrasing')).map((pair) => [pair.id, pair.region, pair] as const),
  )('pair %s (%s) says the same in other words', (_id, _region, pair) => {
    const { agreement, pairs: found } = compareReports(pair.original, pair.second);
    expect(
      agreement,
      found
        .filter((one) => one.relation !== 'agrees')
        .map((one) => one.because)
        .join('\n'),
    ).toBe('concordant');
  });
});

describe.each([
  ['second', 0.96, 0.95],
  ['third', 0.96, 0.95],
  ['fourth', 0.97, 1],
  ['fifth', 0.99, 1],
  ['sixth', 0.99, 0.9],
  ['seventh', 0.99, 1],
  ['eighth', 0.99, 1],
  ['ninth', 0.98, 1],
  ['tenth', 0.96, 1],
  ['eleventh', 0.93, 0.9],
] as const)('the %s batch, written without a look at the program', (batch, relation, agreement) => {
  it('comes out as it should', () => {
    const result = score(read(new URL(`./${batch}/`, import.meta.url)));
    expect(result.relation, result.misses.join('\n')).toBeGreaterThanOrEqual(relation);
    expect(result.balanced).toBeGreaterThanOrEqual(0.9);
    expect(result.important).toBeGreaterThanOrEqual(0.9);
    expect(result.agreement).toBeGreaterThanOrEqual(agreement);
    expect(result.spurious, result.misses.join('\n')).toBeLessThanOrEqual(0.5);
  });
});

const shared = new URL('../../../../shared/data/pairs/', import.meta.url);

describe('the examples beside the project', () => {
  it.skipIf(!existsSync(shared))('come out as they should (skipped: ../shared/data/pairs is not there)', () => {
    const result = score(read(shared));
    expect(result.relation, result.misses.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(result.agreement).toBe(1);
  });
});
