import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** 150 KiB, compressed: what script and sentences of a patient's first screen may cost (DESIGN section 10). */
const BUDGET = 150 * 1024;

/** The chunk with everything that it needs at once; style sheets are small, draw nothing late, and are not counted. */
function closure(bundle: Bundle, start: readonly string[]): Set<string> {
  const needed = new Set<string>();
  const visit = (fileName: string) => {
    if (needed.has(fileName)) return;
    needed.add(fileName);
    const file = bundle[fileName];
    if (file?.type !== 'chunk') return;
    file.imports.forEach(visit);
  };
  start.forEach(visit);
  return needed;
}

/** Refuses a build whose first screen for a patient (entries, one page, words) is over the budget. */
export function firstScreen(pages: readonly string[]): Plugin {
  return {
    name: 'overread:first-screen',
    enforce: 'post',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const entries = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
      for (const page of pages) {
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(page) ?? false);
        if (chunk === undefined) throw new Error(`The build has no chunk for ${page}.`);
        // A page of the guided start brings its own sentences along; the others make do with everybody's.
        const parts = page.includes('/ask/') ? 'everybody|ask' : 'everybody';
        const words = Object.keys(bundle).filter((name) => new RegExp(`words-en-(?:${parts})-.*\\.json$`).test(name));
        const sizes = [...closure(bundle, [...entries, ...words, chunk.fileName])].map((fileName) => {
          const file = bundle[fileName];
          const bytes = gzipSync(file?.type === 'chunk' ? file.code : (file?.source ?? ''), { level: 9 }).length;
          return { fileName, bytes };
        });
        const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
        const heavy = sizes.sort((a, b) => b.bytes - a.bytes).slice(0, 8);
        const largest = heavy.map(({ fileName, bytes }) => `${fileName} ${(bytes / 1024).toFixed(1)}`).join(', ');
        const says = `${page}: ${(total / 1024).toFixed(1)} KiB compressed of ${BUDGET / 1024} (${largest})`;
        if (total > BUDGET) throw new Error(`The first screen is too heavy. ${says}`);
        this.info(says);
      }
    },
  };
}
