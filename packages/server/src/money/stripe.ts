import type { OnlineRefund } from '@overread/rules/money/online.ts';
import Stripe from 'stripe';
import {
  type CheckoutAsked,
  NotFromService,
  type PaymentService,
  type RefundAsked,
  type ToldEvent,
} from './payment-service.ts';

export interface StripeSettings {
  readonly key: string;
  readonly webhookSecret: string;
  /** Where Stripe's API answers. */
  readonly url: string;
}

/** Stripe's Checkout, refunds and webhooks (https://docs.stripe.com/api). Every call that moves money carries an idempotency key. */
export function createStripe({ key, webhookSecret, url }: StripeSettings): PaymentService {
  const { protocol, hostname, port } = new URL(url);
  const stripe = new Stripe(key, {
    host: hostname,
    ...(port === '' ? {} : { port }),
    protocol: protocol === 'http:' ? 'http' : 'https',
    maxNetworkRetries: 2,
    timeout: 20_000,
    telemetry: false,
  });
  return {
    async openCheckout(asked) {
      const session = await stripe.checkout.sessions.create(pageOf(asked), { idempotencyKey: asked.checkoutId });
      if (session.url === null) throw new Error('Stripe opened a checkout without an address.');
      return { sessionId: session.id, url: session.url };
    },
    async closeCheckout(sessionId) {
      await stripe.checkout.sessions.expire(sessionId).catch((error: unknown) => {
        // 400: it is paid or expired already.
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
      });
    },
    async refund({ refundId, checkoutId, providerPaymentId, amountMinor }: RefundAsked) {
      const refund = await stripe.refunds.create(
        { payment_intent: providerPaymentId, amount: amountMinor, metadata: { refundId, checkoutId } },
        { idempotencyKey: refundId },
      );
      return refundOf(refund);
    },
    read(body, signature) {
      return toldBy(verified(stripe, body, { signature, webhookSecret }));
    },
  };
}

function pageOf({
  checkoutId,
  amount,
  title,
  email,
  doneUrl,
  backUrl,
}: CheckoutAsked): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    client_reference_id: checkoutId,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: amount.currency.toLowerCase(),
          unit_amount: amount.amountMinor,
          product_data: { name: title },
        },
      },
    ],
    ...(email === '' ? {} : { customer_email: email }),
    metadata: { checkoutId },
    payment_intent_data: { metadata: { checkoutId } },
    success_url: doneUrl,
    cancel_url: backUrl,
  };
}

function verified(
  stripe: Stripe,
  body: Buffer,
  { signature, webhookSecret }: { readonly signature: string; readonly webhookSecret: string },
): Stripe.Event {
  try {
    return stripe.webhooks.constructEvent(body, signature, webhookSecret);
  } catch (error) {
    throw new NotFromService('The signature does not fit.', { cause: error });
  }
}

function toldBy(event: Stripe.Event): ToldEvent | null {
  const head = { eventId: event.id, type: event.type, ourRefundId: null };
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
      return paidBy(head, event.data.object);
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired': {
      const { client_reference_id: checkoutId } = event.data.object;
      return { ...head, checkoutId, providerPaymentId: null, fact: { kind: 'ended' } };
    }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated': {
      const refund = event.data.object;
      return {
        ...head,
        checkoutId: refund.metadata?.checkoutId ?? null,
        providerPaymentId: idOf(refund.payment_intent),
        ourRefundId: refund.metadata?.refundId ?? null,
        fact: { kind: 'refund', refund: refundOf(refund) },
      };
    }
    default:
      return null;
  }
}

/** A session may be complete before it is paid: a bank debit takes days, and says so later. */
function paidBy(
  head: Pick<ToldEvent, 'eventId' | 'type' | 'ourRefundId'>,
  session: Stripe.Checkout.Session,
): ToldEvent | null {
  const providerPaymentId = idOf(session.payment_intent);
  if (session.payment_status !== 'paid' || session.amount_total === null || providerPaymentId === null) return null;
  return {
    ...head,
    checkoutId: session.client_reference_id,
    providerPaymentId,
    fact: { kind: 'paid', providerPaymentId, amountMinor: session.amount_total },
  };
}

const idOf = (named: string | { readonly id: string } | null): string | null =>
  typeof named === 'string' ? named : (named?.id ?? null);

function refundOf({ id, amount, status }: Stripe.Refund): OnlineRefund {
  const failed = status === 'failed' || status === 'canceled';
  return {
    providerRefundId: id,
    amountMinor: amount,
    state: failed ? 'failed' : status === 'succeeded' ? 'succeeded' : 'pending',
  };
}
