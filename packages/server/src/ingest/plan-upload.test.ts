import { describe, expect, it } from 'vitest';
import { BudgetSpent, createBudget, createControl, jobControl } from './job-control.ts';
import type { PlannedFile } from './model.ts';
import { cutRuns } from './plan-upload.ts';

const MIB = 1 << 20;
const file = (offset: number, size: number, packing: PlannedFile['packing'] = 'stored'): PlannedFile => ({
  path: `IM${offset}`,
  offset,
  storedSize: size,
  size,
  packing,
  depth: 0,
});

describe('cutRuns', () => {
  it('puts neighbours together, up to 2 MiB', () => {
    const files = Array.from({ length: 10 }, (_, at) => file(at * 500_000, 500_000));
    const runs = cutRuns(files, 5_000_000);
    expect(runs.map(({ first, last }) => [first, last])).toEqual([
      [0, 4],
      [4, 8],
      [8, 10],
    ]);
    expect(runs[1]).toMatchObject({ start: 2_000_000, end: 4_000_000 });
  });

  it('gives a large file a run of its own', () => {
    const runs = cutRuns([file(0, 10), file(10, 9 * MIB), file(10 + 9 * MIB, 10)], 20 * MIB);
    expect(runs.map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('does not read what lies between files that are far apart', () => {
    const runs = cutRuns([file(0, 10), file(50 * MIB, 10)], 60 * MIB);
    expect(runs.map(({ start, end }) => end - start)).toEqual([10, 10]);
  });

  it('reads a whole local header of a ZIP, and never into the next entry or beyond the end', () => {
    const runs = cutRuns([file(0, 100, 'zip-deflated'), file(3 * MIB, 100, 'zip-deflated')], 3 * MIB + 150);
    expect(runs[0]?.end).toBe(30 + 2 * 0xffff + 100);
    expect(runs[1]?.end).toBe(3 * MIB + 150);
    expect(cutRuns([file(0, 100, 'zip-stored'), file(140, 100, 'zip-stored')], 400)[0]).toMatchObject({
      start: 0,
      end: 400,
    });
  });

  it('covers files that share their place', () => {
    expect(cutRuns([file(0, 100), file(0, 100)], 100)).toEqual([{ first: 0, last: 2, start: 0, end: 100 }]);
  });
});

describe('jobControl', () => {
  it('hands out each run once, and stops', () => {
    const [a, b] = [createControl(), createControl()];
    const shared = jobControl(a, createBudget(10));
    expect([shared.takeRun(), shared.takeRun()]).toEqual([0, 1]);
    expect(shared.stopped()).toBe(false);
    shared.stop();
    expect(shared.stopped()).toBe(true);
    expect(jobControl(b, createBudget(10)).stopped()).toBe(false);
  });

  it('ends when more is unpacked than was allowed, beyond 2 GiB too', () => {
    const control = jobControl(createControl(), createBudget(6 * 2 ** 30));
    for (let at = 0; at < 6; at += 1) control.spend(2 ** 30);
    expect(() => control.spend(1)).toThrow(BudgetSpent);
  });
});
