/** Pairs the findings of two reports: first the best one-to-one assignment, then what one statement answers of several. */
import type { Statement } from '../text/statement.ts';
import { assign } from './assign.ts';
import { differencesOf } from './differences.ts';
import type { Judged } from './grade.ts';
import type { Group } from './groups.ts';
import { similarity } from './similarity.ts';
import { pairingThreshold, penalties } from './weights.data.ts';

function gain(a: Statement, b: Statement): number {
  const { score } = similarity(a, b);
  if (score < pairingThreshold) return 0;
  return Math.max(0.01, score - (differencesOf(a, b).includes('diagnosis') ? penalties.diagnosis : 0));
}

function judge(original: Statement, second: Statement): Judged {
  const differsIn = differencesOf(original, second);
  return { relation: differsIn.length > 0 ? 'differs' : 'agrees', differsIn, original, second };
}

/** The best answer that the other report gives to a finding left over, though it answers another finding as well. */
function answer(one: Statement, others: readonly Group[], flip: boolean): Judged | null {
  let best: Judged | null = null;
  let bestScore = pairingThreshold;
  for (const { main } of others) {
    const { score, anatomy } = similarity(one, main);
    if (score <= bestScore) continue;
    const judged = flip ? judge(main, one) : judge(one, main);
    const denied = judged.differsIn.includes('presence');
    // A second partner may agree, or deny it in so many words; another level, side or size is another finding.
    if (judged.differsIn.length > 0 && !(denied && anatomy >= 0.5)) continue;
    [best, bestScore] = [judged, score];
  }
  return best;
}

export function pairGroups(originals: readonly Group[], seconds: readonly Group[]): Judged[] {
  const chosen = assign(originals.map((a) => seconds.map((b) => gain(a.main, b.main))));
  const taken = new Set(chosen);
  const judged: Judged[] = [];
  for (const [i, { main }] of originals.entries()) {
    const partner = seconds[chosen[i] ?? -1];
    if (partner) judged.push(judge(main, partner.main));
    else
      judged.push(
        answer(main, seconds, false) ?? { relation: 'only-original', differsIn: [], original: main, second: null },
      );
  }
  for (const [j, { main }] of seconds.entries())
    if (!taken.has(j))
      judged.push(
        answer(main, originals, true) ?? { relation: 'only-second', differsIn: [], original: null, second: main },
      );
  return judged;
}
