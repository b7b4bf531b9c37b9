import type { Role } from '@overread/rules/case/vocabulary.ts';
import type { ParcelState, ParcelStepType } from '@overread/rules/parcels/parcel.ts';
import { index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Parcels with discs, by their number. `state` and `caseId` say where the steps have led; the steps are what is kept. */
export const parcels = pgTable(
  'parcels_parcels',
  {
    parcelId: text('parcel_id').primaryKey(),
    /** Null while nobody knows whose it is. */
    caseId: text('case_id'),
    state: text('state').$type<ParcelState>().notNull(),
    contents: text('contents').notNull(),
    carrier: text('carrier').notNull(),
    trackingNumber: text('tracking_number').notNull(),
    /** What the sender wants to be done with the disc in the end. */
    wish: text('wish').$type<'returned' | 'destroyed'>().notNull(),
    returnTo: text('return_to').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [index('parcels_parcels_case').on(table.caseId), index('parcels_parcels_changed').on(table.changedAt)],
);

/** What happened to each parcel, who noted it and when; nothing here is ever changed or taken out (see the migration). */
export const steps = pgTable(
  'parcels_steps',
  {
    parcelId: text('parcel_id')
      .notNull()
      .references(() => parcels.parcelId),
    seq: integer('seq').notNull(),
    type: text('type').$type<ParcelStepType>().notNull(),
    at: instant('at').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    byRole: text('by_role').$type<Role>().notNull(),
    note: text('note').notNull(),
    caseId: text('case_id'),
    importId: text('import_id'),
  },
  (table) => [primaryKey({ columns: [table.parcelId, table.seq] })],
);
