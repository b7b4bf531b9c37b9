import type { Words } from './use-words.ts';

/** A sentence that a pure function chose: its id in `packages/words`, and what fills its blanks. */
export interface Said {
  readonly say: string;
  readonly with?: Readonly<Record<string, string | number>>;
}

/** What is wrong, field by field, before it is put into words. */
export type SaidFaults<K extends string> = Partial<Record<K, Said>>;

/** The faults as sentences, for `useForm`. */
export function spoken<K extends string>(words: Words, faults: SaidFaults<K>): Partial<Record<K, string>> {
  const sentences: Partial<Record<K, string>> = {};
  for (const name of Object.keys(faults) as K[]) {
    const fault = faults[name];
    if (fault !== undefined) sentences[name] = words(fault.say, fault.with);
  }
  return sentences;
}

/** Where a sentence ends: a dot before a capital letter, but not that of a title ("Dr. Solheim"). */
const SENTENCE_END = /(?<!\b(?:Dr|Prof|Mr|Mrs|Ms|St))\.\s+(?=\p{Lu})/u;

/** The first sentence as a heading, without its dot, and the rest as what stands below it. */
export function headingOf(text: string): { readonly heading: string; readonly rest: string } {
  const end = SENTENCE_END.exec(text);
  if (end === null) return { heading: text.replace(/\.$/, ''), rest: '' };
  return { heading: text.slice(0, end.index), rest: text.slice(end.index + end[0].length) };
}
