import type { Readable } from 'node:stream';
import type { SecondOpinion } from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { SYSTEM_ACTOR } from '../cases/index.ts';
import { RefusalProblem, refusalProblem, wordedProblem } from '../platform/problems.ts';
import { openBytes, sealBytes } from '../platform/seal.ts';
import { type ReportUpload, readerReportFrom } from '../reading/index.ts';
import type { DeliveryDeps } from './deps.ts';
import { makeOpinion, makePatientLetter, opinionOf } from './opinion.ts';
import { packetBound, storePacket } from './packet.ts';
import { readSealed } from './sealed-file.ts';
import { blobKey, dataKeyId, fileRow, insertFile } from './store.ts';

const MAKE = 'delivery.make';

export interface SendingOutside {
  readonly actor: Actor;
  readonly service: string;
  readonly expectedVersion: number;
}

export interface Delivery {
  /** Makes the signed document and delivers it; nothing happens when that was done. `at` is for the demo's past. */
  deliver(caseId: string, options?: { readonly at?: Date }): Promise<void>;
  /** The document that was delivered, byte for byte. */
  opinion(state: CaseState): Promise<Buffer>;
  /** What the document says, as values, for other formats. */
  told(state: CaseState): Promise<SecondOpinion>;
  /** The result in plain words, as a letter to the patient; made when it is asked for. */
  patientLetter(state: CaseState): Promise<Buffer>;
  /** Makes the packet for a service outside and records under its hash that it left. */
  sendOutside(state: CaseState, sending: SendingOutside): Promise<CaseState>;
  /** The packet as it left. */
  packet(state: CaseState): Promise<{ readonly size: number; readonly stream: Readable }>;
  /** Takes in the report that came back from outside. */
  receiveOutside(caseId: string, actor: Actor, upload: ReportUpload): Promise<CaseState>;
  /** Starts the worker that makes documents. */
  work(): Promise<void>;
}

/** Results on their way out: documents, the patient's letter, packets, and what comes back. Listens to cases. */
export function createDelivery(deps: DeliveryDeps): Delivery {
  const { cases, jobs, reading, log } = deps;
  cases.onEvents(async (tx, { after, events, isPast }) => {
    if (isPast) return;
    // An addendum changes what has to be handed out, so the document is made and delivered once more.
    const signed = events.some(({ type }) => type === 'reportSigned' || type === 'addendumAdded');
    if (signed) await jobs.send(tx, MAKE, { caseId: after.id });
  });

  return {
    deliver: (caseId, options) => deliver(deps, caseId, options?.at),
    opinion: (state) => storedOpinion(deps, state),
    told: (state) => opinionOf(deps, state),
    async patientLetter(state) {
      if (state.reading.signed === null) throw refusalProblem({ code: 'not-yet', needs: ['signature'] });
      return makePatientLetter(deps, state);
    },
    sendOutside: (state, sending) => sendOutside(deps, state, sending),
    packet: (state) => storedPacket(deps, state),
    async receiveOutside(caseId, actor, upload) {
      const kept = await reading.keep(caseId, upload);
      const sections = readerReportFrom(kept.read.text);
      const command = { type: 'receiveOutsideReport', report: kept.file, sections } as const;
      return cases.execute(actor, caseId, command, { within: kept.write }).catch(async (error: unknown) => {
        await kept.discard();
        throw error;
      });
    },
    work: () =>
      jobs.work(MAKE, async (data) => {
        const { caseId } = data as { caseId: string };
        await deliver(deps, caseId).catch((error: unknown) => {
          // A rule that says no today (consent withdrawn) says no at the next try as well.
          if (!(error instanceof RefusalProblem)) throw error;
          log.warn({ caseId, code: error.code }, 'a signed report was not delivered');
        });
      }),
  };
}

async function deliver(deps: DeliveryDeps, caseId: string, at?: Date): Promise<void> {
  const { cases, blobs, keys, db, clock } = deps;
  const state = await cases.load(caseId);
  if (state === null || state.reading.signed === null || isDelivered(state)) return;
  const { bytes, sha256 } = await makeOpinion(deps, state);
  const key = await keys.dataKey(db, dataKeyId(caseId));
  const command = { type: 'deliverResult', documentSha256: sha256 } as const;
  await cases
    .execute(SYSTEM_ACTOR, caseId, command, {
      at,
      within: async (tx) => {
        // Durable before the commit that names it. Another worker waits for this case, and is refused afterwards.
        await blobs.write(blobKey(caseId, sha256), sealBytes(key, `document/${caseId}/${sha256}`, bytes));
        await insertFile(tx, { caseId, sha256, kind: 'opinion', size: bytes.byteLength, madeAt: clock.now() });
      },
    })
    .catch((error: unknown) => {
      if (!(error instanceof RefusalProblem && error.code === 'already-done')) throw error;
    });
}

/** Whether what was delivered holds everything that was signed. */
function isDelivered({ delivery, reading }: CaseState): boolean {
  if (delivery.deliveredAt === null) return false;
  const last = reading.addenda.at(-1);
  return last === undefined || Date.parse(last.at) < Date.parse(delivery.deliveredAt);
}

async function storedOpinion({ db, blobs, keys }: DeliveryDeps, state: CaseState): Promise<Buffer> {
  const sha256 = state.delivery.documentSha256;
  if (sha256 === null || (await fileRow(db, state.id, sha256)) === null) throw wordedProblem(404, 'no-document');
  const key = await keys.dataKey(db, dataKeyId(state.id));
  return openBytes(key, `document/${state.id}/${sha256}`, await blobs.read(blobKey(state.id, sha256)));
}

async function sendOutside(deps: DeliveryDeps, state: CaseState, sending: SendingOutside): Promise<CaseState> {
  const { cases, blobs, clock } = deps;
  const { actor, service, expectedVersion } = sending;
  const { id: caseId, version } = state;
  // Asked before a packet of some hundred megabytes is made for nothing; `execute` asks again.
  if (version !== expectedVersion) throw refusalProblem({ code: 'stale', expectedVersion, version });
  if (state.outside !== null) throw refusalProblem({ code: 'already-done', what: 'service' });
  const packet = await storePacket(deps, { state, actor, service });
  const { sha256, bytes: size } = packet;
  const command = { type: 'sendOutside', service, packetSha256: sha256 } as const;
  return cases
    .execute(actor, caseId, command, {
      expectedVersion,
      within: (tx) => insertFile(tx, { caseId, sha256, kind: 'packet', size, madeAt: clock.now() }),
    })
    .catch(async (error: unknown) => {
      await blobs.remove(blobKey(caseId, sha256));
      throw error;
    });
}

async function storedPacket({ db, blobs, keys }: DeliveryDeps, state: CaseState) {
  const sha256 = state.outside?.packetSha256 ?? null;
  const row = sha256 === null ? null : await fileRow(db, state.id, sha256);
  if (sha256 === null || row === null) throw wordedProblem(404, 'no-packet');
  const key = await keys.dataKey(db, dataKeyId(state.id));
  const place = { key, bound: packetBound(state.id) };
  return { size: row.size, stream: readSealed(blobs, blobKey(state.id, sha256), place) };
}
