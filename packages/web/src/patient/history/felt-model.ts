import type { Feeling, FeltPlace } from '@overread/rules/case/vocabulary.ts';

export type Felt = readonly FeltPlace[];
type Where = Pick<FeltPlace, 'place' | 'side'>;

export const sameWhere = (a: Where, b: Where): boolean => a.place === b.place && a.side === b.side;

/** "knee/left": how a place is named in a list of choices. */
export const keyOf = ({ place, side }: Where): string => `${place}/${side}`;

/** Takes a place along, or takes it out where it was. */
export function togglePlace(felt: Felt, { place, side }: Where): Felt {
  const there = felt.some((each) => sameWhere(each, { place, side }));
  return there
    ? felt.filter((each) => !sameWhere(each, { place, side }))
    : [...felt, { place, side, feelings: ['pain'] }];
}

export const setFeelings = (felt: Felt, where: Where, feelings: readonly Feeling[]): Felt =>
  felt.map((each) => (sameWhere(each, where) ? { ...each, feelings } : each));
