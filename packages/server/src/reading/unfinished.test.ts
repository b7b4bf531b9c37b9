import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms } from '../../../../testing/rooms/rooms.ts';
import { PEOPLE, READER, TOLD, walk } from '../../../../testing/rooms/walk.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.stop());

describe('a comparison that is not signed yet', () => {
  const path = (id: string) => `/cases/${id}/comparison/work`;
  const [first, ...others] = TOLD.comparison.pairs;
  const pairs = [first, ...others.map((pair) => ({ ...pair, status: 'proposed' as const }))];
  const work = { ...TOLD.comparison, pairs, radpeer: null, effectOnTreatment: null, likelyCause: null, plainWords: '' };

  it('is kept for its reader, sealed, from the reveal until it is signed', async () => {
    const { id } = await walk(rooms, 'locked');
    const early = await rooms.ask(PEOPLE.solheim, `PUT ${path(id)}`, { work });
    expect([early.status, early.body.code]).toEqual([403, 'original-sealed']);

    await rooms.cases.execute(READER, id, { type: 'revealOriginal' });
    expect((await rooms.ask(PEOPLE.solheim, `GET ${path(id)}`)).body).toEqual({ work: null, savedAt: null });
    const saved = await rooms.ask(PEOPLE.solheim, `PUT ${path(id)}`, { work });
    expect(saved.status).toBe(200);
    expect(Date.parse(saved.body.savedAt)).toBeGreaterThan(0);
    expect((await rooms.ask(PEOPLE.solheim, `GET ${path(id)}`)).body).toEqual({ work, savedAt: saved.body.savedAt });
    const rows = 'select sealed from reading_comparisons where case_id = $1';
    expect((await rooms.db.pool.query(rows, [id])).rows[0].sealed.includes('hyperintensity')).toBe(false);
    for (const person of [PEOPLE.okafor, PEOPLE.keller, PEOPLE.lindqvist]) {
      expect((await rooms.ask(person, `GET ${path(id)}`)).status).toBe(403);
    }
    expect((await rooms.ask(PEOPLE.chow, `GET ${path(id)}`)).status).toBe(404);

    await rooms.cases.execute(READER, id, { type: 'compareReports', comparison: TOLD.comparison });
    expect((await rooms.ask(PEOPLE.solheim, `GET ${path(id)}`)).body.work).toEqual(work);
    await rooms.cases.execute(READER, id, { type: 'signReport', statement: 'I have read these images myself.' });
    expect((await rooms.db.pool.query(rows, [id])).rowCount).toBe(0);
    const late = await rooms.ask(PEOPLE.solheim, `PUT ${path(id)}`, { work });
    expect([late.status, late.body.code]).toEqual([422, 'report-signed']);
  });

  it('counts what the reader kept of the proposal, by month, for the administrator alone', async () => {
    const months = async () => (await rooms.ask(PEOPLE.raman, 'GET /proposal-quality')).body[0];
    const before = (await months()) ?? { comparisons: 0, proposed: 0, kept: 0, final: 0 };
    const { id } = await walk(rooms, 'locked');
    await rooms.cases.execute(READER, id, { type: 'revealOriginal' });
    const line = { ...TOLD.comparison.pairs[0], status: 'confirmed' } as const;
    const changed = { ...line, status: 'corrected' } as const;
    const pairs = [
      { ...line, id: 'kept' },
      { ...changed, id: 'split' },
      { ...changed, id: 'split-2', madeOf: 0 },
      { ...changed, id: 'joined', madeOf: 2 },
    ] as typeof TOLD.comparison.pairs;
    await rooms.cases.execute(READER, id, { type: 'compareReports', comparison: { ...TOLD.comparison, pairs } });
    expect(await months()).toEqual({
      month: expect.stringMatching(/^\d{4}-\d\d$/),
      comparisons: before.comparisons + 1,
      proposed: before.proposed + 4,
      kept: before.kept + 1,
      final: before.final + 4,
    });
    expect((await rooms.ask(PEOPLE.solheim, 'GET /proposal-quality')).status).toBe(403);
    const counted = async (by: 'region' | 'reader' | 'facility' | 'month') => {
      const rows: { compared: number; group: string }[] = (await rooms.ask(PEOPLE.raman, 'GET /discrepancies')).body[
        by
      ];
      return rows.reduce((sum, { compared }) => sum + compared, 0);
    };
    const all = await Promise.all((['region', 'reader', 'facility', 'month'] as const).map(counted));
    await rooms.cases.execute(READER, id, { type: 'signReport', statement: 'I have read these images myself.' });
    const after = await Promise.all((['region', 'reader', 'facility', 'month'] as const).map(counted));
    expect(after).toEqual(all.map((count) => count + 1));
    const { reader } = (await rooms.ask(PEOPLE.raman, 'GET /discrepancies')).body;
    expect(reader.map(({ group }: { group: string }) => group)).toContain(PEOPLE.solheim.name);
    expect((await rooms.ask(PEOPLE.solheim, 'GET /discrepancies')).status).toBe(403);
  });

  it('is the coordinator’s where a report from outside is compared', async () => {
    const { id, version } = await walk(rooms, 'gathered');
    expect((await rooms.ask(PEOPLE.keller, `GET ${path(id)}`)).status).toBe(403);
    await rooms.ask(PEOPLE.keller, `POST /cases/${id}/packet`, {
      service: 'Far Away Readings',
      expectedVersion: version,
    });
    expect((await rooms.ask(PEOPLE.keller, `PUT ${path(id)}`, { work })).status).toBe(403);
    await rooms.ask(PEOPLE.keller, `POST /cases/${id}/outside-report`, Buffer.from('FINDINGS: Eight lesions.'), {
      'content-type': 'text/plain',
      'x-file-name': 'outside.txt',
    });
    expect((await rooms.ask(PEOPLE.keller, `PUT ${path(id)}`, { work })).status).toBe(200);
    expect((await rooms.ask(PEOPLE.keller, `GET ${path(id)}`)).body.work).toEqual(work);
    expect((await rooms.ask(PEOPLE.okafor, `GET ${path(id)}`)).status).toBe(403);
  });

  it('names what does not fit', async () => {
    const { id } = await walk(rooms, 'revealed');
    const answer = await rooms.ask(PEOPLE.solheim, `PUT ${path(id)}`, { work: { ...work, radpeer: '9' } });
    expect([answer.status, answer.body.code]).toEqual([422, 'field-wrong']);
  });
});
