import { describe, expect, it } from 'vitest';
import { GLOSSARY } from './glossary.data.ts';
import { CATALOGUES } from './index.ts';

/** Syllables as they are heard in English, near enough: groups of vowels, without the silent e at the end. */
function syllablesIn(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^l]e|[^td]ed|es)$/, (end) => end.charAt(0))
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

/** Flesch-Kincaid grade level (Kincaid et al. 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. */
function gradeOf(text: string): number {
  const sentences = text.split(/[.?:](?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence));
  const words = text.match(/[\p{L}']+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Syllables of a Spanish word: each strong or accented vowel is one, weak ones beside it belong to it; silent u is none. */
function syllablesInSpanish(word: string): number {
  const heard = word
    .toLowerCase()
    .replace(/([gq])u(?=[eiéí])/g, '$1')
    .replace(/y$/, 'i');
  const groups = heard.match(/[aeiouáéíóúü]+/g) ?? [];
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + Math.max(1, group.match(/[aeoáéóíú]/g)?.length ?? 0), 0),
  );
}

/** Szigriszt's ease of reading (1993), read on the INFLESZ scale (Barrio-Cantalejo 2008): 55 is normal, 65 rather easy. */
function easeInSpanish(text: string): number {
  const sentences = text.split(/[.?:](?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence));
  const words = text.match(/\p{L}+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesInSpanish(word), 0);
  return 206.835 - 62.3 * (syllables / words.length) - words.length / sentences.length;
}

const blanks = (text: string) => text.replace(/\{\w+\}/g, 'Town Hall');
const blanksInSpanish = (text: string) => text.replace(/\{\w+\}/g, 'Casa Roja');

/** What patients read of their pictures: whether they are whole, whose they are, what is missing. */
function saidTo(locale: 'en' | 'es'): readonly (readonly [string, string])[] {
  const { set = {}, intake = {} } = CATALOGUES[locale];
  const fit = Object.entries(intake).filter(([id, text]) => id.startsWith('intake.fit.') && !text.includes('plural'));
  return [...Object.entries(set), ...fit];
}

const said = saidTo('en');
const lacks = said.filter(([id]) => /^set\.lack\.[a-z0-9-]+$/.test(id));
const isSentence = ([id, text]: readonly [string, string]) => !id.includes('.lack.') && text.split(' ').length > 5;

describe('what patients read of their pictures', () => {
  it('knows what grade a text is written for', () => {
    expect(gradeOf('The cat sat on the mat. It was a fat cat.')).toBeLessThan(1);
    expect(gradeOf('Radiological examination demonstrates considerable intervertebral degeneration.')).toBeGreaterThan(
      18,
    );
  });

  it.each(lacks)('%s is for grade eight or lower, with its reason', (id, text) => {
    const why = CATALOGUES.en.set?.[`${id}.why`] ?? '';
    expect(gradeOf(`${text} are not here. ${why}`)).toBeLessThanOrEqual(8);
  });

  it.each(said.filter(isSentence))('%s', (_, text) => {
    expect(gradeOf(blanks(text))).toBeLessThanOrEqual(8);
  });
});

describe('the same in Spanish', () => {
  it('knows how easily a text is read', () => {
    expect(['cielo', 'guitarra', 'queso', 'país', 'oído', 'muy', 'resonancia'].map(syllablesInSpanish)).toEqual([
      ...[2, 3, 2, 2, 3, 1, 4],
    ]);
    expect(easeInSpanish('El gato come pan. Es un gato muy gordo.')).toBeGreaterThan(80);
    expect(easeInSpanish('Exploración radiológica con considerable degeneración intervertebral.')).toBeLessThan(0);
  });

  it.each(saidTo('es').filter(([id]) => /^set\.lack\.[a-z0-9-]+$/.test(id)))('%s is read with ease', (id, text) => {
    const why = CATALOGUES.es.set?.[`${id}.why`] ?? '';
    expect(easeInSpanish(`${text} no están. ${why}`)).toBeGreaterThanOrEqual(55);
  });

  it.each(saidTo('es').filter(isSentence))('%s', (_, text) => {
    expect(easeInSpanish(blanksInSpanish(text))).toBeGreaterThanOrEqual(55);
  });
});

describe('the glossary', () => {
  const { en, es } = CATALOGUES;
  const lasting = (text: string) => text.split(' ').length > 5;

  it('explains every word that it finds, and nothing else', () => {
    const ids = GLOSSARY.map(([id]) => `glossary.${id}`);
    expect(Object.keys(en.glossary ?? {}).sort()).toEqual([...ids].sort());
  });

  it.each(Object.entries(en.glossary ?? {}).filter(([, text]) => lasting(text)))('%s is for grade eight', (_, text) => {
    expect(gradeOf(text)).toBeLessThanOrEqual(8);
  });

  it.each(Object.entries(es.glossary ?? {}).filter(([, text]) => lasting(text)))('%s in Spanish', (_, text) => {
    expect(easeInSpanish(text)).toBeGreaterThanOrEqual(55);
  });
});
