import type { PaperKind, RedFlag } from '@overread/rules/case/vocabulary.ts';
import { customType, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Guided starts that somebody wants to go on with, before there is an account. Nobody's name is in them. */
export const starts = pgTable('asking_starts', {
  /** SHA-256 of the token, hex: who holds the token holds the answers. */
  tokenHash: text('token_hash').primaryKey(),
  sealed: bytea('sealed').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/** Every stop before there is a case: when it was, and which signs were there. Nothing tells of whom. */
export const stops = pgTable('asking_stops', {
  id: text('id').primaryKey(),
  at: instant('at').notNull(),
  flags: text('flags').array().$type<RedFlag[]>().notNull(),
});

/** What a person has typed and not sent yet, so that another device goes on with it. */
export const kept = pgTable(
  'asking_kept',
  {
    personId: text('person_id').notNull(),
    form: text('form').notNull(),
    sealed: bytea('sealed').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.form] })],
);

/** Papers of a case beside the report. The name is sealed with the file: it may tell of an illness. */
export const papers = pgTable(
  'asking_papers',
  {
    paperId: text('paper_id').primaryKey(),
    caseId: text('case_id').notNull(),
    kind: text('kind').$type<PaperKind>().notNull(),
    sealedName: bytea('sealed_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('asking_papers_case').on(table.caseId)],
);
