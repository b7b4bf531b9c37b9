import type { HeldFile } from '../archive/index.ts';
import type { DeliveredStudy } from './model.ts';
import { type Queryable, run } from './store.ts';

/** Keeps that a delivery counts on these files of the case; a file is kept once however often it was asked for. */
export async function insertKnown(db: Queryable, importId: string, files: readonly HeldFile[]): Promise<void> {
  const column = (of: (file: HeldFile) => string) => files.map(of);
  await run(
    db,
    `insert into ingest_known (import_id, sha256, study_instance_uid, series_instance_uid, description, patient_name)
      select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      on conflict (import_id, sha256) do nothing`,
    [
      importId,
      column(({ sha256 }) => sha256),
      column(({ studyInstanceUid }) => studyInstanceUid),
      column(({ seriesInstanceUid }) => seriesInstanceUid),
      column(({ studyDescription }) => studyDescription),
      column(({ patientName }) => patientName),
    ],
  );
}

export async function removeKnown(db: Queryable, importId: string, sha256s: readonly string[]): Promise<void> {
  await run(db, 'delete from ingest_known where import_id = $1 and sha256 = any($2)', [importId, sha256s]);
}

/** Hashes of the files that a delivery counts on, in order. */
export async function knownOf(db: Queryable, importId: string): Promise<string[]> {
  const { rows } = await run(db, 'select sha256 from ingest_known where import_id = $1 order by sha256', [importId]);
  return rows.map(({ sha256 }: { sha256: string }) => sha256);
}

/** The same files, counted by study. */
export async function knownStudies(db: Queryable, importId: string): Promise<DeliveredStudy[]> {
  const { rows } = await run(
    db,
    `select study_instance_uid as "studyInstanceUid", max(description) as description, patient_name as "patientName",
      count(*)::integer as instances, array_agg(distinct series_instance_uid) as series
    from ingest_known where import_id = $1 group by study_instance_uid, patient_name order by study_instance_uid`,
    [importId],
  );
  return rows as DeliveredStudy[];
}
