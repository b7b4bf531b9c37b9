import { setupI18n } from '@lingui/core';
import { CATALOGUES } from './catalogues.ts';
import { compileCatalogue } from './compile.ts';
import { languageOf } from './language.ts';
import type { Locale } from './locales.ts';

/** A sentence of the catalogues by its id; `values` fill its blanks. */
export interface Say {
  (id: string, values?: Readonly<Record<string, string | number>>): string;
  /** The language that it speaks, for dates and amounts beside the sentences. */
  readonly locale: Locale;
}

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
  const say = (id: string, values?: Readonly<Record<string, string | number>>): string => {
    if (!Object.hasOwn(messages, id)) {
      if (options.unknown === 'throw') throw new Error(`No catalogue has the message "${id}". Add it to words/src/en.`);
      return id;
    }
    return i18n._(id, values);
  };
  return Object.assign(say, { locale });
}

/** The speaker for somebody whose wishes read like this (see `languageOf`). */
export type SayIn = (wishes: string | readonly string[] | undefined) => Say;

/** Speakers of every language, each made when it is first wanted. */
export function createSayIn(): SayIn {
  const made = new Map<Locale, Say>();
  return (wishes) => {
    const locale = languageOf(wishes);
    const say = made.get(locale) ?? createSay(locale);
    made.set(locale, say);
    return say;
  };
}
