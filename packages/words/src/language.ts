import { LOCALES, type Locale } from './locales.ts';

/**
 * The language to speak to somebody whose wishes read like this, best first ("es-MX,es;q=0.9,en;q=0.8": RFC 9110, section
 * 12.5.4); English where none of them is spoken here.
 */
export function languageOf(wishes: string | readonly string[] | undefined): Locale {
  const tags = typeof wishes === 'string' ? wishes.split(',') : (wishes ?? []);
  const wanted = tags
    .map((tag) => {
      const [name = '', ...rest] = tag.split(';').map((part) => part.trim());
      const q = Number(/^q=([\d.]+)$/.exec(rest.join(''))?.[1] ?? 1);
      return { language: name.toLowerCase().split('-')[0] ?? '', q: Number.isNaN(q) ? 0 : q };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { language } of wanted) {
    const spoken = LOCALES.find((locale) => locale === language);
    if (spoken !== undefined) return spoken;
  }
  return 'en';
}
