/** A statement in the making: an observation with the pieces of the sentence that belong to it. */
import { isFeature, isLoose } from '../lexicon/lexicon.ts';
import { structures } from './listed.ts';
import type { Hit } from './phrases.ts';
import type { Piece } from './pieces.ts';

export interface Draft {
  /** `normal` says that a structure is normal, `measured` how large it is, `assessment` gives a category alone. */
  readonly kind: 'observation' | 'normal' | 'measured' | 'assessment';
  readonly head: Hit | null;
  /** Further words for the same thing: "… , a degenerative geode". */
  readonly more: Hit[];
  /** The piece with the head first, then those that only add to it. */
  readonly pieces: Piece[];
  /** Pieces said before, which hold for every statement of the sentence ("At L4-5, …"). */
  readonly frame: readonly Piece[];
  start: number;
  end: number;
  /** Told side by side afterwards. */
  parted: boolean;
}

export const isMain = (draft: Draft): boolean => draft.head !== null && !isFeature(draft.head.code);

/** What an item of a list shares with the first item: not its place, side, level, severity or size. */
function bare(first: Piece, item: Piece): Piece {
  const same = <T>(own: readonly unknown[], shared: readonly T[]): readonly T[] => (own.length > 0 ? [] : shared);
  const newPlace = structures(item).length > 0;
  return {
    ...first,
    anatomy: newPlace ? first.anatomy.filter((hit) => isLoose(hit.code)) : first.anatomy,
    levels: same(item.levels, first.levels),
    sides: newPlace ? [] : same(item.sides, first.sides),
    severity: same(item.severity, first.severity),
    sizes: [],
    scores: first.scores.filter((score) => !score.system.endsWith('RADS')),
    counts: [],
  };
}

/** The same statement for another item of a list. */
export function copyFor(draft: Draft, piece: Piece): Draft {
  return {
    ...draft,
    more: [...draft.more],
    pieces: [piece, bare(draft.pieces[0] ?? piece, piece)],
    start: piece.start,
    end: piece.end,
    parted: false,
  };
}
