import type { Role } from '@overread/rules/case/vocabulary.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visitor } from '../platform/access-hook.ts';
import { wordedProblem } from '../platform/problems.ts';
import { Counter } from '../platform/rate-limit.ts';
import type { Auth } from './auth.ts';

/** How long a session stays strong after its second factor: a day's work. */
const STRONG_MS = 12 * 3_600_000;
/** Better Auth does not count wrong codes within a session that exists; six digits must not be guessed. */
const CODES_PER_PERSON = { max: 8, seconds: 15 * 60 };
const COOKIE_NAME = /(?:^|;\s*)(?:__Secure-)?overread\.session_token=/;

export const STRANGER: Visitor = {
  subject: { personId: null, roles: [], strongSession: false, demo: false },
  name: '',
};

export interface SignIn {
  visitorOf(request: FastifyRequest): Promise<Visitor>;
  /** Spends a link's token and tells who got in; null when it was used before, is too old or was never ours. */
  byLink(request: FastifyRequest, reply: FastifyReply, token: string): Promise<string | null>;
  /** Who got in; null when a code is asked for as well. */
  byPassword(
    request: FastifyRequest,
    reply: FastifyReply,
    body: { email: string; password: string },
  ): Promise<string | null>;
  /** The second step: of a sign-in by password, or within a session, which becomes strong by it. */
  byCode(request: FastifyRequest, reply: FastifyReply, code: string): Promise<string>;
  /** Sets the password where there is none, checks it where there is one, and starts the set-up of one-time codes. */
  beginSecondStep(
    request: FastifyRequest,
    password: string,
  ): Promise<{ totpUri: string; backupCodes: readonly string[] }>;
  asKnown(request: FastifyRequest, reply: FastifyReply, personId: string): Promise<boolean>;
  signOut(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

/** Signing in and out on one instance of Better Auth; cookies go through as it makes them. */
export function createSignIn(auth: () => Promise<Auth>, demo: boolean): SignIn {
  const wrongCodes = new Counter();

  async function visitorOf(request: FastifyRequest): Promise<Visitor> {
    if (!COOKIE_NAME.test(request.headers.cookie ?? '')) return { ...STRANGER, subject: { ...STRANGER.subject, demo } };
    const found = await sessionOf(await auth(), request);
    if (!found) return { ...STRANGER, subject: { ...STRANGER.subject, demo } };
    const strongAt = found.session.strongAt?.getTime() ?? Number.NEGATIVE_INFINITY;
    const strongSession = demo || Date.now() - strongAt < STRONG_MS;
    const roles = (found.user.roles ?? []) as Role[];
    return { subject: { personId: found.user.id, roles, strongSession, demo }, name: found.user.name };
  }

  return {
    visitorOf,
    async byLink(request, reply, token) {
      const answer = await (await auth()).api.magicLinkVerify({
        query: { token },
        headers: headersOf(request),
        asResponse: true,
      });
      if (answer.status !== 200) return null;
      passCookies(answer, reply);
      return await whoGotIn(answer);
    },
    async byPassword(request, reply, body) {
      const answer = await (await auth()).api.signInEmail({ body, headers: headersOf(request), asResponse: true });
      if (answer.status !== 200) throw wordedProblem(401, 'wrong-password');
      passCookies(answer, reply);
      return await whoGotIn(answer);
    },
    async byCode(request, reply, code) {
      const { subject } = await visitorOf(request);
      const key = subject.personId ?? `address ${request.ip}`;
      if (!wrongCodes.take(key, CODES_PER_PERSON)) throw wordedProblem(429, 'too-many');
      const { api } = await auth();
      const input = { body: { code: code.trim() }, headers: headersOf(request), asResponse: true } as const;
      const answer = await (/^\d{6}$/.test(code.trim()) ? api.verifyTOTP(input) : api.verifyBackupCode(input));
      if (answer.status !== 200) throw wordedProblem(401, 'wrong-code');
      wrongCodes.reset(key);
      passCookies(answer, reply);
      return (await whoGotIn(answer)) ?? subject.personId ?? '';
    },
    async beginSecondStep(request, password) {
      const { api } = await auth();
      const headers = headersOf(request);
      const accounts = await api.listUserAccounts({ headers });
      if (!accounts.some(({ providerId }) => providerId === 'credential')) {
        await api.setPassword({ body: { newPassword: password }, headers });
      }
      const answer = await api.enableTwoFactor({ body: { password, method: 'totp' }, headers, asResponse: true });
      if (answer.status !== 200) {
        const { code } = (await answer.json()) as { code?: string };
        throw wordedProblem(409, code === 'INVALID_PASSWORD' ? 'wrong-password' : 'second-step-there');
      }
      const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: string[] };
      return { totpUri: totpURI, backupCodes };
    },
    async asKnown(request, reply, personId) {
      const answer = await (await auth()).api.signInKnownPerson({
        body: { personId },
        headers: headersOf(request),
        asResponse: true,
      });
      passCookies(answer, reply);
      return answer.status === 200;
    },
    async signOut(request, reply) {
      passCookies(await (await auth()).api.signOut({ headers: headersOf(request), asResponse: true }), reply);
    },
  };
}

/** Better Auth does not say why it could not look; that there is no session is another answer. */
async function sessionOf({ api }: Auth, request: FastifyRequest) {
  return await api.getSession({ headers: headersOf(request) }).catch(() => {
    throw wordedProblem(503, 'unavailable');
  });
}

/** Whom Better Auth names in its answer; null where it asks for a code first. */
async function whoGotIn(answer: Response): Promise<string | null> {
  const { user } = (await answer.json()) as { user?: { id: string } };
  return user?.id ?? null;
}

/** What Better Auth may know of a request. The address is the one that Fastify found: a client cannot make one up. */
function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers({ 'x-forwarded-for': request.ip });
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

function passCookies(answer: Response, reply: FastifyReply): void {
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
}
