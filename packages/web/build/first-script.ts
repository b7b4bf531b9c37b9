import type { Plugin } from 'vite';

/** Puts the entry `early` before every other script of the page, and asks at once for the font of the first words. */
export function firstScript(): Plugin {
  return {
    name: 'overread:first-script',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const files = Object.values(bundle ?? {});
        const early = files.find((file) => file.type === 'chunk' && file.isEntry && file.name === 'early');
        const font = files.find(({ fileName }) => /source-sans-3-latin-wght-normal.*\.woff2$/.test(fileName));
        if (early === undefined || font === undefined) throw new Error('The build has no early script or no font.');
        return [
          {
            tag: 'script',
            attrs: { type: 'module', crossorigin: true, src: `/${early.fileName}` },
            injectTo: 'head-prepend',
          },
          {
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${font.fileName}` },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
