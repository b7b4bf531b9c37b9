import { and, eq } from 'drizzle-orm';
import type { Database, Tx } from '../platform/ports.ts';
import { files } from './schema.ts';

export async function insertFile(tx: Tx, row: typeof files.$inferInsert): Promise<void> {
  await tx.orm.insert(files).values(row).onConflictDoNothing();
}

export async function fileRow(db: Database, caseId: string, sha256: string) {
  const [found] = await db.orm
    .select()
    .from(files)
    .where(and(eq(files.caseId, caseId), eq(files.sha256, sha256)));
  return found ?? null;
}

/** Documents and packets of a case. Their rows stay: the record names them by their hash, and their files have no key. */
export async function countFiles(tx: Tx, caseId: string): Promise<number> {
  return (await tx.orm.select({ sha256: files.sha256 }).from(files).where(eq(files.caseId, caseId))).length;
}

export const blobKey = (caseId: string, sha256: string): string => `cases/${caseId}/documents/${sha256}`;
export const dataKeyId = (caseId: string): string => `case/${caseId}`;
