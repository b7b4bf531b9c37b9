import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  type Layout,
  type PacketFormat,
  type PacketPlan,
  type PlannedFile,
  packetHash,
  packetLayout,
} from '@overread/documents';
import type { Blobs } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { DeliveryDeps, PacketDeps } from './deps.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import { blobKey, dataKeyId } from './store.ts';

/** A plan at rest. Images are not in it: they lie in the archive, and are read when the packet is. */
export interface KeptPlan {
  readonly plan: PacketPlan;
  /** Whose copy it is; null for a packet that goes outside. */
  readonly madeFor: string | null;
}

export const packetBound = (caseId: string): string => `packet/${caseId}`;

/** A file of a plan in JSON: bytes as text in base64. */
type KeptFile = Pick<PlannedFile, 'path' | 'size' | 'sha256'> & {
  readonly bytes?: string;
  readonly image?: string;
  readonly prefix?: string | null;
};

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

function toKept(file: PlannedFile): KeptFile {
  if ('bytes' in file) return { ...file, bytes: textOf(file.bytes) };
  return { ...file, prefix: file.prefix === null ? null : textOf(file.prefix) };
}

function fromKept({ bytes, image = '', prefix = null, ...file }: KeptFile): PlannedFile {
  if (bytes !== undefined) return { ...file, bytes: bytesOf(bytes) };
  return { ...file, image, prefix: prefix === null ? null : bytesOf(prefix) };
}

/** Puts a plan, sealed, into the store under the packet's hash. */
export async function keepPlan(deps: DeliveryDeps, caseId: string, kept: KeptPlan): Promise<string> {
  const { blobs, keys, db, newId } = deps;
  const key = await keys.dataKey(db, dataKeyId(caseId));
  const sha256 = packetHash(kept.plan);
  const path = join(await blobs.scratch(), `packet-${newId()}`);
  try {
    const json = JSON.stringify({ ...kept, plan: { ...kept.plan, files: kept.plan.files.map(toKept) } });
    await writeSealed(path, { key, bound: packetBound(caseId) }, async (into) => void into.end(json));
    await blobs.adopt(path, blobKey(caseId, sha256));
    return sha256;
  } finally {
    await rm(path, { force: true });
  }
}

/** The plan that was kept under this hash. */
export async function readPlan(blobs: Blobs, key: Buffer, caseId: string, sha256: string): Promise<KeptPlan> {
  const sealed = readSealed(blobs, blobKey(caseId, sha256), { key, bound: packetBound(caseId) });
  const { plan, madeFor } = JSON.parse((await buffer(sealed)).toString('utf8'));
  return { madeFor, plan: { ...plan, files: plan.files.map(fromKept) } };
}

/** The list of checksums of a kept plan, once every document in it fits its own; a wrong one makes the list empty. */
export function checkedSums({ plan }: KeptPlan): Uint8Array {
  const sha256 = packetHash(plan);
  let sums: Uint8Array = Buffer.alloc(0);
  for (const file of plan.files) {
    if (!('bytes' in file)) continue;
    if (createHash('sha256').update(file.bytes).digest('hex') !== file.sha256) return Buffer.alloc(0);
    if (file.sha256 === sha256) sums = file.bytes;
  }
  return sums;
}

/** A packet ready to be read in any part. Throws a problem when one of its images is not here any more. */
export async function openPlan(
  { images }: Pick<PacketDeps, 'images'>,
  { caseId, plan, format }: { readonly caseId: string; readonly plan: PacketPlan; readonly format: PacketFormat },
): Promise<Layout> {
  const reader = await images.openReader(caseId);
  const here = new Set(reader.instances.map(({ sopInstanceUid }) => sopInstanceUid));
  if (plan.files.some((file) => 'image' in file && !here.has(file.image))) throw wordedProblem(410, 'packet-gone');
  return packetLayout(plan, format, reader);
}
