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

/** Reports that came as pictures, until they are handed in or thrown away: one of a case. The file is a blob as those of reports. */
export const scans = pgTable('reading_scans', {
  caseId: text('case_id').primaryKey(),
  scanId: text('scan_id').notNull(),
  state: text('state').$type<'reading' | 'read' | 'failed'>().notNull(),
  /** Pages of the file; 0 until they are counted. */
  pages: integer('pages').notNull(),
  fault: text('fault').notNull(),
  /** JSON of name and kind of the file, sealed with the case's key. */
  sealed: bytes('sealed').notNull(),
  startedAt: instant('started_at').notNull(),
});

/** Pages that were read: text and picture, sealed. */
export const scanPages = pgTable(
  'reading_scan_pages',
  {
    caseId: text('case_id').notNull(),
    scanId: text('scan_id').notNull(),
    page: integer('page').notNull(),
    sealed: bytes('sealed').notNull(),
    picture: bytes('picture').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scanId, table.page] })],
);

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
