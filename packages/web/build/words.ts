import { createHash } from 'node:crypto';
import { CATALOGUES, compileCatalogue } from '@overread/words';
import type { Plugin } from 'vite';

const ID = 'virtual:words';
/** Catalogues that only the service speaks: mails, letters, and the consent text, which comes with the practice. */
const SERVICE_ONLY = new Set(['mail', 'letters', 'consent']);

/** Where the compiled sentences of a language lie in the built site, by their content. */
function wordsFile(locale: string, catalogues: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const messages = Object.entries(catalogues).filter(([owner]) => !SERVICE_ONLY.has(owner));
  const source = JSON.stringify(compileCatalogue(Object.assign({}, ...messages.map(([, ids]) => ids))));
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return { locale, fileName: `assets/words-${locale}-${hash}.json`, source };
}

/** Compiles the sentences at build time, one JSON file for each language, and tells the page where they lie. */
export function words(): Plugin {
  const files = Object.entries(CATALOGUES).map(([locale, catalogues]) => wordsFile(locale, catalogues));
  return {
    name: 'overread:words',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const places = Object.fromEntries(files.map(({ locale, fileName }) => [locale, `/${fileName}`]));
      return `export const WORDS = ${JSON.stringify(places)};`;
    },
    generateBundle() {
      for (const { fileName, source } of files) this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml() {
      const english = files.find(({ locale }) => locale === 'en');
      return [
        {
          tag: 'link',
          attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `/${english?.fileName}` },
          injectTo: 'head',
        },
      ];
    },
  };
}
