import type { Money } from '@overread/rules/case/vocabulary.ts';
import type { OnlineFact, OnlineRefund } from '@overread/rules/money/online.ts';

/** A page on which somebody pays by card, as the payment service is asked for it. */
export interface CheckoutAsked {
  /** Ours; the same one never opens a second page. */
  readonly checkoutId: string;
  readonly amount: Money;
  /** What stands on the page and on the card's statement: nothing medical. */
  readonly title: string;
  readonly email: string;
  readonly doneUrl: string;
  readonly backUrl: string;
}

export interface RefundAsked {
  /** Ours; the same one is never paid twice. */
  readonly refundId: string;
  readonly checkoutId: string;
  readonly providerPaymentId: string;
  readonly amountMinor: number;
}

/** One thing that the payment service told. */
export interface ToldEvent {
  readonly eventId: string;
  readonly type: string;
  /** Our id of the checkout, where the event names it. */
  readonly checkoutId: string | null;
  readonly providerPaymentId: string | null;
  /** Our id of the refund, where it is one that we asked for. */
  readonly ourRefundId: string | null;
  readonly fact: OnlineFact;
}

/** Whoever takes payments by card for the practice. The practice never sees a card. */
export interface PaymentService {
  openCheckout(asked: CheckoutAsked): Promise<{ readonly sessionId: string; readonly url: string }>;
  /** Closes a page, so that nobody pays on it any more; one that is closed or paid stays as it is. */
  closeCheckout(sessionId: string): Promise<void>;
  refund(asked: RefundAsked): Promise<OnlineRefund>;
  /** What a call of the service says; null for what does not matter here. Throws `NotFromService` on a wrong signature. */
  read(body: Buffer, signature: string): ToldEvent | null;
}

/** The signature of a call does not fit: nobody knows who sent it. */
export class NotFromService extends Error {
  override readonly name = 'NotFromService';
}
