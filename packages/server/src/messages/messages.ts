import type { PersonView } from '@overread/contract/wire.ts';
import { dateWords } from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { EscalationStep } from '@overread/rules/case/vocabulary.ts';
import { nextAsking } from '@overread/rules/turnaround/escalation.ts';
import { type Locale, type Mail, mailFor, type Say } from '@overread/words';
import { type Cases, SYSTEM_ACTOR } from '../cases/index.ts';
import type { Carrier } from '../platform/carrier.ts';
import type { Ground } from '../platform/ports.ts';
import { RefusalProblem } from '../platform/problems.ts';
import type { Mailbox } from './mailbox.ts';
import { isStillDue, type Notice, noticesOf, type Recipient, remindersOf, undecidedBy, unreadBy } from './notices.ts';

const NOTICE = 'messages.notice';

/** Accounts, as far as mails need them. */
export interface MailPeople {
  personBy(personId: string): Promise<PersonView | null>;
  people(): Promise<readonly PersonView[]>;
  languageOf(personId: string): Promise<Locale>;
}

export interface MessagesDeps extends Pick<Ground, 'db' | 'jobs' | 'sayIn' | 'practice' | 'publicUrl' | 'log'> {
  readonly cases: Cases;
  readonly people: MailPeople;
  readonly mailbox: Mailbox;
  /** The ids of everybody who was shown the second opinion of a case, by the audit. */
  /** A link to the case for its referring doctor, which needs no account. */
  readonly guestLink: (state: CaseState) => Promise<string>;
  /** Working hours after which a result that nobody opened is asked after. */
  readonly remindAfterHours: number;
  readonly whoSawSecond: (caseId: string) => Promise<ReadonlySet<string>>;
  /** Takes short messages; without one there are none. */
  readonly carrier?: Carrier;
}

export interface Messages {
  /** Starts the workers that render and send. */
  work(): Promise<void>;
}

interface Addressee {
  readonly id: string;
  /** Whose account it is, where there is one: it knows the language. */
  readonly personId: string | null;
  readonly email: string;
  /** Null for a patient: a name beside a radiology practice's is medical enough, and the mail does not say whose case it is. */
  readonly name: string | null;
  link(): Promise<string>;
}

/**
 * Mails about what happens in cases. What follows from an event is enqueued in its transaction; a worker renders and sends
 * it later, each mail once. Call before the first command: it listens.
 */
export function createMessages(deps: MessagesDeps): Messages {
  const { cases, jobs, practice } = deps;
  const timing = { calendar: practice.calendar, hours: deps.remindAfterHours };
  cases.onEvents(async (tx, { before, after, events }) => {
    for (const event of events) {
      for (const notice of noticesOf(event, before, after)) await jobs.send(tx, NOTICE, { ...notice });
      for (const { queue, startAfter, ...data } of remindersOf(event, timing))
        await jobs.send(tx, queue, data, { startAfter });
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

  /** Kept in the case's record, so that desk and list of calls follow; a result that was opened meanwhile needs none. */
  async function escalate(caseId: string, step: EscalationStep, deliveredAt: string): Promise<void> {
    const command = { type: 'escalateResult', step, deliveredAt } as const;
    await cases.execute(SYSTEM_ACTOR, caseId, command).catch((error: unknown) => {
      if (!(error instanceof RefusalProblem)) throw error;
    });
  }

  return {
    async work() {
      await jobs.work(NOTICE, (data) => sendNotice(data as unknown as Notice));
      await jobs.work('messages.unread', async (data) => {
        // Jobs of before there were steps are the reminder.
        const {
          caseId,
          deliveredAt,
          step = 'reminder',
        } = data as {
          caseId: string;
          deliveredAt: string;
          step?: EscalationStep;
        };
        const state = await cases.load(caseId);
        if (state === null) return;
        const to = unreadBy(state, deliveredAt, step);
        await remind(caseId, to, { kind: 'result-unread', cause: `unread/${deliveredAt}/${step}` });
        await escalate(caseId, step, deliveredAt);
      });
      await jobs.work('messages.undecided', async (data) => {
        const { caseId, from } = data as { caseId: string; from: string };
        const state = await cases.load(caseId);
        const to = state === null ? null : undecidedBy(state);
        if (to === null) return;
        await remind(caseId, [to], { kind: 'decision-due', cause: `undecided/${from}` });
        const at = nextAsking(from, practice.calendar);
        await jobs.send(deps.db, 'messages.undecided', { caseId, from: at }, { startAfter: new Date(at) });
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
  const language = addressee.personId === null ? 'en' : await deps.people.languageOf(addressee.personId);
  const say = deps.sayIn(language);
  await tellByPhone({ ...deps, say }, state, { key, addressee });
  if (addressee.email === '') {
    log.info({ caseId: notice.caseId, kind: notice.kind }, 'a mail has no address to go to');
    return;
  }
  if (await mailbox.wasSent(key)) return;
  const to = { name: addressee.name ?? say('mail.to.patient'), link: await addressee.link() };
  const { subject, text } = rendered({ ...deps, say }, state, notice, to);
  await mailbox.sendOnce({ key, kind: notice.kind, caseId: notice.caseId }, { to: addressee.email, subject, text });
}

/** A patient who wants it is told by SMS that something waits, and nothing else. Who carries it takes the same key once. */
async function tellByPhone(
  { carrier, say, practice, mailbox, publicUrl }: MessagesDeps & { readonly say: Say },
  { id, number, contact }: CaseState,
  { key, addressee }: { readonly key: string; readonly addressee: Addressee },
): Promise<void> {
  if (addressee.id !== 'patient' || contact.sms !== true || contact.phone === '') return;
  if (carrier?.kinds.has('sms') !== true || (await mailbox.wasSent(key))) return;
  const values = { practice: practice.name, caseNumber: number, link: `${publicUrl()}/case/${id}` };
  await carrier.send({ kind: 'sms', to: contact.phone, text: say('mail.sms', values), key });
}

function rendered(
  { say, practice }: Pick<MessagesDeps, 'practice'> & { readonly say: Say },
  state: CaseState,
  { kind, dueOn }: Notice,
  to: { readonly name: string; readonly link: string },
): Mail {
  const values = { ...to, practice: practice.name, phone: practice.phone, caseNumber: state.number };
  if (kind === 'records-due') return mailFor(say, kind, { ...values, dueOn: dateWords(dueOn ?? '', say) });
  if (kind === 'result-unread')
    return mailFor(say, kind, { ...values, since: dateWords(state.delivery.deliveredAt ?? '', say) });
  return mailFor(say, kind, values);
}

/** The people behind a recipient, with the page that each of them is led to. */
async function addressees(deps: MessagesDeps, state: CaseState, { to, kind }: Notice): Promise<readonly Addressee[]> {
  const { people, publicUrl } = deps;
  const page = (path: string) => async () => `${publicUrl()}${path}`;
  switch (to.role) {
    case 'patient': {
      const account = state.patientPersonId === null ? null : await people.personBy(state.patientPersonId);
      const email = state.contact.email || (account?.email ?? '');
      const path = kind.startsWith('result-') ? `/case/${state.id}/result` : `/case/${state.id}`;
      return [{ id: 'patient', personId: state.patientPersonId, email, name: null, link: page(path) }];
    }
    case 'referrer': {
      if (state.referrer === null) return [];
      const { email, name, personId } = state.referrer;
      const link = personId === null ? page(`/referrals/${state.id}`) : () => deps.guestLink(state);
      return [{ id: `referrer/${email.toLowerCase()}`, personId, email, name, link }];
    }
    case 'shown': {
      // Patient and referrer, and everybody who has a mail of their own about this, have it under another name.
      const told = new Set([state.patientPersonId, state.referrer?.personId ?? null]);
      const seers = [...(await deps.whoSawSecond(state.id))].filter((id) => !told.has(id));
      const known = await Promise.all(seers.map((id) => people.personBy(id)));
      return known
        .filter((person) => person !== null)
        .map(({ personId, email, name }) => ({ id: personId, personId, email, name, link: page('/') }));
    }
    case 'reader': {
      const reader = await people.personBy(to.personId);
      return reader === null
        ? []
        : [
            {
              id: reader.personId,
              personId: reader.personId,
              email: reader.email,
              name: reader.name,
              link: page('/work'),
            },
          ];
    }
    case 'coordinators': {
      const coordinators = (await people.people()).filter(({ roles }) => roles.includes('coordinator'));
      return coordinators.map(({ personId, email, name }) => ({
        id: personId,
        personId,
        email,
        name,
        link: page(`/desk/${state.id}`),
      }));
    }
  }
}
