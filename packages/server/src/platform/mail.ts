import nodemailer from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** Resolves when the receiving server has taken the mail; throws otherwise, so that the job is tried again. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Mails by SMTP. `url` as nodemailer takes it: smtp://user:password@host:port, smtps://… for TLS from the start. */
export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport(url);
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to, subject, text, disableUrlAccess: true, disableFileAccess: true });
    },
    close: () => transport.close(),
  };
}
