/** Where a statement takes its place and level from when it names none. */
import { isLoose, kindsOf, observations, placesOf } from '../lexicon/lexicon.ts';
import { type Context, unique } from './context.ts';
import type { Draft } from './draft.ts';
import type { Piece } from './pieces.ts';
import type { Region } from './region.ts';
import type { Statement } from './statement.ts';

export interface Surroundings {
  readonly title: Context;
  label: Context;
  previous: Context;
  /** Whether the sentence before stated a finding that this one may describe. */
  previousHeads: boolean;
  readonly region: Region;
  /** The observation stated last, for "one in the left cerebellar peduncle". */
  lastObservation: string;
  /** The observation of the last finding of the section. */
  lastHead: string;
}

export const levelsOfPieces = (pieces: readonly Piece[]): string[] =>
  unique(pieces.flatMap((piece) => piece.levels.filter((hit) => hit.kind === 'level').flatMap((hit) => hit.levels)));

export const rootsOfPieces = (pieces: readonly Piece[]): string[] =>
  unique(pieces.flatMap((piece) => piece.levels.filter((hit) => hit.kind === 'root').flatMap((hit) => hit.levels)));

const anatomyOf = (pieces: readonly Piece[]): string[] =>
  unique(pieces.flatMap((piece) => piece.anatomy.map((hit) => hit.code)));

const firstFilled = (lists: readonly (readonly string[])[]): string[] =>
  unique(lists.find((list) => list.length > 0) ?? []);

interface Place {
  readonly around: Surroundings;
  readonly drafts: readonly Draft[];
  readonly index: number;
  readonly anaphoric: boolean;
  readonly denied: boolean;
}

/** "Thickening and signal change of the extensor origin": what comes first shares the place. */
function placesAhead({ drafts, index }: Place): string[] {
  const [draft, next] = [drafts[index], drafts[index + 1]];
  const joins = next?.pieces[0] && (next.pieces[0].link === 'and' || next.pieces[0].link === 'or');
  return draft && next && joins && index === 0 && draft.kind === 'observation' ? anatomyOf(next.pieces) : [];
}

/** "Touching the cord without compression": of the cord, which the words before imply. */
function impliedBy(before: Draft | undefined): string[] {
  const place =
    before?.head && anatomyOf(before.pieces).length === 0 ? (observations.get(before.head.code)?.at ?? '') : '';
  return place === '' || isLoose(place) || tissues.has(place) ? [] : [place];
}

const tissues = new Set([
  'bone',
  'bone-marrow',
  'cartilage',
  'joint',
  'tendon',
  'muscle',
  'ligament',
  'synovium',
  'bursa',
  'vessels',
]);

/** In this order: what the sentence says first, earlier in the sentence, the heading, the sentence before, the examination. */
export function placesAround(place: Place, at: string): string[] {
  const { around, drafts, index, anaphoric, denied } = place;
  const draft = drafts[index];
  const said = drafts.slice(0, index).findLast((other) => anatomyOf(other.pieces).length > 0);
  const open = at === '' || isLoose(at);
  const places = firstFilled([
    anatomyOf(draft?.frame ?? []),
    at === '' && draft?.pieces[0]?.link === 'without' ? impliedBy(drafts[index - 1]) : [],
    open && said ? anatomyOf(said.pieces) : [],
    open ? placesAhead(place) : [],
    anaphoric && around.previous.places.some((one) => !isLoose(one)) ? around.previous.places : [],
    around.label.places,
    anaphoric || (at === '' && !denied && levelsOfPieces(draft?.pieces ?? []).length === 0)
      ? around.previous.places
      : [],
  ]);
  // The usual place is left out when the context names a part of it.
  const usual = at && !places.some((one) => one !== at && placesOf(one).has(at)) ? [at] : [];
  if (places.length > 0) return unique([...usual, ...places]);
  return at ? [at] : around.title.places.slice(0, 2);
}

/** Levels of the same sentence or of the heading hold; those of the sentence before are only likely. */
/** What is told level by level; after "L4-5: …" it belongs to that level, and other things to the spine as a whole. */
const toldByLevel = new Set(
  (
    'disc-herniation disc-protrusion disc-extrusion disc-sequestration disc-bulge disc-osteophyte disc-degeneration disc-height-loss ' +
    'annular-fissure stenosis narrowing osteoarthritis osteophyte hypertrophy thickening root-affection root-compression root-contact cord-compression ' +
    'cord-contact sac-indentation compression synovial-cyst listhesis anterolisthesis retrolisthesis modic degenerative-change effusion spondylophyte'
  ).split(' '),
);

export const isToldByLevel = (code: string): boolean => [...kindsOf(code)].some((kind) => toldByLevel.has(kind));

interface LevelQuestion {
  readonly draft: Draft;
  readonly before: readonly Draft[];
  readonly denied: boolean;
  /** The statement stands in the sentence that the label opens. */
  readonly ownLabel: boolean;
  /** The sentence speaks of several levels or of a region ("at all levels"). */
  readonly everywhere: boolean;
  /** "At that level". */
  readonly sameLevel: boolean;
}

export function levelsFor(
  around: Surroundings,
  { draft, before, denied, ownLabel, everywhere, sameLevel }: LevelQuestion,
): Pick<Statement, 'levels' | 'levelOwn' | 'levelsAround'> {
  const [first, ...others] = draft.pieces;
  const said = before.findLast((other) => levelsOfPieces(other.pieces).length > 0);
  const typical = draft.head !== null && isToldByLevel(draft.head.code);
  const levels = firstFilled([
    levelsOfPieces(first ? [first] : []),
    levelsOfPieces(others),
    levelsOfPieces(draft.frame),
    levelsOfPieces(said?.pieces ?? []),
    sameLevel ? around.previous.levels : [],
    !everywhere && (ownLabel || typical) ? around.label.levels : [],
  ]);
  const levelOwn = draft.pieces.some((piece) => piece.levels.some((hit) => hit.kind === 'level'));
  return {
    levels,
    levelOwn,
    levelsAround: levels.length > 0 || denied || everywhere ? [] : [...around.previous.levels],
  };
}
