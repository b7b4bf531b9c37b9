import { type MadeInstance, makeStudy, zipOf } from '@overread/demo';
import { parseHeader } from '@overread/imaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HoldingRooms, openCase, startHoldingRooms } from '../../../../../testing/images/dimse-rooms.ts';
import type { Origin } from './model.ts';

const scale = { slices: 3, matrix: 64 };
const WAIT = { timeout: 30_000 };
/** A whole study of it is more than a case of these rooms may hold. */
const BIG = { slices: 6, matrix: 192 };
const FROM: Origin = { way: 'other', sender: 'Front desk', address: '' };
const BY = { personId: 'c', name: 'Ruth Lindqvist', role: 'coordinator' } as const;

let rooms: HoldingRooms;
beforeAll(async () => {
  rooms = await startHoldingRooms({ caseBytes: 1 << 20 });
});
afterAll(async () => {
  await rooms.holding.stop();
  await rooms.stop();
});

const uidOf = (instances: readonly MadeInstance[]) => parseHeader(instances[0]?.bytes as Uint8Array).studyInstanceUid;
const filesOf = (instances: readonly MadeInstance[]) =>
  instances.map(({ bytes }, at) => ({ path: `IM${at}`, read: async () => bytes }));
const held = async (uid: string) => (await rooms.holding.list()).find(({ study }) => study?.studyInstanceUid === uid);

async function comesBack(ownerId: string, instances: readonly MadeInstance[]): Promise<void> {
  for (const { sopInstanceUid, bytes } of instances) {
    const back = await rooms.archive.openInstance(ownerId, sopInstanceUid);
    expect(back?.equals(Buffer.from(bytes))).toBe(true);
  }
}

describe('the holding area', () => {
  it('takes several studies and other files at once: each waits by itself, what is no image is named', async () => {
    const [a, b] = [makeStudy({ seed: 'hold-a', scale }).instances, makeStudy({ seed: 'hold-b', scale }).instances];
    const broken = { path: 'broken.dcm', read: async () => new Uint8Array(a[0]?.bytes.subarray(0, 400) ?? []) };
    const zip = { path: 'b.zip', read: async () => zipOf(b.map(({ bytes }, at) => ({ path: `B${at}`, bytes }))) };
    const { images, refused } = await rooms.holding.receive({ from: FROM, files: [...filesOf(a), zip, broken] });
    expect(images).toBe(a.length + b.length);
    expect(refused.map(({ path }) => path)).toEqual(['broken.dcm']);
    await expect
      .poll(async () => (await rooms.holding.list()).map(({ state }) => state), WAIT)
      .toEqual(['waiting', 'waiting']);
    for (const instances of [a, b]) {
      const arrival = await held(uidOf(instances));
      expect(arrival?.study?.instances).toBe(instances.length);
      await comesBack(arrival?.arrivalId ?? '', instances);
    }
  });

  it('puts a study into a case: there bit for bit, here gone for good', async () => {
    const { instances } = makeStudy({ seed: 'hold-a', scale });
    const arrival = await held(uidOf(instances));
    const id = arrival?.arrivalId ?? '';
    rooms.open.push(openCase('2026-0100', {}, instances[0]?.bytes));
    expect((await rooms.holding.view(id)).candidates.map(({ number, isSure }) => [number, isSure])).toEqual([
      ['2026-0100', false],
    ]);
    await rooms.holding.attach(id, { caseId: 'id-2026-0100', by: BY, reason: '' });
    await expect.poll(() => held(uidOf(instances)), WAIT).toBeUndefined();
    await comesBack('id-2026-0100', instances);
    expect(await rooms.archive.instances(id)).toEqual([]);
    const { rows } = await rooms.db.pool.query('select wrapped from platform_keys where key_id = $1', [`case/${id}`]);
    expect(rows).toEqual([{ wrapped: null }]);
    await expect(rooms.holding.attach(id, { caseId: 'id-2026-0100', by: BY, reason: '' })).rejects.toThrow(
      'holding.gone',
    );
    rooms.open.length = 0;
  });

  it('discards a study: nothing of it can be read, and of the patient nothing is left', async () => {
    const { instances } = makeStudy({ seed: 'hold-b', scale });
    const id = (await held(uidOf(instances)))?.arrivalId ?? '';
    await rooms.holding.discard(id, BY, 'not for us');
    await expect.poll(() => rooms.archive.instances(id), WAIT).toEqual([]);
    const { rows } = await rooms.db.pool.query(
      'select state, study, decided_by, reason from ingest_arrivals where arrival_id = $1',
      [id],
    );
    expect(rows).toEqual([{ state: 'discarded', study: null, decided_by: 'Ruth Lindqvist', reason: 'not for us' }]);
    expect(await rooms.holding.list()).toEqual([]);
  });

  it('keeps what a case has no room for, and says so to whoever puts it there', async () => {
    const { instances } = makeStudy({ seed: 'hold-big', scale: BIG });
    const known = openCase('2026-0102', { studies: [{ studyInstanceUid: uidOf(instances) }] }, instances[0]?.bytes);
    rooms.open.push(known);
    await rooms.holding.receive({ from: FROM, files: filesOf(instances) });
    const id = (await held(uidOf(instances)))?.arrivalId ?? '';
    expect(await rooms.archive.instances(known.id)).toEqual([]);
    await expect(rooms.holding.attach(id, { caseId: known.id, by: BY, reason: '' })).rejects.toThrow(
      'images.case-full',
    );
    expect((await held(uidOf(instances)))?.state).toBe('waiting');
    await rooms.holding.discard(id, BY, 'too large');
    rooms.open.length = 0;
  });

  it('is passed by where it is sure, and refuses a case that takes no images', async () => {
    const { instances } = makeStudy({ seed: 'hold-c', scale });
    const known = openCase('2026-0101', { studies: [{ studyInstanceUid: uidOf(instances) }] }, instances[0]?.bytes);
    rooms.open.push({ ...known, closedAt: '2026-11-01T00:00:00Z' });
    await rooms.holding.receive({ from: FROM, files: filesOf(instances).slice(0, 2) });
    const id = (await held(uidOf(instances)))?.arrivalId ?? '';
    await expect(rooms.holding.attach(id, { caseId: known.id, by: BY, reason: '' })).rejects.toThrow(
      'holding.case-closed',
    );
    rooms.open.splice(0, 1, known);
    await rooms.holding.receive({ from: FROM, files: filesOf(instances) });
    await comesBack(known.id, instances);
    rooms.open.length = 0;
  });
});
