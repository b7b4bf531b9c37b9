/** What a report makes of a finding in its impression, apart from the finding itself: for people who check line by line. */
import { kindsOf } from '../lexicon/lexicon.ts';
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

/** What an impression makes of a finding, where the findings section does not say it. */
function namedOnly({ also, own }: Group): Statement[] {
  const known = new Set(own.readings.flatMap(({ code }) => [...kindsOf(code)]));
  return also.filter((one) => one.section === 'impression' && one.readings.some(({ code }) => !known.has(code)));
}

/** Conclusions that both reports draw from one finding: "findings suggest normal pressure hydrocephalus". */
export function agreedConclusions(
  judged: readonly Judged[],
  originals: readonly Group[],
  seconds: readonly Group[],
): Judged[] {
  const groups = new Map([...originals, ...seconds].map((group) => [group.main, group]));
  return judged.flatMap((one): Judged[] => {
    const [original, second] = [one.original && groups.get(one.original), one.second && groups.get(one.second)];
    if (!original || !second) return [];
    const others = [second.own, ...second.also];
    return [...namedOnly(original), ...namedOnly(second)].flatMap((named): Judged[] => {
      const first = [original.own, ...original.also].includes(named);
      const partner = (first ? others : [original.own, ...original.also]).find(
        (other) => shared(named, other) && differencesOf(named, other).length === 0,
      );
      if (!partner) return [];
      const pair = first ? { original: named, second: partner } : { original: partner, second: named };
      return [{ relation: 'agrees', differsIn: [], ...pair }];
    });
  });
}

const shared = (a: Statement, b: Statement): boolean =>
  a.presence === b.presence && a.readings.some((x) => b.readings.some((y) => x.code === y.code));

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
