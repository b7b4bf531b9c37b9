/** What is known of a sentence while its statements are made, and small tools for them. */
import type { SectionName } from '../model.ts';
import { sideOf } from './context.ts';
import type { Piece } from './pieces.ts';
import type { Sentence } from './sentences.ts';
import type { Side } from './sides.ts';
import type { Reading } from './statement.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tags } from './tags.ts';
import { wordsOf } from './words.ts';

export interface Local {
  readonly text: string;
  readonly sentence: Sentence;
  readonly tags: Tags;
  readonly section: SectionName;
  readonly around: Surroundings;
  readonly anaphoric: boolean;
  /** The sentence begins with a label of its own. */
  readonly labelled: boolean;
}

const small = new Set(
  'the a an of is are at in on to and with there be by it this that for or seen noted which also see not'.split(' '),
);

export function stemsOf(text: string, start: number, end: number): ReadonlySet<string> {
  const stems = wordsOf(text, start, end).map((word) => word.stem);
  return new Set(stems.filter((stem) => /^[a-z0-9]/.test(stem) && !small.has(stem)));
}

export const plainReading = (code: string): Reading => ({ code, certainty: 3, alternative: false });

export function sidesOf(pieces: readonly Piece[], places: readonly string[]): Side | '' {
  const hits = pieces.flatMap((piece) => piece.sides);
  // "Both menisci" are two structures of one knee, not two sides.
  const single = places.some((place) => /meniscus|cruciate|collateral/.test(place));
  return sideOf(hits.filter((hit) => !(single && hit.code === 'both')).map((hit) => hit.code));
}

export function trimmed(text: string, start: number, end: number): readonly [number, number] {
  let [s, e] = [start, end];
  while (s < e && /[\s,;:()]/.test(text[s] ?? '')) s += 1;
  const opening = /^(?:and|with|but|while|or|which)\s+/i.exec(text.slice(s, e));
  if (opening) s += opening[0].length;
  while (e > s && /[\s,;:(]/.test(text[e - 1] ?? '')) e -= 1;
  return [s, e];
}
