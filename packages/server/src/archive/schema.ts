import type { InstanceHeader } from '@overread/imaging/model.ts';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm/sql';

/** Packs that the index refers to; a pack without a row here is an orphan of an import that died. */
export const packs = pgTable(
  'archive_packs',
  {
    packId: text('pack_id').primaryKey(),
    caseId: text('case_id').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    instances: integer('instances').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('archive_packs_case').on(table.caseId)],
);

/**
 * Files that came in another wrapping: the data set of one that is here, byte for byte, behind another file meta header. They
 * count as that one, and are not kept.
 */
export const twins = pgTable(
  'archive_twins',
  {
    caseId: text('case_id').notNull(),
    /** SHA-256 of the file, hex. */
    sha256: text('sha256').notNull(),
    sopInstanceUid: text('sop_instance_uid').notNull(),
    /** That of the file that is here. */
    ofSha256: text('of_sha256').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.sha256, table.sopInstanceUid] })],
);

/** One row per instance and content. Of several contents under one UID the first is `current`, the others are `apart`. */
export const instances = pgTable(
  'archive_instances',
  {
    caseId: text('case_id').notNull(),
    sopInstanceUid: text('sop_instance_uid').notNull(),
    /** SHA-256 of the file, hex. */
    sha256: text('sha256').notNull(),
    studyInstanceUid: text('study_instance_uid').notNull(),
    seriesInstanceUid: text('series_instance_uid').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    packId: text('pack_id').notNull(),
    /** Byte of the instance's first segment in the pack. */
    packOffset: bigint('pack_offset', { mode: 'number' }).notNull(),
    /** Number of that segment in the pack: nonce and authenticated data hang on it. */
    firstSegment: integer('first_segment').notNull(),
    /** Bytes of each segment before it was sealed: header, one per frame, trailer. */
    segments: integer('segments').array().notNull(),
    header: jsonb('header').$type<InstanceHeader>().notNull(),
    state: text('state').$type<'current' | 'apart'>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.sopInstanceUid, table.sha256] }),
    uniqueIndex('archive_instances_current')
      .on(table.caseId, table.sopInstanceUid)
      .where(sql`${table.state} = 'current'`),
    index('archive_instances_series').on(table.caseId, table.seriesInstanceUid),
  ],
);
