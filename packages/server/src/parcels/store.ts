import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { Database, Tx } from '../platform/ports.ts';
import { parcels, steps } from './schema.ts';

export type ParcelRow = typeof parcels.$inferSelect;
export type StepRow = typeof steps.$inferSelect;

/** A parcel with everything that happened to it, in order. */
export interface KeptParcel extends ParcelRow {
  readonly steps: readonly StepRow[];
}

/** So many parcels, the last changed first, are on the register's list; an older one is found by its number. */
const LONGEST_LIST = 1_000;

async function withSteps(on: Tx | Database, rows: readonly ParcelRow[]): Promise<readonly KeptParcel[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ parcelId }) => parcelId);
  const found = await on.orm.select().from(steps).where(inArray(steps.parcelId, ids)).orderBy(asc(steps.seq));
  const byParcel = Map.groupBy(found, ({ parcelId }) => parcelId);
  return rows.map((row) => ({ ...row, steps: byParcel.get(row.parcelId) ?? [] }));
}

export async function parcelBy(db: Database, parcelId: string): Promise<KeptParcel | null> {
  const rows = await db.orm.select().from(parcels).where(eq(parcels.parcelId, parcelId));
  return (await withSteps(db, rows))[0] ?? null;
}

/** As `parcelBy`, and nobody else adds a step until this transaction ends. */
export async function lockedParcel(tx: Tx, parcelId: string): Promise<KeptParcel | null> {
  const rows = await tx.orm.select().from(parcels).where(eq(parcels.parcelId, parcelId)).for('update');
  return (await withSteps(tx, rows))[0] ?? null;
}

/** Those of one case, or of all; the last changed first. */
export async function listParcels(db: Database, caseId: string | null): Promise<readonly KeptParcel[]> {
  const all = db.orm.select().from(parcels).orderBy(desc(parcels.changedAt), asc(parcels.parcelId)).limit(LONGEST_LIST);
  return await withSteps(db, await (caseId === null ? all : all.where(eq(parcels.caseId, caseId))));
}

export async function insertParcel(tx: Tx, row: ParcelRow): Promise<void> {
  await tx.orm.insert(parcels).values(row);
}

/** Adds a step, and says on the parcel where it has led. */
export async function addStep(tx: Tx, step: StepRow, standing: Pick<ParcelRow, 'state' | 'caseId'>): Promise<void> {
  await tx.orm.insert(steps).values(step);
  await tx.orm
    .update(parcels)
    .set({ ...standing, changedAt: step.at })
    .where(eq(parcels.parcelId, step.parcelId));
}

/** Takes out what was said of the parcels of a case. */
export async function eraseWords(tx: Tx, caseId: string): Promise<void> {
  const nothing = { contents: '', carrier: '', trackingNumber: '', returnTo: '' };
  await tx.orm.update(parcels).set(nothing).where(eq(parcels.caseId, caseId));
}
