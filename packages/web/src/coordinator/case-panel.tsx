import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Phone } from 'lucide-react';
import { useCase } from '../api/index.ts';
import { ButtonAnchor, ButtonLink } from '../ui/button.tsx';
import { plainDate, shortMoment } from '../ui/format.ts';
import { TrackList } from '../ui/track-list.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './desk.module.css';
import { personWords, regionWords } from './desk-row.tsx';
import { nextAct } from './next-act.ts';
import { entryWords, newestFirst } from './record-words.ts';
import { useRecord } from './staff-api.ts';

const LATEST = 6;

function Latest({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const record = useRecord(view.id, view.version);
  const events = newestFirst(record.data?.events ?? []).slice(0, LATEST);
  if (events.length === 0) return null;
  return (
    <section className={styles.latest} aria-labelledby="panel-record">
      <h3 id="panel-record">{words('coordinator.part.record')}</h3>
      <ol>
        {events.map((event) => (
          <li key={event.version}>
            <time dateTime={event.at}>{shortMoment(i18n.locale, event.at)}</time>
            <span>{entryWords(i18n.locale, event)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Open({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { patient, question, waiting, consent, contact } = view;
  const next = nextAct(view);
  const acting = consent === null || consent.relation === 'self' ? '' : consent.signerName;
  const person = personWords({ sex: patient.sex, birthDate: patient.birthDate }, new Date());
  const born = words('coordinator.born', { date: plainDate(i18n.locale, patient.birthDate) });
  return (
    <>
      <div className={styles.panelHead}>
        <h2>
          {patient.name.family}, {patient.name.given} <span>{view.number}</span>
        </h2>
        <p>
          {[person, born].filter(Boolean).join(', ')}
          {acting !== '' && ` · ${words('coordinator.actingIs', { name: acting })}`}
        </p>
        {question !== null && (
          <p className={styles.panelQuestion}>
            {regionWords(words, question.region, question.side)}
            {question.proposedTreatment !== '' && (
              <>
                . <span className="doctor">{question.proposedTreatment}</span>
              </>
            )}
          </p>
        )}
      </div>
      <div className={styles.next} data-urgent={waiting.urgent ? '' : undefined}>
        <h3>{words(waiting.say, waiting.with)}</h3>
        <p>{words(`coordinator.waits.${waiting.who}`, { since: shortMoment(i18n.locale, waiting.since) })}</p>
        <div className={styles.nextActs}>
          <ButtonLink kind="main" to="/desk/$caseId" params={{ caseId: view.id }}>
            {words(next === null ? 'coordinator.openCase' : `coordinator.next.${next.act}`)}
          </ButtonLink>
          {waiting.who === 'patient' && contact !== null && contact.phone !== '' && (
            <ButtonAnchor href={`tel:${contact.phone}`}>
              <Phone aria-hidden="true" /> {contact.phone}
            </ButtonAnchor>
          )}
        </div>
      </div>
      <div className={styles.panelTracks}>
        <TrackList
          tracks={view.tracks}
          endOf={({ since }) =>
            since === null ? null : <time className={styles.quiet}>{shortMoment(i18n.locale, since).slice(0, -6)}</time>
          }
        />
      </div>
      <Latest view={view} />
    </>
  );
}

function Chosen({ caseId }: { readonly caseId: string }) {
  const words = useWords();
  const view = useCase(caseId);
  if (view.error !== null) return <p className={styles.panelNote}>{view.error.message}</p>;
  if (view.data === undefined)
    return (
      <p className={styles.panelNote} role="status">
        {words('coordinator.case.opening')}
      </p>
    );
  return (
    <section aria-label={words('coordinator.caseNumber', { number: view.data.number })}>
      <Open view={view.data} />
    </section>
  );
}

/** The case that is chosen in the grid: what it waits for, its tracks, what happened last. */
export function CasePanel({ caseId }: { readonly caseId: string | null }) {
  const words = useWords();
  if (caseId === null) return <p className={styles.panelNote}>{words('coordinator.chooseCase')}</p>;
  return <Chosen caseId={caseId} />;
}
