import { BlobMissing, type Blobs, type Database } from '../platform/ports.ts';
import type { HeldFile } from './model.ts';

interface Row {
  readonly sha256: string;
  readonly size: string;
  readonly sop_instance_uid: string;
  readonly series_instance_uid: string;
  readonly study_instance_uid: string;
  readonly pack_id: string;
  readonly series: string | null;
  readonly modality: string | null;
  readonly study: string | null;
  readonly date: string | null;
  readonly patient: string | null;
}

const COLUMNS = `sha256, size, sop_instance_uid, series_instance_uid, study_instance_uid, pack_id,
  header->>'seriesDescription' as series, header->>'modality' as modality, header->>'studyDescription' as study,
  header->>'studyDate' as date, header#>>'{patient,name}' as patient`;
/** What a table of instances has behind the hash, of the file that stands for another wrapping. */
const REST = `i.study_instance_uid, i.series_instance_uid, i.size, i.pack_id, i.pack_offset, i.first_segment, i.segments,
  i.header, i.state`;
const ORDER = 'order by study_instance_uid, series_instance_uid, sop_instance_uid, sha256';

const toFile = (row: Row): HeldFile => ({
  sha256: row.sha256,
  size: Number(row.size),
  sopInstanceUid: row.sop_instance_uid,
  seriesInstanceUid: row.series_instance_uid,
  studyInstanceUid: row.study_instance_uid,
  packId: row.pack_id,
  seriesDescription: row.series ?? '',
  modality: row.modality ?? '',
  studyDescription: row.study ?? '',
  studyDate: row.date ?? '',
  patientName: row.patient ?? '',
});

/** The current files of a case with these hashes, in whatever wrapping they came. */
export async function filesByHash(db: Database, caseId: string, sha256s: readonly string[]): Promise<HeldFile[]> {
  const { rows } = await db.pool.query<Row>(
    `select ${COLUMNS} from (
       select * from archive_instances where case_id = $1 and sha256 = any($2)
       union all
       select i.case_id, i.sop_instance_uid, t.sha256, ${REST} from archive_twins t join archive_instances i
         on i.case_id = t.case_id and i.sop_instance_uid = t.sop_instance_uid and i.sha256 = t.of_sha256
       where t.case_id = $1 and t.sha256 = any($2)
     ) held where state = 'current' ${ORDER}`,
    [caseId, sha256s],
  );
  return rows.map(toFile);
}

/** The current files that packs of these owners hold. */
export async function filesByOwner(db: Database, caseId: string, owners: readonly string[]): Promise<HeldFile[]> {
  const { rows } = await db.pool.query<Row>(
    `select ${COLUMNS} from archive_instances where case_id = $1 and state = 'current' and split_part(pack_id, '.', 1) = any($2) ${ORDER}`,
    [caseId, owners],
  );
  return rows.map(toFile);
}

/** Without the files whose pack is not in the store any more, whatever the index says. */
export async function withPacks(
  blobs: Pick<Blobs, 'size'>,
  keyOf: (packId: string) => string,
  files: readonly HeldFile[],
): Promise<HeldFile[]> {
  const there = new Set<string>();
  for (const packId of new Set(files.map((file) => file.packId))) {
    try {
      if ((await blobs.size(keyOf(packId))) > 0) there.add(packId);
    } catch (error) {
      if (!(error instanceof BlobMissing)) throw error;
    }
  }
  return files.filter(({ packId }) => there.has(packId));
}
