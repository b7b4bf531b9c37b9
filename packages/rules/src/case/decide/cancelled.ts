import { refundOf } from '../../money/refund.ts';
import type { EventBody } from '../events.ts';
import type { CaseState, DecideContext } from '../state.ts';

/** The end of a case before its result; where something was paid, the rule that holds today says what goes back. */
export function cancelled(
  state: CaseState,
  { reason, prices }: Pick<DecideContext, 'prices'> & { readonly reason: string },
): readonly EventBody[] {
  const end = { type: 'caseCancelled', data: { reason } } as const;
  const { paidMinor, stage, percent, refundMinor, keptMinor } = refundOf(state, prices);
  if (paidMinor === 0) return [end];
  const currency = state.funding.price?.currency ?? prices.currency;
  return [end, { type: 'refundSet', data: { stage, percent, refundMinor, keptMinor, currency } }];
}
