import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './build/compress.ts';
import { firstScreen } from './build/first-screen.ts';
import { firstScript } from './build/first-script.ts';
import { words } from './build/words.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What every first page needs comes in few files: on HTTP/1.1 six are under way at a time, and each further round costs the
 * line's latency. The earliest script has its own, so that it waits for nothing.
 */
const CHUNKS = [
  {
    name: 'early-parts',
    priority: 2,
    test: /early-answers\.ts|wanted-language\.ts|words\/src\/(?:language|locales)\.ts|virtual:words|preload-helper/,
  },
  {
    name: 'base',
    priority: 1,
    test: /rolldown\/runtime|node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|@lingui|@tanstack\/(?:query-core|react-query|router-core|react-router|history|react-store|store))\/|lucide-react\/dist\/esm\/(?!icons|dynamic)|src\/api\/(?:request|people)\.ts|src\/ui\/(?:words-loader|use-words|format|language-switch|site-header|who-menu|role-homes|document-title|mark|state-pages|button|classes)\.(?:ts|module)/,
  },
  {
    name: 'patient',
    test: /src\/ui\/(?:patient-page|choice-group|error-line|problem|notice|said|use-form|use-kept|text-field|promise|track-list|track-mark|tracks|two-clocks|dialog)\.|src\/patient\/(?:patient\.module|sign-fields|why-fields|with-case|reason-dialog)|src\/api\/cases\.ts|rules\/src\/case\/vocabulary\.ts/,
  },
];

export default defineConfig({
  root: here('./'),
  plugins: [
    // Languages other than these are cut from React Aria's own strings: 35 KiB.
    { ...optimizeLocales.vite({ locales: ['en-US', 'en-GB', 'es-ES'] }), enforce: 'pre' },
    react(),
    words(),
    firstScript(),
    firstScreen(['home/home-page.tsx', 'patient/ask/ask-page.tsx', 'patient/start-page.tsx', 'patient/case-page.tsx']),
    compress(),
  ],
  // vtk.js brings xmlbuilder2 along, which asks for Node's `events`.
  resolve: { alias: [{ find: /^events$/, replacement: here('../../node_modules/events/events.js') }] },
  worker: { format: 'es' },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2024',
    modulePreload: { polyfill: false },
    // Fonts and pictures stay files: a strict content security policy names no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      input: { index: here('./index.html'), early: here('./src/early-entry.ts') },
      output: { codeSplitting: { groups: CHUNKS } },
    },
  },
});
