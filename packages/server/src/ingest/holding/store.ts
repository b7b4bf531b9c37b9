import type { Database, Tx } from '../../platform/ports.ts';
import type { ArrivalRow, ArrivalState, ArrivingStudy, Origin } from './model.ts';

type Queryable = Database | Tx;
const run = (on: Queryable, sql: string, values: readonly unknown[]) =>
  'client' in on ? on.client.query(sql, [...values]) : on.pool.query(sql, [...values]);

const ARRIVAL = `arrival_id as "arrivalId", way, sender, address, at, state, study, case_id as "caseId", because,
  upload_id as "uploadId", import_id as "importId", decided_by as "decidedBy", decided_at as "decidedAt", reason`;

/** jsonb takes no NUL and no half of a surrogate pair; headers may have either. */
const json = (value: unknown) =>
  value === null ? null : JSON.stringify(value).replace(/\\u0000|\\ud[89a-f][0-9a-f]{2}/g, '\ufffd');

export interface NewArrival extends Origin {
  readonly arrivalId: string;
  readonly at: Date;
  readonly state: ArrivalState;
  readonly study: ArrivingStudy | null;
}

export async function insertArrival(on: Queryable, row: NewArrival): Promise<void> {
  await run(
    on,
    'insert into ingest_arrivals (arrival_id, way, sender, address, at, state, study) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.arrivalId, row.way, row.sender, row.address, row.at, row.state, json(row.study)],
  );
}

export async function findArrival(on: Queryable, arrivalId: string): Promise<ArrivalRow | null> {
  const { rows } = await run(on, `select ${ARRIVAL} from ingest_arrivals where arrival_id = $1`, [arrivalId]);
  return (rows[0] as ArrivalRow | undefined) ?? null;
}

/** Holds the row until the transaction ends. */
export async function lockArrival(tx: Tx, arrivalId: string): Promise<ArrivalRow | null> {
  const { rows } = await run(tx, `select ${ARRIVAL} from ingest_arrivals where arrival_id = $1 for update`, [
    arrivalId,
  ]);
  return (rows[0] as ArrivalRow | undefined) ?? null;
}

/** Another arrival, of the same study from the same sender: more of its images belong there. Locked. */
export async function lockSameStudy(
  tx: Tx,
  { arrivalId, way, sender }: Pick<ArrivalRow, 'arrivalId' | 'way' | 'sender'>,
  study: ArrivingStudy,
): Promise<ArrivalRow | null> {
  const { rows } = await run(
    tx,
    `select ${ARRIVAL} from ingest_arrivals where state in ('importing', 'waiting') and way = $1 and sender = $2
      and study->>'studyInstanceUid' = $3 and study->'patient' = $4::jsonb and arrival_id <> $5
     order by at limit 1 for update`,
    [way, sender, study.studyInstanceUid, json(study.patient), arrivalId],
  );
  return (rows[0] as ArrivalRow | undefined) ?? null;
}

export async function arrivalsIn(on: Queryable, states: readonly ArrivalState[]): Promise<ArrivalRow[]> {
  const { rows } = await run(on, `select ${ARRIVAL} from ingest_arrivals where state = any($1) order by at`, [states]);
  return rows as ArrivalRow[];
}

export type Change = Partial<Omit<ArrivalRow, 'arrivalId' | 'at' | keyof Origin>>;
const COLUMNS: Readonly<Record<keyof Change, string>> = {
  state: 'state',
  study: 'study',
  caseId: 'case_id',
  because: 'because',
  uploadId: 'upload_id',
  importId: 'import_id',
  decidedBy: 'decided_by',
  decidedAt: 'decided_at',
  reason: 'reason',
};

export async function changeArrival(on: Queryable, arrivalId: string, change: Change): Promise<void> {
  const keys = Object.keys(change) as (keyof Change)[];
  const values = keys.map((key) => (key === 'study' || key === 'because' ? json(change[key]) : change[key]));
  const set = keys.map((key, at) => `${COLUMNS[key]} = $${at + 2}`).join(', ');
  await run(on, `update ingest_arrivals set ${set} where arrival_id = $1`, [arrivalId, ...values]);
}

export async function removeArrival(on: Queryable, arrivalId: string): Promise<void> {
  await run(on, 'delete from ingest_arrivals where arrival_id = $1', [arrivalId]);
}

/** Deliveries of an arrival that are not imported yet, but for this one. */
export async function hasOtherDeliveries(on: Queryable, arrivalId: string, importId: string): Promise<boolean> {
  const { rowCount } = await run(
    on,
    "select 1 from ingest_imports where case_id = $1 and import_id <> $2 and state in ('open', 'finished') limit 1",
    [arrivalId, importId],
  );
  return rowCount !== 0;
}
