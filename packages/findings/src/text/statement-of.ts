/** From drafts to statements: presence, place, side, level, severity, size … of each observation. */
import { isFeature, isLoose, isPart, kindsOf, observations, placesOf } from '../lexicon/lexicon.ts';
import { placeOf } from '../lexicon/scores.data.ts';
import { sideOf, unique } from './context.ts';
import type { Draft } from './draft.ts';
import { isLandmark } from './landmarks.ts';
import { structures } from './listed.ts';
import { type Local, sidesOf, stemsOf, trimmed } from './local.ts';
import type { Piece } from './pieces.ts';
import { standingOf } from './presence.ts';
import { isOptional, readingsOf } from './readings.ts';
import { inRegion, observationIn } from './region.ts';
import { blankStatement, type Reading, type Statement } from './statement.ts';
import { levelsFor, placesAround, rootsOfPieces } from './surroundings.ts';
import type { Count } from './tags.ts';

type Range = { readonly start: number; readonly end: number };

/** The hit nearest to the head, those before it preferred. */
function nearest<T extends Range>(hits: readonly T[], head: Range | null): T | undefined {
  if (!head) return hits[0];
  const distance = (hit: T): number =>
    hit.end <= head.start ? head.start - hit.end : hit.start >= head.end ? hit.start - head.end + 12 : 0;
  return hits.toSorted((a, b) => distance(a) - distance(b))[0];
}

const sameLevelWord = /\b(?:at|on) (?:this|that|the same|these|those) (?:vertebral |disc )?levels?\b/i;
const everywhereWord =
  /\b(?:multilevel|multi-level|all levels|several levels|multiple levels|throughout|diffuse(?:ly)?|junction|generali[sz]ed|each level|other levels)\b/i;

/** Severity words of the head's own piece; those of added pieces only when the head's piece has none. */
function severityOf(draft: Draft): number | null {
  const [first, ...others] = draft.pieces;
  const { head } = draft;
  const rivals = first?.heads.filter((hit) => hit !== head) ?? [];
  const mine = (first?.severity ?? []).filter(
    (hit) => !head || !rivals.some((other) => hit.end <= other.start && other.end <= head.start),
  );
  const hit = nearest(mine, head) ?? others.flatMap((piece) => piece.severity)[0];
  return hit ? Number(hit.code) : null;
}

/** Words for signs: beside a paired finding of the same sentence they describe it. */
const signs = new Set(
  (
    'dilatation biliary-dilatation thickening edema enlargement inflammation necrosis calcification scar displacement thinning narrowing ' +
    'marrow-edema muscle-edema signal-high signal-low signal-change degenerative-change'
  ).split(' '),
);

/** "Surrounding oedema" goes with what it surrounds. */
const besideWord = /^(?:surrounding|adjacent|associated|accompanying|perilesional|perifocal|reactive)\b/i;

function natureOf(readings: readonly Reading[], words: string): Statement['nature'] {
  if (/\bbenign\b|\bpost-?inflammatory\b|\bnon-?malignant\b/i.test(words) && !/hyperplasia/i.test(words))
    return 'benign';
  if (
    /\bmalignan/i.test(words) ||
    readings.some((reading) => !reading.alternative && kindsOf(reading.code).has('malignancy'))
  )
    return 'malignant';
  return '';
}

const namingWord =
  /\b(?:consistent|compatible|typical|characteristic|favou?red|likely|probabl[ey]|suggest\w*|suspicious|represent\w*|possibl[ey]|possibility|differential|diagnos\w+|correspond\w*|in keeping|in line with|presumabl[ey]|classic|may be|could be|picture of|indicative|concern\w*)\b/i;
const furtherWord = /\b(?:second|additional|further|another|satellite|other|more)\b/i;
const remainderWord = /\b(?:other|others|remaining|remainder|rest|otherwise|upper|elsewhere|else|adjacent levels)\b/i;

/** "Multiple plaques, more than 20": the more exact one. */
function narrowestCount(counts: readonly Count[]): Count | null {
  return counts.toSorted((a, b) => a.most - a.least - (b.most - b.least))[0] ?? null;
}

type Measures = Pick<
  Statement,
  'severity' | 'extent' | 'sizes' | 'bounds' | 'volume' | 'percent' | 'count' | 'scores' | 'change' | 'age'
>;

function measuresOf(draft: Draft, absent: boolean): Measures {
  const { pieces, head } = draft;
  const all = <T>(pick: (piece: Piece) => readonly T[]): T[] => pieces.flatMap((piece) => [...pick(piece)]);
  return {
    severity: severityOf(draft),
    extent: (nearest(
      all((piece) => piece.extents),
      head,
    )?.code ?? '') as Statement['extent'],
    sizes: absent ? [] : all((piece) => piece.sizes),
    bounds: absent ? [] : all((piece) => piece.bounds),
    volume: all((piece) => piece.volumes)[0] ?? null,
    percent: all((piece) => piece.percents)[0] ?? null,
    count: absent ? null : narrowestCount(all((piece) => piece.counts)),
    scores: all((piece) => piece.scores),
    change: all((piece) => piece.changes)[0]?.code ?? '',
    age: (nearest(
      all((piece) => piece.ages),
      head,
    )?.code ?? '') as Statement['age'],
  };
}

/** "Foraminal" and "subarticular" tell where a disc herniates, they are not its structure. */
const zones = new Set(
  'foramen lateral-recess canal csf-ring nerve-root cord cauda-equina conus epidural vertebra posterior-wall endplate'.split(
    ' ',
  ),
);
function zoneless(places: readonly string[], readings: readonly Reading[]): string[] {
  const disc = readings.some(({ code }) => observations.get(code)?.family === 'disc');
  if (disc) return places.filter((place) => !zones.has(place));
  // "Patellar tendinosis" is of the tendon.
  const tendon = readings.some(({ code }) => observations.get(code)?.family === 'tendon');
  if (readings.some(({ code }) => code === 'nerve-swelling'))
    return places.map((place) => (place === 'ulna' ? 'ulnar-nerve' : place));
  return tendon ? places.map((place) => (place === 'patella' ? 'patellar-tendon' : place)) : [...places];
}

function placesOfScores({ pieces }: Draft): string[] | null {
  const places = pieces.flatMap((piece) => piece.scores.flatMap(({ system }) => placeOf.get(system) ?? []));
  return places.length > 0 ? unique(places) : null;
}

const ageOfPieces = (drafts: readonly Draft[]): Statement['age'] =>
  (drafts.flatMap((draft) => draft.pieces.flatMap((piece) => piece.ages)).at(-1)?.code ?? '') as Statement['age'];

/** "Linguine sign on the left, corresponding to a rupture": the one side that the sentence names. */
function sideNear(drafts: readonly Draft[]): Statement['sideNear'] {
  const sides = unique(drafts.flatMap((draft) => draft.pieces.flatMap((piece) => piece.sides.map((hit) => hit.code))));
  return sides.length === 1 && sides[0] !== 'both' ? sideOf(sides) : '';
}

/** A denial in a sentence of its own speaks of the whole examination, not of the structure named before. */
const isDenied = (local: Local, draft: Draft): boolean =>
  draft.head !== null && standingOf(local.text, local.sentence, local.tags, draft.head).presence === 'absent';

/** Ways to look at a structure, no places; a report may call what they show normal. */
export const sequences: ReadonlySet<string> = new Set(['diffusion', 'susceptibility']);

export function statementOf(local: Local, drafts: readonly Draft[], index: number): Statement {
  const { text, around } = local;
  const draft = drafts[index] as Draft;
  const before = drafts.slice(0, index);
  const named = draft.pieces.flatMap((piece) => piece.anatomy);
  const proper = named.filter((hit) => isPart(hit.code) || !isLandmark(text, hit));
  const at = draft.head ? (observations.get(observationIn(draft.head.code, around.region))?.at ?? '') : '';
  const told =
    (at !== '' && !isLoose(at)) ||
    around.label.places.length > 0 ||
    [...draft.frame, ...before.flatMap((other) => other.pieces)].some((piece) => structures(piece).length > 0);
  const codes = (told || proper.some((hit) => !isPart(hit.code)) ? proper : named).map((hit) => hit.code);
  const own = inRegion(unique(codes), around.region)
    .filter((place) => draft.kind === 'normal' || !sequences.has(place))
    // "Cerebellar tonsillar herniation" is of the tonsils.
    .map((place) => (at !== place && !isLoose(place) && placesOf(at).has(place) ? at : place));
  const [first, ...others] = draft.pieces;
  const context = inRegion(
    placesAround({ around, drafts, index, anaphoric: local.anaphoric, denied: isDenied(local, draft) }, at),
    around.region,
  );
  const sufficient = own.some((place) => !isPart(place));
  const known = sufficient ? own : unique([...own, ...context]);
  const { readings, standing } = readingsOf(local, draft, known);
  const [start, end] = trimmed(text, draft.start, draft.end);
  const absent = standing.presence === 'absent';
  return {
    ...blankStatement,
    ...measuresOf(draft, absent),
    ...levelsFor(around, {
      draft,
      before,
      denied: absent,
      ownLabel: local.labelled,
      sameLevel: sameLevelWord.test(text.slice(local.sentence.start, local.sentence.end)),
      everywhere: everywhereWord.test(text.slice(local.sentence.start, local.sentence.end)),
    }),
    levelsOfLabel: around.label.levels,
    start,
    end,
    clause: first?.start ?? start,
    sentence: local.sentence.start,
    section: local.section,
    readings,
    places: placesOfScores(draft) ?? zoneless(own, readings),
    placesAround: context.filter((place) => !own.includes(place)),
    side: sidesOf(first ? [first] : [], own) || sidesOf(others, own),
    sideAround: sideOf(draft.frame.flatMap((piece) => piece.sides.map((hit) => hit.code))) || around.label.side,
    sideNear: sideNear(drafts) || (local.anaphoric ? around.previous.side : ''),
    roots: rootsOfPieces(draft.pieces),
    presence: standing.presence,
    certainty: standing.certainty,
    normal: draft.kind === 'normal',
    ageAround: ageOfPieces(before),
    remainder: absent && remainderWord.test(text.slice(local.sentence.start, local.sentence.end)),
    single:
      draft.head !== null &&
      /(?:lesion|focus|plaque|nodule|mass|cyst|metastasis|tumou?r)$/i.test(
        text.slice(draft.head.start, draft.head.end),
      ) &&
      !/^(?:the|this|that)\b/i.test(text.slice(start, end)),
    sign:
      draft.head !== null &&
      (isFeature(draft.head.code) || signs.has(draft.head.code) || besideWord.test(text.slice(start, end))),
    nature: natureOf(readings, text.slice(start, end)),
    firm:
      own.some((place) => !isPart(place)) ||
      draft.frame.some((piece) => piece.anatomy.length > 0) ||
      around.label.places.length > 0,
    near: before.some((other) => other.pieces.some((piece) => structures(piece).length > 0)),
    names: namingWord.test(text.slice(local.sentence.start, local.sentence.end)),
    further: furtherWord.test(text.slice(start, end)),
    refersBack: local.anaphoric,
    optional: isOptional(local, draft, before, { readings, standing }, known),
    stems: stemsOf(text, start, end),
  };
}
