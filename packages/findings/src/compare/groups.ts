/** One finding of a report with everything that repeats it: the impression restates what the findings section says. */
import { observations } from '../lexicon/lexicon.ts';
import type { Statement } from '../text/statement.ts';
import { anatomySimilarity, levelsMeet, similarity } from './similarity.ts';
import { restatementThreshold, summedUp } from './weights.data.ts';

export interface Group {
  /** The statement of the findings section, completed with what its repetitions add. */
  readonly main: Statement;
  readonly also: readonly Statement[];
  /** The main statement as it stands, without what its repetitions add. */
  readonly own: Statement;
}

export function complete(main: Statement, other: Statement): Statement {
  const readings = [...main.readings, ...other.readings.filter((r) => !main.readings.some((m) => m.code === r.code))];
  return {
    ...main,
    readings,
    places: main.places.length > 0 ? main.places : other.places,
    side: main.side || other.side,
    levels: main.levels.length > 0 ? main.levels : other.levels,
    roots: main.roots.length > 0 ? main.roots : other.roots,
    severity: main.severity ?? other.severity,
    extent: main.extent || other.extent,
    sizes: main.sizes.length > 0 ? main.sizes : other.sizes,
    scores: main.scores.length > 0 ? main.scores : other.scores.filter((score) => score.system !== 'BI-RADS'),
    change: main.change || other.change,
    age: main.age || other.age,
    nature: main.nature || other.nature,
    optional: main.optional && other.optional,
  };
}

function contradicts(a: Statement, b: Statement): boolean {
  if ((a.presence === 'absent') !== (b.presence === 'absent')) return true;
  // "No infarct" is more than "the posterior fossa is normal".
  if (a.normal && !b.normal && b.places.length === 0) return true;
  if (a.side !== '' && b.side !== '' && a.side !== b.side && a.side !== 'both' && b.side !== 'both') return true;
  if (a.age !== '' && b.age !== '' && a.age !== b.age) return true;
  return a.levels.length > 0 && b.levels.length > 0 && !levelsMeet(a.levels, b.levels);
}

interface Growing {
  main: Statement;
  also: Statement[];
  readonly own: Statement;
}

const familyOf = (one: Statement): string => observations.get(one.readings[0]?.code ?? '')?.family ?? '';

/** "Findings are typical of a ganglion": the sentence names what the statement before describes. */
function namesLast(groups: readonly Growing[], one: Statement): Growing | undefined {
  if (!(one.refersBack || one.names) || one.presence === 'absent' || one.sizes.length > 0 || one.levels.length > 0)
    return undefined;
  const family = familyOf(one);
  const generic = one.readings.every(({ code }) => code === 'lesion' || code === 'mass' || code === 'cyst');
  if (generic || (family !== 'lesion' && family !== 'wm' && family !== 'endplate')) return undefined;
  const last = groups.findLast(({ main }) => main.presence !== 'absent' && !main.optional && familyOf(main) === family);
  return last &&
    last.main.section === one.section &&
    familyOf(last.main) === family &&
    (one.refersBack || anatomySimilarity(last.main, one) > 0.4)
    ? last
    : undefined;
}

const moves = (change: string): string => (change === 'grown' ? 'new' : change);
const movesAlike = (main: Statement, one: Statement): boolean =>
  main.change !== '' && moves(main.change) === moves(one.change) && main.readings[0]?.code === one.readings[0]?.code;

/** "Two lesions, most likely metastases" names what the findings tell one by one. */
const summing = (one: Statement): number =>
  one.names && one.places.length === 0 && (one.count?.least ?? 0) > 1 ? summedUp : 0;

const unnamed = new Set(['lesion', 'mass', 'enhancement']);
const isUnnamed = (main: Statement): boolean =>
  !main.optional && main.presence !== 'absent' && main.readings.every(({ code }) => unnamed.has(code));

function repeated(groups: readonly Growing[], one: Statement): Growing | undefined {
  let best: Growing | undefined;
  let bestScore = restatementThreshold;
  for (const group of groups) {
    if (contradicts(group.main, one)) continue;
    const { score, observation, anatomy } = similarity(group.main, one);
    // "New lesions" in the impression repeats what was told as new, not the lesion told before it.
    if (one.change !== '' && group.main.change === '' && groups.some(({ main }) => movesAlike(main, one))) continue;
    if (observation >= 0.8 && (anatomy >= 0.5 || observation === 1) && score + summing(one) > bestScore)
      [best, bestScore] = [group, score + summing(one)];
  }
  return best;
}

/** Gathers the statements of one report. An assessment category stands for itself. */
export function groupsOf(statements: readonly Statement[]): Group[] {
  const groups: Growing[] = [];
  const inOrder = [
    ...statements.filter((one) => one.section !== 'impression'),
    ...statements.filter((one) => one.section === 'impression'),
  ];
  const own = groups;
  for (const one of inOrder) {
    const category = one.readings[0]?.code === 'assessment';
    const before = own.filter((group) => group.main.section !== 'impression' || one.section !== 'impression');
    const home = category
      ? undefined
      : (namesLast(own, one) ?? (one.section === 'impression' ? repeated(before, one) : undefined));
    if (home) {
      home.also.push(one);
      if (summing(one) > 0)
        for (const group of before.filter(({ main }) => isUnnamed(main) && !contradicts(main, one)))
          group.main = complete(group.main, one);
      home.main = complete(home.main, one);
    } else groups.push({ main: one, also: [], own: one });
  }
  return groups;
}
