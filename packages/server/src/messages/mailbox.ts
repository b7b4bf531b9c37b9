import type { MailView } from '@overread/contract/wire.ts';
import { desc, eq } from 'drizzle-orm';
import type { Mail, Mailer } from '../platform/mail.ts';
import type { Ground } from '../platform/ports.ts';
import { mails } from './schema.ts';

/** What a kept mail is about, and the key under which it is sent once. */
export interface MailAbout {
  readonly key: string;
  readonly kind: string;
  readonly caseId: string | null;
}

/** Sends mails and remembers that they left. It is a `Mailer`, so that sign-in links go the same way. */
export interface Mailbox extends Mailer {
  wasSent(key: string): Promise<boolean>;
  /** Sends unless a mail with this key has left. Throws when the mail server does not take it; then nothing is kept. */
  sendOnce(about: MailAbout, mail: Mail): Promise<void>;
  /** The newest first. */
  list(): Promise<readonly MailView[]>;
}

/** `smtp` is null where no mail server is set: then the demo's mailbox is where mails can be read. */
export function createMailbox(
  { db, clock, newId, practice }: Pick<Ground, 'db' | 'clock' | 'newId' | 'practice'>,
  smtp: Mailer | null,
): Mailbox {
  async function wasSent(key: string): Promise<boolean> {
    const found = await db.orm.select({ id: mails.id }).from(mails).where(eq(mails.key, key));
    return found.length > 0;
  }

  async function sendOnce({ key, kind, caseId }: MailAbout, mail: Mail): Promise<void> {
    const shown = practice.demo ? mail : { to: '', subject: '', text: '' };
    const { to: toAddress, subject, text } = shown;
    await db.transaction(async (tx) => {
      const kept = await tx.orm
        .insert(mails)
        .values({ id: newId(), key, kind, caseId, toAddress, subject, text, at: clock.now() })
        .onConflictDoNothing({ target: mails.key })
        .returning({ id: mails.id });
      // Another worker that sends the same mail holds the key until it has: this one then finds nothing to do.
      if (kept.length > 0) await smtp?.send(mail);
    });
  }

  return {
    wasSent,
    sendOnce,
    send: (mail) => sendOnce({ key: `single/${newId()}`, kind: 'single', caseId: null }, mail),
    close: () => smtp?.close(),
    async list() {
      const found = await db.orm.select().from(mails).orderBy(desc(mails.at), desc(mails.id)).limit(500);
      return found.map(({ id, toAddress, subject, text, at }) => ({
        id,
        to: toAddress,
        subject,
        text,
        at: at.toISOString(),
      }));
    },
  };
}
