import { describe, expect, it } from 'vitest';
import { CATALOGUES, compileCatalogue } from './index.ts';

describe.each(Object.entries(CATALOGUES.en))('the English catalogue %s', (_owner, messages) => {
  it('is valid ICU throughout', () => {
    expect(Object.keys(compileCatalogue(messages))).toEqual(Object.keys(messages));
  });

  it('keeps the tone: no exclamation mark, no "unfortunately", no empty sentence', () => {
    const loud = Object.entries(messages).filter(([, text]) => /!|unfortunately/i.test(text) || text.trim() === '');
    expect(loud).toEqual([]);
  });

  it('has quotation marks of type, not of a keyboard, where a blank stands in them', () => {
    // In ICU a straight apostrophe before a brace switches the blank off.
    const broken = Object.entries(messages).filter(([, text]) => /'[{}]/.test(text));
    expect(broken).toEqual([]);
  });
});

it('gives every id to one catalogue only', () => {
  const ids = Object.values(CATALOGUES.en).flatMap((messages) => Object.keys(messages));
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  expect(twice).toEqual([]);
});

it('names the message that is not valid', () => {
  expect(() => compileCatalogue({ fine: 'Yes', 'bad.one': 'Hello {name' })).toThrow('"bad.one"');
});
