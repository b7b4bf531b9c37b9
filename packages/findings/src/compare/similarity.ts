/** How far two statements speak of the same finding: observation, anatomy, level, side, size and words, with stated weights. */
import { isLoose, isPart, kindsOf, observations, placesOf } from '../lexicon/lexicon.ts';
import { sizesAgree } from '../text/measurements.ts';
import type { Statement } from '../text/statement.ts';
import { penalties, weights } from './weights.data.ts';

export interface Similarity {
  /** 0 when they cannot be the same finding, otherwise up to 1. */
  readonly score: number;
  readonly observation: number;
  readonly anatomy: number;
}

const nothing: Similarity = { score: 0, observation: 0, anatomy: 0 };

const descriptive = new Set(['signal-high', 'signal-change', 'signal-low', 'lesion', 'abnormality']);

function codeSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (kindsOf(a).has(b) || kindsOf(b).has(a)) return 0.9;
  const [x, y] = [observations.get(a), observations.get(b)];
  if (x && y && x.family !== '' && x.family === y.family) return 0.55;
  if (descriptive.has(a) && descriptive.has(b)) return 0.6;
  if (a === 'degenerative-change' || b === 'degenerative-change') return 0.35;
  return 0;
}

/** A report that denies "abnormality" or calls a structure normal answers any denial there. */
function denialSimilarity(a: Statement, b: Statement): number {
  if (!a.normal && !b.normal) return 0;
  if (a.normal && b.normal) return 0.7;
  return a.readings.some((r) => r.code === 'abnormality') || b.readings.some((r) => r.code === 'abnormality') ? 0.5 : 0;
}

export function observationSimilarity(a: Statement, b: Statement): number {
  let best = denialSimilarity(a, b);
  for (const x of a.readings)
    for (const y of b.readings) {
      const value = codeSimilarity(x.code, y.code) * (x.alternative || y.alternative ? 0.8 : 1);
      if (value > best) best = value;
    }
  return best;
}

function placePair(a: string, b: string): number {
  if (a === b) return 1;
  if (placesOf(a).has(b) || placesOf(b).has(a)) return 0.85;
  return 0;
}

const structural = (places: readonly string[]): string[] => places.filter((place) => !isLoose(place) && !isPart(place));

function meanBest(a: readonly string[], b: readonly string[]): number {
  const best = (from: readonly string[], to: readonly string[]): number =>
    from.reduce((sum, x) => sum + Math.max(...to.map((y) => placePair(x, y))), 0) / from.length;
  return Math.max(best(a, b), best(b, a));
}

/** -1: two different structures. 0.5: one report does not say where. */
export function anatomySimilarity(a: Statement, b: Statement): number {
  const [own, other] = [structural(a.places), structural(b.places)];
  if (own.length > 0 && other.length > 0) {
    const value = meanBest(own, other);
    return value === 0 ? -1 : value;
  }
  const [x, y] = [
    own.length > 0 ? own : structural(a.placesAround),
    other.length > 0 ? other : structural(b.placesAround),
  ];
  if (x.length > 0 && y.length > 0) {
    const value = meanBest(x, y);
    return value > 0 ? value * 0.9 : 0.2;
  }
  const [p, q] = [a.places.length > 0 ? a.places : a.placesAround, b.places.length > 0 ? b.places : b.placesAround];
  if (p.length > 0 && q.length > 0) return Math.max(0.5, meanBest(p, q) * 0.8);
  return 0.5;
}

function wordSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

const levelsOf = (one: Statement): readonly string[] => (one.levels.length > 0 ? one.levels : one.levelsAround);

/** A vertebra lies at the two disc levels beside it. */
export function levelTouches(a: string, b: string): boolean {
  return a === b || (a.includes('-') !== b.includes('-') && (a.split('-').includes(b) || b.split('-').includes(a)));
}

export function levelsMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((x) => b.some((y) => levelTouches(x, y)));
}

/** 1 same, 0 one is silent, -1 contradicts. Levels taken over from the context weigh less. */
function levelAgreement(a: Statement, b: Statement): number {
  if (a.levels.length > 0 && b.levels.length > 0) return levelsMeet(a.levels, b.levels) ? 1 : -1;
  const [x, y] = [levelsOf(a), levelsOf(b)];
  if (x.length === 0 || y.length === 0) return 0;
  return levelsMeet(x, y) ? 0.7 : -0.4;
}

export function sideAgreement(a: Statement, b: Statement): number {
  const [x, y] = [a.side || a.sideAround, b.side || b.sideAround];
  if (x === '' || y === '' || x === 'midline' || y === 'midline') return 0;
  return x === y ? 1 : -1;
}

function partsOf(one: Statement): string[] {
  return one.places.filter(isPart);
}

function partPenalty(a: Statement, b: Statement): number {
  const [p, q] = [partsOf(a), partsOf(b)];
  return p.length > 0 && q.length > 0 && !p.some((part) => q.includes(part)) ? penalties.part : 0;
}

function contradictions(a: Statement, b: Statement): number {
  let cost = partPenalty(a, b);
  if ((a.presence === 'absent') !== (b.presence === 'absent')) cost += penalties.presence;
  if (a.age !== '' && b.age !== '' && a.age !== b.age) cost += penalties.age;
  return cost;
}

/** Weighs two statements of two reports, or of two sections of one report. */
export function similarity(a: Statement, b: Statement): Similarity {
  const observation = observationSimilarity(a, b);
  if (observation === 0) return nothing;
  const anatomy = anatomySimilarity(a, b);
  if (anatomy < 0) return nothing;
  const level = levelAgreement(a, b);
  const side = sideAgreement(a, b);
  const sizes =
    a.sizes.length > 0 && b.sizes.length > 0 && sizesAgree(a.sizes[0]?.mm ?? [], b.sizes[0]?.mm ?? []) ? 1 : 0.4;
  const score =
    weights.observation * observation +
    weights.anatomy * anatomy +
    weights.level * (level < 0 ? 0 : 0.5 + level / 2) +
    weights.side * (side < 0 ? 0 : 0.5 + side / 2) +
    weights.size * sizes +
    weights.words * wordSimilarity(a.stems, b.stems) +
    Math.min(0, level) * penalties.level +
    Math.min(0, side) * penalties.side -
    contradictions(a, b);
  return { score: Math.max(0, score), observation, anatomy };
}
