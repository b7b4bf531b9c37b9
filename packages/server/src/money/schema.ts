import type { PriceList } from '@overread/rules/case/state.ts';
import type { Account, EntryKind } from '@overread/rules/money/ledger.ts';
import type { OnlineFact, OnlineRefund } from '@overread/rules/money/online.ts';
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
/** Minor units of a currency. */
const minorUnits = (name: string) => bigint(name, { mode: 'number' });

/** Price lists as they were set; the last one holds. */
export const prices = pgTable('money_prices', {
  seq: bigserial('seq', { mode: 'number' }).primaryKey(),
  prices: jsonb('prices').$type<PriceList>().notNull(),
  at: instant('at').notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
});

/** The ledger. Nothing here is ever changed or taken out, and no entry is out of balance (see the migration). */
export const entries = pgTable(
  'money_entries',
  {
    /** Made of what happened, so that the same happening is never entered twice. */
    entryId: text('entry_id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    caseId: text('case_id').notNull(),
    kind: text('kind').$type<EntryKind>().notNull(),
    at: instant('at').notNull(),
    currency: text('currency').notNull(),
  },
  (table) => [index('money_entries_case').on(table.caseId), index('money_entries_seq').on(table.seq)],
);

export const lines = pgTable(
  'money_lines',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => entries.entryId),
    n: integer('n').notNull(),
    account: text('account').$type<Account>().notNull(),
    debitMinor: minorUnits('debit_minor').notNull(),
    creditMinor: minorUnits('credit_minor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.n] }), index('money_lines_account').on(table.account)],
);

/** Pages for paying by card that were opened, and what the payment service has told of them. */
export const checkouts = pgTable(
  'money_checkouts',
  {
    checkoutId: text('checkout_id').primaryKey(),
    caseId: text('case_id').notNull(),
    amountMinor: minorUnits('amount_minor').notNull(),
    currency: text('currency').notNull(),
    state: text('state').$type<'open' | 'ended' | 'paid'>().notNull(),
    /** The service's own id of the page, and its address; empty until it has answered. */
    sessionId: text('session_id').notNull(),
    url: text('url').notNull(),
    providerPaymentId: text('provider_payment_id'),
    refunds: jsonb('refunds').$type<readonly OnlineRefund[]>().notNull(),
    openedAt: instant('opened_at').notNull(),
  },
  (table) => [
    index('money_checkouts_case').on(table.caseId),
    index('money_checkouts_payment').on(table.providerPaymentId),
  ],
);

/** What is to go back to a card: ordered in the transaction that owes it, sent by a job, once. */
export const refunds = pgTable('money_refunds', {
  refundId: text('refund_id').primaryKey(),
  checkoutId: text('checkout_id')
    .notNull()
    .references(() => checkouts.checkoutId),
  amountMinor: minorUnits('amount_minor').notNull(),
  /** `case`: set when the case was cancelled; `surplus`: more came than was owed. */
  why: text('why').$type<'case' | 'surplus'>().notNull(),
  state: text('state').$type<'ordered' | 'sent'>().notNull(),
  at: instant('at').notNull(),
});

/** What the payment service told, by its own id: told twice is taken once. */
export const told = pgTable(
  'money_told',
  {
    eventId: text('event_id').primaryKey(),
    type: text('type').notNull(),
    at: instant('at').notNull(),
    providerPaymentId: text('provider_payment_id'),
    ourRefundId: text('our_refund_id'),
    fact: jsonb('fact').$type<OnlineFact>().notNull(),
    /** It came before the payment that it is about: it is taken when that one comes. */
    waits: boolean('waits').notNull(),
  },
  (table) => [index('money_told_waiting').on(table.providerPaymentId)],
);
