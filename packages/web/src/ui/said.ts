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
