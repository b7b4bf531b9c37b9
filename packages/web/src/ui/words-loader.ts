import { WORDS } from 'virtual:words';
import { type Messages, setupI18n } from '@lingui/core';
import type { Locale } from '@overread/words/locales.ts';
import { LANGUAGE_CHOICE, wantedLanguage } from './wanted-language.ts';

const first = wantedLanguage();

/** The one speaker of the page. */
export const i18n = setupI18n({ locale: first, messages: { [first]: {} } });
document.documentElement.lang = first;

/** `everybody`: before the first page; the others together with their pages (see build/words.ts). */
export type WordsPart = 'everybody' | 'ask' | 'later' | 'intake' | 'rooms' | 'set';

const loaded = new Map<string, Promise<void>>();
const parts = new Set<WordsPart>();

async function load(locale: string, part: WordsPart): Promise<void> {
  const response = await fetch(WORDS[`${locale}/${part}`] ?? '', { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`The words of this page did not come (HTTP ${response.status}).`);
  i18n.load(locale, (await response.json()) as Messages);
}

function bring(locale: string, part: WordsPart): Promise<void> {
  const key = `${locale}/${part}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const coming = load(locale, part);
  loaded.set(key, coming);
  coming.catch(() => loaded.delete(key));
  return coming;
}

/** Brings the sentences of a part of the screens, once. What failed is tried again the next time. */
export function loadWords(part: WordsPart): Promise<void> {
  parts.add(part);
  return bring(i18n.locale, part);
}

/** Turns the page to another language where it stands, and keeps the choice in this browser. */
export async function speak(locale: Locale): Promise<void> {
  await Promise.all([...parts].map((part) => bring(locale, part)));
  i18n.activate(locale);
  document.documentElement.lang = locale;
  try {
    window.localStorage.setItem(LANGUAGE_CHOICE, locale);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is closed.
  }
}
