import { describe, expect, it } from 'vitest';
import { wordsOf } from '../text/words.ts';
import { joint } from './cues.data.ts';
import { anatomy, deniedAt, joined, kindsOf, observations, placesOf, type Term } from './lexicon.ts';

/** Phrases under the form in which they are looked up. */
function phrasesOf(terms: ReadonlyMap<string, Term>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const term of terms.values())
    for (const phrase of term.phrases.split('|')) {
      const key = wordsOf(phrase)
        .map((word) => word.stem)
        .filter((stem) => stem !== '-')
        .join(' ');
      const codes = found.get(key) ?? [];
      if (!codes.includes(term.code)) codes.push(term.code);
      found.set(key, codes);
    }
  return found;
}

describe('the lexicon', () => {
  it('names only concepts that exist', () => {
    const missing: string[] = [];
    for (const term of observations.values()) {
      missing.push(...term.within.filter((code) => !observations.has(code)));
      if (term.at && !anatomy.has(term.at)) missing.push(term.at);
    }
    for (const term of anatomy.values()) {
      missing.push(...term.within.filter((code) => !anatomy.has(code)));
      missing.push(...term.denies.filter((code) => !observations.has(code)));
    }
    for (const line of joint.trim().split('\n')) {
      const [, seen = '', at = '', becomes = ''] = /^(.*) @ (.*) = (.*)$/.exec(line) ?? [];
      missing.push(...[...seen.split(','), becomes].filter((code) => !observations.has(code)));
      missing.push(...at.split(',').filter((code) => !anatomy.has(code)));
    }
    expect(missing).toEqual([]);
  });

  it('gives one phrase to one concept', () => {
    const twice = (terms: ReadonlyMap<string, Term>): string[] =>
      [...phrasesOf(terms)]
        .filter(([, codes]) => codes.length > 1)
        .map(([phrase, codes]) => `${phrase}: ${codes.join(', ')}`);
    expect([...twice(observations), ...twice(anatomy)]).toEqual([]);
  });

  it('climbs to wider concepts and places', () => {
    expect(kindsOf('disc-sequestration').has('disc-herniation')).toBe(true);
    expect(kindsOf('disc-protrusion').has('disc-extrusion')).toBe(false);
    expect(placesOf('cerebellar-peduncle').has('posterior-fossa')).toBe(true);
    expect(placesOf('medial-meniscus').has('lateral-meniscus')).toBe(false);
  });

  it('knows what normal denies, from the structure or from the one around it', () => {
    expect(deniedAt('posterior-wall')).toEqual(['retropulsion']);
    expect(deniedAt('supraspinatus')).toContain('tear');
  });

  it('names an observation by its place', () => {
    expect(joined('enlargement', ['lymph-node'])).toBe('lymphadenopathy');
    expect(joined('fluid', ['subacromial'])).toBe('bursitis');
    expect(joined('fluid', ['disc'])).toBe('fluid');
  });
});
