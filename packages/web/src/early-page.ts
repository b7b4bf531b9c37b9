import { WORDS } from 'virtual:words';
import { askEarly } from './api/early-answers.ts';

interface FirstPage {
  readonly path: RegExp;
  readonly load: () => Promise<unknown>;
  /** Its part of the words beside everybody's. */
  readonly words?: string;
}

/** Pages on which a patient's visit begins: on a slow line each step that waits for another costs a tenth of a second. */
const FIRST_PAGES: readonly FirstPage[] = [
  { path: /^\/$/, load: () => import('./home/home-page.tsx') },
  { path: /^\/ask$/, load: () => import('./patient/ask/ask-page.tsx'), words: 'ask' },
  { path: /^\/start$/, load: () => import('./patient/start-page.tsx') },
  { path: /^\/case\/[^/]+$/, load: () => import('./patient/case-page.tsx') },
];

/** Brings words before the script that reads them: its `fetch` then finds them under way. */
function preload(href: string): void {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href });
  document.head.append(link);
}

/** Asks for all that a patient's first page needs at once, instead of one after the other. */
export function startPageEarly(pathname: string, language: string): void {
  const page = FIRST_PAGES.find(({ path }) => path.test(pathname));
  if (page === undefined) return;
  for (const path of ['/api/me', '/api/practice']) askEarly(path, language);
  if (pathname.startsWith('/case/')) askEarly(`/api/cases/${pathname.slice('/case/'.length)}`, language);
  // The page in English has everybody's words in its head.
  const parts = [...(language === 'en' ? [] : ['everybody']), ...(page.words === undefined ? [] : [page.words])];
  for (const part of parts) preload(WORDS[`${language}/${part}`] ?? '');
  page.load().catch(() => undefined);
}
