import { and, asc, eq } from 'drizzle-orm';
import type { Database, Tx } from '../../platform/ports.ts';
import { scanPages, scans } from '../schema.ts';

type Either = Database | Tx;

export async function scanRow(db: Either, caseId: string) {
  const [found] = await db.orm.select().from(scans).where(eq(scans.caseId, caseId));
  return found ?? null;
}

export const pageRows = (db: Database, scanId: string) =>
  db.orm
    .select({ page: scanPages.page, sealed: scanPages.sealed })
    .from(scanPages)
    .where(eq(scanPages.scanId, scanId))
    .orderBy(asc(scanPages.page));

export async function pictureRow(db: Database, scanId: string, page: number): Promise<Buffer | null> {
  const which = and(eq(scanPages.scanId, scanId), eq(scanPages.page, page));
  const [found] = await db.orm.select({ picture: scanPages.picture }).from(scanPages).where(which);
  return found?.picture ?? null;
}

export async function insertScan(tx: Tx, row: typeof scans.$inferInsert): Promise<void> {
  await tx.orm.insert(scans).values(row);
}

/** Says how a scan stands; false when it was thrown away meanwhile. */
export async function changeScan(
  db: Either,
  scanId: string,
  change: Partial<Pick<typeof scans.$inferInsert, 'state' | 'pages' | 'fault'>>,
): Promise<boolean> {
  return ((await db.orm.update(scans).set(change).where(eq(scans.scanId, scanId))).rowCount ?? 0) > 0;
}

/** Keeps a page; one that an interrupted reading left is written over. */
export async function putPage(tx: Tx, row: typeof scanPages.$inferInsert): Promise<void> {
  const { sealed, picture } = row;
  const target = [scanPages.scanId, scanPages.page];
  await tx.orm.insert(scanPages).values(row).onConflictDoUpdate({ target, set: { sealed, picture } });
}

/** Removes the scan of a case with its pages; its file stays, and is told. */
export async function removeScan(tx: Tx, caseId: string): Promise<string | null> {
  await tx.orm.delete(scanPages).where(eq(scanPages.caseId, caseId));
  const [gone] = await tx.orm.delete(scans).where(eq(scans.caseId, caseId)).returning({ scanId: scans.scanId });
  return gone?.scanId ?? null;
}
