import type { Database, Tx } from '../platform/ports.ts';
import { CHAIN_START, type ChainedEntry, chainHash } from './chain.ts';

export type NewEntry = Omit<ChainedEntry, 'seq'>;

interface Row {
  readonly seq: string;
  readonly at: Date;
  readonly person_id: string;
  readonly person_name: string;
  readonly role: string;
  readonly action: string;
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly outcome: string;
  readonly detail: string;
  readonly hash: string;
}

const COLUMNS = 'seq, at, person_id, person_name, role, action, case_id, case_number, outcome, detail, hash';

/** Adds entries to the end of the chain. The lock makes nodes write one after the other: each needs the hash before. */
export async function appendEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('overread-audit'))");
  const last = await tx.client.query<Row>(`select seq, hash from audit_entries order by seq desc limit 1`);
  let seq = Number(last.rows[0]?.seq ?? 0);
  let hash = last.rows[0]?.hash ?? CHAIN_START;
  const rows = entries.map((entry) => {
    seq += 1;
    const chained = { ...entry, seq };
    hash = chainHash(hash, chained);
    return { ...chained, hash };
  });
  await tx.client.query(
    `insert into audit_entries (${COLUMNS})
     select (e->>'seq')::bigint, (e->>'at')::timestamptz, e->>'personId', e->>'personName', e->>'role', e->>'action',
            e->>'caseId', e->>'caseNumber', e->>'outcome', e->>'detail', e->>'hash'
     from jsonb_array_elements($1::jsonb) e`,
    [JSON.stringify(rows)],
  );
}

export interface EntryFilter {
  readonly limit: number;
  readonly before?: number | undefined;
  readonly caseId?: string | undefined;
}

/** Newest first. */
export async function readEntries(db: Database, filter: EntryFilter): Promise<readonly ChainedEntry[]> {
  const { rows } = await db.pool.query<Row>(
    `select ${COLUMNS} from audit_entries
     where ($1::bigint is null or seq < $1) and ($2::text is null or case_id = $2)
     order by seq desc limit $3`,
    [filter.before ?? null, filter.caseId ?? null, filter.limit],
  );
  return rows.map(entryOf);
}

export async function personsWho(
  db: Database,
  caseId: string,
  actions: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.pool.query<{ person_id: string }>(
    `select distinct person_id from audit_entries
     where case_id = $1 and action = any($2) and outcome = 'allowed' and person_id <> ''`,
    [caseId, actions],
  );
  return new Set(rows.map((row) => row.person_id));
}

export interface ChainCheck {
  readonly entries: number;
  readonly intact: boolean;
  /** The first entry that does not fit the one before it. */
  readonly brokenAt: number | null;
}

/** Computes every hash again, a thousand entries at a time. */
export async function checkChain(db: Database): Promise<ChainCheck> {
  let before = CHAIN_START;
  let seq = 0;
  for (;;) {
    const { rows } = await db.pool.query<Row>(
      `select ${COLUMNS} from audit_entries where seq > $1 order by seq limit 1000`,
      [seq],
    );
    if (rows.length === 0) return { entries: seq, intact: true, brokenAt: null };
    for (const row of rows) {
      const entry = entryOf(row);
      if (entry.seq !== seq + 1 || chainHash(before, entry) !== row.hash) {
        return { entries: seq, intact: false, brokenAt: entry.seq };
      }
      before = row.hash;
      seq = entry.seq;
    }
  }
}

function entryOf(row: Row): ChainedEntry {
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    personId: row.person_id,
    personName: row.person_name,
    role: row.role,
    action: row.action,
    caseId: row.case_id,
    caseNumber: row.case_number,
    outcome: row.outcome,
    detail: row.detail,
  };
}
