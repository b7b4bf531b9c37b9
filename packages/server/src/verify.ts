import { checkPacks, keysOfPacks } from './archive/index.ts';
import { keysOfPapers } from './asking/index.ts';
import { openAtRest } from './at-rest.ts';
import { caseNumbers } from './cases/index.ts';
import { checkDocuments, keysOfDocuments } from './delivery/index.ts';
import type { CheckedItem, CheckScope } from './platform/checked.ts';
import type { Config } from './platform/config.ts';
import type { Ground } from './platform/ports.ts';
import { checkReports, keysOfReports } from './reading/index.ts';

export interface VerifyOptions {
  readonly config: Config;
  /** The number of one case ("2026-0432"), or null for all. */
  readonly caseNumber: string | null;
  /** Told of every thing that was read, in no order that matters. */
  readonly onItem: (item: CheckedItem & { readonly caseNumber: string }) => void;
  /** Told of every object in the store that nothing refers to. */
  readonly onOrphan: (orphan: { readonly key: string; readonly caseNumber: string }) => void;
}

/** Reads everything at rest again: images in their packs, reports, documents. Works beside a service that runs. */
export async function verifyData({ config, caseNumber, onItem, onOrphan }: VerifyOptions): Promise<void> {
  const { db, blobs, keys, close } = await openAtRest(config);
  try {
    const numbers = await caseNumbers(db);
    const [caseId = null] = [...numbers].find(([, number]) => number === caseNumber) ?? [];
    if (caseNumber !== null && caseId === null) throw new Error(`There is no case ${caseNumber}.`);
    const numberOf = (id: string): string => numbers.get(id) ?? id;
    for (const check of [checkPacks, checkReports, checkDocuments]) {
      for await (const item of check({ db, blobs, keys }, { caseId })) {
        onItem({ ...item, caseNumber: numberOf(item.caseId) });
      }
    }
    for await (const { key, caseId: id } of orphans({ db, blobs }, { caseId })) {
      onOrphan({ key, caseNumber: numberOf(id) });
    }
  } finally {
    await close();
  }
}

/**
 * Objects that no row names: an import or an upload that was interrupted left them, or is at work on them right now. The
 * rooms are asked after the store, and once more before an object is told: what was stored meanwhile has its row by then.
 */
async function* orphans(
  ground: Pick<Ground, 'db' | 'blobs'>,
  { caseId }: CheckScope,
): AsyncGenerator<{ readonly key: string; readonly caseId: string }> {
  let of = { caseId: '', known: new Set<string>() };
  for await (const key of ground.blobs.list(caseId === null ? 'cases/' : `cases/${caseId}/`)) {
    const [, id = ''] = key.split('/');
    if (of.caseId === id && of.known.has(key)) continue;
    of = { caseId: id, known: await namedKeys(ground, id) };
    if (!of.known.has(key)) yield { key, caseId: id };
  }
}

async function namedKeys(ground: Pick<Ground, 'db'>, caseId: string): Promise<Set<string>> {
  const all = [keysOfPacks, keysOfReports, keysOfDocuments, keysOfPapers].map((keysOf) => keysOf(ground, caseId));
  return new Set((await Promise.all(all)).flat());
}
