/** Sentences in which the lexicon knows nothing: two that say much the same in the same words are taken as one finding. */
import type { Difference } from '../model.ts';
import { sizesAgree } from '../text/measurements.ts';
import type { Statement } from '../text/statement.ts';
import { assign } from './assign.ts';
import type { Judged } from './grade.ts';
import { levelsMeet, sideAgreement, wordSimilarity } from './similarity.ts';
import { unreadThreshold } from './weights.data.ts';

function alike(a: Statement, b: Statement): number {
  if (a.presence !== b.presence) return 0;
  const words = wordSimilarity(a.stems, b.stems);
  return words >= unreadThreshold ? words : 0;
}

function differences(a: Statement, b: Statement): Difference[] {
  const found: Difference[] = [];
  const [p, q] = [a.sizes[0]?.mm ?? [], b.sizes[0]?.mm ?? []];
  if (p.length > 0 && q.length > 0 && !sizesAgree(p, q)) found.push('size');
  if (sideAgreement(a, b) < 0) found.push('side');
  if (a.levels.length > 0 && b.levels.length > 0 && !levelsMeet(a.levels, b.levels)) found.push('level');
  return found;
}

/** Pairs of unread sentences. One that finds no partner is no finding, so it makes no pair. */
export function pairUnread(originals: readonly Statement[], seconds: readonly Statement[]): Judged[] {
  const chosen = assign(originals.map((a) => seconds.map((b) => alike(a, b))));
  return originals.flatMap((original, i): Judged[] => {
    const second = seconds[chosen[i] ?? -1];
    if (!second) return [];
    const differsIn = differences(original, second);
    return [{ relation: differsIn.length > 0 ? 'differs' : 'agrees', differsIn, original, second }];
  });
}
