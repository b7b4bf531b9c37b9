import { setupI18n } from '@lingui/core';
import type { Locale } from './catalogues.ts';
import { CATALOGUES } from './catalogues.ts';
import { compileCatalogue } from './compile.ts';

/** A sentence of the catalogues by its id; `values` fill its blanks. */
export type Say = (id: string, values?: Readonly<Record<string, string | number>>) => string;

export interface SayOptions {
  /** What an unknown id gives: an error (tests), or the id itself (the default: a person sees something, not a crash). */
  readonly unknown?: 'throw' | 'id';
}

/**
 * Makes the speaker of one language for service, command line and documents. Compiles the catalogues once per call, so
 * make one at start and hand it on. Dates and numbers are not formatted here: pass them as text or plain numbers.
 */
export function createSay(locale: Locale = 'en', options: SayOptions = {}): Say {
  const messages: Record<string, string> = Object.assign({}, ...Object.values(CATALOGUES[locale]));
  const i18n = setupI18n({ locale, messages: { [locale]: compileCatalogue(messages) } });
  return (id, values) => {
    if (!Object.hasOwn(messages, id)) {
      if (options.unknown === 'throw') throw new Error(`No catalogue has the message "${id}". Add it to words/src/en.`);
      return id;
    }
    return i18n._(id, values);
  };
}
