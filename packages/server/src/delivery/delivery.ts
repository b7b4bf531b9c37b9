import type { MadeCopy } from '@overread/contract/images.ts';
import type { PacketFormat, SecondOpinion } from '@overread/documents';
import type { Subject } from '@overread/rules/access/actions.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { asThird, needsDelivery } from '@overread/rules/case/third.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { SYSTEM_ACTOR } from '../cases/index.ts';
import type { Tx } from '../platform/ports.ts';
import { RefusalProblem, refusalProblem, wordedProblem } from '../platform/problems.ts';
import { sealBytes } from '../platform/seal.ts';
import { type ReportUpload, readerReportFrom } from '../reading/index.ts';
import type { DeliveryDeps } from './deps.ts';
import { exportedAs, objectsOf } from './exported.ts';
import { lastSigned, makeOpinion, makePatientLetter, makeRetracted, opinionOf, storedOpinion } from './opinion.ts';
import {
  makeCopy,
  openPacket,
  type ReadablePacket,
  type SendingOutside,
  sendOutside,
  type WantedPacket,
} from './packets.ts';
import type { Tell } from './send-making.ts';
import { blobKey, countFiles, dataKeyId, insertFile } from './store.ts';

const MAKE = 'delivery.make';

export interface Delivery {
  /** Makes the signed document and delivers it; nothing happens when that was done. `at` is for the demo's past. */
  deliver(caseId: string, options?: { readonly at?: Date }): Promise<void>;
  /** The document that was delivered, byte for byte. */
  opinion(state: CaseState): Promise<Buffer>;
  /** A report that was taken back, by its number in the case, marked as what it is. */
  retracted(state: CaseState, number: number): Promise<Buffer>;
  /** What the document says, as values, for other formats. */
  told(state: CaseState): Promise<SecondOpinion>;
  /** The result in plain words, as a letter to the patient; made when it is asked for. */
  patientLetter(state: CaseState): Promise<Buffer>;
  /** Makes the packet for a service outside and records under its hash that it left. */
  sendOutside(state: CaseState, sending: SendingOutside, tell?: Tell): Promise<CaseState>;
  /** The packet as it left. */
  packet(state: CaseState, format: PacketFormat): Promise<ReadablePacket>;
  /** Makes a copy of everything that this person may see of the case. Callers ask the policy first: `copy:make`. */
  copy(state: CaseState, subject: Subject, tell?: Tell): Promise<MadeCopy>;
  /** A copy that was made for this person. */
  openCopy(state: CaseState, wanted: WantedPacket): Promise<ReadablePacket>;
  /** Takes in the report that came back from outside. */
  receiveOutside(caseId: string, actor: Actor, upload: ReportUpload): Promise<CaseState>;
  /** Counts what a case has of documents and packets: without the case's key they are nothing. */
  letGo(tx: Tx, caseId: string): Promise<{ readonly erased: { readonly documents: number } }>;
  /** Starts the worker that makes documents. */
  work(): Promise<void>;
}

/** Results on their way out: documents, the patient's letter, packets, and what comes back. Listens to cases. */
export function createDelivery(deps: DeliveryDeps): Delivery {
  const { cases, jobs, reading, log } = deps;
  cases.onEvents(async (tx, { after, events, isPast }) => {
    if (isPast) return;
    // An addendum, or a late comparison, changes what has to be handed out, so the document is made and delivered once more.
    const { signed: isSigned } = after.reading;
    const signed = events.some(
      ({ type }) =>
        type === 'reportSigned' || type === 'addendumAdded' || (type === 'reportsCompared' && isSigned !== null),
    );
    if (signed) await jobs.send(tx, MAKE, { caseId: after.id });
  });

  return {
    deliver: (caseId, options) => deliver(deps, caseId, options?.at),
    opinion: (state) => storedOpinion(deps, state),
    async retracted(state, number) {
      const retraction = state.retractions?.[number - 1];
      if (retraction === undefined) throw wordedProblem(404, 'no-document');
      return makeRetracted(deps, state, retraction);
    },
    told: (state) => opinionOf(deps, state),
    async patientLetter(state) {
      if (state.reading.signed === null) throw refusalProblem({ code: 'not-yet', needs: ['signature'] });
      return makePatientLetter(deps, state);
    },
    sendOutside: (state, sending, tell = () => undefined) => sendOutside(deps, state, sending, tell),
    packet: (state, format) =>
      openPacket(deps, state, { sha256: state.outside?.packetSha256 ?? '', madeFor: null, format }),
    copy: (state, subject, tell = () => undefined) => makeCopy(deps, state, subject, tell),
    openCopy: (state, wanted) => openPacket(deps, state, wanted),
    letGo: async (tx, caseId) => ({ erased: { documents: await countFiles(tx, caseId) } }),
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
  const state = await deps.cases.load(caseId);
  if (state === null) return;
  if (needsDelivery(state)) await deliverOne(deps, state, at);
  if (state.third != null && needsDelivery(state.third)) await deliverOne(deps, asThird(state, state.third), at);
}

/** One of the readings of a case, the third one as its reader meets it. */
async function deliverOne(deps: DeliveryDeps, state: CaseState, at?: Date): Promise<void> {
  const { cases, blobs, keys, db, clock, images } = deps;
  const caseId = state.id;
  const document = await makeOpinion(deps, state);
  const { bytes, sha256 } = document;
  const objects = objectsOf(deps.setting(lastSigned(state)), exportedAs(state, document, deps.publicUrl()));
  const key = await keys.dataKey(db, dataKeyId(caseId));
  const read = state.earlier === undefined ? {} : { read: 'third' as const };
  const command = { type: 'deliverResult', documentSha256: sha256, ...read } as const;
  await cases
    .execute(SYSTEM_ACTOR, caseId, command, {
      at,
      within: async (tx) => {
        // Durable before the commit that names it. Another worker waits for this case, and is refused afterwards.
        await blobs.write(blobKey(caseId, sha256), sealBytes(key, `document/${caseId}/${sha256}`, bytes));
        await insertFile(tx, { caseId, sha256, kind: 'opinion', size: bytes.byteLength, madeAt: clock.now() });
        await images.keepOwn(tx, caseId, sha256, objects);
      },
    })
    .catch((error: unknown) => {
      if (!(error instanceof RefusalProblem && error.code === 'already-done')) throw error;
    });
}
