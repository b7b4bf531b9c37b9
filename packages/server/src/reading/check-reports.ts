import { eq } from 'drizzle-orm';
import { checkSealed } from '../platform/check-sealed.ts';
import type { CheckedItem, CheckScope } from '../platform/checked.ts';
import { keyToCheck } from '../platform/keys.ts';
import type { Ground } from '../platform/ports.ts';
import { openBytes } from '../platform/seal.ts';
import { reports, scans } from './schema.ts';
import { blobKey } from './store.ts';

/** Reads every written report again, the file as it came: its seal, and its hash. */
export async function* checkReports(
  ground: Pick<Ground, 'db' | 'blobs' | 'keys'>,
  scope: CheckScope,
): AsyncGenerator<CheckedItem> {
  const { db, blobs } = ground;
  const { caseId: ofCase, reportId: id, sha256: hash } = reports;
  const all = db.orm.select({ caseId: ofCase, reportId: id, sha256: hash }).from(reports);
  const rows = await (scope.caseId === null ? all : all.where(eq(ofCase, scope.caseId)));
  for (const { caseId, reportId, sha256 } of rows) {
    yield await checkSealed({
      ...{ caseId, what: 'report', name: reportId, sha256 },
      key: await keyToCheck(ground, `case/${caseId}`),
      async *open(key) {
        const sealed = await blobs.read(blobKey(caseId, reportId));
        yield openBytes(key, `report/${caseId}/${reportId}/file`, sealed);
      },
    });
  }
}

/** The keys of all written reports of a case, those too that are still read. */
export async function keysOfReports({ db }: Pick<Ground, 'db'>, caseId: string): Promise<readonly string[]> {
  const kept = db.orm.select({ id: reports.reportId }).from(reports).where(eq(reports.caseId, caseId));
  const scanned = db.orm.select({ id: scans.scanId }).from(scans).where(eq(scans.caseId, caseId));
  return [...(await kept), ...(await scanned)].map(({ id }) => blobKey(caseId, id));
}
