import type { MadeShare, SharedResult } from '@overread/contract/links.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rooms, startRooms, until } from '../../../../testing/rooms/rooms.ts';
import { PEOPLE, TOLD, walk } from '../../../../testing/rooms/walk.ts';

let rooms: Rooms;
let state: CaseState;
beforeAll(async () => {
  rooms = await startRooms();
  await rooms.delivery.work();
  const { id } = await walk(rooms, 'signed');
  state = await until(async () => {
    const now = await rooms.cases.load(id);
    return now?.delivery.deliveredAt == null ? null : now;
  });
});
afterAll(() => rooms.stop());

const NOBODY = { personId: '' };
const load = async () => (await rooms.cases.load(state.id)) as CaseState;

describe('a link that the patient shares', () => {
  it('shows the result to a stranger, counts the looks, and ends', async () => {
    const expectedVersion = (await load()).version;
    const body = { label: 'My sister', days: 7, views: 2, expectedVersion };
    const made = (await rooms.ask(PEOPLE.okafor, `POST /cases/${state.id}/shares`, body)).body as MadeShare;
    const token = made.url.split('/s/')[1] ?? '';
    expect(JSON.stringify(made.view)).not.toContain(token.split('.')[1]);
    const peek = await rooms.ask(NOBODY, `GET /shared/${token}`);
    expect(peek.body).toMatchObject({ left: 2 });
    expect(peek.bytes.toString()).not.toContain('Okafor');
    const opened = (await rooms.ask(NOBODY, `POST /shared/${token}/open`, {})).body as SharedResult;
    expect(opened.left).toBe(1);
    expect(opened.view.second?.final.impression).toBe(TOLD.second.impression);
    expect(JSON.stringify(opened)).not.toContain(PEOPLE.okafor.email);
    await rooms.ask(NOBODY, `POST /shared/${token}/open`, {});
    const third = await rooms.ask(NOBODY, `POST /shared/${token}/open`, {});
    expect([third.status, (third.body as { code: string }).code]).toEqual([410, 'share-over']);
    expect((await load()).shares?.[0]?.openedAt).toHaveLength(2);
    for (const wrong of ['none', `${state.id}.wrong`, `${token}x`])
      expect((await rooms.ask(NOBODY, `GET /shared/${wrong}`)).status).toBe(404);
  });

  it('is not made by anybody else', async () => {
    const body = { label: 'x', days: 7, views: 2, expectedVersion: (await load()).version };
    expect((await rooms.ask(PEOPLE.lindqvist, `POST /cases/${state.id}/shares`, body)).status).toBe(403);
  });
});

describe('a doctor without an account', () => {
  it('is not let in by a code that is wrong, old or guessed too often', async () => {
    const token = (await rooms.guests.linkFor(state)).split('/r/')[1] ?? '';
    const open = (code: string) => rooms.ask(NOBODY, `POST /guest/${token}/open`, { code });
    expect((await open('000000')).status).toBe(401);
    await rooms.ask(NOBODY, `POST /guest/${token}/code`, {});
    const code = /Enter (\d{6}) /.exec(rooms.smtp.taken.at(-1)?.text ?? '')?.[1] ?? '';
    for (let i = 0; i < 5; i += 1) await open(code === '111111' ? '222222' : '111111');
    expect((await open(code)).status).toBe(401);
    await rooms.ask(NOBODY, `POST /guest/${token}/code`, {});
    const second = /Enter (\d{6}) /.exec(rooms.smtp.taken.at(-1)?.text ?? '')?.[1] ?? '';
    const { status, headers, body } = await open(second);
    expect([status, body]).toEqual([200, { caseId: state.id }]);
    expect(String(headers['set-cookie'])).toMatch(/^overread\.guest=[\w-]{40,}; Path=\/api; HttpOnly; SameSite=Lax/);
    expect((await rooms.ask(NOBODY, 'GET /guest/none')).status).toBe(404);
  });

  it('is sent a link that signs in, to the address of the case', async () => {
    const token = (await rooms.guests.linkFor(state)).split('/r/')[1] ?? '';
    expect((await rooms.ask(NOBODY, `POST /guest/${token}/account`, {})).status).toBe(204);
    const mail = rooms.smtp.taken.at(-1);
    expect(mail?.to).toBe(PEOPLE.lindqvist.email);
    expect(mail?.text).toContain(encodeURIComponent(`/referrals/${state.id}`));
  });
});
