import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms } from '../../../../testing/rooms/rooms.ts';
import { PEOPLE, walk } from '../../../../testing/rooms/walk.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.stop());

type Candidate = { reader: { name: string; openCases: number }; suited: boolean; reasons: string[]; broken: string[] };

describe('the directory', () => {
  it('counts the readings under way here on top of what a reader has elsewhere', async () => {
    const count = async () =>
      (await rooms.matching.readers()).find(({ readerId }) => readerId === PEOPLE.solheim.personId)?.openCases ?? 0;
    const before = await count();
    await walk(rooms, 'accepted');
    expect(await count()).toBe(before + 1);
    await walk(rooms, 'signed');
    expect(await count()).toBe(before + 1);
  });

  it('is open to staff', async () => {
    const { status, body } = await rooms.ask(PEOPLE.keller, 'GET /readers');
    expect([status, body.length]).toEqual([200, 6]);
    for (const person of [PEOPLE.okafor, PEOPLE.solheim, PEOPLE.lindqvist]) {
      expect((await rooms.ask(person, 'GET /readers')).status).toBe(403);
    }
  });
});

describe('a suggestion', () => {
  it('puts the reader first who suits, and says of the others which rule speaks against them', async () => {
    const { id } = await walk(rooms, 'gathered');
    const { body } = await rooms.ask(PEOPLE.keller, `GET /cases/${id}/suggestion`);
    const candidates: Candidate[] = body.candidates;
    expect(candidates[0]).toMatchObject({ suited: true, broken: [], reader: { name: PEOPLE.solheim.name } });
    expect(candidates.filter(({ suited }) => suited)).toHaveLength(1);
    for (const { reasons, broken, suited } of candidates) {
      expect(broken.length > 0).toBe(!suited);
      for (const sentence of [...reasons, ...broken]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    }
    const tied = candidates.find(({ reader }) => reader.name === PEOPLE.adeyemi.name);
    expect(tied?.broken.join()).toMatch(/tie to the place/);
  });
});

describe('an offer', () => {
  it('keeps the standing and the reasons of the moment, and comes back as the case', async () => {
    const { id, version } = await walk(rooms, 'gathered');
    const body = { readerId: PEOPLE.solheim.personId, expectedVersion: version };
    const offered = await rooms.ask(PEOPLE.keller, `POST /cases/${id}/offers`, body);
    expect(offered.status).toBe(200);
    expect(offered.body.offers[0]).toMatchObject({ state: 'offered', reader: { name: PEOPLE.solheim.name } });
    expect(offered.body.offers[0].reasons.length).toBeGreaterThan(2);
    const list = await rooms.ask(PEOPLE.solheim, 'GET /cases');
    expect(list.body.find((row: { id: string }) => row.id === id).offerId).toBe(offered.body.offers[0].offerId);
  });

  it.each([
    ['a reader with a tie', PEOPLE.adeyemi, 422, 'reader-not-suited'],
    ['somebody who is no reader', PEOPLE.rivera, 404, 'not-found'],
  ])('is refused for %s', async (_, { personId: readerId }, status, code) => {
    const { id, version } = await walk(rooms, 'gathered');
    const answer = await rooms.ask(PEOPLE.keller, `POST /cases/${id}/offers`, {
      readerId,
      expectedVersion: version,
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is refused on an old version and to everybody but the coordinator', async () => {
    const { id, version } = await walk(rooms, 'gathered');
    const body = { readerId: PEOPLE.solheim.personId, expectedVersion: version - 1 };
    expect((await rooms.ask(PEOPLE.keller, `POST /cases/${id}/offers`, body)).status).toBe(409);
    expect((await rooms.ask(PEOPLE.okafor, `POST /cases/${id}/offers`, body)).status).toBe(403);
  });
});
