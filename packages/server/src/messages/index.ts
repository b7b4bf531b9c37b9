/**
 * Mails about what happens, reminders, and the demo's mailbox.
 *
 *     const mailbox = createMailbox({ db, clock, newId, practice }, smtp)   // smtp: Mailer or null; a Mailer itself
 *     const messages = createMessages({ db, jobs, say, practice, publicUrl, log, cases, people: accounts, mailbox })
 *     registerMessagesRoutes(app, { mailbox })
 *     await messages.work()                                                 // once the service listens: mails hold its address
 *
 * `createMessages` comes before the first command: it listens.
 */
export { createMailbox, type MailAbout, type Mailbox } from './mailbox.ts';
export { createMessages, type MailPeople, type Messages, type MessagesDeps } from './messages.ts';
export { registerMessagesRoutes } from './routes.ts';
export { MESSAGES_TABLES } from './tables.ts';
