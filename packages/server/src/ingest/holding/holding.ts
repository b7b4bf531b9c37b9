import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { judgeCase, type RouteCandidate, routeStudy } from '@overread/rules/routing/route-study.ts';
import { wordedProblem } from '../../platform/problems.ts';
import type { IncomingFile } from '../ingest-port.ts';
import type { ArrivalRow, ArrivingStudy, Origin, Received } from './model.ts';
import { goOn, settleArrival } from './move.ts';
import { placeSpool } from './place.ts';
import { createReception, type Reception, type ReceptionLimits } from './reception.ts';
import { ARRIVAL_JOB, type HoldingDeps } from './room.ts';
import * as store from './store.ts';
import { SYSTEM } from './witness.ts';

export interface Holding {
  /** For a sender that is told of each file that it is safe; each is routed by what its own header says. */
  reception(origin: Origin, limits?: Partial<ReceptionLimits>): Reception;
  /**
   * Takes files of any kind, archives too; resolves when they are imported, and each study is in its case or waits for the
   * coordinator. Gives what was refused.
   */
  receive(delivery: {
    readonly from: Origin;
    readonly files: AsyncIterable<IncomingFile> | Iterable<IncomingFile>;
  }): Promise<Received>;
  /** As `receive`, for one archive whose file lies in the folder of uploads under this id. */
  receiveArchive(delivery: {
    readonly from: Origin;
    readonly uploadId: string;
    readonly name: string;
  }): Promise<Received>;
  /** What waits, oldest first, with what is on its way. */
  list(): Promise<readonly ArrivalRow[]>;
  view(arrivalId: string): Promise<{ readonly arrival: ArrivalRow; readonly candidates: readonly RouteCandidate[] }>;
  /** How a study stands to a case that somebody chose by hand. */
  compare(arrivalId: string, caseId: string): Promise<RouteCandidate>;
  attach(arrivalId: string, into: Attachment): Promise<void>;
  /** Destroys the key of the study's images, and the images. */
  discard(arrivalId: string, by: Actor, reason: string): Promise<void>;
  /** Registers the jobs and goes on with what an earlier process left; before anything is received. */
  start(): Promise<void>;
  /** Resolves when nothing is under way. */
  stop(): Promise<void>;
}

export interface Attachment {
  readonly caseId: string;
  readonly by: Actor;
  readonly reason: string;
}

const LIMITS: ReceptionLimits = { spoolBytes: 256 << 20, idleMs: 10_000 };
const ON_THE_WAY = ['importing', 'splitting', 'moving'] as const;

interface Area extends HoldingDeps {
  /** Arrivals that something is done with now, each once. */
  readonly busy: Map<string, Promise<void>>;
}

/** Does the next thing with an arrival, one after the other. */
async function work(area: Area, arrivalId: string, step: () => Promise<unknown>): Promise<void> {
  for (let under = area.busy.get(arrivalId); under !== undefined; under = area.busy.get(arrivalId)) await under;
  const done = step();
  area.busy.set(
    arrivalId,
    done.then(
      () => void area.busy.delete(arrivalId),
      () => void area.busy.delete(arrivalId),
    ),
  );
  await done;
}

/** As `work`, at once; a failure is the job's to try again. */
function kick(
  area: Area,
  arrivalId: string,
  step: () => Promise<unknown> = () => goOn(area, arrivalId),
): Promise<void> {
  return work(area, arrivalId, step).catch((error: unknown) =>
    area.log.warn({ err: error, arrivalId }, 'an arrival will be tried again'),
  );
}

/** A spool was closed, or found after a crash: places it and imports it. */
async function leaveSpool(area: Area, arrivalId: string): Promise<void> {
  const row = await store.findArrival(area.db, arrivalId);
  if (row?.state !== 'arriving' || row.study === null) return;
  const bytes = await area.ingest.files.received(arrivalId);
  if (bytes === 0 || bytes === null) {
    await store.removeArrival(area.db, arrivalId);
    await area.ingest.files.remove(arrivalId);
    return;
  }
  const { importId } = await placeSpool(area, { ...row, study: row.study });
  await area.ingest.importNow(importId);
}

async function openArrival(area: Area, from: Origin): Promise<string> {
  const arrivalId = area.newId();
  await store.insertArrival(area.db, { ...from, arrivalId, at: area.clock.now(), state: 'importing', study: null });
  return arrivalId;
}

/** Waits for what follows from an import: the splitting of several studies, the way into a case. */
async function followed(area: Area, arrivalId: string): Promise<void> {
  for (let under = area.busy.get(arrivalId); under !== undefined; under = area.busy.get(arrivalId)) await under;
}

async function receive(area: Area, { from, files }: Parameters<Holding['receive']>[0]): Promise<Received> {
  const arrivalId = await openArrival(area, from);
  const by: Actor = { personId: SYSTEM, name: from.sender, role: 'system' };
  const { importId } = await area.ingest.importFiles(arrivalId, files, by, { way: from.way });
  await followed(area, arrivalId);
  return area.ingest.outcome(importId);
}

async function receiveArchive(
  area: Area,
  { from, uploadId, name }: Parameters<Holding['receiveArchive']>[0],
): Promise<Received> {
  const arrivalId = await openArrival(area, from);
  const importId = area.newId();
  const size = (await area.ingest.files.received(uploadId)) ?? 0;
  const place = { uploadId, importId, ownerId: arrivalId, from };
  const upload = { ...place, kind: 'archive', name, size, personId: SYSTEM } as const;
  await area.db.transaction((tx) => area.ingest.take(tx, upload));
  await area.ingest.importNow(importId);
  await followed(area, arrivalId);
  return area.ingest.outcome(importId);
}

async function waiting(area: Area, arrivalId: string): Promise<ArrivalRow & { readonly study: ArrivingStudy }> {
  const row = await store.findArrival(area.db, arrivalId);
  if (row?.state !== 'waiting' || row.study === null) throw wordedProblem(404, 'holding.gone');
  return { ...row, study: row.study };
}

async function decide(area: Area, arrivalId: string, change: store.Change): Promise<void> {
  await area.db.transaction(async (tx) => {
    const row = await store.lockArrival(tx, arrivalId);
    if (row?.state !== 'waiting') throw wordedProblem(409, 'holding.gone');
    await store.changeArrival(tx, arrivalId, { ...change, decidedAt: area.clock.now() });
    await area.jobs.send(tx, ARRIVAL_JOB, { arrivalId });
  });
  void kick(area, arrivalId);
}

async function attach(area: Area, arrivalId: string, { caseId, by, reason }: Attachment): Promise<void> {
  const { because, takes } = await compare(area, arrivalId, caseId);
  if (!takes) throw wordedProblem(409, 'holding.case-closed');
  const lack = await area.ingest.lackOfRoom(caseId, await area.archive.bytesOf(arrivalId));
  if (lack !== null) throw lack;
  const ids = { uploadId: area.newId(), importId: area.newId() };
  await decide(area, arrivalId, { state: 'moving', caseId, because, ...ids, decidedBy: by.name, reason });
}

async function compare(area: Area, arrivalId: string, caseId: string) {
  const { study } = await waiting(area, arrivalId);
  const state = await area.cases.load(caseId);
  if (state === null) throw wordedProblem(404, 'holding.gone');
  return judgeCase(study, state);
}

async function start(area: Area): Promise<void> {
  await area.jobs.work(ARRIVAL_JOB, ({ arrivalId }) =>
    work(area, String(arrivalId), () => goOn(area, String(arrivalId))),
  );
  for (const { arrivalId } of await store.arrivalsIn(area.db, ['arriving'])) {
    // A spool of another node lies in that node's folder.
    if ((await area.ingest.files.received(arrivalId)) !== null)
      await kick(area, arrivalId, () => leaveSpool(area, arrivalId));
  }
  for (const { arrivalId } of await store.arrivalsIn(area.db, ['moving', 'splitting'])) void kick(area, arrivalId);
}

export function createHolding(deps: HoldingDeps): Holding {
  const area: Area = { ...deps, busy: new Map() };
  deps.ingest.onSettled((delivery, uploads) => {
    const isWhole = uploads.every(({ state }) => state === 'imported');
    return settleArrival(area, { ...delivery, isWhole }, (arrivalId) => void kick(area, arrivalId));
  });
  return {
    reception: (origin, limits = {}) =>
      createReception(area, {
        origin,
        limits: { ...LIMITS, ...limits },
        leave: (arrivalId) => kick(area, arrivalId, () => leaveSpool(area, arrivalId)),
      }),
    receive: (delivery) => receive(area, delivery),
    receiveArchive: (delivery) => receiveArchive(area, delivery),
    list: () => store.arrivalsIn(area.db, ['waiting', ...ON_THE_WAY]),
    async view(arrivalId) {
      const arrival = await waiting(area, arrivalId);
      const { candidates } = routeStudy(arrival.study, await area.cases.candidatesFor(arrival.study));
      return { arrival, candidates };
    },
    compare: (arrivalId, caseId) => compare(area, arrivalId, caseId),
    attach: (arrivalId, into) => attach(area, arrivalId, into),
    discard: (arrivalId, by, reason) =>
      decide(area, arrivalId, { state: 'discarded', study: null, decidedBy: by.name, reason }),
    start: () => start(area),
    async stop() {
      while (area.busy.size > 0) await Promise.all(area.busy.values());
    },
  };
}
