import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REASONS, RED_FLAGS, REGIONS } from '@overread/rules/case/vocabulary.ts';
import { IDENTITY_REASONS } from '@overread/rules/identity/check-identity.ts';
import { CATALOGUES } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../referrer/decision.ts';
import { PARTS } from './next-act.ts';

const CATALOGUE_NAMES = ['coordinator', 'referrer', 'admin'] as const;
const KNOWN = new Set(Object.keys(Object.assign({}, ...Object.values(CATALOGUES.en))));

/** The comparison is the coordinator's too, where a service outside has read. */
const SOURCES = [...CATALOGUE_NAMES, 'reader'].flatMap((folder) => {
  const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  return readdirSync(path)
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => [`${folder}/${name}`, readFileSync(`${path}${name}`, 'utf8')] as const);
});

/** Ids as they stand in the code: whole ones, and the fixed beginnings of those that are put together. */
function idsIn(pattern: RegExp) {
  return SOURCES.flatMap(([name, text]) => [...text.matchAll(pattern)].map((found) => [name, found[1] ?? ''] as const));
}

const WHOLE = /'((?:coordinator|referrer|admin|reader|common|need|stage|identity)\.[A-Za-z][\w.-]*)'/g;
const BEGUN = /`((?:coordinator|referrer|admin|reader|common|need|stage|identity)\.[\w.-]*)\$\{/g;

describe("the staff's words", () => {
  it('has a sentence for every id that stands in the code', () => {
    const used = idsIn(WHOLE);
    expect(used.length).toBeGreaterThan(200);
    expect(used.filter(([, id]) => !KNOWN.has(id))).toEqual([]);
  });

  it('has sentences for every id that is put together', () => {
    const begun = (start: string) => [...KNOWN].some((id) => id.startsWith(start));
    expect(idsIn(BEGUN).filter(([, start]) => !begun(start))).toEqual([]);
    const made = [
      ...REASONS.map((reason) => `coordinator.reason.${reason}`),
      ...RED_FLAGS.map((flag) => `coordinator.flag.${flag}`),
      ...REGIONS.map((region) => `reader.region.${region}`),
      ...IDENTITY_REASONS.map((reason) => `identity.${reason}`),
      ...OUTCOMES.flatMap((outcome) => [`referrer.outcome.${outcome}`, `referrer.outcomeHint.${outcome}`]),
      ...PARTS.map((part) => `coordinator.part.${part}`),
    ];
    expect(made.filter((id) => !KNOWN.has(id))).toEqual([]);
  });

  it.each(CATALOGUE_NAMES)('keeps no sentence of %s that nobody says', (name) => {
    const all = SOURCES.map(([, text]) => text).join('\n');
    const starts = idsIn(BEGUN).map(([, start]) => start);
    const unused = Object.keys(CATALOGUES.en[name] ?? {}).filter(
      (id) => !all.includes(`'${id}'`) && !starts.some((start) => id.startsWith(start) && start !== `${name}.`),
    );
    expect(unused).toEqual([]);
  });
});
