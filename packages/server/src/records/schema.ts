import { customType, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Links by which facilities bring records without an account. The code is sealed for the letter, and hashed for the door. */
export const links = pgTable(
  'records_links',
  {
    linkId: text('link_id').primaryKey(),
    caseId: text('case_id').notNull(),
    requestId: text('request_id').notNull(),
    facility: text('facility').notNull(),
    codeHash: text('code_hash').notNull().unique(),
    sealedCode: bytea('sealed_code').notNull(),
    expiresAt: instant('expires_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    openedAt: instant('opened_at'),
  },
  (table) => [index('records_links_case').on(table.caseId)],
);

/** Signatures drawn on screen, one for each letter: JSON of its strokes, sealed with the case's key. */
export const signatures = pgTable(
  'records_signatures',
  {
    caseId: text('case_id').notNull(),
    requestId: text('request_id').notNull(),
    sealed: bytea('sealed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.requestId] })],
);
