import { bigint, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

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
