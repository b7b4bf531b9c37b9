import { wordsOf } from '../series/words.ts';
import { DESCRIPTOR_CODES, DESCRIPTOR_WORDS } from './vocabulary.data.ts';

const fold = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** Three numbers are a date, as a birth date is written. */
const DATE = /\d+(?:\s?[./-]\s?\d+){2,}/g;

const isPlain = (word: string) => DESCRIPTOR_WORDS.has(word) || DESCRIPTOR_CODES.some((code) => code.test(word));

/** "T2TSE" is two words in one: known when each of them is. */
function isKnown(token: string): boolean {
  const folded = fold(token);
  if (isPlain(folded)) return true;
  const parts = wordsOf(token).trim().split(' ');
  return parts.length > 1 && parts.every((part) => isPlain(part));
}

/**
 * A description with only the words of the field left in it, in the letters of ASCII; '' when none is left. For the Clean
 * Descriptors Option (PS3.15 E.3.5).
 */
export function cleanDescriptor(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(DATE, ' ')
    .replace(/[\p{L}\p{N}]+/gu, (token) => (/^[\x20-\x7e]+$/.test(token) && isKnown(token) ? token : ' '))
    .replace(/[^\w\s*+.,/()-]/g, ' ')
    .replace(/\([^\w)]*\)/g, ' ')
    .replace(/(?:\s*[_,./-]){2,}/g, (run) => run.trim().charAt(0))
    .replace(/\s+/g, ' ')
    .replace(/^[\s_,./-]+|[\s_,./-]+$/g, '');
}
