import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareReports } from '../src/index.ts';
import { type GoldPair, judge } from './judge.ts';

const read = (folder: URL): GoldPair[] =>
  readdirSync(folder)
    .filter((name) => /^\d\d\.json$/.test(name))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as GoldPair);

function score(pairs: readonly GoldPair[]) {
  const verdicts = pairs.map((pair) => judge(pair, compareReports(pair.original, pair.second)));
  const sum = (pick: (v: (typeof verdicts)[number]) => number): number => verdicts.reduce((n, v) => n + pick(v), 0);
  return {
    relation: sum((v) => v.right) / sum((v) => v.items),
    differsIn: sum((v) => v.exact) / sum((v) => v.differing),
    agreement: sum((v) => Number(v.agreementRight)) / verdicts.length,
    misses: verdicts.flatMap((v) => v.misses),
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

const shared = new URL('../../../../shared/data/pairs/', import.meta.url);

describe('the examples beside the project', () => {
  it.skipIf(!existsSync(shared))('come out as they should (skipped: ../shared/data/pairs is not there)', () => {
    const result = score(read(shared));
    expect(result.relation, result.misses.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(result.agreement).toBe(1);
  });
});
