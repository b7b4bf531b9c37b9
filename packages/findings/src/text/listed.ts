/** Whether two pieces of a sentence name two things. */
import { isLoose, isPart, placesOf } from '../lexicon/lexicon.ts';
import { sideOf, unique } from './context.ts';
import type { Piece } from './pieces.ts';

export const structures = (piece: Piece): string[] =>
  unique(piece.anatomy.map((hit) => hit.code)).filter((code) => !isLoose(code) && !isPart(code));
export const discLevels = (piece: Piece): string[] =>
  piece.levels.filter((hit) => hit.kind === 'level').flatMap((hit) => hit.levels);
export const sideIn = (piece: Piece): string => sideOf(piece.sides.map((hit) => hit.code));

const related = (a: string, b: string): boolean => placesOf(a).has(b) || placesOf(b).has(a);
const apart = (p: readonly string[], q: readonly string[]): boolean =>
  p.length > 0 && q.length > 0 && !p.some((x) => q.some((y) => related(x, y)));

/** Two pieces of a list name two things: "right and left", "L3-4 and L4-5", "ACL and PCL". */
export function listed(a: Piece, b: Piece): boolean {
  if (apart(structures(a), structures(b))) return true;
  const [l, m] = [discLevels(a), discLevels(b)];
  if (l.length > 0 && m.length > 0 && !l.some((x) => m.includes(x))) return true;
  const [s, t] = [sideIn(a), sideIn(b)];
  return s !== '' && t !== '' && s !== t && s !== 'both' && t !== 'both';
}
