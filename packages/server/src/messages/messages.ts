import type { PersonView } from '@overread/contract/wire.ts';
import { dateWords } from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import { type Mail, mailFor } from '@overread/words';
import type { Cases } from '../cases/index.ts';
import type { Ground } from '../platform/ports.ts';
import type { Mailbox } from './mailbox.ts';
import { isStillDue, type Notice, noticesOf, type Recipient, remindersOf, unreadBy } from './notices.ts';

const NOTICE = 'messages.notice';
/** A referrer reads her mail when she has time: the link that opens the case works for two weeks. */
const REFERRER_LINK_MINUTES = 14 * 24 * 60;

/** Accounts, as far as mails need them. */
export interface MailPeople {
  personBy(personId: string): Promise<PersonView | null>;
  people(): Promise<readonly PersonView[]>;
  /** A link that signs in once and leads to a path of the service. */
  signInLink(options: {
    readonly email: string;
    readonly name?: string;
    readonly to?: string;
    readonly minutes: number;
  }): Promise<string>;
}

export interface MessagesDeps extends Pick<Ground, 'db' | 'jobs' | 'say' | 'practice' | 'publicUrl' | 'log'> {
  readonly cases: Cases;
  readonly people: MailPeople;
  readonly mailbox: Mailbox;
}

export interface Messages {
  /** Starts the workers that render and send. */
  work(): Promise<void>;
}

interface Addressee {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  link(): Promise<string>;
}

/**
 * Mails about what happens in cases. What follows from an event is enqueued in its transaction; a worker renders and sends
 * it later, each mail once. Call before the first command: it listens.
 */
export function createMessages(deps: MessagesDeps): Messages {
  const { cases, jobs } = deps;
  cases.onEvents(async (tx, { before, after, events }) => {
    for (const event of events) {
      for (const notice of noticesOf(event, before, after)) await jobs.send(tx, NOTICE, { ...notice });
      for (const { queue, startAfter, ...data } of remindersOf(event)) await jobs.send(tx, queue, data, { startAfter });
    }
  });

  async function sendNotice(notice: Notice): Promise<void> {
    const state = await cases.load(notice.caseId);
    if (state === null) return;
    for (const addressee of await addressees(deps, state, notice)) await mail(deps, state, notice, addressee);
  }

  /** A job for each notice of a reminder, so that an address that fails holds up no other. */
  async function remind(caseId: string, to: readonly Recipient[], rest: Omit<Notice, 'caseId' | 'to'>): Promise<void> {
    for (const one of to) await jobs.send(deps.db, NOTICE, { ...rest, caseId, to: one });
  }

  return {
    async work() {
      await jobs.work(NOTICE, (data) => sendNotice(data as unknown as Notice));
      await jobs.work('messages.unread', async (data) => {
        const { caseId, deliveredAt } = data as { caseId: string; deliveredAt: string };
        const state = await cases.load(caseId);
        if (state === null) return;
        await remind(caseId, unreadBy(state, deliveredAt), { kind: 'result-unread', cause: `unread/${deliveredAt}` });
      });
      await jobs.work('messages.records-due', async (data) => {
        const { caseId, requestId, dueOn } = data as { caseId: string; requestId: string; dueOn: string };
        const state = await cases.load(caseId);
        if (state === null || !isStillDue(state, requestId, dueOn)) return;
        const to: readonly Recipient[] = [{ role: 'patient' }, { role: 'coordinators' }];
        await remind(caseId, to, { kind: 'records-due', cause: `due/${requestId}/${dueOn}`, dueOn });
      });
    },
  };
}

async function mail(deps: MessagesDeps, state: CaseState, notice: Notice, addressee: Addressee): Promise<void> {
  const { mailbox, log } = deps;
  const key = `${notice.caseId}/${notice.cause}/${notice.kind}/${addressee.id}`;
  if (addressee.email === '') {
    log.info({ caseId: notice.caseId, kind: notice.kind }, 'a mail has no address to go to');
    return;
  }
  if (await mailbox.wasSent(key)) return;
  const { subject, text } = rendered(deps, state, notice, { name: addressee.name, link: await addressee.link() });
  await mailbox.sendOnce({ key, kind: notice.kind, caseId: notice.caseId }, { to: addressee.email, subject, text });
}

function rendered(
  { say, practice }: MessagesDeps,
  state: CaseState,
  { kind, dueOn }: Notice,
  to: { readonly name: string; readonly link: string },
): Mail {
  const values = { ...to, practice: practice.name, phone: practice.phone, caseNumber: state.number };
  if (kind === 'records-due') return mailFor(say, kind, { ...values, dueOn: dateWords(dueOn ?? '') });
  if (kind === 'result-unread')
    return mailFor(say, kind, { ...values, since: dateWords(state.delivery.deliveredAt ?? '') });
  return mailFor(say, kind, values);
}

/** The people behind a recipient, with the page that each of them is led to. */
async function addressees(deps: MessagesDeps, state: CaseState, { to, kind }: Notice): Promise<readonly Addressee[]> {
  const { people, say, publicUrl } = deps;
  const page = (path: string) => async () => `${publicUrl()}${path}`;
  switch (to.role) {
    case 'patient': {
      const account = state.patientPersonId === null ? null : await people.personBy(state.patientPersonId);
      const email = state.contact.email || (account?.email ?? '');
      const path = kind.startsWith('result-') ? `/case/${state.id}/result` : `/case/${state.id}`;
      // A name beside a radiology practice's is medical enough: the mail does not say whose case it is.
      return [{ id: 'patient', email, name: say('mail.to.patient'), link: page(path) }];
    }
    case 'referrer': {
      if (state.referrer === null) return [];
      const { email, name, personId } = state.referrer;
      const path = `/referrals/${state.id}`;
      const signIn = () => people.signInLink({ email, name, to: path, minutes: REFERRER_LINK_MINUTES });
      return [{ id: `referrer/${email.toLowerCase()}`, email, name, link: personId === null ? page(path) : signIn }];
    }
    case 'reader': {
      const reader = await people.personBy(to.personId);
      return reader === null
        ? []
        : [{ id: reader.personId, email: reader.email, name: reader.name, link: page('/work') }];
    }
    case 'coordinators': {
      const coordinators = (await people.people()).filter(({ roles }) => roles.includes('coordinator'));
      return coordinators.map(({ personId, email, name }) => ({
        id: personId,
        email,
        name,
        link: page(`/desk/${state.id}`),
      }));
    }
  }
}
