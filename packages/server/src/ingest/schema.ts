import type { DeliveryStatement, ImportWay } from '@overread/contract/imports.ts';
import type { DiscList } from '@overread/imaging';
import type { Left } from '@overread/imaging/model.ts';
import type { RouteReason } from '@overread/rules/routing/route-study.ts';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { AssociationRecord } from './dimse/model.ts';
import type { ArrivalState, ArrivingStudy, Origin } from './holding/model.ts';
import type { DeliveredStudy, UploadKind } from './model.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** One delivery of images into a case: everything that is sent between `open` and `finish`. */
export const imports = pgTable(
  'ingest_imports',
  {
    importId: text('import_id').primaryKey(),
    caseId: text('case_id').notNull(),
    personId: text('person_id').notNull(),
    /** The name of that person as it was then: a receipt tells it. */
    personName: text('person_name').notNull().default(''),
    way: text('way').$type<ImportWay>().notNull().default('browser'),
    /** `open`: uploads may come. `finished`: all were sent. `done`: the case was told. */
    state: text('state').$type<'open' | 'finished' | 'done' | 'failed'>().notNull().default('open'),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    /** Code of what went wrong, in the catalogue as `problem.<code>`. */
    error: text('error'),
    /** What the sender saw and did not send. */
    statement: jsonb('statement').$type<DeliveryStatement>(),
  },
  (table) => [index('ingest_imports_case').on(table.caseId)],
);

/** One upload of a delivery, and what became of its files. The upload's own file is gone once it is `imported`. */
export const uploads = pgTable(
  'ingest_uploads',
  {
    uploadId: text('upload_id').primaryKey(),
    importId: text('import_id').notNull(),
    caseId: text('case_id').notNull(),
    kind: text('kind').$type<UploadKind>().notNull(),
    name: text('name').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    state: text('state').$type<'uploading' | 'received' | 'imported' | 'failed' | 'dropped'>().notNull(),
    /** Imports that were begun; one that keeps failing is given up. */
    attempts: integer('attempts').notNull().default(0),
    files: integer('files').notNull().default(0),
    instances: integer('instances').notNull().default(0),
    alreadyHere: integer('already_here').notNull().default(0),
    studies: jsonb('studies').$type<readonly DeliveredStudy[]>().notNull().default([]),
    refused: jsonb('refused').$type<readonly Left[]>().notNull().default([]),
    ignored: jsonb('ignored').$type<readonly Left[]>().notNull().default([]),
    lists: jsonb('lists').$type<readonly DiscList[]>().notNull().default([]),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [index('ingest_uploads_import').on(table.importId), index('ingest_uploads_state').on(table.state)],
);

/** Studies that came unasked: on their way, waiting for the coordinator, or gone to a case. */
export const arrivals = pgTable(
  'ingest_arrivals',
  {
    /** Also the owner of its images in the archive, and the name of its spool. */
    arrivalId: text('arrival_id').primaryKey(),
    way: text('way').$type<Origin['way']>().notNull(),
    sender: text('sender').notNull(),
    address: text('address').notNull(),
    at: instant('at').notNull(),
    state: text('state').$type<ArrivalState>().notNull(),
    study: jsonb('study').$type<ArrivingStudy>(),
    caseId: text('case_id'),
    because: jsonb('because').$type<readonly RouteReason[]>().notNull().default([]),
    uploadId: text('upload_id'),
    importId: text('import_id'),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
  },
  (table) => [index('ingest_arrivals_state').on(table.state, table.at)],
);

/** DICOM associations that ended or were refused; nothing of a patient is in them. */
export const associations = pgTable(
  'ingest_associations',
  {
    associationId: text('association_id').primaryKey(),
    callingAe: text('calling_ae').notNull(),
    calledAe: text('called_ae').notNull(),
    address: text('address').notNull(),
    isTls: boolean('is_tls').notNull(),
    at: instant('at').notNull(),
    endedAt: instant('ended_at').notNull(),
    stored: integer('stored').notNull(),
    failed: integer('failed').notNull(),
    trouble: text('trouble').$type<NonNullable<AssociationRecord['trouble']>>(),
  },
  (table) => [index('ingest_associations_at').on(table.at)],
);

/** Images of a delivery that the case held before it: they were asked for by hash and not sent. */
export const known = pgTable(
  'ingest_known',
  {
    importId: text('import_id').notNull(),
    sha256: text('sha256').notNull(),
    studyInstanceUid: text('study_instance_uid').notNull(),
    seriesInstanceUid: text('series_instance_uid').notNull(),
    description: text('description').notNull(),
    patientName: text('patient_name').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.sha256] })],
);
