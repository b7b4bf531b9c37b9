/** From the pieces of one sentence to drafts of statements: which piece belongs to which observation. */
import { isFeature, isLoose, isPart, observations, placesOf } from '../lexicon/lexicon.ts';
import { sideOf, unique } from './context.ts';
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

const structures = (piece: Piece): string[] =>
  unique(piece.anatomy.map((hit) => hit.code)).filter((code) => !isLoose(code) && !isPart(code));
const discLevels = (piece: Piece): string[] =>
  piece.levels.filter((hit) => hit.kind === 'level').flatMap((hit) => hit.levels);
const sideIn = (piece: Piece): string => sideOf(piece.sides.map((hit) => hit.code));

const related = (a: string, b: string): boolean => placesOf(a).has(b) || placesOf(b).has(a);
const apart = (p: readonly string[], q: readonly string[]): boolean =>
  p.length > 0 && q.length > 0 && !p.some((x) => q.some((y) => related(x, y)));

/** Two pieces of a list name two things: "right and left", "L3-4 and L4-5", "ACL and PCL". */
function listed(a: Piece, b: Piece): boolean {
  if (apart(structures(a), structures(b))) return true;
  const [l, m] = [discLevels(a), discLevels(b)];
  if (l.length > 0 && m.length > 0 && !l.some((x) => m.includes(x))) return true;
  const [s, t] = [sideIn(a), sideIn(b)];
  return s !== '' && t !== '' && s !== t && s !== 'both' && t !== 'both';
}

const listLink = new Set([',', 'and', 'or', 'nor', '(', 'plus', ';']);
const isHeadless = (piece: Piece): boolean => piece.heads.length === 0 && piece.normal.length === 0;
const says = (piece: Piece): boolean =>
  [
    piece.anatomy,
    piece.levels,
    piece.sides,
    piece.severity,
    piece.sizes,
    piece.counts,
    piece.extents,
    piece.scores,
    piece.volumes,
  ].some((hits) => hits.length > 0);
const predicate = /\b(?:is|are|was|were|has|have|shows?|appears?|remains?|demonstrates?|inserts?)\b/i;
const isCategory = (piece: Piece): boolean => piece.scores.some((score) => score.system.endsWith('RADS'));

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
    scores: [],
    counts: [],
  };
}

/** The same statement for another item of a list. */
function copyFor(draft: Draft, piece: Piece): Draft {
  return {
    ...draft,
    more: [...draft.more],
    pieces: [piece, bare(draft.pieces[0] ?? piece, piece)],
    start: piece.start,
    end: piece.end,
    parted: false,
  };
}

function headDrafts(piece: Piece, frame: readonly Piece[]): Draft[] {
  const heads: (Hit | null)[] = piece.heads.length > 0 ? [...piece.heads] : [null];
  return heads.map((head) => fromHead(head ? nearHead(piece, head) : piece, head, frame));
}

const gap = (a: Hit, b: Hit): number => Math.max(a.start - b.end, b.start - a.end, 0);

/** Two observations and two structures in one piece: each takes the structure next to it. */
function nearHead(piece: Piece, head: Hit): Piece {
  const heads = piece.heads.filter((one) => !isFeature(one.code));
  if (heads.length < 2 || isFeature(head.code) || structures(piece).length < 2) return piece;
  const nearestHead = (place: Hit): Hit | undefined => heads.toSorted((a, b) => gap(a, place) - gap(b, place))[0];
  const mine = piece.anatomy.filter(
    (place) => isLoose(place.code) || isPart(place.code) || nearestHead(place) === head,
  );
  return mine.some((place) => !isLoose(place.code) && !isPart(place.code)) ? { ...piece, anatomy: mine } : piece;
}

function fromHead(piece: Piece, head: Hit | null, frame: readonly Piece[]): Draft {
  return {
    kind: head ? 'observation' : 'normal',
    head,
    more: [],
    pieces: [piece],
    frame,
    start: piece.start,
    end: piece.end,
    parted: false,
  };
}

const sameFamily = (a: string, b: string): boolean => {
  const [x, y] = [observations.get(a), observations.get(b)];
  return x !== undefined && y !== undefined && x.family !== '' && x.family === y.family;
};

const readingOpens =
  /^(?:\W*(?:and\s+)?(?:most\s+|more\s+|highly\s+|very\s+|a\s+|an\s+)?(?:consistent|compatible|in keeping|keeping|in line|typical|characteristic|suggest\w*|suspicious|likely|probabl\w+|possibl\w+|diagnostic|representing|concerning|favou?r\w*|corresponding|indicati\w+|worrisome|may represent|which (?:is|may|most|likely|could)|represent\w*|presumabl\w+|in the sense|i\.e|reflecting|suspected|in terms of|diagnosed|as (?:in|with|of|after)))/i;

/** What is seen, before it is named: "stricture consistent with Klatskin tumor". */
const appearance = new Set(
  (
    'lesion mass narrowing stenosis thickening collection enlargement white-matter-lesion signal-change signal-high ' +
    'cord-signal synovitis erosion'
  ).split(' '),
);

const isMain = (draft: Draft): boolean => draft.head !== null && !isFeature(draft.head.code);

/** "…, consistent with an intraosseous ganglion" names the cyst before it, it is no second finding. */
function namedBefore(text: string, piece: Piece, drafts: readonly Draft[]): Draft | null {
  const mains = piece.heads.filter((head) => !isFeature(head.code));
  const head = mains[0];
  const kinDraft = drafts.findLast((draft) => draft.head && head && sameFamily(draft.head.code, head.code));
  const seen = drafts.findLast((draft) => isMain(draft) && appearance.has(draft.head?.code ?? ''));
  const last = kinDraft ?? seen ?? drafts.findLast(isMain) ?? drafts.findLast((draft) => draft.head !== null);
  if (!last?.head || !head || mains.length > 1 || piece.normal.length > 0) return null;
  const words = text.slice(piece.start, piece.end);
  if (structures(piece).length > 0 && last.pieces.some((p) => listed(p, piece))) return null;
  const kin = sameFamily(last.head.code, head.code);
  const named = last.more.length > 0;
  if (readingOpens.test(words)) return kin || !isMain(last) || appearance.has(last.head.code) ? last : null;
  if (piece.link === 'or' || piece.link === 'versus') return kin && named ? last : null;
  return kin && piece.link !== 'and' && !/\b(?:no|without|not)\b/i.test(words) ? last : null;
}

/** Does this run of pieces without observation belong to the predicate that follows ("the PCL and MCL are intact")? */
function leansForward(text: string, run: readonly Piece[], next: Piece | undefined): boolean {
  if (!next || isHeadless(next) || next.anatomy.length === 0) return false;
  if (next.link !== 'and' && next.link !== 'or' && next.link !== ',') return false;
  const first = run[0];
  if (!first || structures(first).length === 0 || first.link === 'and' || first.link === 'or') return false;
  const verb = predicate.exec(text.slice(next.start, next.end));
  const place = next.anatomy[0];
  const follows = verb !== null && place !== undefined && next.start + verb.index >= place.start;
  return follows && run.every((piece) => piece.sizes.length === 0);
}

interface Work {
  /** The sentence stands under a label ("Spleen: 11 cm"). */
  readonly labelled: boolean;
  readonly drafts: Draft[];
  frame: Piece[];
  pending: Piece[];
}

/** An item of a list is short; "several oriented perpendicular to the ventricles" is none. */
function isItem(text: string, piece: Piece): boolean {
  const words = text.slice(piece.start, piece.end);
  return (
    words.split(/\s+/).length <= 8 &&
    !/\b(?:oriented|extending|involving|measuring|along|abutting|located|seen|adjacent|reaching|arising|close|near|towards?|into|communicating|up to)\b/i.test(
      words,
    )
  );
}

const inList = (link: string): boolean => link === 'and' || link === 'or' || link === ',' || link === 'nor';

function takePending(work: Work, piece: Piece, made: Draft[]): void {
  const own = [...made];
  const stay: Piece[] = [];
  let next = piece;
  for (const carrier of work.pending.toReversed()) {
    const item = inList(next.link) && listed(carrier, piece);
    if (item) for (const draft of own) made.push(copyFor(draft, carrier));
    if (!item) stay.unshift(carrier);
    next = carrier;
  }
  for (const draft of own)
    if (stay.length > 0) {
      draft.pieces.push(...stay);
      const near = stay.at(-1);
      if (near && stay.length === 1) draft.start = Math.min(draft.start, near.start);
    }
  work.frame = [...work.frame, ...stay];
  work.pending = [];
}

function addAfter(text: string, work: Work, carrier: Piece): void {
  // "Stones in the gallbladder, none in the bile duct": no further item of the list.
  if (/^\W*(?:and |but )?none\b/i.test(text.slice(carrier.start, carrier.end))) return;
  const measure = carrier.sizes.length > 0 || carrier.scores.length > 0;
  const last =
    (measure ? work.drafts.findLast((draft) => isMain(draft) || draft.head === null) : undefined) ?? work.drafts.at(-1);
  if (!last) return;
  const first = last.pieces[0];
  // "Bilateral stenosis, severe on the right, mild on the left": the sides take the place of both.
  const parted =
    first && sideIn(first) === 'both' && /^(?:left|right)$/.test(sideIn(carrier)) && carrier.severity.length > 0;
  if (parted) {
    last.parted = true;
    work.drafts.push({ ...copyFor(last, carrier), parted: false });
    return;
  }
  const free = last.frame.every((piece) => !listed(piece, carrier) || discLevels(piece).length === 0);
  if (first && listLink.has(carrier.link) && listed(carrier, first) && free && isItem(text, carrier)) {
    work.drafts.push(copyFor(last, carrier));
    return;
  }
  for (const draft of work.drafts.filter((one) => one.pieces[0]?.start === first?.start)) {
    draft.pieces.push(carrier);
    draft.end = Math.max(draft.end, carrier.end);
  }
}

/** "Spleen 13 cm", "right BI-RADS 5": a size or a category alone. */
function aloneDraft(piece: Piece, frame: readonly Piece[], labelled: boolean): Draft | null {
  const base = { head: null, more: [], pieces: [piece], frame, start: piece.start, end: piece.end, parted: false };
  if (isCategory(piece)) return { kind: 'assessment', ...base };
  // "The conus is at T12-L1": told because it is where it should be.
  if (piece.anatomy.some((hit) => hit.code === 'conus') && piece.levels.length > 0) return { kind: 'normal', ...base };
  const measured =
    piece.sizes.length + piece.volumes.length > 0 && (labelled || piece.anatomy.some((hit) => !isPart(hit.code)));
  return measured ? { kind: 'measured', ...base } : null;
}

function takeHeadless(text: string, work: Work, pieces: readonly Piece[], i: number): void {
  const piece = pieces[i];
  if (!piece || !says(piece)) return;
  const rest = pieces.slice(i);
  const stop = rest.findIndex((other) => !isHeadless(other));
  const run = stop < 0 ? rest : rest.slice(0, stop);
  if (work.drafts.length > 0 && !leansForward(text, run, stop < 0 ? undefined : rest[stop])) {
    addAfter(text, work, piece);
    return;
  }
  const alone = stop < 0 || piece.volumes.length > 0 ? aloneDraft(piece, work.frame, work.labelled) : null;
  if (!alone) {
    work.pending.push(piece);
    return;
  }
  takePending(work, piece, [alone]);
  work.drafts.push(alone);
}

/** The drafts of one sentence. */
export function draftsOf(text: string, pieces: readonly Piece[], labelled: boolean): Draft[] {
  const work: Work = { labelled, drafts: [], frame: [], pending: [] };
  for (const [i, piece] of pieces.entries()) {
    if (isHeadless(piece)) {
      takeHeadless(text, work, pieces, i);
      continue;
    }
    const named = work.pending.length === 0 ? namedBefore(text, piece, work.drafts) : null;
    if (named) {
      const more = piece.heads.filter((head) => !isFeature(head.code));
      // Items of one list share what names them: "in periventricular and juxtacortical sites, typical of …".
      for (const draft of work.drafts) if (draft.head === named.head) draft.more.push(...more);
      named.pieces.push(piece);
      named.end = piece.end;
    }
    const heads = named ? piece.heads.filter((head) => isFeature(head.code)) : piece.heads;
    if (named && heads.length === 0) continue;
    const made = headDrafts({ ...piece, heads }, work.frame);
    takePending(work, piece, made);
    work.drafts.push(...made.sort((a, b) => a.start - b.start));
  }
  return work.drafts.filter((draft) => !draft.parted);
}
