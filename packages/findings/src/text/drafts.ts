/** From the pieces of one sentence to drafts of statements: which piece belongs to which observation. */
import { isFeature, isLoose, isPart, observations, placesOf } from '../lexicon/lexicon.ts';
import { sideOf, unique } from './context.ts';
import type { Hit } from './phrases.ts';
import type { Piece } from './pieces.ts';

export interface Draft {
  /** The observation that makes the statement; null for "normal". */
  readonly head: Hit | null;
  /** Further words for the same thing: "… , a degenerative geode". */
  readonly more: Hit[];
  /** The piece with the head first, then those that only add to it. */
  readonly pieces: Piece[];
  /** Pieces said before, which hold for every statement of the sentence ("At L4-5, …"). */
  readonly frame: readonly Piece[];
  start: number;
  end: number;
}

const structures = (piece: Piece): string[] =>
  unique(piece.anatomy.map((hit) => hit.code)).filter((code) => !isLoose(code) && !isPart(code));
const discLevels = (piece: Piece): string[] =>
  piece.levels.filter((hit) => hit.kind === 'level').flatMap((hit) => hit.levels);

const related = (a: string, b: string): boolean => placesOf(a).has(b) || placesOf(b).has(a);

/** Two pieces of a list name two things: "right and left", "L3-4 and L4-5", "ACL and PCL". */
function listed(a: Piece, b: Piece): boolean {
  const [p, q] = [structures(a), structures(b)];
  if (p.length > 0 && q.length > 0 && !p.some((x) => q.some((y) => related(x, y)))) return true;
  const [l, m] = [discLevels(a), discLevels(b)];
  if (l.length > 0 && m.length > 0 && !l.some((x) => m.includes(x))) return true;
  const [s, t] = [sideOf(a.sides.map((h) => h.code)), sideOf(b.sides.map((h) => h.code))];
  return s !== '' && t !== '' && s !== t && s !== 'both' && t !== 'both';
}

const listLink = new Set([',', 'and', 'or', 'nor', '(', 'plu', ';']);
const isHeadless = (piece: Piece): boolean => piece.heads.length === 0 && piece.normal.length === 0;
const says = (piece: Piece): boolean =>
  piece.anatomy.length +
    piece.levels.length +
    piece.sides.length +
    piece.severity.length +
    piece.sizes.length +
    piece.counts.length +
    piece.extents.length >
  0;
const predicate = /\b(?:is|are|was|were|has|have|shows?|appears?|remains?|demonstrates?)\b/i;

/** The same statement for another item of a list. */
function copyFor(draft: Draft, piece: Piece): Draft {
  return {
    ...draft,
    more: [...draft.more],
    pieces: [piece, { ...bare(draft.pieces[0] ?? piece, piece) }],
    start: piece.start,
    end: piece.end,
  };
}

/** What an item of a list shares with the first item: not its place, side, level, severity or size. */
function bare(first: Piece, item: Piece): Piece {
  const same = <T>(own: readonly unknown[], shared: readonly T[]): readonly T[] => (own.length > 0 ? [] : shared);
  const newPlace = structures(item).length > 0;
  return {
    ...first,
    anatomy: newPlace ? [] : first.anatomy,
    levels: same(item.levels, first.levels),
    sides: newPlace ? [] : same(item.sides, first.sides),
    severity: same(item.severity, first.severity),
    sizes: [],
    scores: [],
    counts: [],
  };
}

function headDrafts(piece: Piece, frame: readonly Piece[]): Draft[] {
  const heads: (Hit | null)[] = piece.heads.length > 0 ? [...piece.heads] : [null];
  return heads.map((head) => ({ head, more: [], pieces: [piece], frame, start: piece.start, end: piece.end }));
}

const sameFamily = (a: string, b: string): boolean => {
  const [x, y] = [observations.get(a), observations.get(b)];
  return x !== undefined && y !== undefined && x.family !== '' && x.family === y.family;
};

/** "…, consistent with an intraosseous ganglion" names the cyst before it, it is no second finding. */
function namesBefore(text: string, piece: Piece, last: Draft | undefined): boolean {
  const head = piece.heads[0];
  if (!last?.head || !head || piece.heads.length > 1 || piece.normal.length > 0) return false;
  const words = text.slice(piece.start, piece.end);
  const reading =
    /^(?:\W*(?:and\s+)?(?:most\s+|more\s+|highly\s+|very\s+)?(?:consistent|compatible|in keeping|in line|typical|characteristic|suggest\w*|suspicious|likely|probabl\w+|possibl\w+|diagnostic|representing|concerning|favou?r\w*|corresponding|indicative|worrisome|may represent|which (?:is|may|most|likely|could)|represent\w*|presumabl\w+|in the sense|i\.e|as in|reflecting|suspected|as seen in|in terms of|diagnosed))/i.test(
      words,
    );
  const places = structures(piece);
  const elsewhere = places.length > 0 && last.pieces.some((p) => listed(p, piece));
  if (elsewhere) return false;
  const features = isFeature(last.head.code) && !isFeature(head.code);
  if (reading) return sameFamily(last.head.code, head.code) || features || last.head.code === 'lesion';
  return (
    sameFamily(last.head.code, head.code) &&
    piece.link !== 'and' &&
    piece.link !== 'or' &&
    !/\b(?:no|without|not)\b/i.test(words)
  );
}

/** Does this run of pieces without observation belong to the predicate that follows ("the PCL and MCL are intact")? */
function leansForward(text: string, run: readonly Piece[], next: Piece | undefined): boolean {
  if (!next || isHeadless(next) || next.anatomy.length === 0) return false;
  if (next.link !== 'and' && next.link !== 'or' && next.link !== ',') return false;
  const first = run[0];
  if (!first || structures(first).length === 0 || first.link === 'and' || first.link === 'or') return false;
  const verb = predicate.exec(text.slice(next.start, next.end));
  const place = next.anatomy[0];
  return (
    verb !== null &&
    place !== undefined &&
    next.start + verb.index >= place.start &&
    run.every((piece) => piece.sizes.length === 0)
  );
}

interface Work {
  readonly drafts: Draft[];
  frame: Piece[];
  pending: Piece[];
}

function takePending(work: Work, piece: Piece, made: Draft[]): void {
  const stay: Piece[] = [];
  let next = piece;
  for (const carrier of work.pending.toReversed()) {
    const inList =
      (next.link === 'and' || next.link === 'or' || next.link === ',' || next.link === 'nor') && listed(carrier, piece);
    if (inList) for (const draft of [...made]) if (draft.pieces[0] === piece) made.push(copyFor(draft, carrier));
    if (!inList) stay.unshift(carrier);
    next = carrier;
  }
  for (const draft of made)
    if (draft.pieces[0] === piece && stay.length > 0) {
      draft.pieces.push(...stay);
      const near = stay.at(-1);
      if (near && stay.length === 1) draft.start = Math.min(draft.start, near.start);
    }
  work.frame = [...work.frame, ...stay];
  work.pending = [];
}

function addAfter(work: Work, carrier: Piece): void {
  const last = work.drafts.at(-1);
  if (!last) return;
  const first = last.pieces[0];
  if (
    first &&
    listLink.has(carrier.link) &&
    listed(carrier, first) &&
    last.frame.every((piece) => !listed(piece, carrier) || discLevels(piece).length === 0)
  ) {
    work.drafts.push(copyFor(last, carrier));
    return;
  }
  const group = work.drafts.filter((draft) => draft.pieces[0] === first);
  for (const draft of group) {
    draft.pieces.push(carrier);
    draft.end = Math.max(draft.end, carrier.end);
  }
}

/** The drafts of one sentence. */
export function draftsOf(text: string, pieces: readonly Piece[]): Draft[] {
  const work: Work = { drafts: [], frame: [], pending: [] };
  for (const [i, piece] of pieces.entries()) {
    if (isHeadless(piece)) {
      if (!says(piece)) continue;
      const rest = pieces.slice(i);
      const stop = rest.findIndex((other) => !isHeadless(other));
      const run = stop < 0 ? rest : rest.slice(0, stop);
      if (work.drafts.length === 0 || leansForward(text, run, stop < 0 ? undefined : rest[stop]))
        work.pending.push(piece);
      else addAfter(work, piece);
      continue;
    }
    const last = work.drafts.at(-1);
    if (work.pending.length === 0 && last && namesBefore(text, piece, last)) {
      last.more.push(...piece.heads);
      last.pieces.push(piece);
      last.end = piece.end;
      continue;
    }
    const made = headDrafts(piece, work.frame);
    takePending(work, piece, made);
    work.drafts.push(...made.sort((a, b) => a.start - b.start));
  }
  return work.drafts;
}
