import type { MadeCopy } from '@overread/contract/images.ts';
import { type PacketFormat, packetLayout, readLayout } from '@overread/documents';
import type { Subject } from '@overread/rules/access/actions.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { refusalProblem, wordedProblem } from '../platform/problems.ts';
import type { DeliveryDeps } from './deps.ts';
import { contentForCopy, contentForOutside, planWhole } from './packet.ts';
import { keepPlan, openPlan, packetBound, readPlan } from './packet-store.ts';
import { readSealed } from './sealed-file.ts';
import type { Tell } from './send-making.ts';
import { blobKey, dataKeyId, fileRow, insertFile } from './store.ts';

export interface SendingOutside {
  readonly actor: Actor;
  readonly service: string;
  readonly address: string;
  readonly way: 'mail' | 'portal';
  /** What the service asks for itself. */
  readonly instructions: readonly string[];
  readonly expectedVersion: number;
}

export interface WantedPacket {
  readonly sha256: string;
  /** Whose copy it is; null for the packet that went outside. */
  readonly madeFor: string | null;
  readonly format: PacketFormat;
}

/** A packet of known size, of which any part can be read. */
export interface ReadablePacket {
  readonly size: number;
  /** Bytes `start` to `end` (exclusive). */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

/** Makes the packet for a service outside and records that it left, under the hash of its checksums. */
export async function sendOutside(
  deps: DeliveryDeps,
  state: CaseState,
  sending: SendingOutside,
  tell: Tell,
): Promise<CaseState> {
  const { cases, blobs, clock } = deps;
  const { actor, service, address, way, instructions, expectedVersion } = sending;
  const { id: caseId, version } = state;
  // Asked before a packet is made for nothing; `execute` asks again.
  if (version !== expectedVersion) throw refusalProblem({ code: 'stale', expectedVersion, version });
  if (state.outside !== null) throw refusalProblem({ code: 'already-done', what: 'service' });
  const content = await contentForOutside(deps, { state, actor, service, address });
  const plan = await planWhole(content, tell);
  const sha256 = await keepPlan(deps, caseId, { plan, madeFor: null });
  const { size } = packetLayout(plan, 'zip', content.source);
  const command = { type: 'sendOutside', service, address, way, instructions, packetSha256: sha256 } as const;
  return cases
    .execute(actor, caseId, command, {
      expectedVersion,
      within: (tx) => insertFile(tx, { caseId, sha256, kind: 'plan', size, madeAt: clock.now() }),
    })
    .catch(async (error: unknown) => {
      await blobs.remove(blobKey(caseId, sha256));
      throw error;
    });
}

/** Makes a copy of everything that this person may see, and keeps its plan: what is fetched twice is the same. */
export async function makeCopy(deps: DeliveryDeps, state: CaseState, subject: Subject, tell: Tell): Promise<MadeCopy> {
  const { db, clock } = deps;
  const content = await contentForCopy(deps, state, subject);
  const plan = await planWhole(content, tell);
  const sha256 = await keepPlan(deps, state.id, { plan, madeFor: subject.personId });
  const zip = packetLayout(plan, 'zip', content.source);
  const iso = packetLayout(plan, 'iso', content.source);
  const row = { caseId: state.id, sha256, kind: 'plan', size: zip.size, madeAt: clock.now() } as const;
  await db.transaction((tx) => insertFile(tx, row));
  return { copyId: sha256, zipBytes: zip.size, isoBytes: iso.size };
}

export async function openPacket(deps: DeliveryDeps, state: CaseState, wanted: WantedPacket): Promise<ReadablePacket> {
  const { db, blobs, keys } = deps;
  const { sha256, madeFor, format } = wanted;
  const row = await fileRow(db, state.id, sha256);
  if (row === null || row.kind === 'opinion') throw wordedProblem(404, 'no-packet');
  const key = await keys.dataKey(db, dataKeyId(state.id));
  if (row.kind === 'packet') {
    // Packets of earlier versions were kept whole, as ZIPs.
    if (format !== 'zip') throw wordedProblem(404, 'packet-zip-only');
    const place = { key, bound: packetBound(state.id) };
    return {
      size: row.size,
      read: (start, end) => readSealed(blobs, blobKey(state.id, sha256), place, { start, end }),
    };
  }
  const kept = await readPlan(blobs, key, state.id, sha256);
  if (kept.madeFor !== madeFor) throw wordedProblem(404, 'no-packet');
  const layout = await openPlan(deps, { caseId: state.id, plan: kept.plan, format });
  return { size: layout.size, read: (start, end) => readLayout(layout, start, end) };
}
