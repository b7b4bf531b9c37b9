import type { CaseState } from '@overread/rules/case/state.ts';
import { owed } from '@overread/rules/money/price.ts';
import { refundParts } from '@overread/rules/money/refund.ts';
import type { Change } from '../cases/index.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import * as store from './online-store.ts';
import { NotFromService, type PaymentService } from './payment-service.ts';
import { orderCardRefund, REFUND_QUEUE, type TakeDeps, take, takeTold } from './take-told.ts';

export interface OnlineDeps extends TakeDeps, Pick<Ground, 'say' | 'publicUrl' | 'practice'> {
  /** Null where the practice takes no cards: then an invoice is paid by bank transfer. */
  readonly service: PaymentService | null;
}

export interface Online {
  /** Whether cards are taken. */
  readonly isOn: boolean;
  /** The address of a page on which what the case owes is paid; the same page until it has ended or the sum has changed. */
  openCheckout(state: CaseState): Promise<string>;
  /** A call of the payment service. Throws in words where the signature is not its own. */
  receive(body: Buffer, signature: string): Promise<void>;
  /** Orders what goes back to cards when a case is cancelled, in the transaction of that. */
  orderRefunds(tx: Tx, change: Pick<Change, 'after' | 'events'>): Promise<void>;
  work(): Promise<void>;
}

/** Stripe ends a page after a day. */
const PAGE_LASTS_MS = 23 * 3_600_000;

export function createOnline(deps: OnlineDeps): Online {
  const { jobs, service } = deps;
  const serviceOn = (): PaymentService => {
    if (service === null) throw wordedProblem(422, 'money.no-cards');
    return service;
  };
  return {
    isOn: service !== null,
    openCheckout: (state) => openCheckout(deps, serviceOn(), state),
    async receive(body, signature) {
      const told = read(serviceOn(), body, signature);
      if (told !== null) await takeTold(deps, told);
    },
    async orderRefunds(tx, { after, events }) {
      const set = events.find(({ type }) => type === 'refundSet');
      // A third read is not paid on a page of the card service: a card gets back only what it brought.
      if (set?.type !== 'refundSet' || set.data.paidFor === 'third') return;
      const cards = new Set((await store.checkoutsOf(tx, after.id)).map(({ checkoutId }) => checkoutId));
      for (const { paymentId, amountMinor } of refundParts(after.funding.payments, set.data.refundMinor))
        if (cards.has(paymentId)) await orderCardRefund(deps, tx, { checkoutId: paymentId, amountMinor, why: 'case' });
    },
    work: () => jobs.work(REFUND_QUEUE, ({ refundId }) => sendRefund(deps, serviceOn(), String(refundId))),
  };
}

function read(service: PaymentService, body: Buffer, signature: string) {
  try {
    return service.read(body, signature);
  } catch (error) {
    if (error instanceof NotFromService) throw wordedProblem(400, 'money.not-from-service');
    throw error;
  }
}

async function openCheckout(deps: OnlineDeps, service: PaymentService, state: CaseState): Promise<string> {
  const { db, clock, newId, say, practice, publicUrl } = deps;
  const amount = owed(state);
  if (amount.amountMinor === 0 || state.cancelled !== null) throw wordedProblem(422, 'money.nothing-owed');
  const youngest = clock.now().getTime() - PAGE_LASTS_MS;
  const open = (await store.checkoutsOf(db, state.id)).filter((row) => row.state === 'open');
  const fits = (row: store.CheckoutRow): boolean =>
    row.amountMinor === amount.amountMinor && row.openedAt.getTime() > youngest;
  const known = open.find(fits);
  if (known !== undefined && known.url !== '') return known.url;
  // A page with another sum must not be paid beside the new one.
  for (const row of open.filter((each) => each !== known)) {
    if (row.sessionId !== '') await service.closeCheckout(row.sessionId);
    await store.endCheckout(db, row.checkoutId);
  }
  const checkoutId = known?.checkoutId ?? newId();
  if (known === undefined)
    await store.insertCheckout(db, {
      ...{ checkoutId, caseId: state.id, ...amount, state: 'open', sessionId: '', url: '', refunds: [] },
      ...{ providerPaymentId: null, openedAt: clock.now() },
    });
  const back = `${publicUrl()}/case/${state.id}/payment`;
  const page = await service.openCheckout({
    ...{ checkoutId, amount, email: state.contact.email, doneUrl: `${back}?paid=1`, backUrl: back },
    title: say('letter.checkout.title', { practice: practice.name, number: state.number }),
  });
  await store.setAddress(db, checkoutId, page);
  return page.url;
}

/** Asks for a refund that was ordered. Asked twice for the same one, the service pays once: our id is its idempotency key. */
async function sendRefund(deps: OnlineDeps, service: PaymentService, refundId: string): Promise<void> {
  const { db } = deps;
  const order = await store.orderedRefund(db, refundId);
  if (order === null || order.state === 'sent') return;
  const { checkoutId, amountMinor } = order;
  const row = await db.transaction((tx) => store.lockedCheckout(tx, { checkoutId, providerPaymentId: null }));
  if (row?.providerPaymentId == null) throw new Error('A refund was ordered for a checkout that was never paid.');
  const { providerPaymentId } = row;
  const refund = await service.refund({ refundId, checkoutId, providerPaymentId, amountMinor });
  await db.transaction(async (tx) => {
    const locked = await store.lockedCheckout(tx, { checkoutId, providerPaymentId });
    if (locked !== null) await take(deps, tx, { row: locked, fact: { kind: 'refund', refund }, ourRefundId: refundId });
    await store.markSent(tx, refundId);
  });
}
