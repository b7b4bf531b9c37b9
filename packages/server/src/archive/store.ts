import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { InstanceHeader, Left } from '@overread/imaging/model.ts';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database, Tx } from '../platform/ports.ts';
import { ROW_COLUMNS } from './index-row.ts';
import type { ArchivedInstance, ClosedPack, Taken } from './model.ts';

const APART =
  'another file with the same identity and other content is in the case already; this one is kept apart and not shown. Ask the facility which of the two is right';

/**
 * Rows of one pack into the index. The temporary table takes them as they are; the conflict is settled in the database, and by
 * `isSame`, whether two files hold the same data set.
 */
export async function indexPack(
  tx: Tx,
  pack: ClosedPack,
  caseId: string,
  isSame: (a: ArchivedInstance, b: ArchivedInstance) => Promise<boolean>,
): Promise<Taken> {
  const { client } = tx;
  await client.query('set local client_min_messages = warning');
  await client.query(`create temp table if not exists archive_incoming (
    path text, case_id text, sop_instance_uid text, sha256 text, study_instance_uid text, series_instance_uid text,
    size bigint, pack_id text, pack_offset bigint, first_segment integer, segments integer[], header jsonb,
    nth bigint generated always as identity) on commit delete rows`);
  const copy = client.query(copyFrom(`copy archive_incoming (${ROW_COLUMNS}) from stdin`));
  await pipeline(Readable.from([Buffer.from(pack.rows)]), copy);
  // Which content of a UID is the current one hangs on who comes first.
  await lockCase(tx, caseId);
  const added = await client.query<Added>(INSERT, []);
  const rows: Added[] = [];
  for (const row of added.rows) if (row.state === 'current' || !(await isTwin(tx, caseId, row, isSame))) rows.push(row);
  const unique = rows.length;
  if (unique > 0) {
    await client.query('insert into archive_packs (pack_id, case_id, bytes, instances) values ($1, $2, $3, $4)', [
      pack.packId,
      caseId,
      pack.bytes,
      unique,
    ]);
  }
  await client.query('truncate archive_incoming');
  const apart: Left[] = rows.filter(({ state }) => state === 'apart').map(({ path }) => ({ path, reason: APART }));
  return { added: unique - apart.length, alreadyHere: pack.instances - unique, apart };
}

const INSERT = `
with once as (
  select distinct on (sop_instance_uid, sha256) * from archive_incoming order by sop_instance_uid, sha256, nth
), ranked as (
  select once.*,
    row_number() over (partition by sop_instance_uid order by nth) > 1
    or exists (select 1 from archive_instances a where a.case_id = once.case_id
      and a.sop_instance_uid = once.sop_instance_uid and a.state = 'current') as later
  from once
), added as (
  insert into archive_instances (case_id, sop_instance_uid, sha256, study_instance_uid, series_instance_uid, size, pack_id,
    pack_offset, first_segment, segments, header, state)
  select case_id, sop_instance_uid, sha256, study_instance_uid, series_instance_uid, size, pack_id, pack_offset,
    first_segment, segments, header, case when later then 'apart' else 'current' end
  from ranked
  on conflict (case_id, sop_instance_uid, sha256) do nothing
  returning sop_instance_uid, sha256, state
)
select once.path, sop_instance_uid, sha256, added.state from added join once using (sop_instance_uid, sha256)`;

interface Added {
  readonly path: string;
  readonly sop_instance_uid: string;
  readonly sha256: string;
  readonly state: 'current' | 'apart';
}

/** A file beside another of its UID: where it holds the same data set it counts as that one, and its row goes. */
async function isTwin(
  { client }: Tx,
  caseId: string,
  { sop_instance_uid: uid, sha256 }: Added,
  isSame: (a: ArchivedInstance, b: ArchivedInstance) => Promise<boolean>,
): Promise<boolean> {
  const { rows } = await client.query<Row>(
    `select ${COLUMNS} from archive_instances where case_id = $1 and sop_instance_uid = $2`,
    [caseId, uid],
  );
  const files = rows.map(toInstance);
  const own = files.find((file) => file.sha256 === sha256);
  if (own === undefined) return false;
  for (const other of files) {
    if (other === own || !(await isSame(own, other))) continue;
    await client.query('delete from archive_instances where case_id = $1 and sop_instance_uid = $2 and sha256 = $3', [
      ...[caseId, uid, sha256],
    ]);
    await client.query(
      `insert into archive_twins (case_id, sha256, sop_instance_uid, of_sha256) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [caseId, sha256, uid, other.sha256],
    );
    return true;
  }
  return false;
}

/** What names of packs begin with that hold objects of the service's own making; the document's hash follows. */
export const OWN_PACKS = 'own-';
/** What came from outside. */
const CAME_IN = `pack_id not like '${OWN_PACKS}%'`;

interface Row {
  readonly sop_instance_uid: string;
  readonly study_instance_uid: string;
  readonly series_instance_uid: string;
  readonly size: string;
  readonly sha256: string;
  readonly header: InstanceHeader;
  readonly pack_id: string;
  readonly pack_offset: string;
  readonly first_segment: number;
  readonly segments: number[];
}

const COLUMNS = `sop_instance_uid, study_instance_uid, series_instance_uid, size, sha256, header, pack_id, pack_offset,
  first_segment, segments`;

const toInstance = (row: Row): ArchivedInstance => ({
  sopInstanceUid: row.sop_instance_uid,
  studyInstanceUid: row.study_instance_uid,
  seriesInstanceUid: row.series_instance_uid,
  size: Number(row.size),
  sha256: row.sha256,
  header: row.header,
  place: {
    packId: row.pack_id,
    packOffset: Number(row.pack_offset),
    firstSegment: row.first_segment,
    segments: row.segments,
  },
  madeFrom: row.pack_id.startsWith(OWN_PACKS) ? row.pack_id.slice(OWN_PACKS.length).replace(/\..*$/, '') : null,
});

/** Which instances: all of a case, or those whose UID of this kind is among `uids`. */
export interface Which {
  readonly caseId: string;
  readonly by?: 'study_instance_uid' | 'series_instance_uid' | 'sop_instance_uid';
  readonly uids?: readonly string[];
}

export async function findInstances(db: Database, which: Which): Promise<ArchivedInstance[]> {
  const narrowed = which.by !== undefined && which.uids !== undefined;
  const { rows } = await db.pool.query<Row>(
    `select ${COLUMNS} from archive_instances where case_id = $1 and state = 'current' ${narrowed ? `and ${which.by} = any($2)` : ''}
    order by study_instance_uid, series_instance_uid, sop_instance_uid`,
    narrowed ? [which.caseId, which.uids] : [which.caseId],
  );
  return rows.map(toInstance);
}

/** Headers of the instances of one study that came in and may be shown. */
export async function findHeaders(db: Database, caseId: string, studyInstanceUid: string): Promise<InstanceHeader[]> {
  const { rows } = await db.pool.query<Pick<Row, 'header'>>(
    `select header from archive_instances where case_id = $1 and state = 'current' and study_instance_uid = $2 and ${CAME_IN}
    order by series_instance_uid, sop_instance_uid`,
    [caseId, studyInstanceUid],
  );
  return rows.map(({ header }) => header);
}

/** The studies of a case (of these, where a list is given), each with a mark that changes with the set of what came in. */
export async function studyMarks(
  db: Database,
  caseId: string,
  uids: readonly string[] | undefined,
): Promise<{ uid: string; mark: string }[]> {
  const { rows } = await db.pool.query<{ uid: string; mark: string }>(
    `select study_instance_uid as uid,
      count(*) || ' ' || sum(hashtextextended(sop_instance_uid || ' ' || sha256, 0)) as mark
    from archive_instances where case_id = $1 and state = 'current' and ${CAME_IN} and ($2::text[] is null or study_instance_uid = any($2))
    group by study_instance_uid order by study_instance_uid`,
    [caseId, uids ?? null],
  );
  return rows;
}

/** Bytes of all packs of a case. */
export async function packBytes(db: Database, caseId: string): Promise<number> {
  const { rows } = await db.pool.query<{ bytes: string }>(
    'select coalesce(sum(bytes), 0) as bytes from archive_packs where case_id = $1',
    [caseId],
  );
  return Number(rows[0]?.bytes ?? 0);
}

/** Hashes of all that the case holds, shown, kept apart, or in another wrapping. */
export async function knownHashes(db: Database, caseId: string): Promise<Set<string>> {
  const { rows } = await db.pool.query<{ sha256: string }>(
    `select sha256 from archive_instances where case_id = $1
     union select sha256 from archive_twins where case_id = $1`,
    [caseId],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Of these hashes, those that the case holds; one content may stand under several identities. */
export async function heldHashes(
  db: Database,
  caseId: string,
  sha256s: readonly string[],
): Promise<Map<string, 'current' | 'apart'>> {
  const { rows } = await db.pool.query<{ sha256: string; state: 'current' | 'apart' }>(
    `select sha256, state from archive_instances where case_id = $1 and sha256 = any($2)
     union all
     select t.sha256, i.state from archive_twins t join archive_instances i
       on i.case_id = t.case_id and i.sop_instance_uid = t.sop_instance_uid and i.sha256 = t.of_sha256
     where t.case_id = $1 and t.sha256 = any($2)`,
    [caseId, sha256s],
  );
  return new Map(rows.map(({ sha256, state }) => [sha256, state]));
}

/** Of these packs, those that the index refers to. */
export async function indexedPacks(db: Database, packIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.pool.query<{ pack_id: string }>(
    'select pack_id from archive_packs where pack_id = any($1)',
    [packIds],
  );
  return new Set(rows.map(({ pack_id }) => pack_id));
}

/** Waits for imports into the case that are at their end; those that come later find its key destroyed. */
export async function removeRows(tx: Tx, caseId: string): Promise<{ images: number; imageBytes: number }> {
  await lockCase(tx, caseId);
  const { rows } = await tx.client.query<{ images: string; bytes: string }>(
    `with gone as (delete from archive_instances where case_id = $1 returning size)
     select count(*) as images, coalesce(sum(size), 0) as bytes from gone`,
    [caseId],
  );
  await tx.client.query('delete from archive_twins where case_id = $1', [caseId]);
  await tx.client.query('delete from archive_packs where case_id = $1', [caseId]);
  return { images: Number(rows[0]?.images ?? 0), imageBytes: Number(rows[0]?.bytes ?? 0) };
}

/** Imports into one case, and its erasure, take turns from here to their commit. */
async function lockCase({ client }: Tx, caseId: string): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('archive/' || $1, 0))", [caseId]);
}
