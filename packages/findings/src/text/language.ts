import { STOP_WORDS } from '../lexicon/languages.data.ts';

export type ReportLanguage = keyof typeof STOP_WORDS;

/** Languages whose reports are taken apart; reports in others are kept and shown as they are. */
export const UNDERSTOOD: readonly ReportLanguage[] = ['en', 'es'];

/** A word in lower case, without accents: reports are typed with them and without. */
export const plainWord = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

const SETS = Object.entries(STOP_WORDS).map(
  ([language, words]) => [language as ReportLanguage, new Set(words.split(' ').map(plainWord))] as const,
);
/** Fewer of a language's small words than this say nothing: a list of numbers is in no language. */
const FEWEST = 2;
const CLEARLY = 1.15;
/** No report needs more for its language to be plain. */
const ENOUGH = 20_000;

/** The language of a report by its small words, as ISO 639-1; empty where it is not plain. */
export function reportLanguage(text: string): ReportLanguage | '' {
  const words = [...text.slice(0, ENOUGH).matchAll(/\p{L}+/gu)].map(([word]) => plainWord(word));
  const counted = SETS.map(([language, small]) => ({ language, hits: words.filter((word) => small.has(word)).length }));
  const [first, second] = counted.toSorted((a, b) => b.hits - a.hits);
  if (first === undefined || first.hits < FEWEST) return '';
  return first.hits >= (second?.hits ?? 0) * CLEARLY ? first.language : '';
}
