import { routeStudy } from '@overread/rules/routing/route-study.ts';
import type { ArrivalRow, ArrivingStudy } from './model.ts';
import type { HoldingDeps } from './room.ts';
import * as store from './store.ts';
import { SYSTEM, witnessOf } from './witness.ts';

/**
 * Sends a spool that is whole and durable on its way, as the rules say: into the one case that it surely belongs to, to the
 * rest of its study in the holding area, or there as a study of its own. Resolves with the delivery when that is decided and
 * kept; the import follows.
 */
export async function placeSpool(deps: HoldingDeps, row: ArrivalRow & { readonly study: ArrivingStudy }) {
  const { db, cases, ingest, newId, clock } = deps;
  const { arrivalId, study } = row;
  const size = (await ingest.files.received(arrivalId)) ?? 0;
  const route = routeStudy(study, await cases.candidatesFor(study));
  const upload = {
    uploadId: arrivalId,
    importId: newId(),
    kind: 'spool',
    name: '',
    size,
    personId: SYSTEM,
    from: row,
  } as const;
  const { caseId } = route;
  const chosen = route.candidates.find((candidate) => candidate.caseId === caseId);
  const ownerId = await db.transaction(async (tx) => {
    if (chosen !== undefined) {
      await ingest.take(tx, { ...upload, ownerId: chosen.caseId });
      const { because } = chosen;
      await store.changeArrival(tx, arrivalId, {
        ...{ state: 'in-case', caseId: chosen.caseId, because, importId: upload.importId, study: null },
        ...{ decidedBy: SYSTEM, decidedAt: clock.now() },
      });
      return chosen.caseId;
    }
    const same = await store.lockSameStudy(tx, row, study);
    const owner = same?.arrivalId ?? arrivalId;
    await ingest.take(tx, { ...upload, ownerId: owner });
    if (owner !== arrivalId) await store.removeArrival(tx, arrivalId);
    await store.changeArrival(tx, owner, { state: 'importing' });
    return owner;
  });
  await deps.witness(witnessOf(row, chosen === undefined ? { at: 'holding' } : { at: 'case', ...chosen }));
  return { importId: upload.importId, ownerId };
}
