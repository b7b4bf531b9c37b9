import { eq } from 'drizzle-orm';
import { checkSealed } from '../platform/check-sealed.ts';
import type { CheckedItem, CheckScope } from '../platform/checked.ts';
import { keyToCheck } from '../platform/keys.ts';
import type { Ground } from '../platform/ports.ts';
import { openBytes } from '../platform/seal.ts';
import { checkedSums, packetBound, readPlan } from './packet-store.ts';
import { files } from './schema.ts';
import { readSealed } from './sealed-file.ts';
import { blobKey, dataKeyId } from './store.ts';

/** Reads every document and packet again: its seal, and the hash by which the record of its case names it. */
export async function* checkDocuments(
  ground: Pick<Ground, 'db' | 'blobs' | 'keys'>,
  scope: CheckScope,
): AsyncGenerator<CheckedItem> {
  const { db, blobs } = ground;
  const all = db.orm.select().from(files);
  const rows = await (scope.caseId === null ? all : all.where(eq(files.caseId, scope.caseId)));
  for (const { caseId, sha256, kind } of rows) {
    const place = blobKey(caseId, sha256);
    yield await checkSealed({
      ...{ caseId, what: 'document', name: sha256, sha256 },
      key: await keyToCheck(ground, dataKeyId(caseId)),
      async *open(key) {
        if (kind === 'packet') yield* readSealed(blobs, place, { key, bound: packetBound(caseId) });
        else if (kind === 'plan') yield checkedSums(await readPlan(blobs, key, caseId, sha256));
        else yield openBytes(key, `document/${caseId}/${sha256}`, await blobs.read(place));
      },
    });
  }
}

/** The keys of all documents and packets of a case. */
export async function keysOfDocuments({ db }: Pick<Ground, 'db'>, caseId: string): Promise<readonly string[]> {
  const rows = await db.orm.select({ sha256: files.sha256 }).from(files).where(eq(files.caseId, caseId));
  return rows.map(({ sha256 }) => blobKey(caseId, sha256));
}
