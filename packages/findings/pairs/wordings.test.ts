import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareReports } from '../src/index.ts';

interface Same {
  readonly title: string;
  readonly first: string;
  readonly other: string;
}

function sameThings(text: string): Same[] {
  let title = '';
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) title = line.slice(2);
    const [first = '', ...others] = line.split(' | ');
    return others.map((other) => ({ title, first, other }));
  });
}

/** Both wordings are read, and as the same finding. */
function meet({ title, first, other }: Same): boolean {
  const { pairs, agreement } = compareReports(`${title}\nFINDINGS: ${first}.`, `${title}\nFINDINGS: ${other}.`);
  return agreement === 'concordant' && pairs.some(({ relation }) => relation === 'agrees');
}

describe('the same thing in other words', () => {
  const all = sameThings(readFileSync(new URL('./wordings.txt', import.meta.url), 'utf8'));

  it('is the same finding', () => {
    const apart = all.filter((one) => !meet(one));
    const share = 1 - apart.length / all.length;
    expect(share, apart.map(({ first, other }) => `${first} | ${other}`).join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
