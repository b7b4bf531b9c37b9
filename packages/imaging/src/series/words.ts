/** Texts of headers as words: lower case, accents gone, split where people split them and where they forget to. DOMAIN 3.7. */

/** Letters that accents do not explain. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', þ: 'th', ð: 'd' },
};

/** Whether a text has nothing beyond ASCII, so that nothing of it has to be folded but its case. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Latin letters without accents and in lower case; other scripts composed. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return (
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .toLowerCase()
      // Cyrillic "Т1" looks like the Latin one and means the same.
      .replace(/\u0442(?=[12])/g, 't')
      .replace(/[ßæœøłđıþð]/g, (letter) => LETTERS[letter] ?? letter)
  );
}

/** Scripts that are written without spaces between words. */
const UNSPACED = '\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af';
const NOT_A_WORD = new RegExp(`[^a-z0-9\\u0370-\\u04ff\\u0590-\\u06ff${UNSPACED}]+`, 'g');
const SCRIPT_BEGINS = new RegExp(`([a-z0-9])(?=[${UNSPACED}])|([${UNSPACED}])(?=[a-z0-9])`, 'g');
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`);

/** Whether a word is of a script in which words have to be looked for inside of others. */
export const isUnspaced = (text: string): boolean => HAS_UNSPACED.test(text);

const AGENT = 'contrast|contraste|contrasto|kontrast|gado|gad|gd|km|mdc|civ|iv|inj|kl|k|c';
const SIGN_BEFORE = new RegExp(`(^|[^a-z0-9+])\\+\\s?(${AGENT})\\b`, 'g');
const GLUED_SIGN_BEFORE = new RegExp(`([a-z0-9])\\+\\s?(${AGENT})\\b`, 'g');
const MINUS_BEFORE = new RegExp(`(^|[\\s_(])-\\s?(${AGENT})\\b`, 'g');
const SIGN_BEHIND = new RegExp(`(^|[\\s_(-])(${AGENT})\\s?([+-])(?=$|[\\s_)])`, 'g');

const nameOfSign = (sign: string) => (sign === '+' ? 'plus' : 'minus');

/** A sign before or behind KM, Gd, C or K says whether agent was given; "-C" counts only after a space (DOMAIN 3.7). */
const readSigns = (text: string) =>
  text
    .replace(/\+\s?\/\s?-\s?|±/g, ' withandwithout ')
    .replace(SIGN_BEFORE, '$1 plus$2 ')
    .replace(GLUED_SIGN_BEFORE, '$1 plus$2 ')
    .replace(MINUS_BEFORE, '$1 minus$2 ')
    .replace(SIGN_BEHIND, (_, before, agent, sign) => `${before} ${nameOfSign(sign)}${agent} `)
    .replace(/\bw\s?\/\s?w\s?\/?\s?o\b|\bw\s?\/?\s?o\s?(?:and|&|\/|\+)\s?w\b/g, ' withandwithout ')
    // Portuguese and Spanish: "s/ contraste", "c/c".
    .replace(/\bs\/\s?(?=c\b|contr|ctr|g[ad]|civ)/g, ' sem ')
    .replace(/\bc\/\s?(?=c\b|contr|ctr|g[ad]|civ)/g, ' com ')
    .replace(/\bw\/o\b/g, ' without ')
    .replace(/\bw\/(?=\s?[a-z])/g, ' with ');

/** The star of T2*, also where a file system or a viewer made something else of it. */
const readStar = (text: string) => text.replace(/t2\s?(?:\*|\(star\)|['′]?star\b)/g, ' t2star ');

/**
 * The words of a text, as they are separated in it. The star of T2* and signs before or behind an agent are kept as words:
 * `t2star`, `plusc`, `minuskm`. A capital behind a small letter begins a word: "FatSat".
 */
export function splitWords(text: string): string[] {
  const folded = fold(text.replace(/([a-z])(?=[A-Z])/g, '$1 '));
  const signed = /[+\-/±]|w ?o/.test(folded) ? readSigns(folded) : folded;
  const starred = /\*|star/.test(signed) ? readStar(signed) : signed;
  const spaced = PLAIN.test(starred) ? starred : starred.replace(SCRIPT_BEGINS, '$1$2 ');
  const plain = spaced.replace(NOT_A_WORD, ' ').trim();
  return plain === '' ? [] : plain.split(' ');
}

/** A text as words with a space around each, e.g. ` mri knee left `, for patterns over whole words. */
export const wordsOf = (text: string): string => ` ${splitWords(text).join(' ')} `;
