import type { Money } from '../case/vocabulary.ts';

declare const minorUnit: unique symbol;

/** An amount in a currency's minor unit (cents): a whole number that a double holds exactly, never a fraction. */
export type Minor = number & { readonly [minorUnit]: true };

/** The one way to a `Minor`. Throws a RangeError for fractions and for what is too large to be exact. */
export function minor(amount: number): Minor {
  // -0 would be told from 0 by JSON and by `Object.is`.
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is no whole number of minor units.`);
  return (amount === 0 ? 0 : amount) as Minor;
}

export const NOTHING = minor(0);

export const minorOf = ({ amountMinor }: Money): Minor => minor(amountMinor);

/** The sum; throws where it is too large to be exact. */
export function sum(amounts: readonly number[]): Minor {
  return amounts.reduce<Minor>((total, amount) => minor(total + amount), NOTHING);
}

/** So many hundredths of an amount that is not negative, rounded up to a whole minor unit: in favour of who gets it. */
export function percentOf(amount: number, percent: number): Minor {
  return minor(Math.ceil(minor(amount * minor(percent)) / 100));
}
