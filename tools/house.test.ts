import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { brokenWall, circles, houseImports, importsOf } from './house.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const wallOf = (file: string, code: string) =>
  importsOf(root, file, code)
    .map(brokenWall)
    .filter((fault) => fault !== null);

describe('walls between packages', () => {
  it.each([
    ['packages/rules/src/case/x.ts', "import { startService } from '@overread/server';"],
    ['packages/imaging/src/x.ts', "import type { Finding } from '@overread/findings';"],
    ['packages/web/src/reader/x.tsx', "import { createCases } from '@overread/server/cases/index.ts';"],
    ['packages/server/src/main.ts', "import { DEMO_PRACTICE } from '@overread/demo';"],
    ['packages/web/src/reader/x.tsx', "import { cache } from '@cornerstonejs/core';"],
    ['packages/web/src/reader/x.tsx', "const core = await import('@cornerstonejs/core');"],
    ['packages/words/src/x.ts', "export { decide } from '../../rules/src/case/decide.ts';"],
    ['packages/server/src/cases/x.ts', "import { testService } from '../../../../testing/service.ts';"],
  ])('refuses in %s: %s', (file, code) => {
    expect(wallOf(file, code)).toHaveLength(1);
  });

  it.each([
    ['packages/rules/src/case/x.ts', "import type { StudySummary } from '@overread/imaging/model.ts';"],
    ['packages/server/src/main.ts', "import { createSay } from '@overread/words';"],
    ['packages/web/src/viewer/cornerstone/x.ts', "import { cache } from '@cornerstonejs/core';"],
    ['packages/server/src/cases/x.test.ts', "import { testService } from '../../../../testing/service.ts';"],
    ['packages/web/src/x.ts', "/* import { startService } from '@overread/server'; */"],
  ])('lets through in %s: %s', (file, code) => {
    expect(wallOf(file, code)).toEqual([]);
  });
});

describe('circles', () => {
  it('finds one that runs over three files, also through types', () => {
    const files = {
      'packages/rules/src/a.ts': "import { b } from './b.ts';",
      'packages/rules/src/b.ts': "import type { C } from './c.ts';",
      'packages/rules/src/c.ts': "import { a } from './a.ts';",
      'packages/rules/src/d.ts': "import { a } from './a.ts';",
    };
    const imports = Object.entries(files).flatMap(([file, code]) => importsOf(root, file, code));
    expect(circles(imports).map((group) => group.sort())).toEqual([
      ['packages/rules/src/a.ts', 'packages/rules/src/b.ts', 'packages/rules/src/c.ts'],
    ]);
  });

  it('finds none in the house', () => {
    expect(circles(houseImports(root))).toEqual([]);
  });
});

it('finds no broken wall in the house', () => {
  expect(
    houseImports(root)
      .map(brokenWall)
      .filter((fault) => fault !== null),
  ).toEqual([]);
});

describe('the linter', () => {
  it.each([
    [
      'packages/rules/src/planted.ts',
      "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync('x');\n",
      'noNodejsModules',
    ],
    ['packages/rules/src/planted.ts', 'export const planted = new Date();\n', 'deterministic'],
    ['packages/imaging/src/planted.ts', "export { startService } from '@overread/server';\n", 'noRestrictedImports'],
    [
      'packages/server/src/platform/planted.ts',
      "export { createCases } from '../cases/index.ts';\n",
      'noRestrictedImports',
    ],
    ['packages/server/src/audit/planted.ts', "export * from '../cases/store.ts';\n", 'noRestrictedImports'],
  ])('refuses a planted fault in %s', (file, code, rule) => {
    const path = join(root, file);
    writeFileSync(path, code);
    try {
      const said = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', file], { cwd: root, encoding: 'utf8' });
      expect(said.status).not.toBe(0);
      expect(said.stdout + said.stderr).toContain(rule);
    } finally {
      rmSync(path);
    }
  });
});
