import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** Erased cases whose space is not given back yet. */
export const sweeps = pgTable('erasing_sweeps', {
  caseId: text('case_id').primaryKey(),
  /** Ids of uploads whose files may lie beside the store. */
  files: jsonb('files').$type<readonly string[]>().notNull(),
});
