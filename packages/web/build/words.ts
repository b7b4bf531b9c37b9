import { createHash } from 'node:crypto';
import { CATALOGUES, compileCatalogue } from '@overread/words';
import type { Plugin } from 'vite';

const ID = 'virtual:words';
/** Catalogues that only the service speaks: mails, letters, and the consent text, which comes with the practice. */
const SERVICE_ONLY: ReadonlySet<string> = new Set(['mail', 'letters', 'consent']);
/** Sentences that come along with their pages; what is not named here is there from the first page on. */
const PARTS: Readonly<Record<string, string>> = {
  opinions: 'later',
  ask: 'ask',
  intake: 'intake',
  follow: 'intake',
  glossary: 'later',
  reader: 'rooms',
  coordinator: 'rooms',
  referrer: 'rooms',
  admin: 'rooms',
  images: 'rooms',
  set: 'set',
  problems: 'rooms',
};

/** Of a case's sentences a patient needs the tracks and those that are spoken to her. */
const forPatients = (id: string) => id.startsWith('track.') || id.endsWith('.patient');

/** Pages of a case that nobody sees first: payment, consent, history, and all that begins with a result. */
const LATER = /^patient\.(?:consent|decision|difference|doctor|felt|history|outcome|pay|step|third)\b/;
/** What is said when a request is stopped comes with that sheet. */
const STOP = /^patient\.(?:stop\.|flag\.[\w-]+\.(?:means|where|say)$)/;

function partsOf(owner: string, id: string): readonly string[] {
  // Where it is felt is told on a patient's later page, and read at the desk, which has those words too.
  if (id.startsWith('common.body.')) return ['later'];
  if (owner === 'case' && !forPatients(id)) return ['rooms'];
  if (STOP.test(id)) return ['ask'];
  if (owner === 'patient' && LATER.test(id)) return ['later'];
  return [PARTS[owner] ?? 'everybody'];
}

type Catalogue = Readonly<Record<string, string>>;

/** The compiled sentences of one language, part by part, in files named by their content. */
function wordsFiles(locale: string, catalogues: Readonly<Record<string, Catalogue>>) {
  return ['everybody', 'ask', 'later', 'intake', 'rooms', 'set'].map((part) => {
    const chosen = Object.entries(catalogues).flatMap(([owner, messages]) =>
      SERVICE_ONLY.has(owner) ? [] : Object.entries(messages).filter(([id]) => partsOf(owner, id).includes(part)),
    );
    const source = JSON.stringify(compileCatalogue(Object.fromEntries(chosen)));
    const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
    return { locale, part, fileName: `assets/words-${locale}-${part}-${hash}.json`, source };
  });
}

/** Compiles the sentences at build time, a few JSON files for each language, and tells the page where they lie. */
export function words(): Plugin {
  const files = Object.entries(CATALOGUES).flatMap(([locale, catalogues]) => wordsFiles(locale, catalogues));
  return {
    name: 'overread:words',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const places = Object.fromEntries(
        files.map(({ locale, part, fileName }) => [`${locale}/${part}`, `/${fileName}`]),
      );
      return `export const WORDS = ${JSON.stringify(places)};`;
    },
    generateBundle() {
      for (const { fileName, source } of files) this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml() {
      const first = files.find(({ locale, part }) => locale === 'en' && part === 'everybody');
      return [
        {
          tag: 'link',
          attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `/${first?.fileName}` },
          injectTo: 'head',
        },
      ];
    },
  };
}
