import type { Ground } from '../platform/ports.ts';
import { hashToken } from './auth.ts';
import { newSecret } from './people.ts';

export interface LinkOptions {
  readonly email: string;
  /** Name of somebody who is not known yet; without it the part of the address before the "@". */
  readonly name?: string | undefined;
  /** Where the link leads after signing in: a path of our own. */
  readonly to?: string | undefined;
  readonly minutes: number;
}

/** No two slashes one behind the other, no steps upwards: what a browser makes of those is another address. */
const SAFE_PATH = /^\/(?:[\w\-~][\w\-.~]*(?:\/[\w\-~][\w\-.~]*)*\/?)?(?:\?[\w\-./=&%~]*)?$/;

/** A path of this service and nothing else: a link must not lead to another site. */
export function safePath(path: string | undefined): string {
  return path !== undefined && SAFE_PATH.test(path) ? path : '/';
}

/**
 * Makes a link that signs in once: to a page with a button, because programs that look at the links in mails open them all.
 * The record is the one that Better Auth's magic link reads back (its version is pinned,
 * a test signs in with it); made here, because a link in a letter must live longer than one that somebody waits for.
 */
export async function makeSignInLink(
  { db, newId, clock, publicUrl }: Pick<Ground, 'db' | 'newId' | 'clock' | 'publicUrl'>,
  { email, name, to, minutes }: LinkOptions,
): Promise<string> {
  const token = newSecret();
  const address = email.toLowerCase();
  const record = { type: 'magic-link', email: address, name: name ?? address.split('@')[0] };
  await db.pool.query(
    'insert into accounts_verifications (id, identifier, value, expires_at) values ($1, $2, $3, $4)',
    [
      newId(),
      `magic-link:${hashToken(token)}`,
      JSON.stringify(record),
      new Date(clock.now().getTime() + minutes * 60_000),
    ],
  );
  const url = new URL('/sign-in', publicUrl());
  url.searchParams.set('token', token);
  const path = safePath(to);
  if (path !== '/') url.searchParams.set('to', path);
  return url.toString();
}
