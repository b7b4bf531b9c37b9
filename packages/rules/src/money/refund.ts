import type { EventBody } from '../case/events.ts';
import type { CaseState, PriceList, RefundRules, ThirdRead } from '../case/state.ts';
import type { RefundStage } from './model.ts';
import { type Minor, minor, percentOf, sum } from './money.ts';
import { paidMinor } from './price.ts';

/** What goes back, in hundredths of what was paid, where the price list says nothing else. */
export const USUAL_REFUNDS: RefundRules = { beforeReading: 100, whileReading: 50, afterReading: 0 };

export interface RefundOffer {
  readonly stage: RefundStage;
  readonly percent: number;
  readonly paidMinor: Minor;
  readonly refundMinor: Minor;
  readonly keptMinor: Minor;
}

/**
 * Before reading: nobody has opened the images to read them, also where a reader was found. While reading: from the
 * opening, or from the packet to a service outside, until findings are locked. After: work is done.
 */
export function refundStage({ reading, outside }: Pick<CaseState, 'reading' | 'outside'>): RefundStage {
  if (reading.locked !== null) return 'afterReading';
  return reading.openedAt !== null || outside !== null ? 'whileReading' : 'beforeReading';
}

/** What would go back if the case were cancelled now. Refund and what is kept add up to what was paid. */
export function refundOf(
  state: Pick<CaseState, 'funding' | 'reading' | 'outside'>,
  { refunds = USUAL_REFUNDS }: Pick<PriceList, 'refunds'>,
): RefundOffer {
  const stage = refundStage(state);
  const paid = minor(paidMinor(state));
  const refundMinor = percentOf(paid, refunds[stage]);
  return { stage, percent: refunds[stage], paidMinor: paid, refundMinor, keptMinor: minor(paid - refundMinor) };
}

/** A third read that was paid and not delivered goes back whole when the second opinion, which it rests on, is taken back. */
export function refundOfThird(third: ThirdRead | null | undefined): readonly EventBody[] {
  if (third?.settled?.how !== 'paid' || third.price === null || third.delivery.deliveredAt !== null) return [];
  const { amountMinor: refundMinor, currency } = third.price;
  return [
    {
      type: 'refundSet',
      data: {
        stage: refundStage({ reading: third.reading, outside: null }),
        percent: 100,
        refundMinor,
        keptMinor: 0,
        currency,
        paidFor: 'third',
      },
    },
  ];
}

/** What of the refund that was set is still to be paid back; nothing where none was set. */
export function refundLeft({ funding }: Pick<CaseState, 'funding'>): Minor {
  if (funding.refund == null) return minor(0);
  return minor(funding.refund.refundMinor - sum((funding.refunds ?? []).map(({ amount }) => amount.amountMinor)));
}

export interface RefundPart {
  readonly paymentId: string;
  readonly amountMinor: Minor;
}

/**
 * From which payments a refund is taken: the last first, each at most what it brought, so that a card gets back no more
 * than was taken from it.
 */
export function refundParts(
  payments: readonly { readonly paymentId: string; readonly amount: { readonly amountMinor: number } }[],
  refundMinor: number,
): readonly RefundPart[] {
  const parts: RefundPart[] = [];
  let left = refundMinor;
  for (const { paymentId, amount } of payments.toReversed()) {
    const part = Math.min(left, amount.amountMinor);
    if (part > 0) parts.push({ paymentId, amountMinor: minor(part) });
    left -= part;
  }
  return parts;
}
