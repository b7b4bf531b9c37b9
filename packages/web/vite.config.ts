import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './build/compress.ts';
import { firstScreen } from './build/first-screen.ts';
import { firstScript } from './build/first-script.ts';
import { words } from './build/words.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('./'),
  plugins: [
    // Languages other than these are cut from React Aria's own strings: 35 KiB.
    { ...optimizeLocales.vite({ locales: ['en-US', 'en-GB'] }), enforce: 'pre' },
    react(),
    words(),
    firstScript(),
    firstScreen(['patient/start-page.tsx', 'patient/case-page.tsx']),
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
    rolldownOptions: { input: { index: here('./index.html'), early: here('./src/early-entry.ts') } },
  },
});
