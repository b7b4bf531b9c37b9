/** From drafts to statements: presence, place, side, level, severity, size … of each observation. */
import { isFeature, isLoose, isPart, joined, kindsOf, observations } from '../lexicon/lexicon.ts';
import type { SectionName } from '../model.ts';
import { contextOf, emptyContext, labelLength, sideOf, unique } from './context.ts';
import { deniedReadings } from './denials.ts';
import { type Draft, draftsOf } from './drafts.ts';
import type { Hit } from './phrases.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type Standing, standingOf } from './presence.ts';
import { inRegion, observationIn, regionOf } from './region.ts';
import { splitSections } from './sections.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { blankStatement, type Reading, type Statement } from './statement.ts';
import { levelsFor, placesAround, rootsOfPieces, type Surroundings } from './surroundings.ts';
import { type Count, type Side, type Tags, tag } from './tags.ts';
import { wordsOf } from './words.ts';

const small = new Set(
  'the a an of is are at in on to and with there be by it this that for or seen noted which also see not'.split(' '),
);

function stemsOf(text: string, start: number, end: number): ReadonlySet<string> {
  const stems = wordsOf(text, start, end).map((word) => word.stem);
  return new Set(stems.filter((stem) => /^[a-z0-9]/.test(stem) && !small.has(stem)));
}

type Range = { readonly start: number; readonly end: number };

/** The hit nearest to the head, those before it preferred. */
function nearest<T extends Range>(hits: readonly T[], head: Range | null): T | undefined {
  if (!head) return hits[0];
  const distance = (hit: T): number =>
    hit.end <= head.start ? head.start - hit.end : hit.start >= head.end ? hit.start - head.end + 12 : 0;
  return hits.toSorted((a, b) => distance(a) - distance(b))[0];
}

const everywhereWord =
  /\b(?:multilevel|multi-level|all levels|several levels|multiple levels|throughout|diffuse(?:ly)?|junction|generali[sz]ed|each level|other levels)\b/i;

interface Local {
  readonly text: string;
  readonly sentence: Sentence;
  readonly tags: Tags;
  readonly section: SectionName;
  readonly around: Surroundings;
  readonly anaphoric: boolean;
  /** The sentence begins with a label of its own. */
  readonly labelled: boolean;
}

const stated: Standing = { presence: 'present', certainty: 3, alternative: false };
const oneOf = (heads: readonly (Hit | null)[]): Hit[] => heads.filter((hit): hit is Hit => hit !== null);
const plainReading = (code: string): Reading => ({ code, certainty: 3, alternative: false });

function sidesOf(pieces: readonly Piece[], places: readonly string[]): Side | '' {
  const hits = pieces.flatMap((piece) => piece.sides);
  // "Both menisci" are two structures of one knee, not two sides.
  const single = places.some((place) => /meniscus|cruciate|collateral/.test(place));
  return sideOf(hits.filter((hit) => !(single && hit.code === 'both')).map((hit) => hit.code));
}

const isOld = (draft: Draft): boolean => draft.pieces.some((piece) => piece.ages.some((hit) => hit.code === 'old'));

interface Observed {
  readonly readings: Reading[];
  readonly standing: Standing;
}

function observed(local: Local, draft: Draft, places: readonly string[]): Observed {
  const { text, sentence, tags } = local;
  const all = oneOf([draft.head, ...draft.more]);
  const standings = all.map((hit) => standingOf(text, sentence, tags, hit));
  const readings = all.map((hit, i): Reading => {
    const standing = standings[i] ?? stated;
    const alternative = standing.alternative || (i > 0 && standing.presence === 'absent');
    const code = joined(observationIn(hit.code, local.around.region), places);
    return {
      code: isOld(draft) && (code === 'infarct' || code === 'lacune') ? 'old-infarct' : code,
      certainty: standing.presence === 'possible' ? 1 : standing.certainty,
      alternative,
    };
  });
  return { readings, standing: standings[0] ?? stated };
}

function readingsOf(local: Local, draft: Draft, places: readonly string[]): Observed {
  if (draft.kind === 'observation') return observed(local, draft, places);
  if (draft.kind === 'measured') {
    const volume = draft.pieces.some((piece) => piece.volumes.length > 0);
    return { readings: [plainReading(volume ? 'volume' : 'measured')], standing: stated };
  }
  if (draft.kind === 'assessment') {
    const breast = draft.pieces.some((piece) => piece.scores.some((score) => score.system === 'BI-RADS'));
    return { readings: [plainReading(breast ? 'assessment' : 'lesion')], standing: stated };
  }
  const words = local.text.slice(draft.start, draft.end);
  const named = draft.pieces.flatMap((piece) => piece.normalOf);
  return {
    readings: named.length > 0 ? named.map(plainReading) : deniedReadings(words, places),
    standing: { ...stated, presence: 'absent' },
  };
}

const general = new Set(
  'abnormality degenerative-change nonspecific postoperative interval-change scar fluid foreign-body'.split(' '),
);

function isOptional(
  local: Local,
  draft: Draft,
  before: readonly Draft[],
  { readings, standing }: Observed,
  places: readonly string[],
): boolean {
  if (draft.kind === 'measured') return true;
  if (draft.kind === 'normal') return places.every(isLoose);
  if (!draft.head) return false;
  const code = readings[0]?.code ?? draft.head.code;
  if (
    code === 'effusion' &&
    /\b(?:trace|minimal|physiolog\w*)\b[^.]*\bfluid\b/i.test(local.text.slice(draft.start, draft.end))
  )
    return true;
  if (general.has(code) || standing.presence === 'historical' || standing.alternative) return true;
  if (!(isFeature(draft.head.code) || isFeature(code)) || draft.more.some((hit) => !isFeature(hit.code))) return false;
  const beside =
    before.some((other) => other.head && !isFeature(other.head.code)) ||
    (draft.pieces[0]?.heads.some((hit) => !isFeature(hit.code)) ?? false);
  return beside || local.anaphoric || local.around.previousHeads;
}

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

function trimmed(text: string, start: number, end: number): readonly [number, number] {
  let [s, e] = [start, end];
  while (s < e && /[\s,;:()]/.test(text[s] ?? '')) s += 1;
  const opening = /^(?:and|with|but|while|or|which)\s+/i.exec(text.slice(s, e));
  if (opening) s += opening[0].length;
  while (e > s && /[\s,;:(]/.test(text[e - 1] ?? '')) e -= 1;
  return [s, e];
}

/** Words for signs: beside a paired finding of the same sentence they describe it. */
const signs = new Set(
  (
    'dilatation biliary-dilatation thickening edema enlargement inflammation necrosis calcification scar displacement thinning narrowing ' +
    'marrow-edema muscle-edema signal-high signal-low signal-change degenerative-change'
  ).split(' '),
);

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
  'severity' | 'extent' | 'sizes' | 'volume' | 'percent' | 'count' | 'scores' | 'change' | 'age'
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

const ageOfPieces = (drafts: readonly Draft[]): Statement['age'] =>
  (drafts.flatMap((draft) => draft.pieces.flatMap((piece) => piece.ages)).at(-1)?.code ?? '') as Statement['age'];

/** A denial in a sentence of its own speaks of the whole examination, not of the structure named before. */
const isDenied = (local: Local, draft: Draft): boolean =>
  draft.head !== null && standingOf(local.text, local.sentence, local.tags, draft.head).presence === 'absent';

function statementOf(local: Local, drafts: readonly Draft[], index: number): Statement {
  const { text, around } = local;
  const draft = drafts[index] as Draft;
  const before = drafts.slice(0, index);
  const own = inRegion(unique(draft.pieces.flatMap((piece) => piece.anatomy.map((hit) => hit.code))), around.region);
  const [first, ...others] = draft.pieces;
  const at = draft.head ? (observations.get(observationIn(draft.head.code, around.region))?.at ?? '') : '';
  const context = inRegion(
    placesAround({ around, drafts, index, anaphoric: local.anaphoric, denied: isDenied(local, draft) }, at),
    around.region,
  );
  const structural = own.filter((place) => !isPart(place) && !isLoose(place));
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
      everywhere: everywhereWord.test(text.slice(local.sentence.start, local.sentence.end)),
    }),
    start,
    end,
    clause: first?.start ?? start,
    sentence: local.sentence.start,
    section: local.section,
    readings,
    places: zoneless(own, readings),
    placesAround: context.filter((place) => !own.includes(place)),
    side: sidesOf(first ? [first] : [], own) || sidesOf(others, own),
    sideAround: sideOf(draft.frame.flatMap((piece) => piece.sides.map((hit) => hit.code))) || around.label.side,
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
      ),
    sign: draft.head !== null && (isFeature(draft.head.code) || signs.has(draft.head.code)),
    nature: natureOf(readings, text.slice(start, end)),
    firm:
      own.some((place) => !isPart(place)) ||
      draft.frame.some((piece) => piece.anatomy.length > 0) ||
      around.label.places.length > 0,
    names: namingWord.test(text.slice(local.sentence.start, local.sentence.end)),
    further: furtherWord.test(text.slice(start, end)),
    refersBack: local.anaphoric,
    optional: isOptional(local, draft, before, { readings, standing }, known),
    stems: stemsOf(text, start, end),
  };
}

const anaphor =
  /^(?:\W*(?:it|its|this|these|they|the (?:lesion|mass|tumou?r|largest|nodule|cyst|abnormality|process|tear|fragment|appearances?|findings?|features|pattern|morphology)|(?:the )?(?:imaging )?(?:findings|features|appearances?) (?:are|is)|there is (?:also )?(?:associated|surrounding|adjacent|accompanying|corresponding|no associated)|associated|surrounding|accompanying|adjacent|compared|in addition|as a result|resulting|here|on (?:dwi|dynamic)|after contrast|following contrast|with contrast|appearances? |most likely|likely|probably|typical|differential)\b)/i;

/** A piece that only tells how something changed: "unchanged in size", "has clearly grown". */
function changeStatements(local: Local, pieces: readonly Piece[], made: readonly Statement[]): Statement[] {
  const found: Statement[] = [];
  for (const piece of pieces) {
    const change = piece.changes[0];
    if (!change || change.code === 'new') continue;
    const near = made.find((one) => one.start <= piece.start && piece.end <= one.end) ?? made[0];
    if (near?.presence === 'absent') continue;
    const [start, end] = trimmed(local.text, piece.start, piece.end);
    found.push({
      ...blankStatement,
      start,
      end,
      clause: piece.start,
      section: local.section,
      readings: [plainReading('interval-change')],
      places: near?.places ?? local.around.previous.places,
      placesAround: near?.placesAround ?? [],
      change: change.code,
      optional: true,
      stems: stemsOf(local.text, start, end),
    });
  }
  return found;
}

/** BI-RADS is given for a breast, beside the finding that it comes from. */
function assessmentStatements(local: Local, pieces: readonly Piece[], made: readonly Statement[]): Statement[] {
  return pieces.flatMap((piece) => {
    const scores = piece.scores.filter((score) => score.system === 'BI-RADS');
    const near = made.find((one) => one.start <= piece.start && piece.end <= one.end);
    if (scores.length === 0 || near?.readings[0]?.code === 'assessment') return [];
    const [start, end] = trimmed(local.text, piece.start, piece.end);
    const side = sidesOf([piece], []) || near?.side || local.around.label.side;
    const base = {
      ...blankStatement,
      start,
      end,
      clause: piece.start,
      section: local.section,
      places: ['breast'],
      side,
    };
    return [
      {
        ...base,
        readings: [plainReading('assessment')],
        scores,
        optional: true,
        stems: stemsOf(local.text, start, end),
      },
    ];
  });
}

const historyLine =
  /^(?:\d{1,3}\s?[-–]?\s?(?:y\b|yo\b|y\/o|yr|year)|known\b[^,;]{0,60}$|follow[- ]?up (?:of|for)\b|history of|clinical|patient|referred|reason for|compared? (?:to|with) (?:the )?(?:prior|previous|study|mri)[^,;]{0,40}$)/i;

/** "Ulnar variance: neutral", "Effusion: none": a label that names an observation is part of the statement. */
function ownLabel(text: string, whole: Sentence): number {
  const length = labelLength(text.slice(whole.start, whole.end), whole.startsLine);
  if (length === 0) return 0;
  const { observations: named, anatomy, levels, sides } = tag(text, { start: whole.start, end: whole.start + length });
  if (named.length + anatomy.length + levels.length + sides.length === 0) return 0;
  const rest = tag(text, { start: whole.start + length, end: whole.end }).observations;
  // "Multiple bone metastases: L1, L3" is a statement, "Enhancement: none of the lesions" is not.
  const short =
    text
      .slice(whole.start, whole.start + length)
      .trim()
      .split(/\s+/).length <= 2;
  return named.length > 0 && (rest.length === 0 || !short) ? 0 : length;
}

const elliptic =
  /^(?:\W*(?:and\s+)?(?:one|two|three|four|five|six|another|others|a\s+(?:second|third|further)\s+one|the\s+(?:other|second|third|largest|larger|smaller))\b)/i;

/** "…; one in the left cerebellar peduncle": the observation is that of the statement before. */
function completed(tags: Tags, words: string, last: string): Tags {
  const counted = elliptic.exec(words);
  const first = tags.words[0];
  if (!counted || !first || last === '' || tags.observations.length > 0 || tags.anatomy.length === 0) return tags;
  if (tags.cues.some((cue) => cue.code === 'normal')) return tags;
  return { ...tags, observations: [{ code: last, start: first.start, end: first.end, apart: false }] };
}

const asMember = (one: Statement, member: boolean): Statement =>
  member ? { ...one, member, optional: true, count: null } : one;

/** "No enhancing lesion" denies the enhancement, not that there is a lesion. */
function withoutHollow(made: readonly Statement[]): Statement[] {
  const told = new Set(['lesion', 'mass', 'white-matter-lesion', 'bone-lesion']);
  const feature = new Set(['enhancement', 'restricted-diffusion']);
  const denied = (one: Statement, codes: ReadonlySet<string>): boolean =>
    one.presence === 'absent' && codes.has(one.readings[0]?.code ?? '');
  return made.filter(
    (one) =>
      one.remainder ||
      !denied(one, told) ||
      !made.some((other) => other.clause === one.clause && denied(other, feature)),
  );
}

/** Two words of one clause for one concept ("hyperintense white matter lesion") make one statement. */
function withoutDoubles(made: readonly Statement[]): Statement[] {
  const twin = (a: Statement, b: Statement): boolean =>
    a.clause === b.clause &&
    a.start === b.start &&
    a.readings[0]?.code === b.readings[0]?.code &&
    a.side === b.side &&
    a.places.join() === b.places.join();
  return made.filter(
    (one, i) =>
      !made.some((other, j) => i !== j && twin(one, other) && (other.optional === one.optional ? j < i : one.optional)),
  );
}

function readSentence(text: string, whole: Sentence, section: SectionName, around: Surroundings): Statement[] {
  const label = ownLabel(text, whole);
  if (whole.startsParagraph && label === 0) around.label = emptyContext;
  if (label > 0) {
    around.label = contextOf(tag(text, { start: whole.start, end: whole.start + label }));
    around.previous = emptyContext;
  }
  const sentence = { ...whole, start: whole.start + label };
  const words = text.slice(sentence.start, sentence.end);
  if (historyLine.test(words)) return [];
  const tags = completed(tag(text, sentence), words, around.lastObservation);
  const pieces = piecesOf(text, tags);
  const local: Local = {
    text,
    sentence,
    tags,
    section,
    around,
    anaphoric: anaphor.test(words) || /;\s*$/.test(text.slice(Math.max(0, whole.start - 3), whole.start)),
    labelled: label > 0,
  };
  const drafts = draftsOf(text, pieces, label > 0);
  const member =
    tags.observations[0]?.start === tags.words[0]?.start && elliptic.test(words) && tags.observations.length === 1;
  const made: Statement[] = [];
  for (const [i, draft] of drafts.entries())
    if (!(draft.pieces[0]?.advice ?? false)) made.push(asMember(statementOf(local, drafts, i), member));
  const extra = [...changeStatements(local, pieces, made), ...assessmentStatements(local, pieces, made)];
  remember(local, drafts, made);
  return [...withoutDoubles(withoutHollow(made)), ...extra];
}

const countable = new Set(['lesion', 'wm', 'bleed', 'fracture', 'infarct', 'oldinfarct']);

function remember(local: Local, drafts: readonly Draft[], made: readonly Statement[]): void {
  const { around } = local;
  const context = contextOf(local.tags);
  const carry = local.anaphoric || (drafts.length > 0 && context.places.every(isLoose));
  around.previous = {
    places: context.places.some((place) => !isLoose(place)) || !carry ? context.places : around.previous.places,
    levels: context.levels.length > 0 ? context.levels : around.previous.levels,
    side: context.side,
  };
  around.previousHeads = drafts.some((draft) => draft.head !== null);
  const main = made.findLast((one) => !one.optional)?.readings[0]?.code ?? '';
  const counts = countable.has(observations.get(main)?.family ?? '');
  const members = made.length > 0 && made.every((one) => one.member || one.optional);
  around.lastObservation = counts ? main : around.previousHeads && !members ? '' : around.lastObservation;
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
    region: regionOf(text),
    lastObservation: '',
  };
  const statements: Statement[] = [];
  for (const span of spans) {
    const { section } = span;
    if (section !== 'findings' && section !== 'impression') continue;
    around.label = emptyContext;
    around.previous = emptyContext;
    around.previousHeads = false;
    around.lastObservation = '';
    for (const sentence of splitSentences(text, span.start, span.end))
      statements.push(...readSentence(text, sentence, section, around));
  }
  return {
    sections,
    statements: statements.filter((one) => one.end > one.start).map((one, i) => ({ ...one, id: `f${i + 1}` })),
  };
}
