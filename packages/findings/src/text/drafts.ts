/** From the pieces of one sentence to drafts of statements: which piece belongs to which observation. */
import { isFeature, isLoose, isPart, kindsOf, observations, placesOf } from '../lexicon/lexicon.ts';
import { gradeOf } from '../lexicon/scores.data.ts';
import { copyFor, type Draft, isMain } from './draft.ts';
import { discLevels, listed, sideIn, structures } from './listed.ts';
import { namedBefore } from './naming.ts';
import type { Hit } from './phrases.ts';
import type { Piece } from './pieces.ts';

const listLink = new Set([',', 'and', 'or', 'nor', '(', 'plus', ';']);
const isHeadless = (piece: Piece): boolean => piece.heads.length === 0 && piece.normal.length === 0;
const says = (piece: Piece): boolean =>
  [
    piece.anatomy,
    piece.levels,
    piece.sides,
    piece.severity,
    piece.sizes,
    piece.bounds,
    piece.counts,
    piece.extents,
    piece.scores,
    piece.volumes,
  ].some((hits) => hits.length > 0);
const predicate = /\b(?:is|are|was|were|has|have|shows?|appears?|remains?|demonstrates?|inserts?)\b/i;
const isCategory = (piece: Piece): boolean =>
  piece.scores.some(({ system }) => system.endsWith('RADS') || system === 'ACR');

function headDrafts(piece: Piece, frame: readonly Piece[]): Draft[] {
  const heads: (Hit | null)[] = piece.heads.length > 0 ? [...piece.heads] : [null];
  return heads.map((head) => fromHead(head ? nearHead(piece, head) : piece, head, frame));
}

const gap = (a: Hit, b: Hit): number => Math.max(a.start - b.end, b.start - a.end, 0);

/** Two observations and two structures in one piece: each takes the structure next to it. */
function nearHead(piece: Piece, head: Hit): Piece {
  const heads = piece.heads.filter((one) => !isFeature(one.code));
  // "Coxarthrosis with stenosis of the foramen": what names its own place leaves the other to its neighbour.
  const at = observations.get(head.code)?.at ?? '';
  const elsewhere = structures(piece).every(
    (place) => place !== at && !placesOf(place).has(at) && !placesOf(at).has(place),
  );
  const nearer = heads.some((one) => one !== head && (observations.get(one.code)?.at ?? '') === '');
  if (at !== '' && !isLoose(at) && elsewhere && nearer)
    return { ...piece, anatomy: piece.anatomy.filter((place) => isLoose(place.code) || isPart(place.code)) };
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

/** Does this run of pieces without observation belong to the predicate that follows ("the PCL and MCL are intact")? */
function leansForward(text: string, run: readonly Piece[], next: Piece | undefined): boolean {
  if (!next || isHeadless(next) || next.anatomy.length === 0) return false;
  if (next.link !== 'and' && next.link !== 'or' && next.link !== ',') return false;
  const first = run[0];
  if (!first || structures(first).length === 0 || first.link === 'and' || first.link === 'or') return false;
  // "…, with no central canal or foraminal stenosis".
  if (/^(?:with\s+)?(?:no|without)\b/i.test(text.slice(first.start, first.end)) && next.link !== ',') return true;
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

/** Told of several regions of the white matter together. */
const ofWhiteMatter = new Set(['white-matter-lesion', 'small-vessel-disease', 'signal-high']);
const denies = /^(?:with\s+)?(?:no|without)\b/i;
const inList = (link: string): boolean => link === 'and' || link === 'or' || link === ',' || link === 'nor';

function takePending(text: string, work: Work, piece: Piece, made: Draft[]): void {
  const own = [...made];
  const stay: Piece[] = [];
  let next = piece;
  for (const carrier of work.pending.toReversed()) {
    // "With no CSF around the roots and narrowing of the foramina": a denial is no item of the list.
    const apart =
      next.link === 'and' && piece.severity.length > 0 && denies.test(text.slice(carrier.start, carrier.end));
    const white = next.link === 'and' && own.every((draft) => ofWhiteMatter.has(draft.head?.code ?? ''));
    const item = inList(next.link) && listed(carrier, piece) && !apart && !white;
    if (item) for (const draft of own) made.push(copyFor(draft, carrier));
    if (!item) stay.unshift(carrier);
    next = carrier;
  }
  for (const draft of own)
    if (stay.length > 0) {
      draft.pieces.push(...stay);
      draft.start = Math.min(draft.start, stay[0]?.start ?? draft.start);
    }
  work.frame = [...work.frame, ...stay];
  work.pending = [];
}

/** What spreads over several structures and is still one thing. */
const spreading = new Set([
  'edema',
  'marrow-edema',
  'muscle-edema',
  'stranding',
  'enhancement',
  'signal-high',
  'invasion',
]);

/** Words that mean what is graded once their place is known. */
const gradeWords: ReadonlyMap<string, string> = new Map([
  ['necrosis', 'avascular-necrosis'],
  ['degenerative-change', 'osteoarthritis'],
  ['narrowing', 'stenosis'],
]);

/** The draft that a score of the carrier grades: "necrosis without collapse, ARCO 2". */
function gradedBy(work: Work, carrier: Piece): Draft | undefined {
  const graded = carrier.scores.map(({ system }) => gradeOf.get(system)).find((code) => code !== undefined);
  return graded === undefined
    ? undefined
    : work.drafts.findLast(
        ({ head }) => head !== null && (kindsOf(head.code).has(graded) || gradeWords.get(head.code) === graded),
      );
}

function addAfter(text: string, work: Work, carrier: Piece): void {
  // "Stones in the gallbladder, none in the bile duct": no further item of the list.
  if (/^\W*(?:and |but )?none\b/i.test(text.slice(carrier.start, carrier.end))) return;
  const measure = carrier.sizes.length > 0 || carrier.scores.length > 0;
  const last =
    gradedBy(work, carrier) ??
    (measure ? work.drafts.findLast((draft) => isMain(draft) || draft.head === null) : undefined) ??
    work.drafts.at(-1);
  if (!last) return;
  const first = last.pieces[0];
  // "Coxarthrosis, advanced on the right with subchondral cysts, moderate on the left".
  const side = sideIn(carrier);
  const opposite = side === 'left' ? 'right' : side === 'right' ? 'left' : '';
  const twin =
    carrier.severity.length > 0 && opposite !== '' && carrier.anatomy.length === 0
      ? work.drafts.findLast(
          (draft) => isMain(draft) && draft.pieces.some((one) => sideIn(one) === opposite && one.severity.length > 0),
        )
      : undefined;
  if (twin && twin !== last) {
    work.drafts.push(copyFor(twin, carrier));
    return;
  }
  // "Bilateral stenosis, severe on the right, mild on the left": the sides take the place of both.
  // So do those of "foraminal stenosis, severe on the left, moderate on the right".
  const parted =
    first &&
    (sideIn(first) === 'both' || (sideIn(first) === '' && first.severity.length === 0)) &&
    /^(?:left|right)$/.test(sideIn(carrier)) &&
    carrier.severity.length > 0;
  if (parted) {
    last.parted = true;
    work.drafts.push({ ...copyFor(last, carrier), parted: false });
    return;
  }
  const free = last.frame.every((piece) => !listed(piece, carrier) || discLevels(piece).length === 0);
  // "Two lesions at C2 and C5" is told once.
  const counted =
    first?.counts.some(({ least }) => least > 1) && carrier.counts.length === 0 && carrier.levels.length > 0;
  // "Oedema of the femoral head and neck" is one.
  const spread =
    spreading.has(last.head?.code ?? '') &&
    carrier.link === 'and' &&
    carrier.sides.length + carrier.severity.length + carrier.levels.length === 0;
  if (
    first &&
    !counted &&
    !spread &&
    listLink.has(carrier.link) &&
    listed(carrier, first) &&
    free &&
    isItem(text, carrier)
  ) {
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
    piece.sizes.length + piece.bounds.length + piece.volumes.length > 0 &&
    (labelled || piece.volumes.length > 0 || piece.anatomy.some((hit) => !isPart(hit.code)));
  return measured ? { kind: 'measured', ...base } : null;
}

/** "The uterus measures 9 x 5 cm, with …": the size is that of the structure, not of what follows. */
function measuresStructure(text: string, piece: Piece): boolean {
  const [place, size] = [piece.anatomy.find((hit) => !isPart(hit.code)), piece.sizes[0]];
  if (!place || !size || place.end > size.start) return false;
  return /\b(?:measur\w+|is|are|has a diameter)\b/i.test(text.slice(place.end, size.start));
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
  const own = (rest[stop]?.heads.length ?? 0) > 0 && measuresStructure(text, piece);
  // "Right apex: 8 mm, PI-RADS 4" is a lesion.
  const whole = work.labelled && run.some(isCategory) ? { ...piece, scores: run.flatMap((one) => one.scores) } : piece;
  const alone = own || stop < 0 || piece.volumes.length > 0 ? aloneDraft(whole, work.frame, work.labelled) : null;
  if (!alone) {
    work.pending.push(piece);
    return;
  }
  if (own) {
    work.drafts.push(alone);
    work.frame = [...work.frame, { ...piece, sizes: [] }];
    return;
  }
  takePending(text, work, piece, [alone]);
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
    // "Ossification of the ligament (OPLL)": one thing under two names.
    const last = work.drafts.at(-1);
    if (
      piece.link === '(' &&
      last?.head &&
      piece.heads.every((head) => head.code === last.head?.code) &&
      piece.normal.length === 0
    ) {
      last.pieces.push(piece);
      last.end = piece.end;
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
    takePending(text, work, piece, made);
    work.drafts.push(...made.sort((a, b) => a.start - b.start));
  }
  return work.drafts.filter((draft) => !draft.parted);
}
