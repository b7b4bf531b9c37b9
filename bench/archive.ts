import type { Measure } from './measure.ts';

/** Every way into the archive and out of it that has a peer. */
const WAYS: readonly (() => Promise<{ readonly run: () => Promise<readonly Measure[]> }>)[] = [
  () => import('./import.ts'),
  () => import('./stow.ts'),
  () => import('./c-store.ts'),
  () => import('./archive-out.ts'),
  () => import('./browser-upload.ts'),
];

/**
 * One after the other: each measure takes turns with its peer. Made studies of 1,260 images (166 MB) in, sealed, synced and
 * indexed, and one series out.
 */
export async function run(): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const way of WAYS) measures.push(...(await (await way()).run()));
  return measures;
}
