import type { DeliveryStatement, ImportWay } from '@overread/contract/imports.ts';
import type { DiscList } from '@overread/imaging';
import type { Left } from '@overread/imaging/model.ts';
import type { Database, Tx } from '../platform/ports.ts';
import type { DeliveredStudy, Found, UploadKind } from './model.ts';

export interface ImportRow {
  readonly importId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly personName: string;
  readonly way: ImportWay;
  readonly state: 'open' | 'finished' | 'done' | 'failed';
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly error: string | null;
  readonly statement: DeliveryStatement | null;
}

export interface UploadRow {
  readonly uploadId: string;
  readonly importId: string;
  readonly caseId: string;
  readonly kind: UploadKind;
  readonly name: string;
  readonly size: number;
  readonly state: 'uploading' | 'received' | 'imported' | 'failed' | 'dropped';
  readonly attempts: number;
  readonly files: number;
  readonly instances: number;
  readonly alreadyHere: number;
  readonly studies: readonly DeliveredStudy[];
  readonly refused: readonly Left[];
  readonly ignored: readonly Left[];
  readonly lists: readonly DiscList[];
}

export type Queryable = Database | Tx;
export const run = (on: Queryable, sql: string, values: readonly unknown[]) =>
  'client' in on ? on.client.query(sql, [...values]) : on.pool.query(sql, [...values]);

const IMPORT = `import_id as "importId", case_id as "caseId", person_id as "personId",
  person_name as "personName", way, state, started_at as "startedAt", finished_at as "finishedAt", error, statement`;
const UPLOAD = `upload_id as "uploadId", import_id as "importId", case_id as "caseId", kind, name, size::float8 as size, state,
  attempts, files, instances, already_here as "alreadyHere", studies, refused, ignored, lists`;

export async function insertImport(
  db: Queryable,
  row: Pick<ImportRow, 'importId' | 'caseId' | 'personId' | 'personName' | 'way' | 'startedAt'>,
): Promise<void> {
  await run(
    db,
    `insert into ingest_imports (import_id, case_id, person_id, person_name, way, started_at)
      values ($1, $2, $3, $4, $5, $6)`,
    [row.importId, row.caseId, row.personId, row.personName, row.way, row.startedAt],
  );
}

export async function findImport(db: Queryable, importId: string): Promise<ImportRow | null> {
  const { rows } = await run(db, `select ${IMPORT} from ingest_imports where import_id = $1`, [importId]);
  return (rows[0] as ImportRow | undefined) ?? null;
}

/** Holds the row until the transaction ends: uploads that end and the end of the delivery take turns. */
export async function lockImport(tx: Tx, importId: string): Promise<ImportRow | null> {
  const { rows } = await run(tx, `select ${IMPORT} from ingest_imports where import_id = $1 for update`, [importId]);
  return (rows[0] as ImportRow | undefined) ?? null;
}

export async function importsOf(db: Queryable, caseId: string): Promise<ImportRow[]> {
  const { rows } = await run(db, `select ${IMPORT} from ingest_imports where case_id = $1 order by started_at`, [
    caseId,
  ]);
  return rows as ImportRow[];
}

export async function setImportState(
  on: Queryable,
  importId: string,
  change: { readonly state: ImportRow['state']; readonly finishedAt?: Date; readonly error?: string },
): Promise<void> {
  await run(
    on,
    'update ingest_imports set state = $2, finished_at = coalesce($3, finished_at), error = coalesce($4, error) where import_id = $1',
    [importId, change.state, change.finishedAt ?? null, change.error ?? null],
  );
}

/** What the sender of a delivery that is open says of it. */
export async function setStatement(on: Queryable, importId: string, statement: DeliveryStatement): Promise<void> {
  await run(on, 'update ingest_imports set statement = $2::jsonb where import_id = $1', [
    importId,
    keepable(JSON.stringify(statement)),
  ]);
}

export async function insertUpload(
  db: Queryable,
  row: Pick<UploadRow, 'uploadId' | 'importId' | 'caseId' | 'kind' | 'name' | 'size' | 'state'>,
): Promise<void> {
  await run(
    db,
    'insert into ingest_uploads (upload_id, import_id, case_id, kind, name, size, state) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.uploadId, row.importId, row.caseId, row.kind, row.name, row.size, row.state],
  );
}

export async function findUpload(db: Queryable, uploadId: string): Promise<UploadRow | null> {
  const { rows } = await run(db, `select ${UPLOAD} from ingest_uploads where upload_id = $1`, [uploadId]);
  return (rows[0] as UploadRow | undefined) ?? null;
}

/** Holds the row: of two nodes that import the same upload the second waits, and finds it done. */
export async function lockUpload(tx: Tx, uploadId: string): Promise<UploadRow | null> {
  const { rows } = await run(tx, `select ${UPLOAD} from ingest_uploads where upload_id = $1 for update`, [uploadId]);
  return (rows[0] as UploadRow | undefined) ?? null;
}

export async function uploadsOf(db: Queryable, importIds: readonly string[]): Promise<UploadRow[]> {
  const { rows } = await run(
    db,
    `select ${UPLOAD} from ingest_uploads where import_id = any($1) and state <> 'dropped' order by at, upload_id`,
    [importIds],
  );
  return rows as UploadRow[];
}

/** Bytes of uploads into a case that are under way or wait for their import. */
export async function waitingBytes(db: Database, caseId: string): Promise<number> {
  const { rows } = await run(
    db,
    "select coalesce(sum(size), 0) as bytes from ingest_uploads where case_id = $1 and state in ('uploading', 'received')",
    [caseId],
  );
  return Number((rows[0] as { bytes: string }).bytes);
}

/** Removes what is known of deliveries into a case, once no import of them runs. Gives the uploads whose files may be here. */
export async function removeDeliveries(tx: Tx, caseId: string): Promise<readonly string[]> {
  await run(tx, 'select 1 from ingest_uploads where case_id = $1 order by upload_id for update', [caseId]);
  const { rows } = await run(tx, 'delete from ingest_uploads where case_id = $1 returning upload_id as id, state', [
    caseId,
  ]);
  const imports = 'select import_id from ingest_imports where case_id = $1';
  await run(tx, `delete from ingest_known where import_id in (${imports})`, [caseId]);
  await run(tx, 'delete from ingest_imports where case_id = $1', [caseId]);
  // What was sent and then placed into the case keeps its place in the list of arrivals, without the patient's name.
  await run(tx, "update ingest_arrivals set study = null, because = '[]', reason = null where case_id = $1", [caseId]);
  const waiting = (rows as { id: string; state: UploadRow['state'] }[]).filter(({ state }) => state !== 'imported');
  return waiting.map(({ id }) => id);
}

/** Whether the upload was still under way, and now counts as here. */
export async function markReceived(tx: Tx, uploadId: string): Promise<boolean> {
  const { rowCount } = await run(
    tx,
    "update ingest_uploads set state = 'received' where upload_id = $1 and state = 'uploading'",
    [uploadId],
  );
  return rowCount === 1;
}

export async function setUploadState(on: Queryable, uploadId: string, state: UploadRow['state']): Promise<void> {
  await run(on, 'update ingest_uploads set state = $2 where upload_id = $1', [uploadId, state]);
}

/** Counts one more beginning of an import, outside of the transaction that may die with it. */
export async function countAttempt(db: Database, uploadId: string, weight = 1): Promise<number> {
  const { rows } = await run(
    db,
    'update ingest_uploads set attempts = attempts + $2 where upload_id = $1 returning attempts',
    [uploadId, weight],
  );
  return (rows[0] as { attempts: number } | undefined)?.attempts ?? 0;
}

/** An attempt that failed for a reason outside of the service counts for nothing. */
export async function forgiveAttempt(db: Database, uploadId: string): Promise<void> {
  await run(db, 'update ingest_uploads set attempts = greatest(attempts - 1, 0) where upload_id = $1', [uploadId]);
}

export async function markImported(tx: Tx, uploadId: string, found: Found & { instances: number }): Promise<void> {
  await run(
    tx,
    `update ingest_uploads set state = 'imported', files = $2, instances = $3, already_here = $4, studies = $5::jsonb,
      refused = $6::jsonb, ignored = $7::jsonb, lists = $8::jsonb where upload_id = $1`,
    [
      uploadId,
      found.files,
      found.instances,
      found.alreadyHere,
      ...[found.studies, found.refused, found.ignored, found.lists].map((list) => keepable(JSON.stringify(list))),
    ],
  );
}

/** jsonb takes no NUL and no half of a surrogate pair; names of files may have either. */
const keepable = (json: string) => json.replace(/\\u0000|\\ud[89a-f][0-9a-f]{2}/g, '\ufffd');

export async function markFailed(on: Queryable, uploadId: string): Promise<void> {
  await run(on, "update ingest_uploads set state = 'failed' where upload_id = $1", [uploadId]);
}

/** What a node that starts has to go on with. */
export async function unfinished(
  db: Database,
): Promise<{ uploading: UploadRow[]; received: string[]; finished: string[] }> {
  const uploading = await run(db, `select ${UPLOAD} from ingest_uploads where state = 'uploading'`, []);
  const received = await run(db, "select upload_id from ingest_uploads where state = 'received' order by at", []);
  const finished = await run(db, "select import_id from ingest_imports where state = 'finished'", []);
  return {
    uploading: uploading.rows as UploadRow[],
    received: received.rows.map(({ upload_id }: { upload_id: string }) => upload_id),
    finished: finished.rows.map(({ import_id }: { import_id: string }) => import_id),
  };
}

/** Of these uploads, those whose file is not needed any more. */
export async function overUploads(db: Database, uploadIds: readonly string[]): Promise<string[]> {
  const { rows } = await run(
    db,
    "select upload_id from ingest_uploads where upload_id = any($1) and state in ('imported', 'dropped')",
    [uploadIds],
  );
  return rows.map(({ upload_id }: { upload_id: string }) => upload_id);
}

/** Uploads that nobody has gone on with since `before`, of deliveries that were never finished. */
export async function abandonedUploads(db: Database, before: Date): Promise<string[]> {
  const { rows } = await run(db, "select upload_id from ingest_uploads where state = 'uploading' and at < $1", [
    before,
  ]);
  return rows.map(({ upload_id }: { upload_id: string }) => upload_id);
}
