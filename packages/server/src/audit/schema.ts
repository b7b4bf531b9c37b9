import { bigint, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Who saw or did what. Append-only (a trigger holds it), each entry hashed together with the one before. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    role: text('role').notNull(),
    action: text('action').notNull(),
    caseId: text('case_id'),
    caseNumber: text('case_number'),
    outcome: text('outcome').notNull(),
    detail: text('detail').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_entries_case').on(table.caseId, table.seq)],
);
