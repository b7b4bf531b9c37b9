import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REASONS, RED_FLAGS, REGIONS } from '@overread/rules/case/vocabulary.ts';
import { CATALOGUES } from '@overread/words';
import { describe, expect, it } from 'vitest';

const KNOWN = new Set(Object.keys(Object.assign({}, ...Object.values(CATALOGUES.en))));
const SPACES = 'patient|common|home|signIn|secondStep|mailbox';

const sources = ['./', './patient/', './patient/history/', './patient/consent/', './home/', './ui/', './api/'].flatMap(
  (folder) => {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    return readdirSync(path)
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(`${path}${name}`, 'utf8'));
  },
);
const all = sources.join('\n');
const found = (pattern: RegExp) => [...all.matchAll(pattern)].map((hit) => hit[1] ?? '');

describe('the words of the shared screens', () => {
  it('has a sentence for every id that stands in the code', () => {
    const used = found(new RegExp(`'((?:${SPACES})\\.[A-Za-z][\\w.-]*)'`, 'g'));
    expect(used.length).toBeGreaterThan(150);
    expect(used.filter((id) => !KNOWN.has(id))).toEqual([]);
  });

  it('has sentences for every id that is put together', () => {
    const starts = found(new RegExp(`\`((?:${SPACES})\\.[\\w.-]*\\.)\\$\\{`, 'g'));
    expect(starts.length).toBeGreaterThan(10);
    expect(starts.filter((start) => ![...KNOWN].some((id) => id.startsWith(start)))).toEqual([]);
    const flagged = RED_FLAGS.flatMap((flag) =>
      ['', '.hint', '.means', '.where', '.say'].map((part) => `patient.flag.${flag}${part}`),
    );
    const ids = [
      ...flagged,
      ...REGIONS.map((r) => `patient.region.${r}`),
      ...REASONS.map((r) => `patient.reason.${r}.hint`),
    ];
    expect(ids.filter((id) => !KNOWN.has(id))).toEqual([]);
  });

  it('keeps no sentence that nobody says', () => {
    const starts = found(new RegExp(`\`((?:${SPACES})\\.[\\w.-]*\\.)\\$\\{`, 'g'));
    const own = { ...CATALOGUES.en.patient, ...CATALOGUES.en.common };
    const unused = Object.keys(own).filter((id) => !all.includes(`'${id}'`) && !starts.some((s) => id.startsWith(s)));
    expect(unused).toEqual([]);
  });
});
