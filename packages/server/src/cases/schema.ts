import type { CaseState } from '@overread/rules/case/state.ts';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm/sql';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The record. A trigger of the first migration refuses to change or remove a row; the key is the version check. */
export const events = pgTable(
  'cases_events',
  {
    caseId: text('case_id').notNull(),
    version: integer('version').notNull(),
    type: text('type').notNull(),
    at: instant('at').notNull(),
    actor: jsonb('actor').notNull(),
    data: jsonb('data').notNull(),
    /** SHA-256 (hex) over the canonical JSON of this event and the hash of the one before it. */
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.version] })],
);

/** The fold over a case's events, kept beside them; `hash` is that of its last event. */
export const states = pgTable(
  'cases_states',
  {
    caseId: text('case_id').primaryKey(),
    version: integer('version').notNull(),
    hash: text('hash').notNull(),
    /** When the last event happened: time within a case never runs backwards. */
    at: instant('at').notNull(),
    state: jsonb('state').$type<CaseState>().notNull(),
  },
  (table) => [
    // Where images that came unasked may belong: see `find.ts`.
    index('cases_states_studies').using('gin', sql`(${table.state} -> 'studies') jsonb_path_ops`),
    index('cases_states_birth_date').on(sql`(${table.state} -> 'patient' ->> 'birthDate')`),
  ],
);

/** What work lists search by. Who may really see a case is asked of the policy function afterwards. */
export const rows = pgTable(
  'cases_rows',
  {
    caseId: text('case_id').primaryKey(),
    number: text('number').notNull().unique(),
    stage: text('stage').notNull(),
    isOver: boolean('is_over').notNull(),
    patientPersonId: text('patient_person_id'),
    referrerPersonId: text('referrer_person_id'),
    /** Readers to whom the case is or was offered. */
    readerIds: text('reader_ids').array().notNull(),
    /** The reader whose reading is under way: counted as one of her open cases. */
    readingBy: text('reading_by'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('cases_rows_newest').on(table.isOver, table.updatedAt.desc()),
    index('cases_rows_patient').on(table.patientPersonId),
    index('cases_rows_referrer').on(table.referrerPersonId),
    index('cases_rows_reading_by').on(table.readingBy),
    index('cases_rows_readers').using('gin', table.readerIds),
  ],
);

/** The last case number given out in a year. */
export const numbers = pgTable('cases_numbers', {
  year: integer('year').primaryKey(),
  last: integer('last').notNull(),
});
