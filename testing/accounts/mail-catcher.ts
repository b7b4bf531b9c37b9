import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail {
  readonly to: readonly string[];
  readonly from: string;
  readonly raw: string;
}

export interface MailCatcher {
  /** As OVERREAD_SMTP_URL takes it. */
  readonly url: string;
  readonly mails: readonly CaughtMail[];
  /** The newest mail to this address; waits for one. */
  mailTo(address: string): Promise<CaughtMail>;
  close(): Promise<void>;
}

const LONGEST_WAIT_MS = 10_000;

/** A real mail server on a free port of this machine that keeps what it is sent. */
export async function catchMails(): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    async onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom === false ? '' : mailFrom.address;
      mails.push({ from, to: rcptTo.map(({ address }) => address), raw: plain(await text(stream)) });
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async mailTo(address) {
      for (let waited = 0; waited < LONGEST_WAIT_MS; waited += 50) {
        const found = mails.findLast(({ to }) => to.includes(address));
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`No mail to ${address} came within ten seconds.`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Quoted-printable (RFC 2045, 6.7) undone, as far as links need it. */
function plain(raw: string): string {
  return raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
