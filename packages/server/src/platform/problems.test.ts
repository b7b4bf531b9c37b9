import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CATALOGUES } from '@overread/words';
import { describe, expect, it } from 'vitest';

const SOURCES = fileURLToPath(new URL('../', import.meta.url));
const KNOWN = Object.keys(CATALOGUES.en.problems ?? {});

const code = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${SOURCES}${name}`, 'utf8'));

/** What the service answers when it cannot do what was asked: an id of the catalogues, never a sentence of the code. */
describe('problems that the service tells', () => {
  it('have their sentence in the catalogue', () => {
    const thrown = code.flatMap((text) => [...text.matchAll(/wordedProblem\(\s*\d+,\s*'([^']+)'/g)]);
    const built = code.flatMap((text) => [...text.matchAll(/wordedProblem\(\s*\d+,\s*`([^`$]+)\$\{/g)]);
    expect(thrown.length).toBeGreaterThan(60);
    expect(built.length).toBeGreaterThan(0);
    expect(thrown.map(([, id]) => id).filter((id) => !KNOWN.includes(`problem.${id}`))).toEqual([]);
    const begun = built.map(([, start]) => start ?? '');
    expect(begun.filter((start) => !KNOWN.some((id) => id.startsWith(`problem.${start}`)))).toEqual([]);
  });

  it('are not written out in the code', () => {
    const written = code.flatMap((text) => text.match(/new Problem\([^)]*['"`][^'"`)]* [^'"`)]*['"`]/g) ?? []);
    expect(written).toEqual([]);
  });
});
