import { mailFor } from '@overread/words';
import { z } from 'zod';
import { readInput } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import { Counter } from '../platform/rate-limit.ts';
import type { Guests } from './guests.ts';

const TRIES = { max: 30, seconds: 60 };
/** A mailbox must not be filled by whoever found a link. */
const MAILS_PER_LINK = { max: 5, seconds: 15 * 60 };
const SIGN_IN_MINUTES = 20;

const linkNamed = z.object({ token: z.string().max(200) });
const codeSent = z.object({ code: z.string().trim().min(6).max(12) });

export interface GuestRouteDeps extends Pick<Ground, 'say' | 'practice'> {
  readonly guests: Guests;
  readonly signInLink: (options: { email: string; name: string; to: string; minutes: number }) => Promise<string>;
  readonly sendMail: (mail: { to: string; subject: string; text: string }) => Promise<void>;
}

/** The way of a doctor who has a link and no account: a code by mail, then the case to look at. */
export function registerGuestRoutes(app: App, { guests, say, practice, signInLink, sendMail }: GuestRouteDeps): void {
  const open = { action: 'public', rateLimit: TRIES } as const;
  const mailed = new Counter();
  const take = (token: string): void => {
    if (!mailed.take(token, MAILS_PER_LINK)) throw wordedProblem(429, 'too-many');
  };

  app.get('/api/guest/:token', { config: open }, ({ params }) => guests.look(readInput(linkNamed, params).token));

  app.post('/api/guest/:token/code', { config: open }, async ({ params }, reply) => {
    const { token } = readInput(linkNamed, params);
    take(token);
    await guests.sendCode(token);
    return reply.code(204).send();
  });

  app.post('/api/guest/:token/open', { config: open }, async ({ params, body }, reply) => {
    const { token } = readInput(linkNamed, params);
    const { caseId, cookie } = await guests.open(token, readInput(codeSent, body).code);
    reply.header('set-cookie', cookie);
    return { caseId };
  });

  // To act takes an account: the link that signs in goes to the address of the case, whoever asks for it.
  app.post('/api/guest/:token/account', { config: open }, async ({ params }, reply) => {
    const { token } = readInput(linkNamed, params);
    const { email, name, caseId } = await guests.addressOf(token);
    take(token);
    const link = await signInLink({ email, name, to: `/referrals/${caseId}`, minutes: SIGN_IN_MINUTES });
    const values = { name, practice: practice.name, phone: practice.phone, link, minutes: SIGN_IN_MINUTES };
    await sendMail({ to: email, ...mailFor(say, 'sign-in-link', values) });
    return reply.code(204).send();
  });
}
