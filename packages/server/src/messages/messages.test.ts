import { waitingOf } from '@overread/rules/case/waiting.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PUBLIC_URL, type Rooms, startRooms, until } from '../../../../testing/rooms/rooms.ts';
import { COORDINATOR, PATIENT, PEOPLE, REFERRER, walk } from '../../../../testing/rooms/walk.ts';
import { createMailbox } from './mailbox.ts';
import type { Notice } from './notices.ts';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms();
  await rooms.messages.work();
  await rooms.delivery.work();
});
afterAll(() => rooms.stop());
beforeEach(() => {
  rooms.smtp.taken.length = 0;
  rooms.smtp.failing = false;
});

const mailsTo = (email: string, number: string) =>
  rooms.smtp.taken.filter(({ to, subject }) => to === email && subject.includes(number));
const pendingJobs = async (name: string, caseId: string) =>
  (
    await rooms.db.pool.query(
      `select id, start_after from jobs.job where name = $1 and data->>'caseId' = $2 and state in ('created', 'retry')`,
      [name, caseId],
    )
  ).rows;

describe('mails of a case', () => {
  it('tell each person of each step, and nothing medical to anybody', async () => {
    const { id, number } = await walk(rooms, 'signed');
    const result = await until(() =>
      mailsTo(PEOPLE.okafor.email, number).find(({ subject }) => /result/i.test(subject)),
    );
    expect(result.text).toContain(`${PUBLIC_URL}/case/${id}/result`);
    const opened = await until(() => mailsTo(PEOPLE.okafor.email, number).find(({ subject }) => /open/.test(subject)));
    expect(opened.text).toContain(`${PUBLIC_URL}/case/${id}`);
    const offered = await until(() => mailsTo(PEOPLE.solheim.email, number));
    expect(offered[0]?.text).toContain(`${PUBLIC_URL}/work`);
    const referred = await until(() => mailsTo(PEOPLE.lindqvist.email, number));
    expect(referred).toHaveLength(1);
    for (const { subject, text } of rooms.smtp.taken) {
      expect(`${subject}\n${text}`).not.toMatch(
        /Okafor|Mara|brain|MRI|sclerosis|lesion|numb|Harbour|Dressler|1992|demyelin/i,
      );
    }
  });

  it('open the case for the referrer by a link and a code, without an account', async () => {
    const { id, number } = await walk(rooms, 'signed');
    const [mail] = await until(() => mailsTo(PEOPLE.lindqvist.email, number));
    const link = new URL(/https?:\S+/.exec(mail?.text ?? '')?.[0] ?? '');
    const token = /^\/r\/([\w-]{40,})$/.exec(link.pathname)?.[1] ?? '';
    expect(await rooms.guests.look(token)).toMatchObject({ email: expect.stringContaining('•••@') });
    await rooms.guests.sendCode(token);
    const code = /Enter (\d{6}) /.exec(rooms.smtp.taken.at(-1)?.text ?? '')?.[1] ?? '';
    expect(await rooms.guests.open(token, code)).toMatchObject({ caseId: id });
    await expect(rooms.guests.open(token, code)).rejects.toMatchObject({ code: 'wrong-code' });
  });

  it('are sent once, however often the job runs', async () => {
    const { id, number } = await walk(rooms, 'opened');
    await until(() => mailsTo(PEOPLE.okafor.email, number));
    const notice: Notice = { caseId: id, cause: '1', kind: 'case-opened', to: { role: 'patient' } };
    const run = () => rooms.handlers.get('messages.notice')?.({ ...notice });
    await Promise.all([run(), run(), run()]);
    expect(mailsTo(PEOPLE.okafor.email, number)).toHaveLength(1);
  });

  it('are tried again when the mail server takes nothing, and kept only when it did', async () => {
    rooms.smtp.failing = true;
    const { id, number } = await walk(rooms, 'opened');
    const notice: Notice = { caseId: id, cause: '1', kind: 'case-opened', to: { role: 'patient' } };
    await expect(rooms.handlers.get('messages.notice')?.({ ...notice })).rejects.toThrow('takes nothing');
    expect((await rooms.mailbox.list()).filter(({ subject }) => subject.includes(number))).toEqual([]);
    rooms.smtp.failing = false;
    await until(() => mailsTo(PEOPLE.okafor.email, number));
    const kept = await until(async () =>
      (await rooms.mailbox.list()).filter(({ subject }) => subject.includes(number)),
    );
    expect(kept).toHaveLength(1);
  });

  it('do not exist where the case did not change: queue and record are one', async () => {
    const before = await rooms.db.pool.query(`select count(*)::int as n from jobs.job where name = 'messages.notice'`);
    const { id } = await walk(rooms, 'opened');
    const ask = { type: 'askPatient', askId: 'a1', text: 'Is there a disc?' } as const;
    await expect(
      rooms.cases.execute(COORDINATOR, id, ask, {
        within: async () => {
          throw new Error('No.');
        },
      }),
    ).rejects.toThrow('No.');
    const after = await rooms.db.pool.query(`select count(*)::int as n from jobs.job where name = 'messages.notice'`);
    expect(after.rows[0].n).toBe(before.rows[0].n + 1);
    await rooms.cases.execute(COORDINATOR, id, ask);
    const { number } = await walk(rooms, 'opened');
    expect(number).toMatch(/-/);
    const asked = await until(() => rooms.smtp.taken.filter(({ subject }) => /We need something/.test(subject)));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.text).not.toContain('disc');
  });
});

describe('reminders', () => {
  it('ask after a result that nobody opened, tell the coordinators, and put it on the list of calls', async () => {
    const { id, number } = await walk(rooms, 'signed');
    await until(async () => (await pendingJobs('messages.unread', id)).length === 3);
    const deliveredAt = (await rooms.cases.load(id))?.delivery.deliveredAt;
    await rooms.cases.execute(PATIENT, id, { type: 'markSeen' });
    const remind = (step = 'reminder') => rooms.handlers.get('messages.unread')?.({ caseId: id, deliveredAt, step });
    await remind();
    await remind();
    await remind('coordinator');
    await remind('telephone');
    const called = await rooms.cases.load(id);
    if (called === null) throw new Error('No case.');
    expect(waitingOf(called, new Date().toISOString())).toMatchObject({ say: 'waiting.call-referrer', urgent: true });
    const unread = (email: string) => mailsTo(email, number).filter(({ subject }) => /Not opened yet/.test(subject));
    await until(() => unread(PEOPLE.lindqvist.email));
    await until(() => unread(PEOPLE.keller.email));
    await until(async () => (await pendingJobs('messages.notice', id)).length === 0);
    expect(unread(PEOPLE.lindqvist.email)).toHaveLength(1);
    await until(() => unread(PEOPLE.keller.email).length === 2);
    expect(unread(PEOPLE.okafor.email)).toHaveLength(0);
    await rooms.cases.execute(REFERRER, id, { type: 'markSeen' });
    rooms.smtp.taken.length = 0;
    await remind();
    expect(await pendingJobs('messages.notice', id)).toEqual([]);
    await rooms.handlers.get('messages.undecided')?.({ caseId: id, from: new Date().toISOString() });
    await until(() =>
      mailsTo(PEOPLE.lindqvist.email, number).find(({ subject }) => /Still to be decided/.test(subject)),
    );
  });

  it('name a request for records on the day it is due, while it is open', async () => {
    const { id, number } = await walk(rooms, 'asked');
    await rooms.cases.execute(PATIENT, id, {
      type: 'requestRecords',
      requestId: 'r1',
      facility: { name: 'Harbour Imaging', address: '', phone: '', fax: '' },
      wants: ['images'],
      studyDate: '2026-10-28',
      studyDescription: 'MRI brain',
      missing: '',
      law: 'us-hipaa',
      sentOn: new Date().toISOString().slice(0, 10),
    });
    const dueOn = (await rooms.cases.load(id))?.requests[0]?.dueOn;
    const [job] = await pendingJobs('messages.records-due', id);
    expect(job.start_after.toISOString().slice(0, 10)).toBe(dueOn);
    const remind = () => rooms.handlers.get('messages.records-due')?.({ caseId: id, requestId: 'r1', dueOn });
    await remind();
    const due = (email: string) => mailsTo(email, number).filter(({ subject }) => /answer is due/.test(subject));
    const [mail] = await until(() => due(PEOPLE.okafor.email));
    expect(mail?.text).not.toMatch(/Harbour|brain/);
    await until(() => due(PEOPLE.keller.email));
    await rooms.cases.execute(PATIENT, id, { type: 'markRecordsReceived', requestId: 'r1', what: ['images'] });
    rooms.smtp.taken.length = 0;
    await remind();
    expect(await pendingJobs('messages.notice', id)).toEqual([]);
  });
});

describe('the mailbox', () => {
  it('shows in the demo what was sent, the newest first', async () => {
    const { number } = await walk(rooms, 'opened');
    await until(() => mailsTo(PEOPLE.okafor.email, number));
    const { status, body } = await rooms.ask(PEOPLE.okafor, 'GET /mailbox');
    expect(status).toBe(200);
    const times = body.map(({ at }: { at: string }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(body[0].to).toBe(PEOPLE.okafor.email);
    await rooms.mailbox.send({ to: 'x@y.example', subject: 'A link', text: 'Once.' });
    expect((await rooms.mailbox.list())[0]).toMatchObject({ to: 'x@y.example', subject: 'A link', text: 'Once.' });
  });

  it('keeps no address, words or link outside of the demo, and still sends once', async () => {
    const mailbox = createMailbox({ ...rooms, practice: { ...rooms.practice, demo: false } }, null);
    const about = { key: 'outside-demo', kind: 'case-opened', caseId: null };
    await mailbox.sendOnce(about, { to: 'x@y.example', subject: 'A secret', text: 'A link.' });
    await mailbox.sendOnce(about, { to: 'x@y.example', subject: 'A secret', text: 'A link.' });
    const { rows } = await rooms.db.pool.query(`select * from messages_mails where key = 'outside-demo'`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/x@y|secret|link/);
    expect(await mailbox.wasSent('outside-demo')).toBe(true);
  });
});
