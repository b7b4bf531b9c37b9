import type { PersonView } from '@overread/contract';
import type { Role } from '@overread/rules/case/vocabulary.ts';
import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../platform/access-hook.ts';
import type { Ground } from '../platform/ports.ts';
import { type Auth, createAuth } from './auth.ts';
import { type LinkOptions, makeSignInLink } from './links.ts';
import { createMachines, type Machines, machineVisitor } from './machines.ts';
import { createPeople, type People } from './people.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

/** Stands in for the first administrator's address until she gives her own; leads nowhere (RFC 2606). */
const FIRST_ADMINISTRATOR = 'administrator@overread.invalid';
const FIRST_LINK_MINUTES = 24 * 60;

export interface Accounts extends People, Machines {
  visitorOf(request: FastifyRequest): Promise<Visitor>;
  /** A link that signs in once, as mails carry it. */
  signInLink(options: LinkOptions): Promise<string>;
  /** The person with this mail address, made where there is none, and given the role where it is lacking. */
  ensurePerson(person: { readonly name: string; readonly email: string; readonly role: Role }): Promise<PersonView>;
  /** A link for the first administrator, as long as no administrator has set up a second step; null afterwards. */
  firstAdministratorLink(): Promise<string | null>;
  readonly signIn: SignIn;
}

type Needs = Pick<Ground, 'db' | 'keys' | 'newId' | 'clock' | 'publicUrl' | 'practice' | 'log'>;

/** People, sign-in, sessions, roles. Better Auth is made at the first use, when the public address is known. */
export function createAccounts(ground: Needs): Accounts {
  const { db, practice } = ground;
  const people = createPeople(ground);
  const machines = createMachines(ground);
  let made: Promise<Auth> | null = null;
  const auth = (): Promise<Auth> => {
    made ??= makeAuth(ground);
    return made;
  };
  const signIn = createSignIn(auth, practice.demo);
  const signInLink = (options: LinkOptions): Promise<string> => makeSignInLink(ground, options);

  return {
    ...people,
    ...machines,
    signIn,
    visitorOf: async (request) => (await machineVisitor(machines, request)) ?? (await signIn.visitorOf(request)),
    signInLink,
    ensurePerson: ({ name, email, role }) => people.savePerson({ name, email, roles: [role] }),
    async firstAdministratorLink() {
      const { rows } = await db.pool.query<{ email: string; two_factor_enabled: boolean }>(
        `select email, two_factor_enabled from accounts_people where 'administrator' = any(roles) order by created_at`,
      );
      if (rows.some((row) => row.two_factor_enabled)) return null;
      const email = rows[0]?.email ?? FIRST_ADMINISTRATOR;
      if (rows.length === 0) {
        await people.savePerson({ name: 'Administrator', email, roles: ['administrator', 'coordinator'] });
      }
      return await signInLink({ email, to: '/admin', minutes: FIRST_LINK_MINUTES });
    },
  };
}

async function makeAuth({ db, keys, publicUrl, practice, log }: Needs): Promise<Auth> {
  await db.pool.query('delete from accounts_sessions where expires_at < now()');
  await db.pool.query('delete from accounts_verifications where expires_at < now()');
  const secret = (await keys.dataKey(db, 'accounts/secret')).toString('base64');
  return createAuth({ db, secret, publicUrl: publicUrl(), appName: practice.name, log });
}
