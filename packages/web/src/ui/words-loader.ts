import { WORDS } from 'virtual:words';
import { type Messages, setupI18n } from '@lingui/core';

const LOCALE = 'en';

/** The one speaker of the page. */
export const i18n = setupI18n({ locale: LOCALE, messages: { [LOCALE]: {} } });

const loaded = new Map<string, Promise<void>>();

async function load(part: string): Promise<void> {
  const response = await fetch(WORDS[`${LOCALE}/${part}`] ?? '', { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`The words of this page did not come (HTTP ${response.status}).`);
  i18n.load(LOCALE, (await response.json()) as Messages);
}

/** `everybody`: before the first page; `intake`, `rooms` (readers, referrers, staff): together with their pages. */
export type WordsPart = 'everybody' | 'intake' | 'rooms';

/** Brings the sentences of a part of the screens, once. What failed is tried again the next time. */
export function loadWords(part: WordsPart): Promise<void> {
  const known = loaded.get(part);
  if (known !== undefined) return known;
  const coming = load(part);
  loaded.set(part, coming);
  coming.catch(() => loaded.delete(part));
  return coming;
}
