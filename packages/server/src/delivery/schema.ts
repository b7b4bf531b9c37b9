import { bigint, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Documents and packets that left the service, by the hash that the record of the case names. Sealed blobs; never changed.
 * `plan` is a packet as its plan, the images being in the archive; `packet` is one kept whole, as earlier versions did.
 */
export const files = pgTable(
  'delivery_files',
  {
    caseId: text('case_id').notNull(),
    sha256: text('sha256').notNull(),
    kind: text('kind').$type<'opinion' | 'plan' | 'packet'>().notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.sha256] })],
);

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Links for referring doctors who have no account. Token, code and session are here as hashes alone. */
export const guests = pgTable(
  'delivery_guests',
  {
    tokenHash: text('token_hash').primaryKey(),
    caseId: text('case_id').notNull(),
    personId: text('person_id'),
    name: text('name').notNull(),
    email: text('email').notNull(),
    expiresAt: instant('expires_at').notNull(),
    codeHash: text('code_hash'),
    codeUntil: instant('code_until'),
    wrongCodes: integer('wrong_codes').notNull().default(0),
    sessionHash: text('session_hash').unique(),
    sessionUntil: instant('session_until'),
  },
  (table) => [index('delivery_guests_case').on(table.caseId)],
);
