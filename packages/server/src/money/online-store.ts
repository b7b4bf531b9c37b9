import type { OnlinePayment } from '@overread/rules/money/online.ts';
import { and, desc, eq } from 'drizzle-orm';
import type { Database, Tx } from '../platform/ports.ts';
import type { ToldEvent } from './payment-service.ts';
import { checkouts, refunds, told } from './schema.ts';

export type CheckoutRow = typeof checkouts.$inferSelect;
export type RefundRow = typeof refunds.$inferSelect;

export const paymentOf = ({
  checkoutId,
  amountMinor,
  state,
  providerPaymentId,
  refunds,
}: CheckoutRow): OnlinePayment => ({
  ...{ checkoutId, amountMinor, state, providerPaymentId, refunds },
});

/** False where this was told before. */
export async function keepTold(tx: Tx, { eventId, type, providerPaymentId, ourRefundId, fact }: ToldEvent, at: Date) {
  const kept = await tx.orm
    .insert(told)
    .values({ eventId, type, at, providerPaymentId, ourRefundId, fact, waits: false })
    .onConflictDoNothing()
    .returning({ eventId: told.eventId });
  return kept.length > 0;
}

export async function letWait(tx: Tx, eventId: string): Promise<void> {
  await tx.orm.update(told).set({ waits: true }).where(eq(told.eventId, eventId));
}

/** What came before its payment, taken out of the waiting ones. */
export async function takeWaiting(tx: Tx, providerPaymentId: string) {
  return await tx.orm
    .update(told)
    .set({ waits: false })
    .where(and(eq(told.providerPaymentId, providerPaymentId), eq(told.waits, true)))
    .returning();
}

/** The checkout that an event is about, locked; by our id, else by the payment. */
export async function lockedCheckout(
  tx: Tx,
  { checkoutId, providerPaymentId }: Pick<ToldEvent, 'checkoutId' | 'providerPaymentId'>,
): Promise<CheckoutRow | null> {
  const by = async (where: ReturnType<typeof eq>) =>
    (await tx.orm.select().from(checkouts).where(where).for('update'))[0] ?? null;
  const named = checkoutId === null ? null : await by(eq(checkouts.checkoutId, checkoutId));
  if (named !== null || providerPaymentId === null) return named;
  return await by(eq(checkouts.providerPaymentId, providerPaymentId));
}

export async function saveOnline(tx: Tx, { checkoutId, ...payment }: OnlinePayment): Promise<void> {
  const { state, providerPaymentId, refunds: known } = payment;
  await tx.orm
    .update(checkouts)
    .set({ state, providerPaymentId, refunds: known })
    .where(eq(checkouts.checkoutId, checkoutId));
}

export async function checkoutsOf(on: Tx | Database, caseId: string): Promise<readonly CheckoutRow[]> {
  return await on.orm
    .select()
    .from(checkouts)
    .where(eq(checkouts.caseId, caseId))
    .orderBy(desc(checkouts.openedAt), desc(checkouts.checkoutId));
}

export async function insertCheckout(on: Tx | Database, row: CheckoutRow): Promise<void> {
  await on.orm.insert(checkouts).values(row);
}

export async function setAddress(
  db: Database,
  checkoutId: string,
  page: { readonly sessionId: string; readonly url: string },
): Promise<void> {
  await db.orm.update(checkouts).set(page).where(eq(checkouts.checkoutId, checkoutId));
}

export async function endCheckout(db: Database, checkoutId: string): Promise<void> {
  await db.orm
    .update(checkouts)
    .set({ state: 'ended' })
    .where(and(eq(checkouts.checkoutId, checkoutId), eq(checkouts.state, 'open')));
}

export async function orderRefund(tx: Tx, row: RefundRow): Promise<void> {
  await tx.orm.insert(refunds).values(row);
}

export async function orderedRefund(on: Tx | Database, refundId: string): Promise<RefundRow | null> {
  return (await on.orm.select().from(refunds).where(eq(refunds.refundId, refundId)))[0] ?? null;
}

export async function markSent(tx: Tx, refundId: string): Promise<void> {
  await tx.orm.update(refunds).set({ state: 'sent' }).where(eq(refunds.refundId, refundId));
}
