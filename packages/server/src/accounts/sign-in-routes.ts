import { mailFor } from '@overread/words';
import { z } from 'zod';
import type { Witnessed } from '../platform/access-hook.ts';
import type { App, Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { Counter } from '../platform/rate-limit.ts';
import type { Accounts } from './accounts.ts';
import { SHORTEST_PASSWORD } from './auth.ts';
import { safePath } from './links.ts';

const LINK_MINUTES = 20;
/** So many links one address may be sent: a mailbox must not be filled by somebody else. */
const LINKS_PER_ADDRESS = { max: 5, seconds: 15 * 60 };
const TRIES = { max: 20, seconds: 60 };

const email = z.email().max(254);
const linkRequest = z.object({
  email,
  name: z.string().trim().max(120).optional(),
  to: z.string().max(500).optional(),
});
const passwordRequest = z.object({ email, password: z.string().min(1).max(128) });
const newPassword = z.object({ password: z.string().min(SHORTEST_PASSWORD).max(128) });
const codeRequest = z.object({ code: z.string().min(6).max(20) });
const linkToken = z.object({ token: z.string().max(200) });

export interface SignInRouteDeps extends Pick<Ground, 'say' | 'sayIn' | 'practice'> {
  readonly accounts: Accounts;
  /** Sends a mail that is about no case. */
  readonly sendMail: (mail: { to: string; subject: string; text: string }) => Promise<void>;
  /** Who got in, and who did not, is on record like everything that follows. */
  readonly witness: (entry: Witnessed) => Promise<void>;
}

/** Keeps a sign-in, or that one failed: by whom it was, where the address is known or somebody was signed in already. */
async function keep(
  { accounts, witness }: Pick<SignInRouteDeps, 'accounts' | 'witness'>,
  personId: string | null | undefined,
  how: 'link' | 'password' | 'code',
  refused?: string,
): Promise<void> {
  const person = personId ? await accounts.personBy(personId) : null;
  const actor = { personId: person?.personId ?? '', name: person?.name ?? '', role: person?.roles[0] ?? 'patient' };
  const outcome = refused === undefined ? 'allowed' : 'refused';
  await witness({ actor, action: `sign-in:${how}`, caseId: null, caseNumber: null, outcome, detail: refused ?? '' });
}

/** Signing in: by a link in a mail; by password and one-time code, which staff and readers need. */
export function registerSignInRoutes(app: App, deps: SignInRouteDeps): void {
  const { accounts } = deps;
  const open = { action: 'public', rateLimit: TRIES } as const;
  registerLinkRoutes(app, deps);

  app.post('/api/sign-in/password', { schema: { body: passwordRequest }, config: open }, async (request, reply) => {
    const who = await accounts.signIn.byPassword(request, reply, request.body).catch(async (error: unknown) => {
      const known = await accounts.personByEmail(request.body.email);
      await keep(deps, known?.personId, 'password', 'wrong-password');
      throw error;
    });
    if (who !== null) await keep(deps, who, 'password');
    return { next: who === null ? 'code' : 'signed-in' };
  });

  app.post('/api/sign-in/code', { schema: { body: codeRequest }, config: open }, async (request, reply) => {
    const who = await accounts.signIn.byCode(request, reply, request.body.code).catch(async (error: unknown) => {
      const { subject } = await accounts.signIn.visitorOf(request);
      await keep(deps, subject.personId, 'code', 'wrong-code');
      throw error;
    });
    await keep(deps, who, 'code');
    return reply.code(204).send();
  });

  const own = { action: 'session:own', rateLimit: TRIES } as const;
  app.post('/api/second-step', { schema: { body: newPassword }, config: own }, async (request) =>
    accounts.signIn.beginSecondStep(request, request.body.password),
  );

  app.post('/api/sign-out', { config: { action: 'public' } }, async (request, reply) => {
    await accounts.signIn.signOut(request, reply);
    return reply.code(204).send();
  });
}

function registerLinkRoutes(app: App, deps: SignInRouteDeps): void {
  const { accounts, sayIn, practice, sendMail } = deps;
  const sent = new Counter();
  const open = { action: 'public', rateLimit: TRIES } as const;

  // Always the same answer: nobody learns here whether an address is known.
  app.post('/api/sign-in', { schema: { body: linkRequest }, config: open }, async (request, reply) => {
    const { email: address, name, to } = request.body;
    reply.code(204);
    if (!sent.take(address.toLowerCase(), LINKS_PER_ADDRESS)) return reply.send();
    const known = await accounts.personByEmail(address);
    const link = await accounts.signInLink({ email: address, name, to, minutes: LINK_MINUTES });
    const mail = mailFor(sayIn(request.headers['accept-language']), 'sign-in-link', {
      name: known?.name ?? name ?? address,
      practice: practice.name,
      phone: practice.phone,
      link,
      minutes: LINK_MINUTES,
    });
    await sendMail({ to: address, ...mail });
    return reply.send();
  });

  app.post('/api/sign-in/link', { schema: { body: linkToken }, config: open }, async (request, reply) => {
    const who = await accounts.signIn.byLink(request, reply, request.body.token);
    await keep(deps, who, 'link', who === null ? 'link-used' : undefined);
    if (who === null) throw wordedProblem(410, 'link-used');
    return reply.code(204).send();
  });
}

/** GET /demo/sign-in/:role (or a person's id) ?key=: reusable links of the demo, and who can be switched to. */
export function registerDemoSignIn(app: App, { accounts, demo }: { accounts: Accounts; demo: DemoSignIn }): void {
  const params = z.object({ who: z.string().max(64) });
  const query = z.object({ key: z.string().max(100).default(''), to: z.string().max(500).optional() });
  app.get(
    '/demo/sign-in/:who',
    { schema: { params, querystring: query }, config: { action: 'demo:sign-in' } },
    async (request, reply) => {
      const { who } = request.params;
      if (request.query.key !== demo.key) throw wordedProblem(403, 'demo-key');
      const personId = Object.hasOwn(demo.signIn, who) ? demo.signIn[who as keyof typeof demo.signIn] : who;
      const signedIn = await accounts.signIn.asKnown(request, reply, personId);
      if (!signedIn) throw wordedProblem(404, 'not-found');
      return reply.redirect(safePath(request.query.to));
    },
  );
  app.get('/api/demo/people', { config: { action: 'demo:sign-in' } }, async () => demoPeople(accounts, demo));
}

export interface DemoSignIn {
  /** Whom each role's link signs in. */
  readonly signIn: Readonly<Record<'patient' | 'coordinator' | 'reader' | 'referrer' | 'administrator', string>>;
  readonly key: string;
}

export interface DemoPersonLink {
  readonly role: string;
  readonly name: string;
  /** A path of this service. */
  readonly href: string;
}

/** One link per role, in the order of the journey; people who are not there yet are left out. */
export async function demoPeople(accounts: Accounts, demo: DemoSignIn): Promise<readonly DemoPersonLink[]> {
  const links: DemoPersonLink[] = [];
  for (const [role, personId] of Object.entries(demo.signIn)) {
    const person = await accounts.personBy(personId);
    if (person) links.push({ role, name: person.name, href: `/demo/sign-in/${role}?key=${demo.key}` });
  }
  return links;
}
