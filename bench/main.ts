import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Measure } from './measure.ts';

/** What can be measured, by name. */
const BENCHES: Readonly<Record<string, () => Promise<{ readonly run: () => Promise<readonly Measure[]> }>>> = {
  archive: () => import('./archive.ts'),
  import: () => import('./import.ts'),
  browser: () => import('./browser-upload.ts'),
  'browser-memory': () => import('./browser-memory.ts'),
  stow: () => import('./stow.ts'),
  'c-store': () => import('./c-store.ts'),
  retrieve: () => import('./archive-out.ts'),
  naming: () => import('./naming.ts'),
  compare: () => import('./compare.ts'),
  phone: () => import('./phone.ts'),
};

const results = fileURLToPath(new URL('./results/', import.meta.url));
const short = (value: number | null) => (value === null ? '-' : value.toPrecision(3));

/** `npm run bench -- NAME`: a line `name ours peer ratio` for each measure, and the same as JSON in bench/results. */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
  if (unknown.length > 0 || names.length === 0) {
    console.error(`Say which: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
    return 2;
  }
  for (const name of names) {
    const measures = await (await (BENCHES[name] as (typeof BENCHES)[string])()).run();
    for (const measure of measures) {
      const { ours, peer, ratio } = measure;
      console.log(`${measure.name} ${short(ours)} ${short(peer)} ${short(ratio)}`);
      if (measure.note !== undefined) console.error(`  ${measure.note}`);
    }
    mkdirSync(results, { recursive: true });
    const told = { name, at: new Date().toISOString(), cores: availableParallelism(), node: process.version, measures };
    writeFileSync(`${results}${name}.json`, `${JSON.stringify(told, null, 2)}\n`);
  }
  return 0;
}

process.exit(await main(process.argv.slice(2)));
