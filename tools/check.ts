// `npm run check`: format and lint, types, walls between packages, circles; then the house's own measures.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenWall, circles, houseImports, sourceFiles } from './house.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let failed = false;

function step(name: string, ok: boolean, says: readonly string[] = []): void {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  for (const line of says) console.log(`       ${line}`);
  failed ||= !ok;
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(join(root, 'node_modules/.bin', command), args, { cwd: root, stdio: 'inherit' }).status === 0;
}

step('format and lint', runs('biome', ['check', '.', '--diagnostic-level=error']));
step('types', runs('tsc', ['-p', '.']));

const imports = houseImports(root);
const faults = imports.map(brokenWall).filter((fault) => fault !== null);
step(
  'walls between packages',
  faults.length === 0,
  faults.map(({ file, says }) => `${file} ${says}`),
);
const rings = circles(imports);
step(
  'no import circles',
  rings.length === 0,
  rings.map((ring) => ring.join(' -> ')),
);

const files = ['packages', 'tools', 'bench'].flatMap((folder) => sourceFiles(root, folder));
const lines = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n').length - 1]));
const isTest = (file: string) => /\.(test|spec|contract)\.tsx?$/.test(file);
const sum = (chosen: readonly string[]) => chosen.reduce((total, file) => total + (lines.get(file) ?? 0), 0);
const source = files.filter((file) => !isTest(file) && !file.endsWith('.data.ts'));
const tests = [...files.filter(isTest), ...['testing', 'e2e'].flatMap((folder) => sourceFiles(root, folder))];
for (const file of tests)
  if (!lines.has(file)) lines.set(file, readFileSync(join(root, file), 'utf8').split('\n').length - 1);
const long = source.filter((file) => (lines.get(file) ?? 0) > 300);
const text = (chosen: readonly string[]) => chosen.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
const count = (pattern: RegExp, within: string) => within.match(pattern)?.length ?? 0;
const all = text(source);
console.log(`
files ${source.length}, lines ${sum(source)}, tests ${sum(tests)} lines (${(sum(tests) / sum(source)).toFixed(2)} per line)
over 300 lines: ${long.length === 0 ? 'none' : long.map((file) => `${file} (${lines.get(file)})`).join(', ')}
any: ${count(/(?::|as|<)\s*any\b/g, all)}, suppressions: ${count(/biome-ignore|@ts-(?:ignore|expect-error)/g, all)}`);
process.exit(failed ? 1 : 0);
