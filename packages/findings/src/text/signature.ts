/** Where a report is signed: what follows is no part of what it says of the examination. */

/** Words before "by" and a name. */
const DONE =
  '(?:electronically |digitally )?(?:signed|verified|authenticated|approved|attested|finali[sz]ed|authori[sz]ed|dictated|transcribed|typed|reported|interpreted|read|reviewed|prepared|validated|confirmed)';
const SIGNED = new RegExp(
  String.raw`(?:this )?(?:(?:final |preliminary )?report )?(?:(?:has been|was) )?${DONE}(?:(?:,| and| &|\/)? ?${DONE})*(?: off)?(?: electronically| digitally)?(?: by)? ?:? ?`,
  'iuy',
);
const LABEL =
  /(?:(?:reporting|interpreting|attending|reading|consultant|signing) )?(?:radiologist|physician|doctor|signature|signed|electronic signature|e-signature|digital signature) ?: ?|(?:kind|best|warm|with kind)? ?regards,?|(?:yours )?(?:sincerely|faithfully),?|\/s\/ ?/iuy;
const NAME = /(?:dr\.?|prof\.?|[\p{Lu}])/iuy;
const NAME_LINE =
  /^(?:(?:Dr|Prof)\.? ?)*\p{Lu}[\p{L}.'’-]*(?: (?:van|von|de|der|del|la|\p{Lu}[\p{L}.'’-]*)){1,4},? (?:M\.?D\.?|D\.?O\.?|M\.?B\.?,? ?(?:B\.?S\.?|Ch\.?B\.?)|MBBS|FRCR|FRANZCR|FRCPC|FACR|FFR ?RCSI)(?:,? [\p{Lu}.][\p{L}.]*)*,?(?: (?:on )?[\d/.: -]+)?$/u;

/** A signature takes few words; more is text that goes on below one. */
const MOST_CHARACTERS = 500;

function startsWith(pattern: RegExp, text: string): string | null {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0] ?? null;
}

function isSignature(line: string): boolean {
  const words = line.replace(/^[\s*_–—-]+/, '').replace(/\s+/g, ' ');
  if (words === '') return false;
  const label = startsWith(LABEL, words);
  if (label !== null) return true;
  if (NAME_LINE.test(words.trim())) return true;
  const signed = startsWith(SIGNED, words);
  if (signed === null || !/(?:\bby\b|:) ?:? ?$|\b(?:electronically|digitally)\b/iu.test(signed)) return false;
  const name = words.slice(signed.length);
  return name.trim() === '' || (startsWith(NAME, name) !== null && /^(?:\p{Lu}|dr\b|prof\b)/u.test(name));
}

const LINE = /^[ \t]*(?=\S)/gmu;
/** In running text only what cannot be meant otherwise: "… no infarct. Electronically signed by". */
const IN_LINE = /(?<=[.!?]\s{1,3})(?=(?:electronically|digitally) signed)/giu;

/** Where the signature of a stretch of text begins; its end when there is none. Only what ends the stretch is a signature. */
export function signatureStart(text: string, start: number, end: number): number {
  const from = Math.max(start, end - MOST_CHARACTERS);
  const last = text.slice(from, end);
  const begins = [...last.matchAll(LINE), ...last.matchAll(IN_LINE)]
    .map(({ index, 0: { length } }) => index + length)
    .filter((at) => at > 0 || from === start)
    .toSorted((a, b) => a - b);
  const found = begins.find((at) => isSignature(last.slice(at).split('\n', 1)[0] ?? ''));
  return found === undefined ? end : from + found;
}
