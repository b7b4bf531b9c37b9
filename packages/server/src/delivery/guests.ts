import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { GuestLink } from '@overread/contract/links.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { mailFor } from '@overread/words';
import { and, eq, gt } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../platform/access-hook.ts';
import type { Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { guests } from './schema.ts';

/** A doctor reads her mail when she has time. */
const LINK_DAYS = 14;
const CODE_MINUTES = 15;
/** Six digits must not be guessed: after so many wrong ones a new code is needed. */
const WRONG_CODES = 5;
const SESSION_HOURS = 12;
const COOKIE = 'overread.guest';

/** A referring doctor who reads a result without an account: a link in a mail, and a code in another. */
export interface Guests {
  /** A link to this case for its referring doctor. */
  linkFor(state: CaseState): Promise<string>;
  /** What the page behind the link may say before the code; throws where the link is none of ours, or too old. */
  look(token: string): Promise<GuestLink>;
  sendCode(token: string): Promise<void>;
  /** Spends the code; answers the case, and the cookie that opens it. */
  open(token: string, code: string): Promise<{ readonly caseId: string; readonly cookie: string }>;
  /** The mail address that the link was sent to, and the case: for a link that signs in. */
  addressOf(token: string): Promise<{ readonly email: string; readonly name: string; readonly caseId: string }>;
  /** Whoever is signed in stays who she is; nobody is a guest where a guest's cookie counts. */
  unless(known: Visitor, request: FastifyRequest): Promise<Visitor>;
}

export interface GuestDeps extends Pick<Ground, 'db' | 'clock' | 'say' | 'practice' | 'publicUrl'> {
  readonly sendMail: (mail: { to: string; subject: string; text: string }) => Promise<void>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const secret = (): string => randomBytes(32).toString('base64url');

export function createGuests(deps: GuestDeps): Guests {
  const { db, clock, say, practice, publicUrl } = deps;
  const later = (ms: number) => new Date(clock.now().getTime() + ms);

  async function rowOf(token: string) {
    const [row] = await db.orm
      .select()
      .from(guests)
      .where(and(eq(guests.tokenHash, sha256(token)), gt(guests.expiresAt, clock.now())));
    if (row === undefined) throw wordedProblem(404, 'guest-link-over');
    return row;
  }
  const change = (tokenHash: string, to: Partial<typeof guests.$inferInsert>) =>
    db.orm.update(guests).set(to).where(eq(guests.tokenHash, tokenHash));

  return {
    async linkFor({ id: caseId, referrer }) {
      const token = secret();
      const { personId = null, name = '', email = '' } = referrer ?? {};
      const expiresAt = later(LINK_DAYS * 86_400_000);
      await db.orm.insert(guests).values({ tokenHash: sha256(token), caseId, personId, name, email, expiresAt });
      return `${publicUrl()}/r/${token}`;
    },
    async look(token) {
      const { email } = await rowOf(token);
      return { practice: practice.name, email: hidden(email) };
    },
    async sendCode(token) {
      const { tokenHash, email, name } = await rowOf(token);
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const codeUntil = later(CODE_MINUTES * 60_000);
      await change(tokenHash, { codeHash: sha256(`${token}/${code}`), codeUntil, wrongCodes: 0 });
      const values = { name, practice: practice.name, phone: practice.phone, code, minutes: CODE_MINUTES };
      await deps.sendMail({ to: email, ...mailFor(say, 'guest-code', values) });
    },
    async open(token, code) {
      const row = await rowOf(token);
      const good = row.codeHash === sha256(`${token}/${code}`);
      const open = row.codeUntil !== null && row.codeUntil > clock.now() && row.wrongCodes < WRONG_CODES;
      if (!good || !open) {
        await change(row.tokenHash, { wrongCodes: row.wrongCodes + 1 });
        throw wordedProblem(401, 'wrong-code');
      }
      const session = secret();
      const sessionUntil = later(SESSION_HOURS * 3_600_000);
      await change(row.tokenHash, { codeHash: null, codeUntil: null, sessionHash: sha256(session), sessionUntil });
      const secure = publicUrl().startsWith('https:') ? '; Secure' : '';
      const age = SESSION_HOURS * 3_600;
      return {
        caseId: row.caseId,
        cookie: `${COOKIE}=${session}; Path=/api; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`,
      };
    },
    async addressOf(token) {
      const { email, name, caseId } = await rowOf(token);
      return { email, name, caseId };
    },
    async unless(known, { headers }) {
      if (known.subject.personId !== null || known.unknownBecause !== undefined) return known;
      const session = /(?:^|;\s*)overread\.guest=([\w-]{20,})/.exec(headers.cookie ?? '')?.[1];
      if (session === undefined) return known;
      const [row] = await db.orm
        .select()
        .from(guests)
        .where(and(eq(guests.sessionHash, sha256(session)), gt(guests.sessionUntil, clock.now())));
      if (row?.personId == null) return known;
      const guest = { caseId: row.caseId };
      const subject = {
        personId: row.personId,
        roles: ['referrer'],
        strongSession: false,
        demo: false,
        guest,
      } as const;
      return { subject: { ...subject, email: row.email }, name: row.name };
    },
  };
}

/** "a•••@bayneurology.example": enough to know which mailbox to look into. */
function hidden(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 1)}•••@${domain}`;
}
