/** How far two statements speak of the same finding: observation, anatomy, level, side, size and words, with stated weights. */
import { isLoose, isPart, kindsOf, observations, placesOf } from '../lexicon/lexicon.ts';
import { sizesAgree } from '../text/measurements.ts';
import type { Statement } from '../text/statement.ts';
import { codeSimilarity, sameSigns } from './code-similarity.ts';
import { penalties, weights } from './weights.data.ts';

export interface Similarity {
  /** 0 when they cannot be the same finding, otherwise up to 1. */
  readonly score: number;
  /** The score without what a contradiction of presence costs: are they about the same thing at all? */
  readonly strength: number;
  readonly observation: number;
  readonly anatomy: number;
}

const nothing: Similarity = { score: 0, strength: 0, observation: 0, anatomy: 0 };

const isAbsent = (one: Statement): boolean => one.presence === 'absent';
export const isMeasured = (one: Statement): boolean => one.readings[0]?.code === 'measured';
const reachOf = (one: Statement): readonly string[] => (one.places.length > 0 ? one.places : one.placesAround);
const structural = (places: readonly string[]): string[] => places.filter((place) => !isLoose(place) && !isPart(place));

/** Does the denial cover what the other report sees? Denying a fracture denies a stress fracture, not the other way round. */
function deniesReading(denial: Statement, seen: Statement): number {
  const asserted = seen.readings.filter((reading) => !reading.alternative);
  for (const { code } of denial.readings)
    for (const reading of asserted) {
      if (kindsOf(reading.code).has(code)) return 1;
      if (sameSigns.some((set) => set.has(code) && set.has(reading.code))) return 0.8;
    }
  const whole =
    denial.readings.some((reading) => reading.code === 'abnormality') && structural(denial.places).length > 0;
  return whole && asserted.some(({ code }) => (observations.get(code)?.weight ?? 0) > 0) ? 0.6 : 0;
}

export function observationSimilarity(a: Statement, b: Statement): number {
  const measured = isMeasured(a) || isMeasured(b);
  if (isAbsent(a) !== isAbsent(b) && !measured) return isAbsent(a) ? deniesReading(a, b) : deniesReading(b, a);
  let best = isAbsent(a) && isAbsent(b) ? denialsMeet(a, b) : 0;
  for (const x of a.readings)
    for (const y of b.readings)
      best = Math.max(best, codeSimilarity(x.code, y.code) * (x.alternative || y.alternative ? 0.8 : 1));
  return isAbsent(a) || best < 0.75 || (answered(a, b) && answered(b, a)) ? best : best * 0.8;
}

/** Is what weighs most of the things that one says among what the other says? */
function answered(a: Statement, b: Statement): boolean {
  const asserted = a.readings.filter((reading) => !reading.alternative);
  const weight = (code: string): number => observations.get(code)?.weight ?? 1;
  const most = Math.max(0, ...asserted.map(({ code }) => weight(code)));
  const top = asserted.filter(({ code }) => weight(code) === most);
  return (
    top.length === 0 || b.readings.some((reading) => top.some(({ code }) => codeSimilarity(reading.code, code) >= 0.75))
  );
}

/** Two denials about the same structure say much the same. */
function denialsMeet(a: Statement, b: Statement): number {
  const general = [a, b].some((one) => one.readings.some((reading) => reading.code === 'abnormality'));
  const [p, q] = [structural(reachOf(a)), structural(reachOf(b))];
  if (p.length === 0 || q.length === 0) return general ? 0.5 : 0;
  return p.some((x) => q.some((y) => placePair(x, y) > 0)) ? (a.normal && b.normal ? 0.7 : 0.5) : 0;
}

function placePair(a: string, b: string): number {
  if (a === b) return 1;
  return placesOf(a).has(b) || placesOf(b).has(a) ? 0.85 : 0;
}

function meanBest(a: readonly string[], b: readonly string[]): number {
  const best = (from: readonly string[], to: readonly string[]): number =>
    from.reduce((sum, x) => sum + Math.max(...to.map((y) => placePair(x, y))), 0) / from.length;
  return Math.max(best(a, b), best(b, a));
}

/** -1: two different structures. 0.5: one report does not say where. */
export function anatomySimilarity(a: Statement, b: Statement): number {
  if ((a.remainder && a.places.length === 0) || (b.remainder && b.places.length === 0)) return 0.5;
  const [own, other] = [structural(a.places), structural(b.places)];
  if (own.length > 0 && other.length > 0) {
    const value = meanBest(own, other);
    return value === 0 ? -1 : value;
  }
  const [x, y] = [located(a), located(b)];
  if (x.length === 0 || y.length === 0) return 0.5;
  const value = meanBest(x, y);
  const exact = structural(x).length > 0 && structural(y).length > 0;
  if (exact && !looseTissue(a) && !looseTissue(b)) {
    if (value > 0) return value * 0.9;
    return a.firm && b.firm ? -1 : 0.2;
  }
  return Math.max(0.5, value * 0.9);
}

/** Names a tissue and no structure: "subchondral", "marrow". */
const onlyTissue = (one: Statement): boolean =>
  structural(one.places).length === 0 && one.places.some((place) => !isPart(place));

const tissues = new Set(
  'bone bone-marrow subchondral cartilage muscle tendon ligament synovium bursa soft-tissue'.split(' '),
);
/** … and takes its structure from an earlier sentence, if at all. */
const looseTissue = (one: Statement): boolean =>
  onlyTissue(one) && !(one.near && one.places.every((place) => isPart(place) || tissues.has(place)));

/** The structures named, else those of the context, else the tissue. */
function located(one: Statement): readonly string[] {
  const own = structural(one.places);
  if (own.length > 0) return own;
  const around = structural(one.placesAround);
  if (around.length > 0) return around;
  const tissue = one.places.filter((place) => !isPart(place));
  return tissue.length > 0 ? tissue : one.placesAround;
}

export function wordSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** A vertebra lies at the two disc levels beside it. */
function levelTouches(a: string, b: string): boolean {
  return a === b || (a.includes('-') !== b.includes('-') && (a.split('-').includes(b) || b.split('-').includes(a)));
}

export function levelsMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((x) => b.some((y) => levelTouches(x, y)));
}

/** 1 same, 0 one is silent, -1 contradicts. Levels taken over from the sentence before weigh less. */
export function levelAgreement(a: Statement, b: Statement): number {
  if (a.levels.length > 0 && b.levels.length > 0) return levelsMeet(a.levels, b.levels) ? 1 : -1;
  const x = a.levels.length > 0 ? a.levels : a.levelsAround;
  const y = b.levels.length > 0 ? b.levels : b.levelsAround;
  if (x.length === 0 || y.length === 0) return 0;
  return levelsMeet(x, y) ? 0.7 : -0.4;
}

/** A category given once for both breasts and once for one: the one is part of the whole. */
const isOverall = (a: Statement, b: Statement): boolean =>
  [a, b].every((one) => one.readings[0]?.code === 'assessment') && (a.side === 'both' || b.side === 'both');

/** "Two lesions, one in the pons and one in the right peduncle": the side is that of one of them. */
const isSpread = (one: Statement): boolean =>
  (one.count?.least ?? 0) > 1 && structural(one.places).filter((place) => place !== 'lymph-node').length > 1;

/** "A left foraminal protrusion with moderate narrowing": what it narrows lies on its side. */
const passages = new Set(['foramen', 'lateral-recess']);
const sideFor = (one: Statement): string =>
  one.side ||
  one.sideAround ||
  (one.places.length === 0 && one.placesAround.some((place) => passages.has(place)) ? one.sideNear : '');

export function sideAgreement(a: Statement, b: Statement): number {
  if (isSpread(a) || isSpread(b) || isOverall(a, b)) return 0;
  const [x, y] = [sideFor(a), sideFor(b)];
  if (x === '' || y === '' || x === 'midline' || y === 'midline') return 0;
  return x === y ? 1 : -1;
}

function partsClash(a: Statement, b: Statement): boolean {
  const [p, q] = [a.places.filter(isPart), b.places.filter(isPart)];
  return p.length > 0 && q.length > 0 && !p.some((part) => q.includes(part));
}

function agesClash(a: Statement, b: Statement): boolean {
  const [x, y] = [a.age || a.ageAround, b.age || b.ageAround];
  return x !== '' && y !== '' && x !== y;
}

const sideOfAll = (one: Statement): string => one.side || one.sideAround || one.sideNear;

/** "No tear of the left one" does not deny the tear on the right. */
function deniesElsewhere(a: Statement, b: Statement): boolean {
  if (isAbsent(a) === isAbsent(b) || isMeasured(a) || isMeasured(b)) return false;
  const [denial, seen] = isAbsent(a) ? [a, b] : [b, a];
  const denied = structural(denial.places);
  if (
    denied.length > 0 &&
    meanBest(
      denied,
      reachOf(seen).filter((place) => !isPart(place)),
    ) === 0
  )
    return true;
  // "No full thickness tear" does not deny a partial one.
  if (denial.extent === 'full' && seen.extent !== 'full') return true;
  // "No other lesion" denies a second one, not the first.
  const second = seen.further || (seen.count?.least ?? 0) > 1;
  if (denial.further && !second) return true;
  const sides = sideAgreement(a, b) < 0 && a.side !== 'both' && b.side !== 'both';
  if (a.further || b.further) return sides || partsClash(a, b);
  const [x, y] = [sideOfAll(a), sideOfAll(b)];
  const likely = x !== '' && y !== '' && x !== y && ![x, y].some((side) => side === 'both' || side === 'midline');
  const rest = (a.remainder && !b.further) || (b.remainder && !a.further);
  return rest || sides || likely || levelAgreement(a, b) < 0 || partsClash(a, b) || agesClash(a, b);
}

function contradictions(a: Statement, b: Statement): number {
  let cost = partsClash(a, b) ? penalties.part : 0;
  if (isAbsent(a) !== isAbsent(b)) cost += penalties.presence;
  if (agesClash(a, b)) cost += penalties.age;
  if (a.member !== b.member) cost += penalties.member;
  return cost;
}

/** "Eight lesions" twice is the same number of things. */
function countAgreement(a: Statement, b: Statement): number {
  const many = (one: Statement): boolean => (one.count?.least ?? 0) > 1;
  if ((many(a) && b.single && !many(b)) || (many(b) && a.single && !many(a))) return -penalties.single;
  if (a.count === null || b.count === null) return 0;
  if (a.count.most < b.count.least || b.count.most < a.count.least) return -penalties.count;
  return a.count.least > 1 && a.count.least === b.count.least ? weights.count : 0;
}

const half = (agreement: number): number => (agreement < 0 ? 0 : 0.5 + agreement / 2);

/** Two readings of one abnormality, neither told where: that each has its usual place keeps them not apart. */
function nearAnatomy(a: Statement, b: Statement): number {
  const value = anatomySimilarity(a, b);
  const placeless = structural(a.places).length === 0 && structural(b.places).length === 0;
  const kin = a.readings.some((x) => b.readings.some((y) => codeSimilarity(x.code, y.code) > 0.5));
  return placeless && kin && !isAbsent(a) && !isAbsent(b) ? Math.max(0.5, value) : value;
}

/** Weighs two statements of two reports, or of two sections of one report. */
export function similarity(a: Statement, b: Statement): Similarity {
  const observation = observationSimilarity(a, b);
  if (observation === 0 || deniesElsewhere(a, b)) return nothing;
  const anatomy = nearAnatomy(a, b);
  if (anatomy < 0 || (anatomy < 0.5 && isAbsent(a) !== isAbsent(b))) return nothing;
  const level = levelAgreement(a, b);
  const side = sideAgreement(a, b);
  const bothSized = a.sizes.length > 0 && b.sizes.length > 0;
  const score =
    weights.observation * observation +
    weights.anatomy * anatomy +
    weights.level * half(level) +
    weights.side * half(side) +
    weights.size * (bothSized && sizesAgree(a.sizes[0]?.mm ?? [], b.sizes[0]?.mm ?? []) ? 1 : 0.4) +
    weights.words * wordSimilarity(a.stems, b.stems) +
    countAgreement(a, b) +
    Math.min(0, level) * penalties.level +
    Math.min(0, side) * penalties.side -
    contradictions(a, b);
  const denied = isAbsent(a) === isAbsent(b) ? 0 : penalties.presence;
  return { score: Math.max(0, score), strength: score + denied, observation, anatomy };
}
