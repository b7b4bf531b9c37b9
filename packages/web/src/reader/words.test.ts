import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REGIONS } from '@overread/rules/case/vocabulary.ts';
import { CATALOGUES } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { CHECKLISTS } from './checklists.data.ts';

const KNOWN = new Set(Object.keys(Object.assign({}, ...Object.values(CATALOGUES.en))));

function sources(): readonly (readonly [string, string])[] {
  return ['./', '../viewer/'].flatMap((folder) => {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    return readdirSync(path)
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => [name, readFileSync(`${path}${name}`, 'utf8')] as const);
  });
}

/** Ids as they stand in the code: whole ones, and the fixed beginnings of those that are put together. */
function idsIn(pattern: RegExp): readonly (readonly [string, string])[] {
  return sources().flatMap(([name, text]) =>
    [...text.matchAll(pattern)].map((found) => [name, found[1] ?? ''] as const),
  );
}

describe("the reader's words", () => {
  it('has a sentence for every id that stands in the code', () => {
    const used = idsIn(/'(reader\.[A-Za-z][\w.-]*)'/g);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter(([, id]) => !KNOWN.has(id))).toEqual([]);
  });

  it('has sentences for every id that is put together', () => {
    const made = idsIn(/`(reader\.[\w.-]*\.)\$\{/g);
    expect(made.length).toBeGreaterThan(10);
    const begun = (start: string) => [...KNOWN].some((id) => id.startsWith(start));
    expect(made.filter(([, start]) => !begun(start))).toEqual([]);
    expect(REGIONS.filter((region) => !KNOWN.has(`reader.region.${region}`))).toEqual([]);
    expect(CHECKLISTS.filter(({ name }) => !KNOWN.has(`reader.checklist.${name}`))).toEqual([]);
  });

  it('keeps no sentence that nobody says', () => {
    const all = sources()
      .map(([, text]) => text)
      .join('\n');
    const starts = idsIn(/`(reader\.[\w.-]*\.)\$\{/g).map(([, start]) => start);
    const unused = Object.keys(CATALOGUES.en.reader ?? {}).filter(
      (id) => !all.includes(`'${id}'`) && !starts.some((start) => id.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});
