import { createHash } from 'node:crypto';
import { open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MadeInstance, makeStudy, type TransferSyntax } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { readFileMeta } from '@overread/imaging/headers/file-meta.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageRooms, SENDER, startImageRooms } from '../../../../testing/images/image-rooms.ts';
import { fileHead } from './index.ts';
import { PackDamaged } from './pack-format.ts';

let rooms: ImageRooms;

beforeAll(async () => {
  rooms = await startImageRooms();
});
afterAll(() => rooms.stop());

const small = { slices: 4, matrix: 64 };
const asIncoming = (files: readonly { path: string; bytes: Uint8Array }[]) =>
  files.map(({ path, bytes }) => ({ path, read: async () => bytes }));
const take = (caseId: string, files: readonly { path: string; bytes: Uint8Array }[]) =>
  rooms.ingest.importFiles(caseId, asIncoming(files), SENDER);

const packFiles = async (caseId: string) => {
  const keys: string[] = [];
  for await (const key of rooms.blobs.list(`cases/${caseId}/packs/`)) keys.push(key);
  return keys;
};

describe('instances in packs', () => {
  const syntaxes: TransferSyntax[] = ['explicit', 'implicit', 'big-endian', 'deflated', 'rle'];
  for (const enhancedMultiframe of [false, true]) {
    it.each(syntaxes)(
      `come back bit for bit: %s, ${enhancedMultiframe ? 'multi-frame' : 'one frame each'}`,
      async (transferSyntax) => {
        const caseId = `round-${transferSyntax}-${enhancedMultiframe}`;
        const { instances } = makeStudy({ seed: caseId, scale: small, faults: { transferSyntax, enhancedMultiframe } });
        const view = await take(caseId, instances);
        expect(view).toMatchObject({ state: 'done', instances: instances.length, alreadyHere: 0, refused: [] });
        for (const { sopInstanceUid, bytes } of instances) {
          const back = await rooms.archive.openInstance(caseId, sopInstanceUid);
          expect(back?.equals(Buffer.from(bytes))).toBe(true);
        }
      },
    );
  }

  it('are indexed with the hash of the file as it came', async () => {
    const { instances } = makeStudy({ seed: 'hash', scale: small });
    await take('hash', instances);
    const byUid = new Map(instances.map((instance) => [instance.sopInstanceUid, instance]));
    const indexed = await rooms.archive.instances('hash');
    expect(indexed).toHaveLength(instances.length);
    for (const { sopInstanceUid, sha256, size } of indexed) {
      const { bytes } = byUid.get(sopInstanceUid) as MadeInstance;
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(size).toBe(bytes.length);
    }
  });

  it('are nowhere readable without the key: packs hold no word of the patient', async () => {
    const { instances } = makeStudy({ seed: 'sealed', scale: small });
    await take('sealed', instances);
    for (const key of await packFiles('sealed')) {
      const bytes = await rooms.blobs.read(key);
      expect(bytes.includes('Okafor')).toBe(false);
      expect(bytes.includes('DICM')).toBe(false);
    }
  });

  it('that were tampered with are not given out', async () => {
    const { instances } = makeStudy({ seed: 'tampered', scale: small });
    await take('tampered', instances);
    const [key] = await packFiles('tampered');
    const file = join(rooms.folder, 'blobs', 'objects', key as string);
    const handle = await open(file, 'r+');
    const { size } = await handle.stat();
    const byte = Buffer.alloc(1);
    await handle.read(byte, 0, 1, size - 40);
    await handle.write(Buffer.from([(byte[0] as number) ^ 0xff]), 0, 1, size - 40);
    await handle.close();
    const opened = await Promise.allSettled(
      instances.map(({ sopInstanceUid }) => rooms.archive.openInstance('tampered', sopInstanceUid)),
    );
    const failed = opened.filter((result) => result.status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.reason).toBeInstanceOf(PackDamaged);
  });

  it('of another case are not there', async () => {
    const { instances } = makeStudy({ seed: 'mine', scale: small });
    await take('mine', instances);
    expect(await rooms.archive.openInstance('yours', instances[0]?.sopInstanceUid ?? '')).toBeNull();
    expect(await rooms.archive.instances('yours')).toEqual([]);
  });

  it('are gone for good when their case is erased', async () => {
    const { instances } = makeStudy({ seed: 'erased', scale: small });
    await take('erased', instances);
    await rooms.archive.erase('erased');
    expect(await rooms.archive.instances('erased')).toEqual([]);
    expect(await packFiles('erased')).toEqual([]);
    await expect(rooms.keys.dataKey(rooms.db, 'case/erased')).rejects.toThrow('destroyed');
  });
});

describe('the same again', () => {
  it('is told as already here, and stored once', async () => {
    const { instances } = makeStudy({ seed: 'again', scale: small });
    await take('again', instances);
    const before = await packFiles('again');
    const view = await take('again', instances);
    expect(view).toMatchObject({ instances: instances.length, alreadyHere: instances.length, refused: [] });
    expect(await packFiles('again')).toEqual(before);
    expect(rooms.cases.told.filter(({ caseId }) => caseId === 'again')).toHaveLength(1);
  });

  it('twice on one disc counts once', async () => {
    const { instances } = makeStudy({ seed: 'twice', scale: small });
    const [first] = instances as [MadeInstance];
    const view = await take('twice', [...instances, { path: 'COPY/IM1', bytes: first.bytes }]);
    expect(view).toMatchObject({ instances: instances.length + 1, alreadyHere: 1, refused: [] });
    expect(await rooms.archive.instances('twice')).toHaveLength(instances.length);
  });

  it('under the same identity with other content is kept apart, named, and not shown', async () => {
    const { instances } = makeStudy({ seed: 'other', scale: small });
    const [first] = instances as [MadeInstance];
    await take('other', instances);
    const bytes = first.bytes.slice();
    bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
    const view = await take('other', [{ path: 'CHANGED/IM1', bytes }]);
    expect(view.refused).toEqual([{ path: 'CHANGED/IM1', reason: expect.stringContaining('other content') }]);
    expect(view.instances).toBe(0);
    const back = await rooms.archive.openInstance('other', first.sopInstanceUid);
    expect(back?.equals(Buffer.from(first.bytes))).toBe(true);
    expect(await rooms.archive.instances('other')).toHaveLength(instances.length);
    const again = await take('other', [{ path: 'CHANGED/IM1', bytes }]);
    expect(again).toMatchObject({ alreadyHere: 1 });
  });
});

/** The same data set as a C-STORE receiver writes it: behind a meta header of its own. */
function rewrapped({ bytes, path }: MadeInstance): { path: string; bytes: Uint8Array } {
  const { sopClassUid, sopInstanceUid, transferSyntaxUid: transferSyntax } = parseHeader(bytes);
  const { dataSetOffset } = readFileMeta(bytes, bytes.length);
  const head = fileHead({ sopClassUid, sopInstanceUid, transferSyntax });
  return { path: `NETWORK/${path}`, bytes: Buffer.concat([head, bytes.subarray(dataSetOffset)]) };
}

describe('the same data set in another file', () => {
  it('counts as the one that is here, and is known from then on', async () => {
    const { instances } = makeStudy({ seed: 'wrapped', scale: small });
    await take('wrapped', instances);
    const before = await packFiles('wrapped');
    const others = instances.map(rewrapped);
    expect(Buffer.from(others[0]?.bytes ?? []).equals(Buffer.from(instances[0]?.bytes ?? []))).toBe(false);
    expect(await take('wrapped', others)).toMatchObject({
      ...{ instances: instances.length, alreadyHere: instances.length, refused: [] },
    });
    expect(await rooms.archive.instances('wrapped')).toHaveLength(instances.length);
    expect(await packFiles('wrapped')).toEqual(before);
    const sha256s = others.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
    expect([...(await rooms.archive.holds('wrapped', sha256s)).values()]).toEqual(sha256s.map(() => 'current'));
    const held = await rooms.archive.held('wrapped', sha256s);
    expect(held.map(({ sha256 }) => sha256).sort()).toEqual(sha256s.sort());
    const back = await rooms.archive.openInstance('wrapped', instances[0]?.sopInstanceUid ?? '');
    expect(back?.equals(Buffer.from(instances[0]?.bytes ?? []))).toBe(true);
  });

  it('counts once where both lie on one disc, and is apart where a bit differs', async () => {
    const { instances } = makeStudy({ seed: 'both', scale: small });
    const [first] = instances as [MadeInstance];
    expect(await take('both', [...instances, rewrapped(first)])).toMatchObject({
      ...{ instances: instances.length + 1, alreadyHere: 1, refused: [] },
    });
    const changed = rewrapped(first);
    changed.bytes[changed.bytes.length - 1] = (changed.bytes.at(-1) as number) ^ 1;
    const view = await take('both', [changed]);
    expect(view.refused).toEqual([{ path: changed.path, reason: expect.stringContaining('other content') }]);
    expect(await rooms.archive.instances('both')).toHaveLength(instances.length);
  });

  it('is forgotten with its case', async () => {
    const { instances } = makeStudy({ seed: 'forgotten', scale: small });
    await take('forgotten', [...instances, ...instances.map(rewrapped)]);
    await rooms.archive.erase('forgotten');
    const { rows } = await rooms.db.pool.query('select 1 from archive_twins where case_id = $1', ['forgotten']);
    expect(rows).toEqual([]);
  });
});

describe('what a dead import left', () => {
  it('is removed when the import is tried again; packs of the index stay', async () => {
    const { instances } = makeStudy({ seed: 'orphans', scale: small });
    await take('orphans', instances);
    const kept = await packFiles('orphans');
    const scratch = await rooms.blobs.scratch();
    const owner = rooms.newId();
    await writeFile(join(scratch, `${owner}.half`), 'half a pack');
    await rooms.blobs.write(`cases/orphans/packs/${owner}.whole`, Buffer.from('a pack that was never indexed'));
    await rooms.archive.intake('orphans', owner);
    expect(await packFiles('orphans')).toEqual(kept);
    expect(await readdir(scratch)).toEqual([]);
  });
});
