import { type RouteCandidate, routeStudy } from '@overread/rules/routing/route-study.ts';
import type { ArrivalRow, ArrivingStudy } from './model.ts';
import { placeSpool } from './place.ts';
import { ARRIVAL_JOB, type HoldingDeps, openSpool } from './room.ts';
import * as store from './store.ts';
import { studiesOf } from './study-of.ts';
import { SYSTEM, witnessOf } from './witness.ts';

/** Copies images of an arrival out of the archive into a spool of their own, sealed as they were, bit for bit. */
async function spoolStudy(deps: HoldingDeps, arrivalId: string, uploadId: string, studyUid?: string): Promise<void> {
  const { archive } = deps;
  const spool = await openSpool(deps, uploadId, false);
  for (const { sopInstanceUid } of await archive.instances(
    arrivalId,
    studyUid === undefined ? undefined : [studyUid],
  )) {
    const bytes = await archive.openInstance(arrivalId, sopInstanceUid);
    if (bytes !== null) await spool.add([bytes]);
  }
  await spool.close();
}

/** Into its case: imported there, then erased here. Goes on where an earlier attempt ended. */
async function moveToCase(deps: HoldingDeps, row: ArrivalRow): Promise<void> {
  const { db, ingest, archive, log } = deps;
  const { arrivalId, caseId, uploadId, importId } = row;
  if (caseId === null || uploadId === null || importId === null) return;
  if ((await ingest.upload(caseId, uploadId)) === null) {
    await spoolStudy(deps, arrivalId, uploadId);
    const size = (await ingest.files.received(uploadId)) ?? 0;
    const place = { uploadId, importId, ownerId: caseId, from: row };
    const upload = { ...place, kind: 'spool', name: '', size, personId: SYSTEM } as const;
    await db.transaction((tx) => ingest.take(tx, upload));
  }
  const delivery = await ingest.importNow(importId);
  if (delivery?.state === 'done') {
    await archive.erase(arrivalId);
    await store.changeArrival(db, arrivalId, { state: 'in-case', study: null });
  } else if (delivery?.state === 'failed') {
    log.warn({ arrivalId, caseId }, 'a case did not take a study of the holding area');
    await store.changeArrival(db, arrivalId, {
      ...{ state: 'waiting', caseId: null, uploadId: null, importId: null },
      ...{ decidedBy: null, decidedAt: null, reason: null },
    });
  }
}

/** Several studies came together: each goes its own way, then nothing is left of what they came in. */
async function split(deps: HoldingDeps, row: ArrivalRow): Promise<void> {
  const { db, archive, ingest, newId } = deps;
  for (const study of studiesOf(await archive.studies(row.arrivalId))) {
    const arrivalId = newId();
    await store.insertArrival(db, { ...row, arrivalId, state: 'arriving', study });
    await spoolStudy(deps, row.arrivalId, arrivalId, study.studyInstanceUid);
    const { importId } = await placeSpool(deps, { ...row, arrivalId, study });
    await ingest.importNow(importId);
  }
  await archive.erase(row.arrivalId);
  await store.removeArrival(db, row.arrivalId);
}

/** Does what is to be done with an arrival that is between two states; nothing when it is in one. */
export async function goOn(deps: HoldingDeps, arrivalId: string): Promise<void> {
  const row = await store.findArrival(deps.db, arrivalId);
  if (row?.state === 'moving') await moveToCase(deps, row);
  if (row?.state === 'splitting') await split(deps, row);
  if (row?.state === 'discarded') await deps.archive.erase(arrivalId);
}

/** A delivery whose owner is an arrival. */
export interface ArrivedDelivery {
  readonly importId: string;
  readonly caseId: string;
  /** False when not all of it could be imported. */
  readonly isWhole: boolean;
}

/**
 * A delivery was imported: says what was in it, and where it goes. False when its owner is no arrival. `goesOn` is told of an
 * arrival with which something is to be done.
 */
export async function settleArrival(
  deps: HoldingDeps,
  delivery: ArrivedDelivery,
  goesOn: (arrivalId: string) => void,
): Promise<boolean> {
  const { db, archive, cases, clock, ingest } = deps;
  const arrivalId = delivery.caseId;
  if ((await store.findArrival(db, arrivalId)) === null) return false;
  const studies = studiesOf(await archive.studies(arrivalId));
  const [study] = studies;
  const route = study === undefined ? null : routeStudy(study, await cases.candidatesFor(study));
  const chosen = await withRoom(
    deps,
    arrivalId,
    route?.candidates.find(({ caseId }) => caseId === route.caseId),
  );
  const next = await db.transaction(async (tx) => {
    const row = await store.lockArrival(tx, arrivalId);
    await ingest.close(tx, delivery.importId, clock.now());
    if (row?.state !== 'importing') return null;
    if (await store.hasOtherDeliveries(tx, arrivalId, delivery.importId)) return null;
    const same = study === undefined ? null : await store.lockSameStudy(tx, row, study);
    const change = nextOf(deps, { row, studies, chosen, isDivided: same !== null, isWhole: delivery.isWhole });
    await store.changeArrival(tx, arrivalId, change);
    if (change.state !== 'waiting') await deps.jobs.send(tx, ARRIVAL_JOB, { arrivalId });
    return { row, state: change.state };
  });
  if (next?.state === 'moving' && chosen !== undefined) {
    await deps.witness(witnessOf(next.row, { at: 'case', ...chosen }));
  }
  if (next !== null && next.state !== 'waiting') goesOn(arrivalId);
  return true;
}

/** A case that has no room takes nothing by itself: the study waits, and the coordinator is told when she puts it there. */
async function withRoom(
  { ingest, archive, log }: HoldingDeps,
  arrivalId: string,
  chosen: RouteCandidate | undefined,
): Promise<RouteCandidate | undefined> {
  if (chosen === undefined) return undefined;
  if ((await ingest.lackOfRoom(chosen.caseId, await archive.bytesOf(arrivalId))) === null) return chosen;
  log.warn({ arrivalId, caseId: chosen.caseId }, 'a case has no room for a study that belongs to it');
  return undefined;
}

interface Found {
  readonly row: ArrivalRow;
  readonly studies: readonly ArrivingStudy[];
  readonly chosen: RouteCandidate | undefined;
  /** Other images of the study wait already: these go to them. */
  readonly isDivided: boolean;
  readonly isWhole: boolean;
}

function nextOf({ newId, clock }: HoldingDeps, { row, studies, chosen, isDivided, isWhole }: Found): store.Change {
  const [study] = studies;
  if (studies.length > 1 || isDivided) return { state: 'splitting' };
  // What could not be imported stays in its spool, and a person is to know of it.
  if (study === undefined) return isWhole || row.study === null ? { state: 'discarded' } : { state: 'waiting' };
  if (chosen === undefined) return { state: 'waiting', study };
  const { caseId, because } = chosen;
  const ids = { uploadId: newId(), importId: newId() };
  return { state: 'moving', study, caseId, because, ...ids, decidedBy: SYSTEM, decidedAt: clock.now() };
}
