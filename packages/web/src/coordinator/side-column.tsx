import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { RefundLine } from '../patient/refund-line.tsx';
import { Button } from '../ui/button.tsx';
import { fullName, plainDate, shortMoment } from '../ui/format.ts';
import { newId } from '../ui/new-id.ts';
import { PromisedDate } from '../ui/promise.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TrackList } from '../ui/track-list.tsx';
import { TwoClocks } from '../ui/two-clocks.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActDialog, useFields } from './act-dialog.tsx';
import styles from './case.module.css';
import { Erasing } from './erase-dialog.tsx';
import { Facts } from './part.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

function ReferrerDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const words = useWords();
  const { values, field, fine } = useFields({
    name: view.referrer?.name ?? '',
    email: view.referrer?.email ?? '',
    phone: view.referrer?.phone ?? '',
  });
  const act = () => {
    const [name, email, phone] = [values.name.trim(), values.email.trim(), values.phone.trim()];
    const found = fine({
      name: name === '' ? words('coordinator.referrer.nameMissing') : null,
      email: /^\S+@\S+\.\S+$/.test(email) ? null : words('coordinator.emailWrong'),
    });
    return found ? { type: 'nameReferrer' as const, personId: null, name, email, phone } : null;
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.referrer.title')}
      lead={words('coordinator.referrer.lead')}
      submit={words('coordinator.referrer.submit')}
      act={act}
      onClose={onClose}
    >
      <TextField {...field('name')} label={words('coordinator.referrer.name')} />
      <TextField {...field('email')} type="email" label={words('coordinator.email')} />
      <TextField {...field('phone')} type="tel" optional label={words('coordinator.people.phone')} />
    </ActDialog>
  );
}

function Asks({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  if (view.asks.length === 0 && !view.mayDo.includes('askPatient')) return null;
  return (
    <section aria-labelledby="asks">
      <h2 id="asks">{words('coordinator.asks.title', { name: view.patient.name.given })}</h2>
      <ul className={styles.asks}>
        {view.asks.map(({ askId, text, at, answer }) => (
          <li key={askId}>
            <p>
              {text} <span className={styles.quiet}>{shortMoment(i18n.locale, at)}</span>
            </p>
            <p className={answer === null ? styles.quiet : styles.doctor} dir="auto">
              {answer ?? words('coordinator.asks.waiting')}
            </p>
          </li>
        ))}
      </ul>
      {view.mayDo.includes('askPatient') && (
        <Button onPress={() => setOpen(true)}>
          {words('coordinator.asks.ask', { name: view.patient.name.given })}
        </Button>
      )}
      {open && (
        <ReasonDialog
          view={view}
          title={words('coordinator.asks.dialog', { name: fullName(view.patient.name) })}
          lead={words('coordinator.asks.lead')}
          label={words('coordinator.asks.label')}
          submit={words('coordinator.asks.submit')}
          commandOf={(text) => ({ type: 'askPatient', askId: newId(), text })}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function People({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { contact, referrer, consent } = view;
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words('coordinator.people.title')}</h2>
      <Facts
        facts={[
          {
            name: words('coordinator.people.phone'),
            value: contact === null || contact.phone === '' ? '' : <a href={`tel:${contact.phone}`}>{contact.phone}</a>,
          },
          { name: words('coordinator.email'), value: contact?.email ?? '' },
          { name: words('coordinator.people.place'), value: view.place },
          {
            name: words('coordinator.people.acting'),
            value: consent === null || consent.relation === 'self' ? '' : consent.signerName,
          },
          {
            name: words('coordinator.people.referrer'),
            value:
              referrer === null ? (
                words('coordinator.people.noReferrer')
              ) : (
                <>
                  {referrer.name}
                  <br />
                  {referrer.email}
                  {referrer.phone !== undefined && referrer.phone !== '' && (
                    <>
                      <br />
                      <a href={`tel:${referrer.phone}`}>{referrer.phone}</a>
                    </>
                  )}
                </>
              ),
          },
        ]}
      />
      {view.mayDo.includes('nameReferrer') && view.delivery.deliveredAt === null && (
        <Button kind="bare" onPress={() => setOpen(true)}>
          {words(referrer === null ? 'coordinator.referrer.open' : 'coordinator.referrer.change')}
        </Button>
      )}
      {open && <ReferrerDialog view={view} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Cancel({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  if (!view.mayDo.includes('cancelCase')) return null;
  return (
    <section>
      <Button kind="bare" onPress={() => setOpen(true)}>
        {words('coordinator.cancel.open')}
      </Button>
      {open && (
        <ReasonDialog
          view={view}
          title={words('coordinator.cancel.title')}
          lead={
            <>
              {words('coordinator.cancel.lead')}
              <RefundLine view={view} />
            </>
          }
          label={words('coordinator.reason')}
          submit={words('coordinator.cancel.submit')}
          stop
          commandOf={(reason) => ({ type: 'cancelCase', reason })}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

/** What the promise hangs on, in words: running, on hold for whom, or not started. */
export function usePromiseState(view: CaseView): string {
  const words = useWords();
  const { clock } = view;
  if (view.delivery.deliveredAt !== null) return words('coordinator.clock.sent');
  if (clock.startedAt === null) return words('coordinator.clock.notStarted');
  if (clock.pausedFor !== null) return words(`coordinator.clock.paused.${clock.pausedFor}`);
  return words('coordinator.clock.running');
}

/** The right column: the promise, the tracks, the people, questions to the patient. */
export function SideColumn({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const state = usePromiseState(view);
  return (
    <>
      <PromisedDate
        over={words('coordinator.promised')}
        by={view.clock.promisedBy}
        instead={words('coordinator.clock.nothing')}
      >
        <p>{state}</p>
      </PromisedDate>
      <TwoClocks clock={view.clock} />
      <section aria-label={words('coordinator.tracks')}>
        <TrackList
          tracks={view.tracks}
          endOf={({ since }) =>
            since === null ? null : <time className={styles.quiet}>{plainDate(i18n.locale, since)}</time>
          }
        />
      </section>
      <Asks view={view} />
      <People view={view} />
      <Cancel view={view} />
      <Erasing view={view} />
    </>
  );
}
