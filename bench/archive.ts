import type { Measure } from './measure.ts';

/**
 * Images into the archive by every way that has a peer, one after the other: each measure takes turns with its peer.
 * One made study of 1,260 images (166 MB) each time; ours sealed, synced and indexed.
 */
export async function run(): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const way of [await import('./import.ts'), await import('./stow.ts'), await import('./c-store.ts')]) {
    measures.push(...(await way.run()));
  }
  return measures;
}
