import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCES = fileURLToPath(new URL('.', import.meta.url));

/** Every path that the code names as where a link or a step leads: `to="/work"`, `to: '/work'`, `to={a ? '/work' : '/desk'}`. */
function namedPaths(): readonly (readonly [string, string])[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && name !== 'router.tsx',
  );
  return files.flatMap((name) => {
    const text = readFileSync(`${SOURCES}${name}`, 'utf8');
    return [...text.matchAll(/\bto\s*(?:=|:)\s*(\{[^}]*\}|[^,;}>\n]*)/g)].flatMap(([, said = '']) =>
      [...said.matchAll(/(["'`])(\/[^"'`]*)\1/g)].map(([, , path = '']) => [name, path] as const),
    );
  });
}

describe('links between pages', () => {
  it('lead to pages that there are', () => {
    const router = readFileSync(`${SOURCES}router.tsx`, 'utf8');
    const pages = new Set([...router.matchAll(/[pP]age\('([^']+)'/g)].map(([, path]) => path));
    const named = namedPaths();
    expect(pages.size).toBeGreaterThan(20);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, path]) => !pages.has(path))).toEqual([]);
  });
});
