import { isPlaceholder } from './placeholders.ts';
import { latinSpellings } from './transliterate.ts';

/** Names as they are compared: many spellings of one name must fold to one text. */

/** Letters that Unicode does not take apart, each with the plain spellings that people use for it. */
const SPELLINGS: Readonly<Record<string, readonly [string, string]>> = {
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ü: ['u', 'ue'],
  å: ['a', 'aa'],
  ø: ['o', 'oe'],
  æ: ['a', 'ae'],
  œ: ['o', 'oe'],
  ß: ['s', 'ss'],
  ı: ['i', 'i'],
  ł: ['l', 'l'],
  đ: ['d', 'd'],
  ð: ['d', 'd'],
  þ: ['t', 'th'],
};

const TITLES = new Set([
  ...['dr', 'prof', 'mr', 'mrs', 'ms', 'miss', 'mme', 'mlle', 'herr', 'frau', 'sra', 'rev', 'med', 'dipl', 'ing'],
  ...['jr', 'sr', 'ii', 'iii', 'iv', 'md', 'phd', 'msc', 'bsc', 'esq'],
]);

/** Case, accents, hyphens and other signs folded away; words with one space between them. */
export function foldText(text: string): string {
  return fold(text, 0);
}

function fold(text: string, spelling: 0 | 1): string {
  // NFKC makes half-width kana and full-width letters what they stand for. "İ" lower-cased is an i with a dot that stands on
  // its own: it goes with the accents below.
  const lower = text.normalize('NFKC').toLowerCase();
  const spelled = [...lower].map((letter) => SPELLINGS[letter]?.[spelling] ?? letter).join('');
  return asKatakana(withoutAccents(spelled))
    .replace(/['’‘`´ʼ.]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters whose sign is no accent: another letter (й, ї, ў), or another syllable (が). */
const KEPT = /[\u0439\u0457\u045e]|[\u3040-\u30ff]/u;

const withoutAccents = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => (KEPT.test(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '')))
    .join('');

/** A phonetic group is written in either of Japan's two syllabaries. */
const asKatakana = (text: string): string =>
  text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/** Every folding of a name that somebody may have written: with "a" for "ä", with "ae"; "ivanov" for "иванов". */
export function foldings(name: string): readonly string[] {
  const folded = ([0, 1] as const).map((spelling) => withoutTitles(fold(name, spelling)));
  return [...new Set([...folded, ...folded.flatMap(latinSpellings)])];
}

function withoutTitles(folded: string): string {
  const words = folded.split(' ');
  const kept = words.filter((word) => !TITLES.has(word));
  return (kept.length === 0 ? words : kept).join(' ');
}

export interface WrittenName {
  readonly family: string;
  readonly given: string;
  /** True when nothing tells family and given name apart ("OKAFOR MARA"). */
  readonly whole: boolean;
}

/**
 * The groups of a DICOM person name (PS3.5 6.2: alphabetic, ideographic, phonetic, between "="), each as family and given
 * name (between "^"; prefix and suffix dropped). A name without "^" is split at a comma, or kept whole.
 */
export function readPersonName(text: string): readonly WrittenName[] {
  return text
    .split('=')
    .filter((group) => group.replace(/\^/g, '').trim() !== '')
    .map((group) => {
      const [family = '', given = '', middle = ''] = group.split('^');
      if (group.includes('^')) return { family, given: `${given} ${middle}`.trim(), whole: given.trim() === '' };
      const [before = '', after = ''] = group.split(',');
      return group.includes(',')
        ? { family: before, given: after, whole: false }
        : { family: group, given: '', whole: true };
    });
}

/** `placeholder`: something stands where a name should ("ANON", "0000"). */
export type NameFit = 'agrees' | 'partly' | 'differs' | 'placeholder' | 'empty';

/**
 * How well a name in a file fits the patient's. Swapped names, initials and further given names still agree. Where one study
 * bears several names (" / " between them), all have to.
 */
export function fitName(patient: { readonly family: string; readonly given: string }, text: string): NameFit {
  const fits = text.split(' / ').map((name) => fitOne(patient, name));
  const [first = 'empty'] = fits;
  if (fits.every((fit) => fit === first)) return first;
  return fits.some((fit) => fit === 'agrees' || fit === 'partly') ? 'partly' : 'differs';
}

function fitOne(patient: { readonly family: string; readonly given: string }, text: string): NameFit {
  const groups = readPersonName(text);
  if (groups.length === 0) return 'empty';
  const fits = groups.map((group) => fitGroup(patient, group));
  const best = fits.find((fit) => fit === 'agrees') ?? fits.find((fit) => fit === 'partly');
  return best ?? (isPlaceholder(text) ? 'placeholder' : 'differs');
}

function fitGroup(patient: { readonly family: string; readonly given: string }, written: WrittenName): NameFit {
  if (written.whole) return fitWhole(patient, written.family);
  const straight = [sameName(patient.family, written.family), sameGiven(patient.given, written.given)];
  const swapped = [sameName(patient.family, written.given), sameGiven(patient.given, written.family)];
  if (straight.every(Boolean) || swapped.every(Boolean)) return 'agrees';
  const near = shareWord(patient.family, written.family) || shareWord(patient.family, written.given);
  return straight.some(Boolean) || swapped.some(Boolean) || near ? 'partly' : 'differs';
}

function fitWhole(patient: { readonly family: string; readonly given: string }, text: string): NameFit {
  const { family, given } = patient;
  if ([`${family} ${given}`, `${given} ${family}`].some((name) => sameName(name, text))) return 'agrees';
  return shareWord(family, text) ? 'partly' : 'differs';
}

/** The same words in whatever order ("van den Berg", "Berg van den"), or the same letters ("Vandenberg", "山田太郎"). */
function sameName(a: string, b: string): boolean {
  const forms = foldings(b).filter((form) => form !== '');
  return foldings(a).some((x) => forms.some((y) => x === y || inOrder(x) === inOrder(y) || joined(x) === joined(y)));
}

const inOrder = (folded: string): string => folded.split(' ').sort().join(' ');
const joined = (folded: string): string => folded.replaceAll(' ', '');

/** The first given name decides; an initial stands for a name that begins with it. */
function sameGiven(a: string, b: string): boolean {
  if (sameName(a, b)) return true;
  const first = (name: string): readonly string[] => foldings(name).map((form) => form.split(' ')[0] ?? '');
  return first(a).some(
    (x) => x !== '' && first(b).some((y) => y !== '' && (x === y || isInitial(x, y) || isInitial(y, x))),
  );
}

function isInitial(short: string, long: string): boolean {
  return short.length === 1 && long.startsWith(short);
}

/** Whether two names have a word of some length in common ("Yılmaz", "Yilmaz-Kaya"). */
function shareWord(a: string, b: string): boolean {
  const words = (name: string) =>
    new Set(
      foldings(name)
        .flatMap((form) => form.split(' '))
        .filter((word) => word.length > 2),
    );
  const others = words(b);
  return [...words(a)].some((word) => others.has(word));
}
