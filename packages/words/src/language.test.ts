import { expect, it } from 'vitest';
import { languageOf } from './index.ts';

it.each([
  ['es-MX,es;q=0.9,en;q=0.8', 'es'],
  ['de, en;q=0.5, es;q=0.7', 'es'],
  ['en-US', 'en'],
  ['es;q=0, en', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  [['fr-CA', 'ES'], 'es'],
] as const)('%j is spoken to in %s', (wishes, language) => {
  expect(languageOf(wishes)).toBe(language);
});
