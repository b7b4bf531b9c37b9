/** From drafts to statements: presence, place, side, level, severity, size … of each observation. */
import { deniedAt, isFeature, isLoose, isPart, joined, observations, placesOf } from '../lexicon/lexicon.ts';
import type { SectionName } from '../model.ts';
import { type Context, contextOf, emptyContext, labelLength, sideOf, unique } from './context.ts';
import { type Draft, draftsOf } from './drafts.ts';
import type { Hit } from './phrases.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type Standing, standingOf } from './presence.ts';
import { splitSections } from './sections.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import type { Reading, Statement } from './statement.ts';
import { type Side, type Tags, tag } from './tags.ts';
import { wordsOf } from './words.ts';

interface Surroundings {
  readonly title: Context;
  label: Context;
  previous: Context;
  /** Whether the sentence before stated a finding that this one may describe. */
  previousHeads: boolean;
}

const small = new Set([
  'the',
  'a',
  'an',
  'of',
  'is',
  'are',
  'at',
  'in',
  'on',
  'to',
  'and',
  'with',
  'there',
  'be',
  'by',
  'it',
  'this',
  'that',
  'for',
  'or',
  'seen',
  'noted',
  'which',
  'also',
  'see',
  'not',
]);

function stemsOf(text: string, start: number, end: number): ReadonlySet<string> {
  return new Set(
    wordsOf(text, start, end)
      .map((word) => word.stem)
      .filter((stem) => /^[a-z0-9]/.test(stem) && !small.has(stem)),
  );
}

/** The hit nearest to the head, those before it preferred. */
function nearest<T extends { start: number; end: number }>(
  hits: readonly T[],
  head: { start: number; end: number } | null,
): T | undefined {
  if (!head) return hits[0];
  const distance = (hit: T): number =>
    hit.end <= head.start ? head.start - hit.end : hit.start >= head.end ? hit.start - head.end + 12 : 0;
  return hits.toSorted((a, b) => distance(a) - distance(b))[0];
}

const propertyDenies: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [
    /\b(?:size|sized|width|calib(?:er|re)|diameter|volume|enlarged|widened|slender|slim|bulk)\b/i,
    ['enlargement', 'dilatation', 'atrophy'],
  ],
  [/\bheights?\b/i, ['compression-fracture', 'disc-height-loss', 'height-loss']],
  [/\bsignal|homogeneous|hydrat/i, ['signal-change', 'marrow-edema', 'lesion', 'cord-signal', 'disc-degeneration']],
  [/\balign/i, ['listhesis', 'dislocation']],
  [/\bpatent|flow\b/i, ['thrombosis', 'occlusion', 'stenosis']],
  [/\bcontours?\b/i, ['cirrhosis', 'mass']],
];

/** What "normal" says is not there: the structure's usual faults, narrowed by the property named. */
function deniedReadings(words: string, places: readonly string[]): Reading[] {
  const byPlace = unique(places.filter((place) => !isPart(place)).flatMap((place) => deniedAt(place)));
  const properties = propertyDenies.filter(([pattern]) => pattern.test(words)).flatMap(([, denied]) => denied);
  const general = byPlace.length === 0 || byPlace.includes('abnormality');
  const codes = general && properties.length > 0 ? properties : unique([...byPlace, ...properties]);
  return (codes.length > 0 ? codes : ['abnormality']).map((code) => ({ code, certainty: 3, alternative: false }));
}

const oneOf = (heads: readonly (Hit | null)[]): Hit[] => heads.filter((hit): hit is Hit => hit !== null);

function sidesOf(pieces: readonly Piece[], places: readonly string[]): Side | '' {
  const hits = pieces.flatMap((piece) => piece.sides);
  // "Both menisci" are two structures of one knee, not two sides.
  const single = places.some((place) => /meniscus|cruciate|collateral/.test(place));
  return sideOf(hits.filter((hit) => !(single && hit.code === 'both')).map((hit) => hit.code));
}

const discLevel = (pieces: readonly Piece[]): string[] =>
  unique(pieces.flatMap((piece) => piece.levels.filter((hit) => hit.kind === 'level').flatMap((hit) => hit.levels)));

interface Local {
  readonly text: string;
  readonly sentence: Sentence;
  readonly tags: Tags;
  readonly section: SectionName;
  readonly around: Surroundings;
  readonly anaphoric: boolean;
}

function placesAround(local: Local, draft: Draft, before: readonly Draft[], at: string): string[] {
  const { around } = local;
  const frame = draft.frame.flatMap((piece) => piece.anatomy.map((hit) => hit.code));
  const said = before.findLast((other) => other.pieces.some((piece) => piece.anatomy.length > 0));
  const earlier = said ? unique(said.pieces.flatMap((piece) => piece.anatomy.map((hit) => hit.code))) : [];
  const previous = local.anaphoric || at === '' ? around.previous.places : [];
  for (const places of [frame, at === '' || isLoose(at) ? earlier : [], around.label.places, previous])
    if (places.length > 0) return unique([...(at ? [at] : []), ...places]);
  return at ? [at] : around.title.places.slice(0, 2);
}

function levelsAround(local: Local, draft: Draft, before: readonly Draft[]): string[] {
  const { around } = local;
  const frame = discLevel(draft.frame);
  const said = before.flatMap((other) => discLevel(other.pieces));
  for (const levels of [frame, said.length > 0 ? said : [], around.label.levels, around.previous.levels])
    if (levels.length > 0) return unique(levels);
  return [];
}

function readingsOf(
  local: Local,
  draft: Draft,
  places: readonly string[],
): { readings: Reading[]; standing: Standing } {
  const { text, sentence, tags } = local;
  const all = oneOf([draft.head, ...draft.more]);
  const standings = all.map((hit) => standingOf(text, sentence, tags, hit));
  const readings = all.map((hit, i) => ({
    code: joined(hit.code, places),
    certainty: standings[i]?.presence === 'possible' ? (1 as const) : (standings[i]?.certainty ?? 3),
    alternative: (standings[i]?.alternative ?? false) || (i > 0 && standings[i]?.presence === 'absent'),
  }));
  const first = standings[0] ?? { presence: 'present' as const, certainty: 3 as const, alternative: false };
  return { readings, standing: first };
}

const general = new Set([
  'abnormality',
  'degenerative-change',
  'nonspecific',
  'postoperative',
  'interval-change',
  'scar',
  'fluid',
  'foreign-body',
]);

function isOptional(local: Local, draft: Draft, before: readonly Draft[], standing: Standing): boolean {
  if (!draft.head) return draft.pieces.every((piece) => piece.anatomy.every((hit) => isLoose(hit.code)));
  const code = draft.head.code;
  if (general.has(code) || standing.presence === 'historical' || standing.alternative) return true;
  if (!isFeature(code) || draft.more.some((hit) => !isFeature(hit.code))) return false;
  const beside =
    before.some((other) => other.head && !isFeature(other.head.code)) ||
    (draft.pieces[0]?.heads.some((hit) => !isFeature(hit.code)) ?? false);
  return beside || local.anaphoric || local.around.previousHeads;
}

const severityValue = (hit: Hit | undefined): number | null => (hit ? Number(hit.code) : null);

/** Severity words of the head's own piece; those of added pieces only when the head's piece has none. */
function severityOf(draft: Draft): number | null {
  const [first, ...others] = draft.pieces;
  const own = first?.severity ?? [];
  const rival = first?.heads.filter((hit) => hit !== draft.head) ?? [];
  const mine = draft.head
    ? own.filter((hit) => !rival.some((other) => hit.end <= other.start && other.end <= (draft.head?.start ?? 0)))
    : own;
  return severityValue(nearest(mine, draft.head)) ?? severityValue(others.flatMap((piece) => piece.severity)[0]);
}

function roots(pieces: readonly Piece[]): string[] {
  return unique(
    pieces.flatMap((piece) => piece.levels.filter((hit) => hit.kind === 'root').flatMap((hit) => hit.levels)),
  );
}

const trimmed = (text: string, start: number, end: number): readonly [number, number] => {
  let [s, e] = [start, end];
  while (s < e && /[\s,;:()]/.test(text[s] ?? '')) s += 1;
  const opening = /^(?:and|with|but|while|or)\s+/i.exec(text.slice(s, e));
  if (opening) s += opening[0].length;
  while (e > s && /[\s,;:(]/.test(text[e - 1] ?? '')) e -= 1;
  return [s, e];
};

function statementOf(local: Local, draft: Draft, before: readonly Draft[]): Statement {
  const { text } = local;
  const own = unique(draft.pieces.flatMap((piece) => piece.anatomy.map((hit) => hit.code)));
  const [first, ...others] = draft.pieces;
  const at = draft.head ? (observations.get(draft.head.code)?.at ?? '') : '';
  const around = placesAround(local, draft, before, at);
  const structural = own.filter((place) => !isPart(place) && !isLoose(place));
  const known = structural.length > 0 ? own : unique([...own, ...around]);
  const { readings, standing } = draft.head
    ? readingsOf(local, draft, known)
    : {
        readings: deniedReadings(text.slice(draft.start, draft.end), known),
        standing: { presence: 'absent' as const, certainty: 3 as const, alternative: false },
      };
  const [start, end] = trimmed(text, draft.start, draft.end);
  const pieces = draft.pieces;
  const sizes = [...(first?.sizes ?? []), ...others.flatMap((piece) => piece.sizes)];
  const side = sidesOf(first ? [first] : [], own) || sidesOf(others, own);
  return {
    id: '',
    start,
    end,
    section: local.section,
    readings,
    places: own,
    placesAround: around.filter((place) => !own.includes(place)),
    side,
    sideAround: sideOf(draft.frame.flatMap((piece) => piece.sides.map((hit) => hit.code))) || local.around.label.side,
    levels: discLevel(first ? [first] : []).length > 0 ? discLevel(first ? [first] : []) : discLevel(others),
    levelsAround: levelsAround(local, draft, before),
    roots: roots(pieces),
    presence: standing.presence,
    certainty: standing.certainty,
    normal: draft.head === null,
    severity: severityOf(draft),
    extent: (nearest(
      pieces.flatMap((piece) => piece.extents),
      draft.head,
    )?.code ?? '') as Statement['extent'],
    sizes: standing.presence === 'absent' ? [] : sizes,
    volume: pieces.flatMap((piece) => piece.volumes)[0] ?? null,
    percent: pieces.flatMap((piece) => piece.percents)[0] ?? null,
    count:
      standing.presence === 'absent'
        ? null
        : (nearest(
            pieces.flatMap((piece) => piece.counts),
            draft.head,
          ) ?? null),
    scores: pieces.flatMap((piece) => piece.scores),
    change: pieces.flatMap((piece) => piece.changes)[0]?.code ?? '',
    age: (nearest(
      pieces.flatMap((piece) => piece.ages),
      draft.head,
    )?.code ?? '') as Statement['age'],
    optional: isOptional(local, draft, before, standing),
    stems: stemsOf(text, start, end),
  };
}

const anaphor =
  /^(?:\W*(?:it|this|these|they|the (?:lesion|mass|tumou?r|largest|nodule|cyst|abnormality|process|tear|fragment)|there is (?:also )?(?:associated|surrounding|adjacent|accompanying|corresponding|no associated)|associated|surrounding|accompanying|adjacent|compared|in addition|as a result|resulting|here|on (?:dwi|dynamic)|after contrast|following contrast|with contrast)\b)/i;

/** A piece that only tells how something changed: "unchanged in size", "has clearly grown". */
function changeStatements(local: Local, pieces: readonly Piece[], made: readonly Statement[]): Statement[] {
  const found: Statement[] = [];
  for (const piece of pieces) {
    const change = piece.changes[0];
    if (!change || change.code === 'new') continue;
    const near =
      made.find((one) => one.start <= piece.start && piece.end <= one.end && one.presence !== 'absent') ?? made[0];
    const places = near?.places ?? local.around.previous.places;
    const [start, end] = trimmed(local.text, piece.start, piece.end);
    found.push({
      ...blank,
      start,
      end,
      section: local.section,
      readings: [{ code: 'interval-change', certainty: 3, alternative: false }],
      places,
      placesAround: near?.placesAround ?? [],
      change: change.code,
      optional: true,
      stems: stemsOf(local.text, start, end),
    });
  }
  return found;
}

const blank: Statement = {
  id: '',
  start: 0,
  end: 0,
  section: 'findings',
  readings: [],
  places: [],
  placesAround: [],
  side: '',
  sideAround: '',
  levels: [],
  levelsAround: [],
  roots: [],
  presence: 'present',
  certainty: 3,
  normal: false,
  severity: null,
  extent: '',
  sizes: [],
  volume: null,
  percent: null,
  count: null,
  scores: [],
  change: '',
  age: '',
  optional: false,
  stems: new Set(),
};

const historyLine =
  /^(?:\d{1,3}\s?[-–]?\s?(?:y\b|yo\b|y\/o|yr|year)|known\b[^,;]{0,60}$|follow[- ]?up (?:of|for)\b|history of|clinical|patient|referred|reason for|compared? (?:to|with) (?:the )?(?:prior|previous|study|mri)[^,;]{0,40}$)/i;

function readSentence(text: string, whole: Sentence, section: SectionName, around: Surroundings): Statement[] {
  const label = whole.startsLine ? labelLength(text.slice(whole.start, whole.end)) : 0;
  if (whole.startsParagraph && label === 0) around.label = emptyContext;
  if (label > 0) around.label = contextOf(tag(text, { start: whole.start, end: whole.start + label }));
  if (label > 0) around.previous = emptyContext;
  const sentence = { ...whole, start: whole.start + label };
  const words = text.slice(sentence.start, sentence.end);
  if (historyLine.test(words)) return [];
  const tags = tag(text, sentence);
  const pieces = piecesOf(tags);
  const local: Local = { text, sentence, tags, section, around, anaphoric: anaphor.test(words) };
  const drafts = draftsOf(text, pieces);
  const made: Statement[] = [];
  for (const [i, draft] of drafts.entries())
    if (!(draft.pieces[0]?.advice ?? false)) made.push(statementOf(local, draft, drafts.slice(0, i)));
  made.push(...changeStatements(local, pieces, made));
  const context = contextOf(tags);
  const carry = local.anaphoric || (drafts.length > 0 && context.places.every(isLoose));
  around.previous = {
    places: context.places.some((place) => !isLoose(place)) || !carry ? context.places : around.previous.places,
    levels: context.levels.length > 0 ? context.levels : around.previous.levels,
    side: context.side,
  };
  around.previousHeads = drafts.some((draft) => draft.head !== null);
  return made;
}

/** Every statement of the findings and the impression, in the order of the text. */
export function readStatements(text: string): {
  sections: ReturnType<typeof splitSections>['sections'];
  statements: Statement[];
} {
  const { sections, spans } = splitSections(text);
  const title = spans.filter((span) => span.section === 'title').map((span) => contextOf(tag(text, span)));
  const around: Surroundings = {
    title: title[0] ?? emptyContext,
    label: emptyContext,
    previous: emptyContext,
    previousHeads: false,
  };
  const statements: Statement[] = [];
  for (const span of spans) {
    if (span.section !== 'findings' && span.section !== 'impression') continue;
    around.label = emptyContext;
    around.previous = emptyContext;
    around.previousHeads = false;
    for (const sentence of splitSentences(text, span.start, span.end))
      statements.push(...readSentence(text, sentence, span.section, around));
  }
  return {
    sections,
    statements: statements.filter((one) => one.end > one.start).map((one, i) => ({ ...one, id: `f${i + 1}` })),
  };
}

/** A statement's places, its own first; `placesOf` climbs from each. */
export const reach = (one: Statement): string[] => (one.places.length > 0 ? [...one.places] : [...one.placesAround]);
export const liesIn = (place: string, other: string): boolean => placesOf(place).has(other);
