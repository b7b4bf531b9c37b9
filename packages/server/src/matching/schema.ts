import type { ReaderStanding } from '@overread/rules/case/commands.ts';
import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The directory. `standing.openCases` counts what a reader has to read outside of this service. */
export const readers = pgTable('matching_readers', {
  readerId: text('reader_id').primaryKey(),
  standing: jsonb('standing').$type<ReaderStanding>().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true, precision: 3 }).notNull(),
});
