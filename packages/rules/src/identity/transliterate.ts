/**
 * Cyrillic and Greek names in Latin letters, by the schemes that passports and libraries use. Only what a scheme says letter
 * by letter counts; spellings by ear are left to a person. Input is lower case with its accents taken off (й and ї kept).
 */

type Letters = Readonly<Record<string, string>>;

const CYRILLIC: Letters = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o' },
  ...{ п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', ы: 'y', э: 'e', ь: '', ъ: '', ё: 'e', і: 'i', ґ: 'g', ў: 'u' },
  ...{ ђ: 'd', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', џ: 'dz' },
};

const ENGLISH = { ж: 'zh', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' };

/** Travel documents (ICAO 9303 part 3, section 6 B), BGN/PCGN with its short endings, and the scholarly one (ISO 9). */
const CYRILLIC_SCHEMES: readonly Letters[] = [
  { ...CYRILLIC, ...ENGLISH, й: 'i', ю: 'iu', я: 'ia', ъ: 'ie', є: 'ie', ї: 'i' },
  { ...CYRILLIC, ...ENGLISH, й: 'y', ю: 'yu', я: 'ya', є: 'ye', ї: 'yi' },
  { ...CYRILLIC, ...ENGLISH, ий: 'y', ый: 'y', й: 'y', ю: 'yu', я: 'ya', є: 'ye', ї: 'yi' },
  { ...CYRILLIC, ...ENGLISH, г: 'h', и: 'y', й: 'i', ий: 'yi', ю: 'iu', я: 'ia', є: 'ie', ї: 'i', зг: 'zgh' },
  { ...CYRILLIC, ж: 'z', х: 'h', ц: 'c', ч: 'c', ш: 's', щ: 's', й: 'j', ю: 'ju', я: 'ja', є: 'je', ї: 'i' },
];

/** ELOT 743 (ISO 843 type 2), the spelling of Greek passports. */
const GREEK: Letters = {
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n' },
  ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
  ...{ ου: 'ou', γγ: 'ng', γξ: 'nx', γχ: 'nch' },
};
const VOICELESS = 'θκξπσςτφχψ';

/** αυ, ευ, ηυ are "av" or "af" by the sound that follows; μπ is "b" where a name begins or ends. */
const soundsOut = (text: string): string =>
  text
    .replace(/([αεη])υ(.?)/gu, (_, vowel: string, next: string) => {
      return `${vowel}${next === '' || next === ' ' || VOICELESS.includes(next) ? 'φ' : 'β'}${next}`;
    })
    .replace(/(^| )μπ|μπ($| )/gu, '$1b$2');

function write(text: string, letters: Letters): string {
  let written = '';
  for (let at = 0; at < text.length; at += 1) {
    const pair = letters[text.slice(at, at + 2)];
    written += pair ?? letters[text[at] as string] ?? text[at];
    if (pair !== undefined) at += 1;
  }
  return written;
}

/** The Latin spellings of a name in Cyrillic or Greek letters; none where it has no such letter. */
export function latinSpellings(folded: string): readonly string[] {
  if (/\p{Script=Cyrillic}/u.test(folded)) return CYRILLIC_SCHEMES.map((letters) => write(folded, letters));
  if (/\p{Script=Greek}/u.test(folded)) return [write(soundsOut(folded), GREEK)];
  return [];
}
