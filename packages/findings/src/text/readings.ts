/** What a draft reads as: its observations, how sure they are, and whether they stand alone. */
import { isFeature, isLoose, isPart, joined } from '../lexicon/lexicon.ts';
import { gradeOf } from '../lexicon/scores.data.ts';
import { deniedReadings } from './denials.ts';
import type { Draft } from './draft.ts';
import { type Local, plainReading } from './local.ts';
import type { Hit } from './phrases.ts';
import { type Standing, standingOf } from './presence.ts';
import { observationIn } from './region.ts';
import type { Reading } from './statement.ts';

const stated: Standing = { presence: 'present', certainty: 3, alternative: false };
const oneOf = (heads: readonly (Hit | null)[]): Hit[] => heads.filter((hit): hit is Hit => hit !== null);

const isOld = (draft: Draft): boolean => draft.pieces.some((piece) => piece.ages.some((hit) => hit.code === 'old'));

/** "Irritation of L5": of its root. */
const atRoot = (draft: Draft, places: readonly string[]): readonly string[] =>
  draft.pieces.some((piece) => piece.levels.some(({ kind }) => kind === 'root')) ? [...places, 'nerve-root'] : places;

const undescribed = new Set(['signal-change', 'signal-high', 'signal-low', 'lesion', 'abnormality']);

/** "Signal change around the ventricles, Fazekas 2": what the classification grades. */
function gradedAs(draft: Draft, code: string): string {
  if (!undescribed.has(code)) return code;
  const graded = draft.pieces.flatMap((piece) => piece.scores.map(({ system }) => gradeOf.get(system)));
  return graded.find((one) => one !== undefined) ?? code;
}

export interface Observed {
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
    const code = gradedAs(draft, joined(observationIn(hit.code, local.around.region), atRoot(draft, places)));
    return {
      code: isOld(draft) && (code === 'infarct' || code === 'lacune') ? 'old-infarct' : code,
      certainty: standing.presence === 'possible' ? 1 : standing.certainty,
      alternative,
    };
  });
  return { readings, standing: standings[0] ?? stated };
}

export function readingsOf(local: Local, draft: Draft, places: readonly string[]): Observed {
  if (draft.kind === 'observation') return observed(local, draft, places);
  if (draft.kind === 'measured') {
    const volume = draft.pieces.some((piece) => piece.volumes.length > 0);
    return { readings: [plainReading(volume ? 'volume' : 'measured')], standing: stated };
  }
  if (draft.kind === 'assessment') {
    const systems = draft.pieces.flatMap((piece) => piece.scores.map((score) => score.system));
    const code = systems.includes('BI-RADS') ? 'assessment' : systems.includes('ACR') ? 'fgt' : 'lesion';
    return { readings: [plainReading(code)], standing: stated };
  }
  const words = local.text.slice(draft.start, draft.end);
  const named = draft.pieces.flatMap((piece) => piece.normalOf);
  return {
    readings: named.length > 0 ? named.map(plainReading) : deniedReadings(words, places),
    standing: { ...stated, presence: 'absent' },
  };
}

const general = new Set(
  'abnormality degenerative-change nonspecific postoperative interval-change scar fluid foreign-body implants'.split(
    ' ',
  ),
);

const told = new Set(['lesion', 'mass', 'cyst', 'adenoma', 'aneurysm', 'abnormality', 'tear', 'fracture']);

/** "The tumour does not reach the capsule": it was told before, this sentence says something else of it. */
function toldBefore({ text, sentence, tags }: Local, { head }: Draft, code: string): boolean {
  if (!head || !told.has(code) || !tags.observations.some((hit) => hit.start >= head.end)) return false;
  return /^\W*(?:the|this)\s+(?:\w+\s+)?$/i.test(text.slice(sentence.start, head.start));
}

/** "Bordered by the tumour": it was told before. */
function mentioned({ text, around }: Local, { head }: Draft, code: string): boolean {
  if (!head || !around.previousHeads || !(code === 'mass' || code === 'lesion')) return false;
  return /\b(?:by|from|of|to)\s+(?:the|this)\s+$/i.test(text.slice(Math.max(0, head.start - 12), head.start));
}

export function isOptional(
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
    (code === 'effusion' || code === 'fluid') &&
    /\b(?:trace|physiolog\w*)\b[^.]*\bfluid\b/i.test(local.text.slice(draft.start, draft.end))
  )
    return true;
  if (toldBefore(local, draft, code) || mentioned(local, draft, code)) return true;
  const placed = code === 'fluid' && places.some((place) => !isLoose(place) && !isPart(place));
  if ((general.has(code) && !placed) || standing.presence === 'historical' || standing.alternative) return true;
  if (undescribed.has(draft.head.code) && gradedAs(draft, draft.head.code) === code && code !== draft.head.code)
    return false;
  if (!(isFeature(draft.head.code) || isFeature(code)) || draft.more.some((hit) => !isFeature(hit.code))) return false;
  const beside =
    before.some((other) => other.head && !isFeature(other.head.code)) ||
    (draft.pieces[0]?.heads.some((hit) => !isFeature(hit.code)) ?? false);
  return beside || local.anaphoric || local.around.previousHeads;
}
