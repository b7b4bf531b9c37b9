/** Text of a report without what names somebody: for teaching. What is not known to be harmless is taken out. */
import { anatomy, observations } from '../lexicon/lexicon.ts';
import { stem } from '../text/words.ts';
import { EPONYMS, SENTENCE_WORDS } from './common-words.data.ts';

/** Stands where something was taken out. */
export const TAKEN_OUT = '[…]';

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

const wordsIn = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** What the field itself writes with a capital letter, and what any sentence may begin with. */
const HARMLESS: ReadonlySet<string> = new Set(
  [
    ...[...anatomy.values(), ...observations.values()].flatMap(({ phrases, label }) => wordsIn(`${phrases} ${label}`)),
    ...wordsIn(SENTENCE_WORDS),
    ...wordsIn(EPONYMS),
  ].flatMap((word) => [word, stem(word)]),
);

const isHarmless = (word: string): boolean => {
  const plain = fold(word);
  return HARMLESS.has(plain) || HARMLESS.has(stem(plain));
};

const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|mai|okt|dez|mär)[\\p{L}]*\\.?';
const TITLES =
  'dr|dra|doctor|prof|professor|mr|mrs|ms|miss|mister|sr|sra|srta|don|doña|frau|herr|mme|m|md|do|phd|rn|rt|signed|dictated|transcribed|authenticated|approved|firmado';

/** In their order: addresses before the numbers that are in them. */
const PATTERNS: readonly RegExp[] = [
  /\S+@\S+/g,
  /\b(?:https?:\/\/|www\.)\S+/gi,
  // Dates: with separators, with months in words, a month and a year, a year alone.
  /\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/g,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th|\\.|º)?(?: de)? ${MONTHS},?(?: de)? ?(?:\\d{2,4})?\\b`, 'giu'),
  new RegExp(`\\b${MONTHS} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`, 'giu'),
  new RegExp(`\\b${MONTHS} (?:de )?\\d{4}\\b`, 'giu'),
  /\b(?:1[89]|20)\d{2}\b/g,
  /\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?/gi,
  // Telephone numbers, record numbers: long runs of digits, and letters with four digits or more.
  /\+?\(?\d{2,4}\)?(?:[\s.-]\d{2,4}){2,}/g,
  /\b(?=[\p{L}\d-]*\d{3})(?=[\p{L}\d-]*\p{L})[\p{L}\d]+(?:-[\p{L}\d]+)*\b/gu,
  /\b\d{5,}\b/g,
  // "Dr. Paul Dressler": a title and the words with capital letters behind it.
  new RegExp(`(?<![\\p{L}])(?:${TITLES})(?:\\.|:)?(?: by)?(?:[ ,:.]+\\p{Lu}[\\p{L}'’.-]*)+`, 'giu'),
];
const TITLE = new RegExp(`^(?:${TITLES})$`, 'i');

/** Numbers with three digits behind a letter that are no record numbers: b-values, echo times, millimetres. */
const MEASURE = /^(?:b|te|tr|ti)-?\d{2,4}$|^\d+(?:\.\d+)?(?:mm|cm|ms|s|ml|cc|t)$/i;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Letters with or without their accents, in any case, as a word of its own. */
function patternOf(identifiers: readonly string[]): RegExp | null {
  const parts = [...new Set(identifiers.map((one) => fold(one).trim()))]
    .filter((one) => one.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((one) => escaped(one).replace(/\s+/g, '[\\s,^]+'));
  return parts.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Takes out what a pattern finds in the folded text; folding keeps the number of characters where it is made by itself. */
function withoutNamed(text: string, pattern: RegExp): string {
  const plain = [...text.normalize('NFC')].map((letter) => fold(letter).slice(0, letter.length).padEnd(letter.length));
  const folded = plain.join('');
  const whole = text.normalize('NFC');
  let [out, at] = ['', 0];
  for (const { index, 0: hit } of folded.matchAll(pattern)) {
    out += whole.slice(at, index) + TAKEN_OUT;
    at = index + hit.length;
  }
  return out + whole.slice(at);
}

/** Words with a capital letter, or all in capitals, that the field does not know. Short capitals are its abbreviations. */
function withoutUnknownNames(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’]*(?![\p{L}\p{N}])/gu, (word) => {
    if (TITLE.test(word)) return TAKEN_OUT;
    if (/^\p{Lu}{1,4}s?$/u.test(word)) return word;
    const parts = word.split(/['’]/);
    return parts.every((part) => part.length < 2 || isHarmless(part)) ? word : TAKEN_OUT;
  });
}

/**
 * A report's text without names, places, dates, times, numbers of records and addresses. `identifiers` are what is known to
 * name somebody in this case. Words with a capital letter that the field does not use are taken out as well: rather a word
 * too many than a name too few.
 */
export function cleanReportText(text: string, identifiers: readonly string[]): string {
  const named = patternOf(identifiers);
  const known = named === null ? text.normalize('NFC') : withoutNamed(text, named);
  const plain = PATTERNS.reduce(
    (left, pattern) => left.replace(pattern, (hit) => (MEASURE.test(hit) ? hit : TAKEN_OUT)),
    known,
  );
  return withoutUnknownNames(plain)
    .replace(/(?:\[…\][\s,.;:/()-]*){2,}/g, `${TAKEN_OUT} `)
    .trim();
}

/** Whether a word tells of somebody wherever it stands: not one of the field's own, nor a short one that stands by chance. */
export const isTelling = (identifier: string): boolean =>
  identifier.length >= 4 && !wordsIn(identifier).every((word) => isHarmless(word) || /^\d{1,4}$/.test(word));

/** The identifiers that stand in a text as words of their own. */
export function namedIn(text: string, identifiers: readonly string[]): readonly string[] {
  const folded = fold(text);
  return identifiers.filter((one) => patternOf([one])?.test(folded) ?? false);
}
