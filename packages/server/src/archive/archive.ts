import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyDestroyed, keyStanding } from '../platform/keys.ts';
import type { Ground, Tx } from '../platform/ports.ts';
import { createCaseReader } from './case-reader.ts';
import { filesByHash, filesByOwner, withPacks } from './holdings.ts';
import type { Archive, ArchivedInstance, Intake } from './model.ts';
import { ownerOfOwn, takeOwn } from './own-objects.ts';
import { PackDamaged, packSeal } from './pack-format.ts';
import { type PackReader, readBytes, readFrames, readParts } from './read-frames.ts';
import { isSameDataSet } from './same-data-set.ts';
import { findInstances, heldHashes, indexedPacks, indexPack, knownHashes, packBytes, removeRows } from './store.ts';
import { createStudyBook } from './study-book.ts';

export type ArchiveGround = Pick<Ground, 'db' | 'blobs' | 'keys' | 'log'>;

const keyId = (caseId: string) => `case/${caseId}`;
const packFolder = (caseId: string) => `cases/${caseId}/packs/`;
const packKey = (caseId: string, packId: string) => `${packFolder(caseId)}${packId}`;

/** Packs of a delivery are named after it, so that what a dead import left behind is found without a list. */
export const packIdOf = (owner: string, id: string) => `${owner}.${id}`;
const isOf = (owner: string, packId: string) => packId.startsWith(`${owner}.`);

/** The file as it came is the sum of its segments; its hash was taken before anything was done to it. */
function checked(instance: ArchivedInstance, bytes: Buffer): Buffer {
  if (createHash('sha256').update(bytes).digest('hex') !== instance.sha256) throw new PackDamaged();
  return bytes;
}

async function one(ground: ArchiveGround, caseId: string, sopInstanceUid: string): Promise<ArchivedInstance | null> {
  const [found] = await findInstances(ground.db, { caseId, by: 'sop_instance_uid', uids: [sopInstanceUid] });
  return found ?? null;
}

async function packReader(ground: ArchiveGround, caseId: string): Promise<PackReader> {
  const dataKey = await ground.keys.dataKey(ground.db, keyId(caseId));
  const seals = new Map<string, ReturnType<typeof packSeal>>();
  return {
    blobs: ground.blobs,
    keyOf: (packId) => packKey(caseId, packId),
    sealOf(packId) {
      const seal = seals.get(packId) ?? packSeal(dataKey, packId);
      seals.set(packId, seal);
      return seal;
    },
  };
}

/** Removes packs of an earlier attempt that never reached the index. */
async function removeOrphans({ db, blobs, log }: ArchiveGround, caseId: string, owner: string): Promise<void> {
  const mine: string[] = [];
  for await (const key of blobs.list(packFolder(caseId))) {
    const packId = key.slice(packFolder(caseId).length);
    if (isOf(owner, packId)) mine.push(packId);
  }
  const indexed = await indexedPacks(db, mine);
  const orphans = mine.filter((packId) => !indexed.has(packId));
  for (const packId of orphans) await blobs.remove(packKey(caseId, packId));
  const scratch = await blobs.scratch();
  const open = (await readdir(scratch)).filter((name) => isOf(owner, name));
  for (const name of open) await rm(join(scratch, name), { force: true });
  if (orphans.length + open.length > 0)
    log.info({ caseId, owner, packs: orphans.length + open.length }, 'orphan packs removed');
}

async function openIntake(ground: ArchiveGround, caseId: string, owner: string): Promise<Intake> {
  const { db, blobs, keys } = ground;
  await removeOrphans(ground, caseId, owner);
  const unneeded: string[] = [];
  let reader: PackReader | null = null;
  return {
    caseId,
    owner,
    scratch: await blobs.scratch(),
    dataKey: await keys.dataKey(db, keyId(caseId)),
    known: await knownHashes(db, caseId),
    async take(tx: Tx, pack) {
      // Durable before it is indexed: the folder is synced when `adopt` resolves, the file was synced by its writer.
      await blobs.adopt(pack.file, packKey(caseId, pack.packId));
      reader ??= await packReader(ground, caseId);
      const found = reader;
      const taken = await indexPack(tx, pack, caseId, (a, b) => isSameDataSet(found, a, b));
      if ((await keyStanding(tx, keyId(caseId))) === 'destroyed')
        throw new KeyDestroyed('The case was erased meanwhile.');
      if (taken.added + taken.apart.length === 0) unneeded.push(pack.packId);
      return taken;
    },
    async settle() {
      for (const packId of unneeded.splice(0)) await blobs.remove(packKey(caseId, packId));
    },
  };
}

async function eraseCase({ db, blobs, keys }: ArchiveGround, caseId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await keys.destroy(tx, keyId(caseId));
    await removeRows(tx, caseId);
  });
  for await (const key of blobs.list(packFolder(caseId))) await blobs.remove(key);
}

export function createArchive(ground: ArchiveGround): Archive {
  const { db } = ground;
  const book = createStudyBook(db);
  return {
    studies: (caseId, which = {}) => book.studies(caseId, which),
    instances: (caseId, uids) => findInstances(db, uids ? { caseId, by: 'study_instance_uid', uids } : { caseId }),
    series: (caseId, uid) => findInstances(db, { caseId, by: 'series_instance_uid', uids: [uid] }),
    bytesOf: (caseId) => packBytes(db, caseId),
    instance: (caseId, uid) => one(ground, caseId, uid),
    holds: (caseId, sha256s) => heldHashes(db, caseId, sha256s),
    async held(caseId, sha256s) {
      const files = await filesByHash(db, caseId, sha256s);
      return withPacks(ground.blobs, (packId) => packKey(caseId, packId), files);
    },
    brought: (caseId, owners) => filesByOwner(db, caseId, owners),
    async openInstance(caseId, sopInstanceUid) {
      const found = await one(ground, caseId, sopInstanceUid);
      if (found === null) return null;
      return checked(found, await readBytes(await packReader(ground, caseId), found, 0, found.size));
    },
    async openHeader(caseId, sopInstanceUid) {
      const found = await one(ground, caseId, sopInstanceUid);
      if (found === null) return null;
      return readBytes(await packReader(ground, caseId), found, 0, found.place.segments[0] ?? found.size);
    },
    async openReader(caseId, uids) {
      const found = await findInstances(db, uids ? { caseId, by: 'study_instance_uid', uids } : { caseId });
      return createCaseReader(await packReader(ground, caseId), found);
    },
    async *frames(caseId, wanted) {
      const reader = await packReader(ground, caseId);
      yield* readFrames(reader, wanted);
    },
    async *files(caseId, instances) {
      // Each segment is authenticated as the one that was sealed there: that is the file's hash once more.
      yield* readParts(await packReader(ground, caseId), instances, 'file');
    },
    async *headers(caseId, instances) {
      yield* readParts(await packReader(ground, caseId), instances, 'header');
    },
    intake: (caseId, owner) => openIntake(ground, caseId, owner),
    async keepOwn(tx, caseId, documentSha256, files) {
      await takeOwn(tx, await openIntake(ground, caseId, ownerOfOwn(documentSha256)), files);
    },
    letGo: async (tx, caseId) => ({ erased: await removeRows(tx, caseId) }),
    sweep: async (caseId) => book.forget(caseId),
    async erase(caseId) {
      await eraseCase(ground, caseId);
      book.forget(caseId);
    },
  };
}
