import { CATALOGUES, SPANISH } from '@overread/words';
import type { Page } from 'playwright-core';
import { PHONE } from '../browser.ts';
import { inspect } from './inspect.ts';
import type { Screen } from './screens.ts';
import type { Visitors } from './visitors.ts';

/** Sentences without blanks that read otherwise in Spanish: none of them may stand on a page in that language. */
const ENGLISH: readonly string[] = Object.entries(SPANISH).flatMap(([owner, messages]) =>
  Object.entries(messages).flatMap(([id, spanish]) => {
    const english = CATALOGUES.en[owner]?.[id] ?? '';
    return english.includes(' ') && !english.includes('{') && english !== spanish ? [english] : [];
  }),
);

/** Screens that patients and strangers reach by their address alone. */
export const isForPatients = ({ by, before }: Screen): boolean =>
  (by === 'stranger' || by.startsWith('patient')) && before === undefined;

const turn = (page: Page, language: 'en' | 'es') =>
  page.evaluate((chosen) => window.localStorage.setItem('overread.language', chosen), language);

/** What is wrong with a screen when it is read in Spanish on a phone, English sentences included. */
export async function faultsInSpanish(visitors: Visitors, { shows: _, ...screen }: Screen): Promise<readonly string[]> {
  const { page } = await visitors.as(screen.by);
  // The choice is kept by the service's own pages: one of them has to be open.
  if (page.url() === 'about:blank') await visitors.visit(screen);
  await turn(page, 'es');
  try {
    const { errors } = await visitors.visit(screen);
    const { faults } = await inspect(`${screen.name} in Spanish`, page, [PHONE]);
    const language = await page.evaluate(() => document.documentElement.lang);
    const left = await page.evaluate((sentences) => {
      const known = new Set(sentences);
      return document.body.innerText.split('\n').filter((line) => known.has(line.trim()));
    }, ENGLISH);
    return [
      ...(language === 'es' ? [] : [`${screen.name}: speaks ${language}`]),
      ...faults,
      ...left.map((line) => `${screen.name}: “${line}” stands there in English`),
      ...errors.splice(0).map((error) => `${screen.name}: script error ${error}`),
    ];
  } finally {
    await turn(page, 'en');
  }
}
