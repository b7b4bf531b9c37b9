import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Mails that left. The key is what keeps a job that runs twice from mailing twice. */
export const mails = pgTable(
  'messages_mails',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull().unique(),
    kind: text('kind').notNull(),
    caseId: text('case_id'),
    /** Empty outside of the demo, as are subject and text: mails hold links that sign people in. */
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [index('messages_mails_at').on(table.at.desc())],
);
