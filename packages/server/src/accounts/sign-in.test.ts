import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchMails, type MailCatcher } from '../../../../testing/accounts/mail-catcher.ts';
import { oneTimeCode } from '../../../../testing/accounts/one-time-code.ts';
import { type Caller, startTestService, type TestService } from '../../../../testing/service.ts';

const PASSWORD = 'a long pass phrase';
const READER = { name: 'Dr. Vera Lund', email: 'vera.lund@mail.example', roles: ['reader', 'coordinator'] } as const;

let service: TestService;
let mails: MailCatcher;

beforeAll(async () => {
  mails = await catchMails();
  service = await startTestService({ demo: false, settings: { OVERREAD_SMTP_URL: mails.url } });
});

afterAll(async () => {
  await service?.stop();
  await mails?.close();
});

interface Me {
  readonly personId: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly strongSession: boolean;
}

const me = (caller: Caller): Promise<Me> => caller.get<Me>('/api/me');

async function askForLink(email: string, more: object = {}): Promise<string> {
  const answer = await service.stranger().fetch('/api/sign-in', jsonBody({ email, ...more }));
  expect(answer.status).toBe(204);
  const { raw } = await mails.mailTo(email);
  const link = /http:\/\/\S+\/sign-in\?token=\S+/.exec(raw)?.[0];
  if (link === undefined) throw new Error(`There is no link in the mail:\n${raw}`);
  return link;
}

function jsonBody(body: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** What the page behind a link does when its button is pressed. */
async function follow(
  link: string,
  caller: Caller = service.stranger(),
): Promise<{ caller: Caller; answer: Response }> {
  const token = new URL(link).searchParams.get('token') ?? '';
  return { caller, answer: await caller.fetch('/api/sign-in/link', jsonBody({ token })) };
}

/** What the audit log keeps of them, newest first: nothing of what was typed. */
async function lastSignIns(limit: number): Promise<readonly (readonly string[])[]> {
  const kept = (await service.rooms.audit.list({ limit: 20 })).filter(({ action }) => action.startsWith('sign-in:'));
  return kept.slice(0, limit).map(({ action, outcome, personName, detail }) => [action, outcome, personName, detail]);
}

describe('a sign-in link, by a real mail', () => {
  it('signs in a newcomer as a patient, once', async () => {
    const link = await askForLink('Ines.Silva@mail.example', { name: 'Inês Silva' });
    const { caller, answer } = await follow(link);
    expect(answer.status).toBe(204);
    expect(await me(caller)).toMatchObject({
      email: 'ines.silva@mail.example',
      roles: ['patient'],
      strongSession: false,
    });

    const again = await follow(link);
    expect([again.answer.status, ((await again.answer.json()) as { code: string }).code]).toEqual([410, 'link-used']);
    await expect(me(again.caller)).rejects.toThrow('401');
    expect(await lastSignIns(2)).toEqual([
      ['sign-in:link', 'refused', '', 'link-used'],
      ['sign-in:link', 'allowed', 'Inês Silva', ''],
    ]);
  });

  it('says nothing medical, and who sends it', async () => {
    await askForLink('ines.silva@mail.example');
    const { raw, from } = await mails.mailTo('ines.silva@mail.example');
    expect(from).toBe('no-reply@localhost');
    expect(raw).toContain('Northmoor Second Opinions');
    expect(raw).not.toMatch(/\bMRI\b|brain|diagnos/i);
  });

  it('comes in the language of the page that asked, and the page’s own words too', async () => {
    const spanish = { 'accept-language': 'es-MX,es;q=0.9', 'content-type': 'application/json' };
    const body = JSON.stringify({ email: 'ines.silva@mail.example' });
    await service.stranger().fetch('/api/sign-in', { method: 'POST', body, headers: spanish });
    const { raw } = await mails.mailTo('ines.silva@mail.example');
    expect(raw).toContain('no contiene nada m');
    const refused = await service.stranger().fetch('/api/me', { headers: spanish });
    expect(await refused.json()).toMatchObject({ message: 'No ha entrado. Entre y abra la página de nuevo.' });
  });

  it('is followed by a person who keeps her language', async () => {
    const { caller } = await follow(await askForLink('lengua@mail.example'));
    expect(await caller.get('/api/me')).toMatchObject({ language: 'en' });
    const put = (language: string) => caller.fetch('/api/me/language', { ...jsonBody({ language }), method: 'PUT' });
    expect((await put('es')).status).toBe(204);
    expect((await put('xx')).status).toBe(400);
    expect(await caller.get('/api/me')).toMatchObject({ language: 'es' });
  });

  it('leads back to a page of this service and to no other', async () => {
    const link = await askForLink('page@mail.example', { to: '/case/1/images' });
    expect(new URL(link).searchParams.get('to')).toBe('/case/1/images');
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const options = { email: 'page@mail.example', to, minutes: 5 };
      expect(new URL(await service.rooms.accounts.signInLink(options)).searchParams.get('to')).toBe(null);
    }
  });

  it('is not spent by a program that looks at it', async () => {
    const link = await service.rooms.accounts.signInLink({ email: 'scanned@mail.example', minutes: 5 });
    const { pathname, search } = new URL(link);
    for (const method of ['HEAD', 'GET']) {
      const looked = await service.stranger().fetch(`${pathname}${search}`, { method });
      expect(looked.status).toBe(200);
      expect(looked.headers.getSetCookie()).toEqual([]);
    }
    const { rows } = await service.ground.db.pool.query(
      "select 1 from accounts_verifications where value like '%scanned%'",
    );
    expect(rows).toHaveLength(1);
  });

  it('is refused when it is too old', async () => {
    const link = await service.rooms.accounts.signInLink({ email: 'late@mail.example', minutes: -1 });
    expect((await follow(link)).answer.status).toBe(410);
  });

  it('is kept as a hash', async () => {
    const link = await service.rooms.accounts.signInLink({ email: 'hash@mail.example', minutes: 5 });
    const token = new URL(link).searchParams.get('token');
    const { rows } = await service.ground.db.pool.query('select identifier, value from accounts_verifications');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is not mailed without end to one address', async () => {
    const before = mails.mails.length;
    for (let i = 0; i < 8; i += 1) {
      await service.stranger().fetch('/api/sign-in', jsonBody({ email: 'many@mail.example' }));
    }
    expect(mails.mails.length - before).toBe(5);
  });
});

describe('the session', () => {
  it('lives in a cookie that scripts cannot read, and ends when signing out', async () => {
    const { caller, answer } = await follow(await askForLink('cookie@mail.example'));
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('overread.session_token=')) ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const stolen = caller.cookie();
    expect((await caller.fetch('/api/sign-out', { method: 'POST' })).status).toBe(204);
    const answerAfter = await service.stranger().fetch('/api/me', { headers: { cookie: stolen } });
    expect(answerAfter.status).toBe(401);
  });

  it('is not opened by a cookie that somebody made up', async () => {
    const answer = await service.stranger().fetch('/api/me', { headers: { cookie: 'overread.session_token=abc.def' } });
    expect(answer.status).toBe(401);
  });
});

describe('the second step', () => {
  let totpUri: string;
  let backupCodes: readonly string[];

  it('is missing after a link: whoever works with cases is stopped', async () => {
    await service.rooms.accounts.savePerson(READER);
    const { caller } = await follow(await askForLink(READER.email));
    expect(await me(caller)).toMatchObject({ roles: READER.roles, strongSession: false });
    const answer = await caller.fetch('/api/cases');
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'second-factor-needed' });
  });

  it('is set up with a password and a code, and opens the door', async () => {
    const { caller } = await follow(await askForLink(READER.email));
    const begun = await caller.post<{ totpUri: string; backupCodes: string[] }>('/api/second-step', {
      password: PASSWORD,
    });
    ({ totpUri, backupCodes } = begun);
    expect(backupCodes.length).toBe(10);
    expect((await me(caller)).strongSession).toBe(false);
    await caller.post('/api/sign-in/code', { code: oneTimeCode(totpUri) });
    expect((await me(caller)).strongSession).toBe(true);
    expect(await caller.get('/api/cases')).toEqual([]);
  });

  it('signs in by password and code', async () => {
    const caller = service.stranger();
    expect(await caller.post('/api/sign-in/password', { email: READER.email, password: PASSWORD })).toEqual({
      next: 'code',
    });
    await expect(me(caller)).rejects.toThrow('401');
    await caller.post('/api/sign-in/code', { code: oneTimeCode(totpUri) });
    expect((await me(caller)).strongSession).toBe(true);
  });

  it('takes a backup code once', async () => {
    const code = backupCodes[0] ?? '';
    const caller = service.stranger();
    await caller.post('/api/sign-in/password', { email: READER.email, password: PASSWORD });
    await caller.post('/api/sign-in/code', { code });
    expect((await me(caller)).strongSession).toBe(true);
    const again = service.stranger();
    await again.post('/api/sign-in/password', { email: READER.email, password: PASSWORD });
    await expect(again.post('/api/sign-in/code', { code })).rejects.toThrow('wrong-code');
  });

  it('is asked of a link as well: a mailbox alone never makes a strong session', async () => {
    const { caller } = await follow(await askForLink(READER.email));
    expect((await me(caller)).strongSession).toBe(false);
    expect((await caller.fetch('/api/cases')).status).toBe(403);
    await caller.post('/api/sign-in/code', { code: oneTimeCode(totpUri) });
    expect((await me(caller)).strongSession).toBe(true);
  });

  it('cannot be set up anew from a mailbox', async () => {
    const link = await service.rooms.accounts.signInLink({ email: READER.email, minutes: 5 });
    const { caller } = await follow(link);
    await expect(caller.post('/api/second-step', { password: 'another long phrase' })).rejects.toThrow(
      'wrong-password',
    );
    await expect(caller.post('/api/second-step', { password: PASSWORD })).rejects.toThrow('second-step-there');
  });

  it('cannot be guessed from a mailbox', async () => {
    const link = await service.rooms.accounts.signInLink({ email: READER.email, minutes: 5 });
    const { caller } = await follow(link);
    const codes: number[] = [];
    for (let i = 0; i < 10; i += 1)
      codes.push((await caller.fetch('/api/sign-in/code', jsonBody({ code: '000000' }))).status);
    expect(codes.slice(0, 7).every((status) => status === 401)).toBe(true);
    expect(codes.at(-1)).toBe(429);
    expect((await me(caller)).strongSession).toBe(false);
  });

  it('refuses a wrong password and a person who has none in the same words', async () => {
    const tries = [
      { email: READER.email, password: 'not the pass phrase' },
      { email: 'nobody@mail.example', password: PASSWORD },
    ];
    for (const body of tries) {
      const answer = await service.stranger().fetch('/api/sign-in/password', jsonBody(body));
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'wrong-password']);
    }
    expect(await lastSignIns(2)).toEqual([
      ['sign-in:password', 'refused', '', 'wrong-password'],
      ['sign-in:password', 'refused', READER.name, 'wrong-password'],
    ]);
  });
});

describe('requests from elsewhere', () => {
  it('are stopped when they would change something', async () => {
    const { caller } = await follow(
      await service.rooms.accounts.signInLink({ email: 'csrf@mail.example', minutes: 5 }),
    );
    const fromElsewhere = [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: '' }];
    for (const headers of fromElsewhere) {
      const answer = await caller.fetch('/api/sign-out', { method: 'POST', headers });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'wrong-origin']);
    }
    expect((await me(caller)).email).toBe('csrf@mail.example');
  });

  it('are stopped when a script carries the cookie and names no origin', async () => {
    const { caller } = await follow(
      await service.rooms.accounts.signInLink({ email: 'csrf@mail.example', minutes: 5 }),
    );
    const answer = await fetch(`${service.url}/api/sign-out`, { method: 'POST', headers: { cookie: caller.cookie() } });
    expect(answer.status).toBe(403);
  });
});

describe('people', () => {
  it('begin with a link for the first administrator, who invites the others by mail', async () => {
    const link = await service.rooms.accounts.firstAdministratorLink();
    const { caller } = await follow(link ?? '');
    expect(new URL(link ?? '').searchParams.get('to')).toBe('/admin');
    await expect(caller.get('/api/people')).rejects.toThrow('second-factor-needed');
    const { totpUri } = await caller.post<{ totpUri: string }>('/api/second-step', { password: PASSWORD });
    await caller.post('/api/sign-in/code', { code: oneTimeCode(totpUri) });
    expect(await service.rooms.accounts.firstAdministratorLink()).toBeNull();

    const invited = { name: 'Otto Brandt', email: 'otto.brandt@mail.example', roles: ['coordinator'] };
    const person = await caller.post<{ personId: string }>('/api/people', invited);
    expect(person).toMatchObject(invited);
    const { raw } = await mails.mailTo(invited.email);
    expect(raw).toContain(`${service.url}/sign-in`);
    expect(raw).not.toContain('token');

    const changed = { ...invited, personId: person.personId, roles: ['reader'] };
    expect(await caller.post('/api/people', changed)).toMatchObject({ roles: ['reader'] });
    expect(await caller.get('/api/people')).toContainEqual(
      expect.objectContaining({ email: invited.email, roles: ['reader'] }),
    );
  });

  it('lose their sessions with a role', async () => {
    const { savePerson, signInLink } = service.rooms.accounts;
    const person = await savePerson({ name: 'Ada', email: 'ada@mail.example', roles: ['referrer', 'patient'] });
    const { caller } = await follow(await signInLink({ email: person.email, minutes: 5 }));
    expect((await me(caller)).roles).toEqual(['referrer', 'patient']);
    await savePerson({ ...person, roles: ['patient'] });
    await expect(me(caller)).rejects.toThrow('401');
  });

  it('are not to be found by a patient', async () => {
    const { caller } = await follow(
      await service.rooms.accounts.signInLink({ email: 'ines.silva@mail.example', minutes: 5 }),
    );
    expect((await caller.fetch('/api/people')).status).toBe(403);
    expect((await caller.fetch('/api/audit')).status).toBe(403);
  });
});

it('has no demo doors outside of the demo', async () => {
  for (const path of ['/demo/sign-in/reader?key=x', '/api/demo/people', '/demo/disc.zip']) {
    expect((await service.stranger().fetch(path)).status).toBe(404);
  }
  expect((await service.stranger().fetch('/api/mailbox')).status).not.toBe(200);
});
