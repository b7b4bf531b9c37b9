/** What a report makes of a finding in its impression, apart from the finding itself: for people who check line by line. */
import type { Difference } from '../model.ts';
import type { Statement } from '../text/statement.ts';
import { differencesOf } from './differences.ts';
import type { Judged } from './grade.ts';
import { complete, type Group } from './groups.ts';

/** A pair of two impressions. `further` are the ids of the statements that each impression goes on with. */
export interface Concluded extends Judged {
  readonly further?: { readonly original: readonly string[]; readonly second: readonly string[] };
}

const CONCLUSIONS: readonly Difference[] = ['certainty', 'diagnosis'];

function conclusionOf(group: Group): { readonly main: Statement; readonly further: readonly string[] } | null {
  const [first, ...rest] = group.also.filter(({ section }) => section === 'impression');
  if (!first || group.own.section === 'impression') return null;
  return { main: rest.reduce(complete, first), further: rest.map(({ id }) => id) };
}

/** Takes a pair apart where only its impressions say why it differs in certainty or diagnosis; else the pair as it is. */
function apart(one: Judged, original: Group, second: Group): Concluded[] {
  const [first, other] = [conclusionOf(original), conclusionOf(second)];
  if (!first || !other) return [one];
  const own = differencesOf(original.own, second.own);
  const concluded = differencesOf(first.main, other.main).filter(
    (what) => CONCLUSIONS.includes(what) && one.differsIn.includes(what) && !own.includes(what),
  );
  if (concluded.length === 0) return [one];
  const differsIn = one.differsIn.filter((what) => !concluded.includes(what));
  const seen = (group: Group): Statement => ({ ...group.main, readings: group.own.readings });
  return [
    {
      relation: differsIn.length > 0 ? 'differs' : 'agrees',
      differsIn,
      original: seen(original),
      second: seen(second),
    },
    {
      relation: 'differs',
      differsIn: concluded,
      original: first.main,
      second: other.main,
      further: { original: first.further, second: other.further },
    },
  ];
}

/** The pairs with those of the impressions on lines of their own. */
export function concludedApart(
  judged: readonly Judged[],
  originals: readonly Group[],
  seconds: readonly Group[],
): Concluded[] {
  const groups = new Map([...originals, ...seconds].map((group) => [group.main, group]));
  return judged.flatMap((one) => {
    const original = one.original && groups.get(one.original);
    const second = one.second && groups.get(one.second);
    return original && second && one.relation === 'differs' ? apart(one, original, second) : [one];
  });
}
