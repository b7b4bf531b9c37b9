import type { Command } from '@overread/rules/case/commands.ts';
import { cardEntry } from '@overread/rules/money/ledger.ts';
import { type Minor, minor } from '@overread/rules/money/money.ts';
import { type OnlineEffect, type OnlineFact, takeFact } from '@overread/rules/money/online.ts';
import { type Cases, SYSTEM_ACTOR } from '../cases/index.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { RefusalProblem } from '../platform/problems.ts';
import { enter } from './ledger-store.ts';
import * as store from './online-store.ts';
import type { ToldEvent } from './payment-service.ts';

export const REFUND_QUEUE = 'money.refund';

export interface TakeDeps extends Pick<Ground, 'db' | 'clock' | 'newId' | 'jobs'> {
  readonly cases: Pick<Cases, 'execute'>;
}

/** Takes what the payment service told. Told before, about nothing of ours, or old news: nothing happens. */
export function takeTold(deps: TakeDeps, event: ToldEvent): Promise<void> {
  return deps.db.transaction(async (tx) => {
    if (!(await store.keepTold(tx, event, deps.clock.now()))) return;
    const row = await store.lockedCheckout(tx, event);
    // A refund may overtake its payment: it waits for it. Whatever else is not ours is another system's.
    if (row === null) return event.fact.kind === 'refund' ? await store.letWait(tx, event.eventId) : undefined;
    await take(deps, tx, { row, fact: event.fact, ourRefundId: event.ourRefundId });
  });
}

interface Taking {
  readonly row: store.CheckoutRow;
  readonly fact: OnlineFact;
  readonly ourRefundId: string | null;
}

/** Takes a fact about a checkout whose row is locked. */
export async function take(deps: TakeDeps, tx: Tx, { row, fact, ourRefundId }: Taking): Promise<store.CheckoutRow> {
  const { payment, effects } = takeFact(store.paymentOf(row), fact);
  await store.saveOnline(tx, payment);
  for (const effect of effects) await follow(deps, tx, { row, effect, ourRefundId });
  let after: store.CheckoutRow = { ...row, ...payment };
  if (fact.kind !== 'paid' || effects.length === 0) return after;
  for (const waited of await store.takeWaiting(tx, fact.providerPaymentId))
    after = await take(deps, tx, { row: after, fact: waited.fact, ourRefundId: waited.ourRefundId });
  return after;
}

interface Following {
  readonly row: store.CheckoutRow;
  readonly effect: OnlineEffect;
  readonly ourRefundId: string | null;
}

async function follow(deps: TakeDeps, tx: Tx, following: Following): Promise<void> {
  switch (following.effect.kind) {
    case 'received':
      return await received(deps, tx, following.row, following.effect.amountMinor);
    case 'gone-back':
      return await goneBack(deps, tx, following, following.effect);
    case 'came-back':
      return await cameBack(deps, tx, following.row, following.effect);
  }
}

/** What is owed is the case's payment; what came beyond that, or too late, goes back where it came from. */
async function received(deps: TakeDeps, tx: Tx, row: store.CheckoutRow, amountMinor: Minor): Promise<void> {
  const { caseId, checkoutId, currency } = row;
  const head = { paymentId: checkoutId, method: 'card-online', reference: row.sessionId } as const;
  const taken = await asMuchAs(deps, tx, { caseId, amountMinor }, (part) => ({
    ...{ type: 'recordPayment', ...head },
    amount: { amountMinor: part, currency },
  }));
  const surplus = minor(amountMinor - taken);
  if (surplus === 0) return;
  await enterCard(deps, tx, { kind: 'surplus', entryId: `online:${checkoutId}:surplus`, row }, surplus);
  await orderCardRefund(deps, tx, { checkoutId, amountMinor: surplus, why: 'surplus' });
}

type Gone = Extract<OnlineEffect, { kind: 'gone-back' | 'came-back' }>;

async function goneBack(deps: TakeDeps, tx: Tx, { row, ourRefundId }: Following, gone: Gone): Promise<void> {
  const { providerRefundId, amountMinor } = gone;
  const entryId = `online:${providerRefundId}:back`;
  const ordered = ourRefundId === null ? null : await store.orderedRefund(tx, ourRefundId);
  if (ordered?.why === 'surplus') {
    await enterCard(deps, tx, { kind: 'surplus-back', entryId, row }, amountMinor);
    return;
  }
  const head = { refundId: providerRefundId, method: 'card-online', reference: providerRefundId } as const;
  const due = await asMuchAs(deps, tx, { caseId: row.caseId, amountMinor }, (part) => ({
    ...{ type: 'recordRefund', ...head },
    amount: { amountMinor: part, currency: row.currency },
  }));
  // Given back by hand, on the payment service's own pages, though nothing or not so much was due.
  const given = minor(amountMinor - due);
  if (given > 0) await enterCard(deps, tx, { kind: 'given-back', entryId, row }, given);
}

/** The case's refund is due again; what was never the case's lies under what is due, for the coordinator to send otherwise. */
async function cameBack(deps: TakeDeps, tx: Tx, row: store.CheckoutRow, gone: Gone): Promise<void> {
  const { providerRefundId: refundId } = gone;
  const reason = 'The card did not take it.';
  const command = { type: 'returnRefund', refundId, reason } as const;
  if (await tried(deps, tx, row.caseId, command)) return;
  await enterCard(deps, tx, { kind: 'surplus', entryId: `online:${refundId}:came-back`, row }, gone.amountMinor);
}

/** Whether the case took the command; the rules refuse before anything is written, so the transaction goes on. */
async function tried(deps: TakeDeps, tx: Tx, caseId: string, command: Command): Promise<boolean> {
  try {
    await deps.cases.execute(SYSTEM_ACTOR, caseId, command, { tx });
    return true;
  } catch (error) {
    if (error instanceof RefusalProblem) return false;
    throw error;
  }
}

/** Gives the case an amount, or as much of it as the rules let it take; tells how much that was. */
async function asMuchAs(
  deps: TakeDeps,
  tx: Tx,
  { caseId, amountMinor }: { readonly caseId: string; readonly amountMinor: Minor },
  commandOf: (part: number) => Command,
): Promise<number> {
  try {
    await deps.cases.execute(SYSTEM_ACTOR, caseId, commandOf(amountMinor), { tx });
    return amountMinor;
  } catch (error) {
    if (!(error instanceof RefusalProblem)) throw error;
    if (error.refusal.code !== 'amount-wrong') return 0;
    const { expectedMinor } = error.refusal;
    await deps.cases.execute(SYSTEM_ACTOR, caseId, commandOf(expectedMinor), { tx });
    return expectedMinor;
  }
}

interface CardHead {
  readonly kind: 'surplus' | 'surplus-back' | 'given-back';
  readonly entryId: string;
  readonly row: store.CheckoutRow;
}

async function enterCard({ clock }: TakeDeps, tx: Tx, { row, ...head }: CardHead, amountMinor: Minor): Promise<void> {
  const { caseId, currency } = row;
  const entry = cardEntry({ ...head, caseId, currency, at: clock.now().toISOString() }, amountMinor);
  if (entry !== null) await enter(tx, entry);
}

/** Orders a refund to a card: kept and queued in this transaction, sent by a job. */
export async function orderCardRefund(
  { newId, jobs, clock }: Pick<TakeDeps, 'newId' | 'jobs' | 'clock'>,
  tx: Tx,
  order: Pick<store.RefundRow, 'checkoutId' | 'amountMinor' | 'why'>,
): Promise<void> {
  const refundId = newId();
  await store.orderRefund(tx, { refundId, ...order, state: 'ordered', at: clock.now() });
  await jobs.send(tx, REFUND_QUEUE, { refundId });
}
