import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthEndpoint, createAuthMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { magicLink } from 'better-auth/plugins/magic-link';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { z } from 'zod';
import type { Database, Log } from '../platform/ports.ts';
import {
  accountsCredentials,
  accountsPeople,
  accountsSecondFactors,
  accountsSessions,
  accountsVerifications,
} from './schema.ts';

const SESSION_SECONDS = 7 * 24 * 3600;
/** Paths of Better Auth at which a second factor was shown. Nothing else makes a session strong: not a mail link. */
const SECOND_FACTOR_PATHS: readonly string[] = ['/two-factor/verify-totp', '/two-factor/verify-backup-code'];
export const SHORTEST_PASSWORD = 12;

export interface AuthOptions {
  readonly db: Database;
  readonly secret: string;
  readonly publicUrl: string;
  readonly appName: string;
  readonly log: Log;
}

/** A sign-in link is kept as its hash: whoever reads the database cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * Better Auth with password, one-time codes and sign-in links. Which factor a session showed is kept by ourselves
 * (`strongAt`), because Better Auth's link signs in whoever has a second factor without asking for it.
 */
export function createAuth({ db, secret, publicUrl, appName, log }: AuthOptions) {
  return betterAuth({
    appName,
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ level }, message) },
    database: drizzleAdapter(db.orm, {
      provider: 'pg',
      schema: {
        user: accountsPeople,
        session: accountsSessions,
        account: accountsCredentials,
        verification: accountsVerifications,
        twoFactor: accountsSecondFactors,
      },
    }),
    user: { additionalFields: { roles: { type: 'string[]', required: false, input: false } } },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      additionalFields: { strongAt: { type: 'date', required: false, input: false } },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: SHORTEST_PASSWORD },
    advanced: { cookiePrefix: 'overread', useSecureCookies: publicUrl.startsWith('https:') },
    plugins: [
      magicLink({
        storeToken: { type: 'custom-hasher', hash: async (token) => hashToken(token) },
        sendMagicLink: () => {
          throw new Error('Sign-in links are made by accounts/links.ts.');
        },
      }),
      twoFactor({ issuer: appName }),
      knownPerson(),
    ],
    hooks: {
      after: createAuthMiddleware(async (ctx) => {
        if (!SECOND_FACTOR_PATHS.includes(ctx.path)) return;
        // A wrong code comes by here as well, as an error in place of an answer.
        if (ctx.context.returned instanceof Error) return;
        const token = (ctx.context.newSession ?? ctx.context.session)?.session.token;
        if (token !== undefined) await markStrong(db, token);
      }),
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

async function markStrong(db: Database, token: string): Promise<void> {
  await db.pool.query('update accounts_sessions set strong_at = now() where token = $1', [token]);
}

/** Signs in a person whom the service itself knows already: the demo's reusable links. Not reachable over HTTP. */
function knownPerson() {
  return {
    id: 'known-person',
    endpoints: {
      signInKnownPerson: createAuthEndpoint.serverOnly(
        { method: 'POST', requireHeaders: true, body: z.object({ personId: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
          if (!user) return ctx.json(null, { status: 404 });
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ personId: user.id });
        },
      ),
    },
  };
}
