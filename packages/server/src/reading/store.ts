import { and, eq } from 'drizzle-orm';
import type { Database, Tx } from '../platform/ports.ts';
import { comparisons, drafts, reports } from './schema.ts';

/** Where a written report lies, as it came. */
export const blobKey = (caseId: string, reportId: string): string => `cases/${caseId}/reports/${reportId}`;

export async function insertReport(tx: Tx, row: typeof reports.$inferInsert): Promise<void> {
  await tx.orm.insert(reports).values(row);
}

/** Takes the words away; that there was a report, and its hash, stays beside the record that names it. */
export async function eraseReports(tx: Tx, caseId: string): Promise<number> {
  const erased = await tx.orm
    .update(reports)
    .set({ sealed: Buffer.alloc(0) })
    .where(eq(reports.caseId, caseId));
  return erased.rowCount ?? 0;
}

export async function reportRow(db: Database, caseId: string, reportId: string) {
  const [found] = await db.orm
    .select()
    .from(reports)
    .where(and(eq(reports.reportId, reportId), eq(reports.caseId, caseId)));
  return found ?? null;
}

export async function draftRow(db: Database, caseId: string, readerId: string) {
  const [found] = await db.orm
    .select()
    .from(drafts)
    .where(and(eq(drafts.caseId, caseId), eq(drafts.readerId, readerId)));
  return found ?? null;
}

export async function putDraftRow(db: Database, row: typeof drafts.$inferInsert): Promise<void> {
  const { sealed, savedAt } = row;
  await db.orm
    .insert(drafts)
    .values(row)
    .onConflictDoUpdate({ target: [drafts.caseId, drafts.readerId], set: { sealed, savedAt } });
}

export async function removeDrafts(tx: Tx, caseId: string): Promise<number> {
  return (await tx.orm.delete(drafts).where(eq(drafts.caseId, caseId))).rowCount ?? 0;
}

export async function comparisonRow(db: Database, caseId: string, personId: string) {
  const [found] = await db.orm
    .select()
    .from(comparisons)
    .where(and(eq(comparisons.caseId, caseId), eq(comparisons.personId, personId)));
  return found ?? null;
}

export async function putComparisonRow(db: Database, row: typeof comparisons.$inferInsert): Promise<void> {
  const { sealed, savedAt } = row;
  await db.orm
    .insert(comparisons)
    .values(row)
    .onConflictDoUpdate({ target: [comparisons.caseId, comparisons.personId], set: { sealed, savedAt } });
}

export async function removeComparisons(tx: Tx, caseId: string): Promise<number> {
  return (await tx.orm.delete(comparisons).where(eq(comparisons.caseId, caseId))).rowCount ?? 0;
}
