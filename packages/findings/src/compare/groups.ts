/** One finding of a report with everything that repeats it: the impression restates what the findings section says. */
import type { Statement } from '../text/statement.ts';
import { similarity } from './similarity.ts';
import { restatementThreshold } from './weights.data.ts';

export interface Group {
  /** The statement of the findings section, completed with what its repetitions add. */
  readonly main: Statement;
  readonly also: readonly Statement[];
}

function complete(main: Statement, other: Statement): Statement {
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
    count: main.count ?? other.count,
    scores: main.scores.length > 0 ? main.scores : other.scores,
    change: main.change || other.change,
    age: main.age || other.age,
    optional: main.optional && other.optional,
  };
}

function contradicts(a: Statement, b: Statement): boolean {
  if ((a.presence === 'absent') !== (b.presence === 'absent')) return true;
  if (a.side !== '' && b.side !== '' && a.side !== b.side && a.side !== 'both' && b.side !== 'both') return true;
  if (a.age !== '' && b.age !== '' && a.age !== b.age) return true;
  return a.levels.length > 0 && b.levels.length > 0 && !a.levels.some((level) => b.levels.includes(level));
}

/** Gathers the statements of one report; only the impression repeats. */
export function groupsOf(statements: readonly Statement[]): Group[] {
  const groups: { main: Statement; also: Statement[] }[] = statements
    .filter((one) => one.section !== 'impression')
    .map((main) => ({ main, also: [] }));
  for (const one of statements.filter((s) => s.section === 'impression')) {
    let best: { main: Statement; also: Statement[] } | undefined;
    let bestScore = restatementThreshold;
    for (const group of groups) {
      if (contradicts(group.main, one)) continue;
      const { score, observation } = similarity(group.main, one);
      if (observation >= 0.5 && score > bestScore) [best, bestScore] = [group, score];
    }
    if (best) {
      best.also.push(one);
      best.main = complete(best.main, one);
    } else groups.push({ main: one, also: [] });
  }
  return groups;
}
