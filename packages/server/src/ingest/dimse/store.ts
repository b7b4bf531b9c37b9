import type { Database } from '../../platform/ports.ts';
import type { AssociationRecord } from './model.ts';

const KEPT_DAYS = 90;

export async function keepAssociation(db: Database, associationId: string, record: AssociationRecord): Promise<void> {
  const { callingAe, calledAe, address, isTls, at, endedAt, stored, failed, trouble } = record;
  const keepable = (text: string) => text.replaceAll('\0', '');
  await db.pool.query(
    `insert into ingest_associations
      (association_id, calling_ae, called_ae, address, is_tls, at, ended_at, stored, failed, trouble)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [associationId, keepable(callingAe), keepable(calledAe), address, isTls, at, endedAt, stored, failed, trouble],
  );
}

/** The last associations, newest first. */
export async function lastAssociations(db: Database, most: number): Promise<AssociationRecord[]> {
  const { rows } = await db.pool.query<AssociationRecord>(
    `select calling_ae as "callingAe", called_ae as "calledAe", address, is_tls as "isTls", at, ended_at as "endedAt",
      stored, failed, trouble
     from ingest_associations order by at desc limit $1`,
    [most],
  );
  return rows;
}

export async function forgetAssociations(db: Database, now: Date): Promise<void> {
  await db.pool.query('delete from ingest_associations where at < $1', [
    new Date(now.getTime() - KEPT_DAYS * 24 * 3_600_000),
  ]);
}
