import { languageOf } from '@overread/words/language.ts';
import type { Locale } from '@overread/words/locales.ts';

/** Where the browser keeps the language that the person chose. */
export const LANGUAGE_CHOICE = 'overread.language';

/** What the person chose in this browser, or else what the browser asks for. */
export function wantedLanguage(): Locale {
  try {
    return languageOf(window.localStorage.getItem(LANGUAGE_CHOICE) ?? navigator.languages);
  } catch {
    // A browser that keeps nothing.
    return languageOf(navigator.languages);
  }
}
