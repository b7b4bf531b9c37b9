/** What a statement takes over from the heading, the title and the sentence before. */
import type { Side } from './sides.ts';
import type { Tags } from './tags.ts';

export interface Context {
  readonly places: readonly string[];
  readonly levels: readonly string[];
  readonly side: Side | '';
}

export const emptyContext: Context = { places: [], levels: [], side: '' };

const sideOrder: readonly Side[] = ['both', 'left', 'right', 'midline'];

export function sideOf(codes: readonly string[]): Side | '' {
  const found = new Set(codes);
  if (found.has('both') || (found.has('left') && found.has('right'))) return 'both';
  return sideOrder.find((side) => found.has(side)) ?? '';
}

export function contextOf(tags: Tags): Context {
  return {
    places: unique(tags.anatomy.map((hit) => hit.code)),
    levels: unique(tags.levels.filter((hit) => hit.kind === 'level').flatMap((hit) => hit.levels)),
    side: sideOf(tags.sides.map((hit) => hit.code)),
  };
}

export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

const label = /^([^.:;\n]{2,70}?)\s*:\s+(?=\S)/;

/**
 * "ROTATOR CUFF: …", "L4-5: …", "Left breast: …": how long the label is, 0 when the sentence has none. Within a line a label
 * is one to four words, the first with a capital.
 */
export function labelLength(sentence: string, startsLine: boolean): number {
  const match = label.exec(sentence);
  if (!match) return 0;
  const words = match[1] ?? '';
  // "Lesion 1: …" is the finding itself.
  if (/^(?:index |target |dominant )?(?:lesion|nodule|mass|finding|target)s?\s*#?\s*\w?\d*$/i.test(words)) return 0;
  if (/\b(?:is|are|shows?|there|measur\w+|with|no|includ\w+|follow\w*|than|seen|has|have|at)\b/i.test(words)) return 0;
  const count = words.split(/\s+/).length;
  if (count > 9 || (!startsLine && (count > 4 || !/^\p{Lu}/u.test(words)))) return 0;
  return match[0].length;
}
