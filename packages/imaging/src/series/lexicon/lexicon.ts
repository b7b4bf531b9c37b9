import type { Weighting } from '../../model.ts';
import { REGION_WORDS } from '../regions.data.ts';
import { fold, isUnspaced, splitWords } from '../words.ts';
import {
  ANGIOGRAPHY_WORDS,
  CONTRAST_WORDS,
  DIMENSION_WORDS,
  FAT_WORDS,
  FILLER_WORDS,
  MEANINGLESS,
  OUTPUT_WORDS,
  PART_LETTERS,
  PHASE_WORDS,
  PLANE_WORDS,
  PURPOSE_WORDS,
  TECHNIQUE_WORDS,
} from './attributes.data.ts';
import { WEAK_WEIGHTING_WORDS, WEIGHTING_WORDS } from './weighting.data.ts';

export type Axis =
  | 'weighting'
  | 'weak weighting'
  | 'plane'
  | 'dimension'
  | 'contrast'
  | 'fat'
  | 'technique'
  | 'purpose'
  | 'output'
  | 'angiography'
  | 'phase'
  | 'region'
  | 'part';

/** What a phrase means on one axis. The lower rank holds where a text says several things. */
interface Meaning {
  readonly axis: Axis;
  readonly value: string;
  readonly rank: number;
}

/** A word of a text with its meaning; `text` is as it was split, for people. */
export interface Said {
  readonly value: string;
  readonly rank: number;
  readonly text: string;
}

/** What the words of one text say, axis by axis, the lowest rank first. */
export type SaidWords = Readonly<Partial<Record<Axis, readonly Said[]>>>;

interface Lexicon {
  readonly phrases: ReadonlyMap<string, readonly Meaning[]>;
  readonly stems: ReadonlyMap<string, readonly Meaning[]>;
  /** Stems in scripts without spaces are looked for anywhere in a word. */
  readonly pieces: readonly (readonly [string, readonly Meaning[]])[];
  /** Words that others are composed of. */
  readonly atoms: ReadonlySet<string>;
}

const LONGEST_PHRASE = 5;
const SHORTEST_STEM = 3;

function rowsOf(): readonly (readonly [Axis, readonly (readonly [string, string])[]])[] {
  return [
    ['weighting', WEIGHTING_WORDS],
    ['weak weighting', WEAK_WEIGHTING_WORDS],
    ['plane', PLANE_WORDS],
    ['dimension', DIMENSION_WORDS],
    ['contrast', CONTRAST_WORDS],
    ['fat', FAT_WORDS],
    ['technique', TECHNIQUE_WORDS],
    ['purpose', PURPOSE_WORDS],
    ['output', OUTPUT_WORDS],
    ['phase', PHASE_WORDS],
    ['region', REGION_WORDS],
    ['part', PART_LETTERS],
    ['angiography', [['vessels', ANGIOGRAPHY_WORDS]]],
  ];
}

/** Axes on which the row tells what holds; on the others what is said first does: "COR from SAG". */
const RANKED: ReadonlySet<Axis> = new Set([
  'weighting',
  'weak weighting',
  'contrast',
  'fat',
  'output',
  'purpose',
  'region',
]);

/** Every phrase of the data with its meaning; `*` tells a stem. */
function* phrasesOf(): Generator<{ key: string; isStem: boolean; meaning: Meaning }> {
  for (const [axis, rows] of rowsOf()) {
    for (const [row, [value, list]] of rows.entries()) {
      const meaning = { axis, value, rank: RANKED.has(axis) ? row : 0 };
      for (const phrase of list.split(',')) {
        yield { key: fold(phrase).replace(/[\s*]/g, ''), isStem: phrase.includes('*'), meaning };
      }
    }
  }
}

function addMeaning(map: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [meaning]);
  else if (!known.some(({ axis }) => axis === meaning.axis)) known.push(meaning);
}

const joinedWords = (list: string) => list.split(',').map((words) => words.replace(/\s/g, ''));

function buildLexicon(): Lexicon {
  const phrases = new Map<string, Meaning[]>();
  const stems = new Map<string, Meaning[]>();
  const pieces = new Map<string, Meaning[]>();
  const atoms = new Set<string>(joinedWords(FILLER_WORDS));
  for (const { key, isStem, meaning } of phrasesOf()) {
    const unspaced = isUnspaced(key);
    addMeaning(unspaced ? pieces : isStem ? stems : phrases, key, meaning);
    // Parts of the body are no parts of other words: too many are short.
    if (!unspaced && meaning.axis !== 'region' && key.length > 1) atoms.add(key);
  }
  // "C spine" is no contrast: known, and without a meaning.
  for (const phrase of joinedWords(MEANINGLESS)) if (!phrases.has(phrase)) phrases.set(phrase, []);
  // The longest piece of a script without spaces comes first: 造影前 before 造影.
  const longestFirst = [...pieces].sort(([a], [b]) => b.length - a.length);
  return { phrases, stems, pieces: longestFirst, atoms };
}

const LEXICON = buildLexicon();

/** "b800", "b = 1400": a b-value of two digits or more. */
const B_VALUE = /^b\d{2,5}$/;
const DIFFUSION: readonly Meaning[] = (LEXICON.phrases.get('dwi') ?? []).filter(({ axis }) => axis === 'weighting');

const MAX_ATOM = 24;
/** A stray letter or a run of digits costs more than a word, so that the fewest and longest words are found. */
const COST = { word: 10, digits: 11, letter: 45 } as const;

/** The best way to part a word into known ones from `at` on: its cost and where the first part ends. */
interface Parting {
  readonly cost: number;
  readonly end: number;
  readonly letters: number;
}

function bestParting(word: string, at: number, behind: readonly (Parting | undefined)[]): Parting | undefined {
  let best: Parting | undefined;
  const offer = (end: number, cost: number, letters: number) => {
    const rest = behind[end];
    if (rest === undefined || rest.letters + letters > 1) return;
    if (best === undefined || rest.cost + cost < best.cost)
      best = { cost: rest.cost + cost, end, letters: rest.letters + letters };
  };
  for (let end = at + 2; end <= Math.min(word.length, at + MAX_ATOM); end += 1) {
    if (LEXICON.atoms.has(word.slice(at, end))) offer(end, COST.word, 0);
  }
  let digits = at;
  while (digits < word.length && word.charCodeAt(digits) >= 48 && word.charCodeAt(digits) <= 57) digits += 1;
  if (digits > at) offer(digits, COST.digits, 0);
  else offer(at + 1, COST.letter, 1);
  return best;
}

/** A word that people wrote without spaces as the words that it is made of: "t2hastecorbh" → t2 haste cor bh. */
function partWord(word: string): readonly string[] {
  if (word.length < 4 || word.length > 40 || isUnspaced(word)) return [word];
  const behind: (Parting | undefined)[] = [];
  behind[word.length] = { cost: 0, end: word.length, letters: 0 };
  for (let at = word.length - 1; at >= 0; at -= 1) behind[at] = bestParting(word, at, behind);
  if (behind[0] === undefined) return partBeginning(word);
  const parts: string[] = [];
  for (let at = 0; at < word.length; ) {
    const end = behind[at]?.end ?? word.length;
    parts.push(word.slice(at, end));
    at = end;
  }
  // "calf" is no calibration with a letter behind it.
  const enough = parts.length > 2 || parts.every((part) => part.length > 1 || /\d/.test(part));
  return enough && parts.some((part) => part.length > 2 || /\d/.test(part)) ? parts : [word];
}

/** A weighting or plane in front of something unknown. */
const BEGINNING = /^(t1w?|t2w?|pdw?|t2star|dwi)(?=[a-z])|^(ax|sag|cor|tra)(?=(?:t1|t2|pd|3d|2d))/;
const ENDING =
  /(?<=^[a-z0-9]{2,})(flair|stir|tirm|dwi|diff|mprage|haste|swi|tof|mrcp|trufi|flash|vibe|bold|pcasl|dixon)$/;

function partBeginning(word: string): readonly string[] {
  const start = BEGINNING.exec(word)?.[0];
  if (start !== undefined) return [start, ...partWord(word.slice(start.length))];
  const end = ENDING.exec(word)?.[0];
  return end === undefined ? [word] : [word.slice(0, -end.length), end];
}

/** The longest stem of a word, or of words written together: then it reaches into the last of them. */
function meaningOfStem(word: string, least = SHORTEST_STEM): readonly Meaning[] | undefined {
  for (let length = word.length; length >= least; length -= 1) {
    const found = LEXICON.stems.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

const isKnown = (word: string) => LEXICON.phrases.has(word) || LEXICON.atoms.has(word);

/** Adds what is said to each axis, the lowest rank first. */
function collect(into: Partial<Record<Axis, Said[]>>, meanings: readonly Meaning[], text: string): void {
  for (const { axis, value, rank } of meanings) {
    const said = into[axis] ?? [];
    into[axis] = said;
    const at = said.findIndex((other) => other.rank > rank);
    if (at < 0) said.push({ value, rank, text });
    else said.splice(at, 0, { value, rank, text });
  }
}

/** What single words of a phrase say besides: "3d tof" is a dimension as well. */
const SAID_BESIDES: ReadonlySet<Axis> = new Set(['technique', 'dimension', 'plane', 'fat']);
/** Phrases of these axes alone leave the weighting to their words: "T1 IR", "perfusion weighted". */
const WITHOUT_WEIGHTING: ReadonlySet<Axis> = new Set(['technique', 'dimension', 'plane', 'output']);

function collectPhrase(
  into: Partial<Record<Axis, Said[]>>,
  words: readonly string[],
  meanings: readonly Meaning[],
): void {
  collect(into, meanings, words.join(' '));
  if (words.length === 1) return;
  const open = meanings.length > 0 && meanings.every(({ axis }) => WITHOUT_WEIGHTING.has(axis));
  const mayBeSaid = (axis: Axis) =>
    SAID_BESIDES.has(axis) || (open && (axis === 'weighting' || axis === 'weak weighting'));
  for (const word of words) {
    const besides = (LEXICON.phrases.get(word) ?? (open ? meaningOfStem(word) : undefined) ?? []).filter(
      ({ axis }) => mayBeSaid(axis) && meanings.every((other) => other.axis !== axis),
    );
    collect(into, besides, word);
  }
}

/** Pieces of a script without spaces, the longest first and each part of the text once. */
function readPieces(word: string, into: Partial<Record<Axis, Said[]>>): void {
  let left = word;
  for (const [piece, meanings] of LEXICON.pieces) {
    if (!left.includes(piece)) continue;
    collect(into, meanings, piece);
    left = left.replaceAll(piece, '|');
  }
}

/** The longest phrase that begins at a word: how many words it has, and what it means. */
function phraseAt(words: readonly string[], at: number): { length: number; meanings: readonly Meaning[] } | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const joined = length === 1 ? (words[at] as string) : words.slice(at, at + length).join('');
    const last = words[at + length - 1] as string;
    const least = Math.max(SHORTEST_STEM, joined.length - last.length + 1);
    const meanings =
      LEXICON.phrases.get(joined) ??
      meaningOfStem(joined, least) ??
      (length < 3 && B_VALUE.test(joined) ? DIFFUSION : undefined);
    if (meanings !== undefined) return { length, meanings };
  }
  return null;
}

/** What a description, a protocol name or a sequence name says, in any of the languages of the lexicon. */
export function readWords(text: string): SaidWords {
  const said: Partial<Record<Axis, Said[]>> = {};
  if (text === '') return said;
  const words = splitWords(text).flatMap((word) => (isKnown(word) ? [word] : partWord(word)));
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    if (isUnspaced(word)) {
      readPieces(word, said);
      at += 1;
      continue;
    }
    const found = phraseAt(words, at);
    if (found !== null) collectPhrase(said, words.slice(at, at + found.length), found.meanings);
    at += found?.length ?? 1;
  }
  return said;
}

/** The first that is said on an axis. */
export const firstSaid = (said: SaidWords, axis: Axis): Said | undefined => said[axis]?.[0];

/** Whether a weighting is among what is said, and by which word. */
export const saidWeighting = (said: SaidWords, weighting: Weighting): Said | undefined =>
  said.weighting?.find(({ value }) => value === weighting);
