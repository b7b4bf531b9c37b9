import { customType, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Written reports as they came: the file is a sealed blob, what was read out of it is sealed here. Never changed. */
export const reports = pgTable('reading_reports', {
  reportId: text('report_id').primaryKey(),
  caseId: text('case_id').notNull(),
  sha256: text('sha256').notNull(),
  size: integer('size').notNull(),
  /** JSON of `ReadReport`, sealed with the case's key. */
  sealed: bytes('sealed').notNull(),
  receivedAt: instant('received_at').notNull(),
});

/** What a reader has written and not locked yet. Sealed: it holds findings. */
export const drafts = pgTable(
  'reading_drafts',
  {
    caseId: text('case_id').notNull(),
    readerId: text('reader_id').notNull(),
    sealed: bytes('sealed').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.readerId] })],
);

/** What is checked of a comparison and not signed yet. Sealed: it quotes both reports. */
export const comparisons = pgTable(
  'reading_comparisons',
  {
    caseId: text('case_id').notNull(),
    personId: text('person_id').notNull(),
    sealed: bytes('sealed').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.personId] })],
);
