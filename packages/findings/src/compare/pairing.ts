/** Pairs the findings of two reports: first the best one-to-one assignment, then what one statement answers of several. */

import { isLoose, isPart, placesOf } from '../lexicon/lexicon.ts';
import { sizesAgree } from '../text/measurements.ts';
import type { Statement } from '../text/statement.ts';
import { assign } from './assign.ts';
import { differencesOf } from './differences.ts';
import { type Judged, weightOf } from './grade.ts';
import type { Group } from './groups.ts';
import {
  anatomySimilarity,
  levelAgreement,
  observationSimilarity,
  sideAgreement,
  similarity,
  wordSimilarity,
} from './similarity.ts';
import { pairingThreshold, penalties, poorPair } from './weights.data.ts';

const present = (one: Statement): boolean => one.presence !== 'absent';

/** How many statements of a report speak of the same observation. */
function alike(one: Statement, groups: readonly Group[]): number {
  return groups.filter(({ main }) => present(main) && observationSimilarity(one, main) >= 0.9).length;
}

/**
 * Two statements at different levels or sides are one finding, read differently, only when nothing else could be meant:
 * the words are much the same, or each report has just one such finding.
 */
function isMoved(a: Statement, b: Statement, originals: readonly Group[], seconds: readonly Group[]): boolean {
  if (wordSimilarity(a.stems, b.stems) >= 0.6) return true;
  const sameSize = a.sizes.length > 0 && b.sizes.length > 0 && sizesAgree(a.sizes[0]?.mm ?? [], b.sizes[0]?.mm ?? []);
  if (sameSize && anatomySimilarity(a, b) >= 0.5) return true;
  const single = alike(a, originals) <= 1 && alike(b, seconds) <= 1;
  return single || (Math.max(weightOf(a), weightOf(b)) >= 2 && alike(a, originals) <= 2 && alike(b, seconds) <= 2);
}

/** "No haemorrhage" without a place is not what "the posterior fossa is normal" says of one place and all its faults. */
function isElsewhere(a: Statement, b: Statement): boolean {
  if (present(a) || present(b) || a.normal === b.normal) return false;
  const [normal, denial] = a.normal ? [a, b] : [b, a];
  return normal.places.length > 0 && normal.readings.length > 1 && denial.places.length === 0 && !denial.remainder;
}

const isBroad = (one: Statement): boolean =>
  (one.places.length > 0 ? one.places : one.placesAround).every((place) => isLoose(place) || isPart(place));

const generic = new Set(['lesion', 'mass', 'cyst', 'abnormality', 'fluid']);
const isGeneric = (one: Statement): boolean => one.readings.every(({ code }) => generic.has(code));

/** Both speak of something normal, and of two structures or tissues of which neither is part of the other. */
function isOtherNormal(a: Statement, b: Statement): boolean {
  if (present(a) || present(b) || !(a.normal || b.normal)) return false;
  const [p, q] = [a, b].map((one) => one.places.filter((place) => !isPart(place)));
  if (!p?.length || !q?.length) return false;
  return !p.some((x) => q.some((y) => x === y || placesOf(x).has(y) || placesOf(y).has(x)));
}

/** A category is given to each breast. */
const isAssessment = (one: Statement): boolean => one.readings[0]?.code === 'assessment';

function gain(a: Statement, b: Statement, originals: readonly Group[], seconds: readonly Group[]): number {
  if (isElsewhere(a, b)) return 0;
  const { score, strength, observation, anatomy } = similarity(a, b);
  if (strength < pairingThreshold || (present(a) && present(b) && observation < 0.5)) return 0;
  if (anatomy < 0.5 && (observation < 0.7 || (present(a) && present(b) && (isGeneric(a) || isGeneric(b))))) return 0;
  if (isAssessment(a) && isAssessment(b) && sideAgreement(a, b) < 0) return 0;
  if (
    present(a) &&
    present(b) &&
    (levelAgreement(a, b) === -1 || sideAgreement(a, b) < 0) &&
    !isMoved(a, b, originals, seconds)
  )
    return 0;
  const cost =
    (differencesOf(a, b).includes('diagnosis') ? penalties.diagnosis : 0) +
    (isOtherNormal(a, b) ? penalties.otherNormal : 0);
  // Counted from near the threshold: two good pairs are worth more than three poor ones.
  return Math.max(0.01, score - cost - poorPair);
}

function judge(original: Statement, second: Statement): Judged {
  const differsIn = differencesOf(original, second);
  return { relation: differsIn.length > 0 ? 'differs' : 'agrees', differsIn, original, second };
}

/** What the pairs made so far settle. */
interface Settled {
  /** What both reports describe, with what the other one says of it. */
  readonly describedByBoth: ReadonlyMap<Statement, Statement>;
  /** Statements of normality that are paired with a finding. */
  readonly answered: Set<Statement>;
}

/** Does the other side of a pair state what this denial denies? "Contact, no sign of growth beyond it" does not. */
const describedTo = (denial: Statement, partner: Statement | undefined): boolean =>
  partner !== undefined && observationSimilarity(denial, partner) > 0;

/** The best answer that the other report gives to a finding left over, though it answers another finding as well. */
function answer(one: Statement, others: readonly Group[], flip: boolean, settled: Settled): Judged | null {
  let best: Judged | null = null;
  let bestScore = pairingThreshold;
  for (const { main } of others) {
    const { strength: score, anatomy, observation } = similarity(one, main);
    if (score <= bestScore || anatomy < 0.5) continue;
    if (present(one) && present(main) && (observation < 0.55 || (one.further && !main.further))) continue;
    if (!present(one) && !present(main) && isBroad(one) !== isBroad(main)) continue;
    // What both reports describe is not denied by a sentence of one of them.
    if (!present(one) && present(main) && describedTo(one, settled.describedByBoth.get(main))) continue;
    // What is said to be normal and is answered by a finding of its own is not answered again by a sentence that sums up.
    if (present(one) && one.section === 'impression' && settled.answered.has(main)) continue;
    const judged = flip ? judge(main, one) : judge(one, main);
    // A second partner may agree, read it otherwise, or deny it in so many words; another level, side or size is another finding.
    const otherReading = judged.differsIn.length === 1 && judged.differsIn[0] === 'diagnosis' && weightOf(one) >= 2;
    if (judged.differsIn.length > 0 && !judged.differsIn.includes('presence') && !otherReading) continue;
    [best, bestScore] = [judged, score];
  }
  return best;
}

/** Further words of a clause whose finding is paired already are details of it. */
function inPairedClause(judged: readonly Judged[]): (one: Judged) => boolean {
  const key = (one: Statement): string => `${one.section} ${one.sign ? `s${one.sentence}` : one.clause}`;
  const keysOf = (one: Statement): string[] => [`${one.section} ${one.clause}`, `${one.section} s${one.sentence}`];
  const clauses = (side: 'original' | 'second'): ReadonlySet<string> =>
    new Set(judged.flatMap((one) => (one.original && one.second ? keysOf(one[side] as Statement) : [])));
  const [originals, seconds] = [clauses('original'), clauses('second')];
  // Named twice in one sentence, and the other report's word for it is that of the pair.
  const sameSentence = (one: Statement, side: 'original' | 'second'): boolean =>
    judged.some(({ original, second }) => {
      const [mine, other] = side === 'original' ? [original, second] : [second, original];
      if (!mine || !other || mine.section !== one.section || mine.sentence !== one.sentence) return false;
      return (
        present(one) && one.places.length === 0 && other.readings.some(({ code }) => code === one.readings[0]?.code)
      );
    });
  return ({ original, second }) => {
    if (original && second) return false;
    if (original ? sameSentence(original, 'original') : second && sameSentence(second, 'second')) return true;
    return (original !== null && originals.has(key(original))) || (second !== null && seconds.has(key(second)));
  };
}

function describedByBoth(
  originals: readonly Group[],
  seconds: readonly Group[],
  chosen: readonly number[],
): ReadonlyMap<Statement, Statement> {
  const both = new Map<Statement, Statement>();
  for (const [i, { main }] of originals.entries()) {
    const partner = seconds[chosen[i] ?? -1]?.main;
    if (partner && present(main) && present(partner)) both.set(main, partner).set(partner, main);
  }
  return both;
}

/** Words for what is seen rather than what it is: another report may well name the same thing by its cause. */
const seen = new Set(
  (
    'lesion signal-high signal-low signal-change abnormality thickening thinning edema marrow-edema enlargement dilatation narrowing fluid defect fissure ' +
    'degenerative-change inflammation calcification scar displacement compression contact collection atrophy cyst collapse'
  ).split(' '),
);
const isSeen = (one: Statement): boolean => one.readings.every(({ code }) => seen.has(code));

/**
 * Of what is left on both sides, two statements about one and the same structure, at least one of which only describes what
 * is seen, are taken as one finding in other words.
 */
function inOtherWords(a: Statement, b: Statement): number {
  if (!present(a) && !present(b)) return deniedInOtherWords(a, b);
  if (!present(a) || !present(b) || !(isSeen(a) || isSeen(b))) return 0;
  if (levelAgreement(a, b) < 0 || sideAgreement(a, b) < 0) return 0;
  const anatomy = anatomySimilarity(a, b);
  const exact = [a, b].every((one) => one.places.some((place) => !isLoose(place) && !isPart(place)));
  if (anatomy < 0.85 || !exact || differencesOf(a, b).length > 0) return 0;
  return anatomy + wordSimilarity(a.stems, b.stems);
}

/** Two statements of normality about one structure, whatever each of them has in mind. */
function deniedInOtherWords(a: Statement, b: Statement): number {
  if (!(a.normal || b.normal) || levelAgreement(a, b) < 0 || sideAgreement(a, b) < 0) return 0;
  const anatomy = anatomySimilarity(a, b);
  const exact = [a, b].every((one) => one.places.some((place) => !isLoose(place) && !isPart(place)));
  return anatomy >= 0.85 && exact ? anatomy + wordSimilarity(a.stems, b.stems) : 0;
}

function secondChance(judged: readonly Judged[]): Judged[] {
  const originals = judged.filter((one) => one.original && !one.second);
  const seconds = judged.filter((one) => one.second && !one.original);
  const chosen = assign(
    originals.map((a) => seconds.map((b) => inOtherWords(a.original as Statement, b.second as Statement))),
  );
  const used = new Set<Judged>();
  const found: Judged[] = [];
  for (const [i, one] of originals.entries()) {
    const partner = seconds[chosen[i] ?? -1];
    if (!partner) continue;
    used.add(one).add(partner);
    found.push({ relation: 'agrees', differsIn: [], original: one.original, second: partner.second });
  }
  return [...judged.filter((one) => !used.has(one)), ...found];
}

/** The best one-to-one pairs; what is one of a number ("the largest measures 13 mm") waits until the number itself is paired. */
function chosenPairs(originals: readonly Group[], seconds: readonly Group[]): number[] {
  const rounds = [(one: Statement): boolean => !one.member, (): boolean => true];
  const chosen = originals.map(() => -1);
  for (const allowed of rounds) {
    const taken = new Set(chosen);
    const gains = originals.map((a, i) =>
      seconds.map((b, j) =>
        (chosen[i] ?? -1) >= 0 || taken.has(j) || !allowed(a.main) || !allowed(b.main)
          ? 0
          : gain(a.main, b.main, originals, seconds),
      ),
    );
    for (const [i, j] of assign(gains).entries()) if (j >= 0) chosen[i] = j;
  }
  return chosen;
}

/** The groups that have no partner yet, those of the findings section first, with where they stand. */
function leftOver(groups: readonly Group[], taken: ReadonlySet<number>): readonly [number, Statement][] {
  const left = [...groups.entries()].flatMap(([i, { main }]): [number, Statement][] =>
    taken.has(i) ? [] : [[i, main]],
  );
  const sumsUp = ([, one]: readonly [number, Statement]): boolean => one.section === 'impression';
  return [...left.filter((one) => !sumsUp(one)), ...left.filter(sumsUp)];
}

function answers(left: readonly [number, Statement][], others: readonly Group[], flip: boolean, settled: Settled) {
  const found = new Map<number, Judged>();
  for (const [i, one] of left) {
    const judged = answer(one, others, flip, settled);
    if (judged === null) continue;
    found.set(i, judged);
    const other = flip ? judged.original : judged.second;
    if (other?.normal && present(one)) settled.answered.add(other);
  }
  return found;
}

function settledBy(originals: readonly Group[], seconds: readonly Group[], chosen: readonly number[]): Settled {
  const answered = new Set<Statement>();
  for (const [i, { main }] of originals.entries()) {
    const partner = seconds[chosen[i] ?? -1]?.main;
    if (main.normal && partner && present(partner)) answered.add(main);
    if (partner?.normal && present(main)) answered.add(partner);
  }
  return { describedByBoth: describedByBoth(originals, seconds, chosen), answered };
}

export function pairGroups(originals: readonly Group[], seconds: readonly Group[]): Judged[] {
  const chosen = chosenPairs(originals, seconds);
  const paired = new Set(originals.flatMap((_, i) => ((chosen[i] ?? -1) >= 0 ? [i] : [])));
  const settled = settledBy(originals, seconds, chosen);
  const ofOriginals = answers(leftOver(originals, paired), seconds, false, settled);
  const ofSeconds = answers(leftOver(seconds, new Set(chosen)), originals, true, settled);
  const judged: Judged[] = [];
  for (const [i, { main }] of originals.entries()) {
    const partner = seconds[chosen[i] ?? -1];
    if (partner) judged.push(judge(main, partner.main));
    else judged.push(ofOriginals.get(i) ?? { relation: 'only-original', differsIn: [], original: main, second: null });
  }
  for (const [j, { main }] of seconds.entries())
    if (!chosen.includes(j))
      judged.push(ofSeconds.get(j) ?? { relation: 'only-second', differsIn: [], original: null, second: main });
  const detail = inPairedClause(judged);
  return secondChance(judged.filter((one) => !detail(one)));
}
