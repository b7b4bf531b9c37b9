import { type Check, firstOf, oneOf, wrong } from '../fields.ts';
import type { CaseState } from '../state.ts';
import type { FundingRoute, Money } from '../vocabulary.ts';
import { done, notYet } from './handler.ts';

export function routeIs(state: CaseState, route: FundingRoute): Check {
  return state.funding.route === route ? null : notYet('funding');
}

export function notDelivered({ delivery }: CaseState): Check {
  return delivery.deliveredAt === null ? null : done('delivery');
}

/** Money in whole minor units of the practice's currency, at least `least`. */
export function checkMoney(field: string, money: Money, rule: { currency: string; least: number }): Check {
  return firstOf(
    Number.isSafeInteger(money.amountMinor) && money.amountMinor >= rule.least
      ? null
      : wrong(`${field}.amountMinor`, money.amountMinor),
    oneOf(`${field}.currency`, money.currency, [rule.currency]),
  );
}
