import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REASONS } from '@overread/rules/case/vocabulary.ts';
import { CATALOGUES } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { SOURCES } from './ask/sources.data.ts';

const KNOWN = new Set(Object.keys(Object.assign({}, ...Object.values(CATALOGUES.en))));
const SPACES = 'ask|follow';

const here = fileURLToPath(new URL('.', import.meta.url));
const all = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${here}${name}`, 'utf8'))
  .join('\n');
const found = (pattern: RegExp) => [...all.matchAll(pattern)].map((hit) => hit[1] ?? '');
const starts = found(new RegExp(`\`((?:${SPACES})\\.[\\w.-]*)\\$\\{`, 'g'));

describe('the words of a patient’s way', () => {
  it('has a sentence for every id that stands in the code or is put together', () => {
    const used = found(new RegExp(`'((?:${SPACES})\\.[A-Za-z][\\w.-]*)'`, 'g'));
    expect(used.length).toBeGreaterThan(40);
    expect(used.filter((id) => !KNOWN.has(id))).toEqual([]);
    expect(starts.filter((start) => ![...KNOWN].some((id) => id.startsWith(start)))).toEqual([]);
    const ids = [
      ...REASONS.map((reason) => `ask.asking.${reason}`),
      ...Object.keys(SOURCES).map((source) => `ask.source.${source}`),
    ];
    expect(ids.filter((id) => !KNOWN.has(id))).toEqual([]);
  });

  it('keeps no sentence that nobody says', () => {
    const own = Object.keys({ ...CATALOGUES.en.ask, ...CATALOGUES.en.follow });
    expect(own.filter((id) => !all.includes(`'${id}'`) && !starts.some((start) => id.startsWith(start)))).toEqual([]);
  });
});
