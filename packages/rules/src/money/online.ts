import { type Minor, minor } from './money.ts';

/**
 * A payment by card through a payment service, as a fold over what the service tells. It tells things late, twice and out
 * of order: the same facts in any order, any number of times, end in the same state, and each effect comes out once.
 */
export interface OnlinePayment {
  readonly checkoutId: string;
  readonly amountMinor: number;
  readonly state: 'open' | 'ended' | 'paid';
  /** The service's own id of the payment, known once it is paid. */
  readonly providerPaymentId: string | null;
  readonly refunds: readonly OnlineRefund[];
}

export type OnlineRefundState = 'pending' | 'succeeded' | 'failed';

export interface OnlineRefund {
  readonly providerRefundId: string;
  readonly amountMinor: number;
  readonly state: OnlineRefundState;
}

export type OnlineFact =
  | { readonly kind: 'paid'; readonly providerPaymentId: string; readonly amountMinor: number }
  /** The page for paying has closed, or the payment did not go through: another one may be opened. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'refund'; readonly refund: OnlineRefund };

export type OnlineEffect =
  | { readonly kind: 'received'; readonly amountMinor: Minor }
  | { readonly kind: 'gone-back'; readonly providerRefundId: string; readonly amountMinor: Minor }
  /** A refund that had gone came back: a closed card, for instance. It is due again. */
  | { readonly kind: 'came-back'; readonly providerRefundId: string; readonly amountMinor: Minor };

export interface OnlineStep {
  readonly payment: OnlinePayment;
  readonly effects: readonly OnlineEffect[];
}

export function openedPayment(checkoutId: string, amountMinor: Minor): OnlinePayment {
  return { checkoutId, amountMinor, state: 'open', providerPaymentId: null, refunds: [] };
}

/** What one fact changes, and what follows from it. Nothing follows from what was known, or is older than what is known. */
export function takeFact(payment: OnlinePayment, fact: OnlineFact): OnlineStep {
  switch (fact.kind) {
    case 'paid':
      return paid(payment, fact);
    case 'ended':
      // Paid is paid, whatever comes late: an "expired" behind a payment is old news.
      return { payment: payment.state === 'open' ? { ...payment, state: 'ended' } : payment, effects: [] };
    case 'refund':
      return refunded(payment, fact.refund);
  }
}

function paid(payment: OnlinePayment, fact: Extract<OnlineFact, { kind: 'paid' }>): OnlineStep {
  if (payment.state === 'paid') return { payment, effects: [] };
  const after: OnlinePayment = { ...payment, state: 'paid', providerPaymentId: fact.providerPaymentId };
  return { payment: after, effects: [{ kind: 'received', amountMinor: minor(fact.amountMinor) }] };
}

const RANK: Readonly<Record<OnlineRefundState, number>> = { pending: 0, succeeded: 1, failed: 2 };

function refunded(payment: OnlinePayment, told: OnlineRefund): OnlineStep {
  const { providerRefundId } = told;
  const known = payment.refunds.find((each) => each.providerRefundId === providerRefundId);
  if (known !== undefined && RANK[told.state] <= RANK[known.state]) return { payment, effects: [] };
  const others = payment.refunds.filter((each) => each !== known);
  const amountMinor = minor(told.amountMinor);
  const after: OnlinePayment = { ...payment, refunds: [...others, told] };
  if (told.state === 'succeeded')
    return { payment: after, effects: [{ kind: 'gone-back', providerRefundId, amountMinor }] };
  const hadGone = told.state === 'failed' && known?.state === 'succeeded';
  return { payment: after, effects: hadGone ? [{ kind: 'came-back', providerRefundId, amountMinor }] : [] };
}
