/** In what two statements of one finding contradict each other. A detail that only one of them gives is no difference. */
import { isPart, kindsOf, observations } from '../lexicon/lexicon.ts';
import type { Difference } from '../model.ts';
import { sizesAgree } from '../text/measurements.ts';
import type { Score } from '../text/scores.ts';
import type { Reading, Statement } from '../text/statement.ts';
import { isMeasured, levelsMeet, sideAgreement } from './similarity.ts';

const present = (one: Statement): boolean => one.presence !== 'absent';

/** Families whose members exclude one another; in the others two words may well describe one thing. */
const exclusive = new Set([
  'lesion',
  'wm',
  'disc',
  'marrow',
  'endplate',
  'tear',
  'tendon',
  'fracture',
  'bleed',
  'listhesis',
  'pancreatitis',
  'infarct',
]);
const vague = new Set([
  'restricted-diffusion',
  'lesion',
  'mass',
  'marrow-edema',
  'bone-lesion',
  'adrenal-nodule',
  'soft-tissue-mass',
  'cyst',
  'white-matter-lesion',
  'nme',
]);
const isNamed = (code: string): boolean => exclusive.has(observations.get(code)?.family ?? '') && !vague.has(code);

/** The narrowest readings that a report asserts: "mass, meningioma" is a meningioma. */
function narrowest(readings: readonly Reading[]): Reading[] {
  const asserted = readings.filter((reading) => !reading.alternative);
  const all = asserted.length > 0 ? asserted : readings;
  const exact = all.filter((reading) => !vague.has(reading.code));
  const own = exact.length > 0 ? exact : all;
  return own.filter(
    (one) => !own.some((other) => other !== one && other.code !== one.code && kindsOf(other.code).has(one.code)),
  );
}

/** What a report thinks it is: the weightiest of what it states; of mere possibilities the one it names first. */
function leading(readings: readonly Reading[]): Reading[] {
  const exact = narrowest(readings);
  const stated = exact.filter((reading) => reading.certainty > 1);
  if (stated.length === 0) return exact.slice(0, 1);
  const weight = (one: Reading): number => observations.get(one.code)?.weight ?? 1;
  const top = Math.max(...stated.map(weight));
  return stated.filter((one) => weight(one) === top);
}

/** What a report takes it to be: what it states; where it states nothing, everything that it thinks possible. */
export function supposed(readings: readonly Reading[]): readonly Reading[] {
  const exact = narrowest(readings);
  return exact.some((reading) => reading.certainty > 1) ? leading(readings) : exact;
}

function sameKind(a: string, b: string): boolean {
  return kindsOf(a).has(b) || kindsOf(b).has(a);
}

/** Shapes of a tear that exclude one another; a tear of the root may have any. */
const shapes = new Set(['horizontal-tear', 'vertical-tear', 'radial-tear', 'bucket-handle']);
const isTear = (code: string): boolean => kindsOf(code).has('tear');
const compatibleTears = (a: string, b: string): boolean => isTear(a) && isTear(b) && !(shapes.has(a) && shapes.has(b));
/** A disc that bulges between osteophytes is both. */
const bulging = new Set(['disc-bulge', 'disc-osteophyte']);
const compatible = (a: string, b: string): boolean => compatibleTears(a, b) || (bulging.has(a) && bulging.has(b));

function diagnosisDiffers(a: Statement, b: Statement): boolean {
  if (a.nature !== '' && b.nature !== '' && a.nature !== b.nature) return true;
  const [x, y] = [leading(a.readings), leading(b.readings)];
  if (x.some((one) => y.some((other) => sameKind(one.code, other.code) || compatible(one.code, other.code))))
    return false;
  return x.some((one) =>
    y.some(
      (other) =>
        isNamed(one.code) &&
        isNamed(other.code) &&
        observations.get(one.code)?.family === observations.get(other.code)?.family,
    ),
  );
}

/** Certainty of the reading that both share; 3 stated, 2 probable, 1 possible. */
function certaintyDiffers(a: Statement, b: Statement): boolean {
  const shared = narrowest(a.readings).flatMap((one) =>
    narrowest(b.readings).flatMap((other) =>
      sameKind(one.code, other.code) ? [Math.abs(one.certainty - other.certainty)] : [],
    ),
  );
  return shared.length > 0 ? Math.min(...shared) >= 2 : Math.abs(a.certainty - b.certainty) >= 2;
}

function scoresDiffer(a: readonly Score[], b: readonly Score[]): boolean {
  return a.some((x) =>
    b.some(
      (y) =>
        x.system === y.system &&
        (x.high < y.low || y.high < x.low) &&
        !b.some((z) => z.system === x.system && z.low <= x.high && z.high >= x.low),
    ),
  );
}

function severityDiffers(a: Statement, b: Statement): boolean {
  if (scoresDiffer(a.scores, b.scores)) return true;
  if (a.extent !== '' && b.extent !== '' && a.extent !== b.extent) return true;
  const sameSystem = a.scores.some((x) => b.scores.some((y) => x.system === y.system));
  if (!sameSystem && a.severity !== null && b.severity !== null && Math.abs(a.severity - b.severity) >= 1) return true;
  return a.percent !== null && b.percent !== null && Math.abs(a.percent.value - b.percent.value) > 15;
}

function largest(one: Statement): readonly number[] {
  return one.sizes.toSorted((p, q) => Math.max(...q.mm) - Math.max(...p.mm))[0]?.mm ?? [];
}

function sizeDiffers(a: Statement, b: Statement): boolean {
  if (a.change !== '' && b.change !== '' && a.change !== b.change) return true;
  if (
    a.volume &&
    b.volume &&
    Math.abs(a.volume.value - b.volume.value) > 0.1 * Math.max(a.volume.value, b.volume.value)
  )
    return true;
  const [x, y] = [largest(a), largest(b)];
  if (x.length === 0 || y.length === 0) return false;
  const [p, q] = [a.sizes.find((size) => size.range), b.sizes.find((size) => size.range)];
  if (p || q) return !rangesMeet(p?.mm ?? [Math.max(...x)], q?.mm ?? [Math.max(...y)]);
  return !sizesAgree(x, y);
}

function rangesMeet(a: readonly number[], b: readonly number[]): boolean {
  const slack = 2;
  return Math.min(...a) - slack <= Math.max(...b) && Math.min(...b) - slack <= Math.max(...a);
}

const nested: ReadonlyArray<readonly string[]> = [
  ['apex', 'midgland', 'prostate-base'],
  ['anterior-horn', 'horn-body', 'posterior-horn'],
  ['volar', 'dorsal'],
  ['scaphoid-waist', 'scaphoid-proximal', 'scaphoid-distal'],
  ['lateral-facet', 'medial-facet'],
  ['upper-outer', 'upper-inner', 'lower-outer', 'lower-inner', 'retroareolar'],
];

/** What follows from a lesion moves with it; its level differs only when both reports name it. */
const follows = new Set(
  'cord-contact cord-compression root-affection root-compression root-contact marrow-edema edema sac-indentation mass-effect height-loss'.split(
    ' ',
  ),
);
const isConsequence = (one: Statement): boolean => one.readings.every(({ code }) => follows.has(code));

function levelDiffers(a: Statement, b: Statement): boolean {
  const silent = isConsequence(a) && isConsequence(b) && !(a.levelOwn && b.levelOwn);
  if (!silent && a.levels.length > 0 && b.levels.length > 0 && !levelsMeet(a.levels, b.levels)) return true;
  if (a.roots.length > 0 && b.roots.length > 0 && !a.roots.some((root) => b.roots.includes(root))) return true;
  const parts = (one: Statement): string[] => one.places.filter(isPart);
  return nested.some((group) => {
    const [p, q] = [parts(a).filter((part) => group.includes(part)), parts(b).filter((part) => group.includes(part))];
    return p.length > 0 && q.length > 0 && !p.some((part) => q.includes(part));
  });
}

/** "An 11 mm nodule" is one. */
const isOne = (one: Statement): boolean => one.single && !one.member && one.count === null && one.sizes.length === 1;
const areSome = (one: Statement): boolean => (one.count?.least ?? 0) > 1;

function countDiffers(a: Statement, b: Statement): boolean {
  if ((isOne(a) && areSome(b)) || (isOne(b) && areSome(a))) return true;
  return a.count !== null && b.count !== null && (a.count.most < b.count.least || b.count.most < a.count.least);
}

/** The differences, in the order presence, certainty, severity, size, side, level, count, diagnosis. */
export function differencesOf(a: Statement, b: Statement): Difference[] {
  if (isMeasured(a) || isMeasured(b)) return sizeDiffers(a, b) ? ['size'] : [];
  if (present(a) !== present(b)) return ['presence'];
  if (!present(a)) return [];
  const found: Difference[] = [];
  if (certaintyDiffers(a, b)) found.push('certainty');
  if (severityDiffers(a, b)) found.push('severity');
  if (sizeDiffers(a, b)) found.push('size');
  if (sideAgreement(a, b) < 0) found.push('side');
  if (levelDiffers(a, b)) found.push('level');
  if (countDiffers(a, b)) found.push('count');
  if (diagnosisDiffers(a, b)) found.push('diagnosis');
  return found;
}
