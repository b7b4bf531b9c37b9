import { describe, expect, it } from 'vitest';
import { CATALOGUES, compileCatalogue, SPANISH } from './index.ts';

/** Papers for patients; those for insurers, readers, other services and American facilities are English. */
const PAPERS =
  /^(?:document\.(?:page|case|phone|fax|born|patient|birthDate|examination|region|side)|letter\.(?:estimate|bill|invoice|receiptOf|receipt|patient|parcel|records|second|complaint)|letter\.outside\.(?:list|theirs|make|go|back|packet))(?:\.|$)/;

/** Of a case's sentences and of papers the staff alone reads the rest. */
function forPatients(owner: string, id: string): boolean {
  if (owner === 'case') return id.startsWith('track.') || id.endsWith('.patient');
  return owner !== 'letters' || (PAPERS.test(id) && !id.includes('us-hipaa'));
}

/** What a message fills in, by name, however deep in its forms of plural and choice. */
function blanksOf(message: string): readonly string[] {
  const names = [...message.matchAll(/\{\s*(\w+)\s*(?:,\s*(?:plural|select|number)\b|\})/g)].map((hit) => hit[1] ?? '');
  return [...new Set(names)].sort();
}

describe.each(Object.entries(SPANISH))('the Spanish catalogue %s', (owner, messages) => {
  const english = CATALOGUES.en[owner] ?? {};

  it('has every sentence that a patient reads, and no other', () => {
    const wanted = Object.keys(english).filter((id) => forPatients(owner, id));
    expect(wanted.filter((id) => !Object.hasOwn(messages, id))).toEqual([]);
    expect(Object.keys(messages).filter((id) => !Object.hasOwn(english, id))).toEqual([]);
  });

  it('is valid ICU, and fills in what the English sentence fills in', () => {
    expect(Object.keys(compileCatalogue(messages))).toEqual(Object.keys(messages));
    const differing = Object.entries(messages).filter(
      ([id, text]) => blanksOf(text).join() !== blanksOf(english[id] ?? '').join(),
    );
    expect(differing.map(([id]) => id)).toEqual([]);
  });

  it('is translated: a whole sentence does not stand in English', () => {
    const same = Object.entries(messages).filter(
      ([id, text]) => text === english[id] && /[a-z]{3,} [a-z]{2,}/.test(text),
    );
    expect(same.map(([id]) => id)).toEqual([]);
  });
});
