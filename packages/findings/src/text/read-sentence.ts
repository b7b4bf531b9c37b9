/** The statements of one sentence. */
import { isFeature, isLoose, observations } from '../lexicon/lexicon.ts';
import type { SectionName } from '../model.ts';
import { contextOf, emptyContext, labelLength } from './context.ts';
import type { Draft } from './draft.ts';
import { draftsOf } from './drafts.ts';
import { assessmentStatements, changeStatements } from './extra-statements.ts';
import { type Local, stemsOf } from './local.ts';
import { piecesOf } from './pieces.ts';
import type { Region } from './region.ts';
import type { Sentence } from './sentences.ts';
import { blankStatement, type Statement } from './statement.ts';
import { sequences, statementOf } from './statement-of.ts';
import type { Surroundings } from './surroundings.ts';
import { type Tags, tag } from './tags.ts';

const anaphor =
  /^(?:\W*(?:it|its|this|these|they|the (?:lesion|mass|tumou?r|largest|nodule|cyst|abnormality|process|tear|fragment|appearances?|findings?|features|pattern|morphology)|(?:the )?(?:imaging )?(?:findings|features|appearances?) (?:are|is)|there is (?:also )?(?:associated|surrounding|adjacent|accompanying|corresponding|no associated)|associated|surrounding|accompanying|adjacent|compared|in addition|as a result|resulting|here|on (?:dwi|dynamic)|after contrast|following contrast|with contrast|appearances? |most likely|likely|probably|typical|differential)\b)/i;

const historyLine =
  /^(?:\d{1,3}\s?[-–]?\s?(?:y\b|yo\b|y\/o|yr|year|[MF]\b)|known\b[^,;]{0,60}$|follow[- ]?up (?:of|for)\b|history of|clinical|patient|referred|reason for|compared? (?:to|with) (?:the )?(?:prior|previous|study|mri)[^,;]{0,40}$)/i;

/** "Ulnar variance: neutral", "Effusion: none": a label that names an observation is part of the statement. */
function ownLabel(text: string, whole: Sentence, region: Region): number {
  const length = labelLength(text.slice(whole.start, whole.end), whole.startsLine);
  if (length === 0) return 0;
  const {
    observations: named,
    anatomy,
    levels,
    sides,
  } = tag(text, { start: whole.start, end: whole.start + length }, region);
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

/** "Further ones touching the cortex": tells only where. */
const whereCodes = new Set(['contact', 'extension', 'involvement']);

const elliptic =
  /^(?:\W*(?:and\s+)?(?:(?:further|additional|more|other|similar|smaller|larger|some)\s+(?:ones|such\s+(?:foci|lesions|plaques))\b|one|two|three|four|five|six|another|others|a\s+(?:second|third|further)\s+one|the\s+(?:other|second|third|largest|larger|smaller))\b)/i;

/** "…; one in the left cerebellar peduncle": the observation is that of the statement before. */
function completed(tags: Tags, words: string, last: string): Tags {
  const counted = elliptic.exec(words);
  const first = tags.words[0];
  if (
    !counted ||
    !first ||
    last === '' ||
    tags.observations.some((hit) => !whereCodes.has(hit.code)) ||
    tags.anatomy.length === 0
  )
    return tags;
  if (tags.cues.some((cue) => cue.code === 'normal')) return tags;
  return { ...tags, observations: [{ code: last, start: first.start, end: first.end, apart: false }] };
}

/** "Patella: grade III chondromalacia. Medial compartment: grade II.": the observation is that of the line before. */
function graded(tags: Tags, words: string, labelled: boolean, last: string): Tags {
  const first = tags.words[0];
  const alone = labelled && last !== '' && tags.observations.length === 0 && tags.cues.length === 0;
  if (
    !first ||
    !alone ||
    !/^\W*(?:grade|stage|mild|moderate|severe|high[- ]grade|low[- ]grade)\b(?:[\s\d/IV–-]|to\b|and\b)*\.?\s*$/i.test(
      words,
    )
  )
    return tags;
  return { ...tags, observations: [{ code: last, start: first.start, end: first.end, apart: false }] };
}

/** "Diffusion: negative.", "Bone marrow: no." under a label that names a structure. */
function answered(tags: Tags, words: string, labelled: boolean): Tags {
  const first = tags.words[0];
  if (!labelled || !first || !/^\W*(?:negative|none|nil|no|ok|nad)\W*$/i.test(words)) return tags;
  return { ...tags, cues: [{ code: 'normal', start: first.start, end: first.end, apart: false }] };
}

/** "Several of the supratentorial plaques are dark": some of those that were told before. */
const someOf =
  /^\W*(?:several|some|most|many|a few|one|two|three|four|five|six|none|all|both) of (?:the|these|them|those)\b/i;

const asMember = (one: Statement, member: boolean): Statement =>
  member ? { ...one, member, optional: true, count: null } : one;

/** "No enhancing lesion" denies the enhancement, not that there is a lesion. */
function withoutHollow(made: readonly Statement[]): Statement[] {
  const hollow = new Set(['lesion', 'mass', 'white-matter-lesion', 'bone-lesion']);
  const feature = new Set(['enhancement', 'restricted-diffusion']);
  const denied = (one: Statement, codes: ReadonlySet<string>): boolean =>
    one.presence === 'absent' && codes.has(one.readings[0]?.code ?? '');
  return made.filter(
    (one) =>
      one.remainder ||
      one.further ||
      !denied(one, hollow) ||
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
  // "A diffusion-restricted lesion: fresh infarction": the lesion is named, under another word of its clause.
  const named = (one: Statement): boolean =>
    !one.optional &&
    one.readings.length === 1 &&
    one.readings[0]?.code === 'lesion' &&
    made.some(
      (other) =>
        other !== one &&
        other.clause === one.clause &&
        other.presence === one.presence &&
        other.readings.length > 1 &&
        other.start === one.start &&
        other.readings.some(({ code }) => !isFeature(code)),
    );
  return made.filter(
    (one, i) =>
      !named(one) &&
      !made.some((other, j) => i !== j && twin(one, other) && (other.optional === one.optional ? j < i : one.optional)),
  );
}

/** Reads a sentence in its surroundings and leaves in them what the next sentence may take over. */
export function readSentence(text: string, whole: Sentence, section: SectionName, around: Surroundings): Statement[] {
  const { region } = around;
  const label = ownLabel(text, whole, region);
  const ofSequence = around.label.places.length > 0 && around.label.places.every((place) => sequences.has(place));
  if (label === 0 && (whole.startsParagraph || ofSequence)) around.label = emptyContext;
  if (label > 0) {
    around.label = contextOf(tag(text, { start: whole.start, end: whole.start + label }, region));
    around.previous = emptyContext;
  }
  const sentence = { ...whole, start: whole.start + label };
  const words = text.slice(sentence.start, sentence.end);
  const named = completed(tag(text, sentence, region), words, around.lastObservation);
  const tags = answered(graded(named, words, label > 0, around.lastHead), words, label > 0);
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
    someOf.test(words) ||
    (tags.observations[0]?.start === tags.words[0]?.start && elliptic.test(words) && tags.observations.length === 1);
  const made: Statement[] = [];
  for (const [i, draft] of drafts.entries())
    if (!(draft.pieces[0]?.advice ?? false)) made.push(asMember(statementOf(local, drafts, i), member));
  const extra = [...changeStatements(local, pieces, made), ...assessmentStatements(local, pieces, made)];
  if (historyLine.test(words)) return made.map((one) => pastOf(one, /^known\b/i.test(words)));
  remember(local, drafts, made);
  return [...withoutDoubles(withoutHollow(made)), ...extra];
}

/** A sentence in which the lexicon knows nothing: its words, side and levels, and whether it denies. */
export function unreadSentence(text: string, { start, end }: Sentence, section: SectionName): Statement[] {
  const tags = tag(text, { start, end });
  const stems = stemsOf(text, start, end);
  const advice = tags.cues.some((cue) => cue.code === 'advice');
  if (advice || stems.size < 2 || historyLine.test(text.slice(start, end))) return [];
  const { levels, side } = contextOf(tags);
  const presence = tags.cues.some((cue) => cue.code.startsWith('negated')) ? 'absent' : 'present';
  const at = { start, end, clause: start, sentence: start, section };
  return [{ ...blankStatement, ...at, levels, side, presence, sizes: tags.sizes, optional: true, stems }];
}

/** What a line of history tells is of the past, or is there already; the examination did not find it. */
const pastOf = (one: Statement, known: boolean): Statement => ({
  ...one,
  aside: true,
  presence: one.presence === 'present' && !known ? 'historical' : one.presence,
});

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
  around.lastHead = main || around.lastHead;
  const counts = countable.has(observations.get(main)?.family ?? '');
  const members = made.length > 0 && made.every((one) => one.member || one.optional);
  around.lastObservation = counts ? main : around.previousHeads && !members ? '' : around.lastObservation;
}
