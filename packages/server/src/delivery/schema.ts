import { bigint, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** Documents and packets that left the service, by the hash that the record of the case names. Sealed blobs; never changed. */
export const files = pgTable(
  'delivery_files',
  {
    caseId: text('case_id').notNull(),
    sha256: text('sha256').notNull(),
    kind: text('kind').$type<'opinion' | 'packet'>().notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.sha256] })],
);
