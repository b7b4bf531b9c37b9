import type { CaseState } from '../case/state.ts';

/** Keys of a case under which something stands that names a person, a place or this one examination. */
const NAMING =
  /(?:name|family|given|email|phone|author|facility|institution|accession\w*|uid|address|personId|readerId|(?:^|[a-z])Id|^id|^number|service|signer|reference|sha256|hash|label)$/i;

/** Free text of the record: it may hold anything, and none of it is looked at for names. */
const TOLD: ReadonlySet<string> = new Set([
  'locked',
  'revised',
  'comparison',
  'question',
  'history',
  'asks',
  'messages',
]);

/** Parts of names of places and titles that name nobody. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    'hospital clinic center centre medical imaging radiology institute university department diagnostic diagnostics health ' +
    'healthcare general regional community practice group associates partners doctor prof the and for von van der del los las'
  ).split(' '),
);
const SHORTEST = 3;

function* textsIn(value: unknown, key: string): Generator<string> {
  if (typeof value === 'string') {
    if (NAMING.test(key)) yield value;
  } else if (Array.isArray(value)) {
    for (const one of value) yield* textsIn(one, key);
  } else if (value !== null && typeof value === 'object') {
    for (const [own, inner] of Object.entries(value)) if (!TOLD.has(own)) yield* textsIn(inner, own);
  }
}

/**
 * Everything that a case knows of who and where: names of patient, doctors, readers and staff with each of their words,
 * addresses, facilities, numbers and UIDs. What is made of the case for others must hold none of it.
 */
export function identifyingWords(state: CaseState): readonly string[] {
  const whole = [...textsIn(state, '')].map((text) => text.trim()).filter((text) => text.length >= SHORTEST);
  const words = whole.flatMap((text) => text.split(/[^\p{L}\p{N}'’-]+/u));
  const telling = words.filter((word) => word.length >= SHORTEST && !GENERIC.has(word.toLowerCase()));
  return [...new Set([...whole, ...telling])];
}
