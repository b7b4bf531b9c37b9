import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useCommand } from '../api/cases.ts';
import { casePath } from '../api/request.ts';
import { ButtonAnchor, ButtonLink } from '../ui/button.tsx';
import { longDate } from '../ui/format.ts';
import { PatientPage } from '../ui/patient-page.tsx';
import { useWords } from '../ui/use-words.ts';
import { DecisionPart } from './decision.tsx';
import patient from './patient.module.css';
import styles from './result.module.css';
import { questionsToTake, resultHeadline, sortPairs } from './result-model.ts';
import { Agreements, Answers, type Authors, Differences, OnlyOne } from './result-parts.tsx';
import { useBackToCase, useCaseLine, useWaiting, WithCase } from './with-case.tsx';

/** Tells the service once that the patient has the result on the screen. */
function useMarkSeen(view: CaseView): void {
  const { mutate } = useCommand(view.id);
  const sent = useRef(false);
  const may = view.second !== null && view.mayDo.includes('markSeen') && view.delivery.seenByPatientAt === null;
  useEffect(() => {
    if (!may || sent.current) return;
    sent.current = true;
    mutate({ type: 'markSeen' });
  }, [may, mutate]);
}

/** The reader's own sentences for the patient. */
function OwnWords({ view, reader }: { readonly view: CaseView; readonly reader: string }) {
  const words = useWords();
  const { i18n } = useLingui();
  const text = view.comparison?.plainWords ?? '';
  const said = text === '' ? (view.second?.final.impression ?? '') : text;
  if (said === '') return null;
  return (
    <section aria-labelledby="own">
      <h2 id="own">{words('patient.result.words', { reader })}</h2>
      <p className={`doctor ${styles.own}`}>{said}</p>
      {view.reading.signedAt !== null && (
        <p className={styles.signed}>
          {words('patient.result.signed', { reader, date: longDate(i18n.locale, view.reading.signedAt) })}
        </p>
      )}
    </section>
  );
}

/** Neither is crowned; what could settle it stands in the reader's words. */
function NeitherRight({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { comparison } = view;
  if (comparison === null || comparison.agreement === 'concordant') return null;
  return (
    <div className={styles.means}>
      <p>
        <b>{words('patient.result.neither')}</b> {words('patient.result.neither.rate')}
      </p>
      {comparison.couldSettle !== '' && (
        <p>
          <b>{words('patient.result.settle')}</b> <span className="doctor">{comparison.couldSettle}</span>
        </p>
      )}
    </div>
  );
}

function ToTake({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const doctor = view.referrer?.name;
  return (
    <section aria-labelledby="take">
      <h2 id="take">
        {doctor === undefined ? words('patient.take.heading') : words('patient.take.heading.doctor', { doctor })}
      </h2>
      <ol className={patient.numbered}>
        {questionsToTake(view).map((question) => (
          <li key={question.say + JSON.stringify(question.with)}>
            <span>{words(question.say, question.with)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Papers({ view }: { readonly view: CaseView }) {
  const words = useWords();
  return (
    <div className={styles.papers}>
      <ButtonAnchor kind="main" wide newTab href={casePath(view.id, '/result.pdf')}>
        <Download aria-hidden="true" /> {words('patient.result.letter')}
      </ButtonAnchor>
      <ButtonAnchor wide newTab href={casePath(view.id, '/report.pdf')}>
        <Download aria-hidden="true" /> {words('patient.result.full')}
      </ButtonAnchor>
      {view.report !== null && (
        <ButtonAnchor kind="bare" wide newTab href={casePath(view.id, '/report/file')}>
          {words('patient.result.original')}
        </ButtonAnchor>
      )}
      <ButtonLink kind="bare" wide to="/case/$caseId/copy" params={{ caseId: view.id }}>
        {words('patient.copy')}
      </ButtonLink>
    </div>
  );
}

function Addenda({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { addenda } = view.reading;
  if (addenda.length === 0) return null;
  return (
    <section aria-labelledby="addenda">
      <h2 id="addenda">{words('patient.result.addenda')}</h2>
      {addenda.map(({ addendumId, text, by, at }) => (
        <div key={addendumId}>
          <p className="doctor">{text}</p>
          <p className={styles.signed}>{[by.name, longDate(i18n.locale, at)].join(', ')}</p>
        </div>
      ))}
    </section>
  );
}

function Result({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const reader = view.reading.signedBy ?? view.reading.readerName ?? view.outside?.service ?? '';
  const authors: Authors = { first: view.report?.author ?? '', second: reader };
  const { agreed, differ, onlyOne } = sortPairs(view.comparison?.pairs ?? []);
  const headline = resultHeadline(view);
  useMarkSeen(view);
  return (
    <PatientPage
      back={useBackToCase(view)}
      over={useCaseLine(view)}
      heading={words(headline.say, headline.with)}
      title={words('patient.result.title')}
      lead={<p>{words(view.report === null ? 'patient.result.leadAlone' : 'patient.result.lead', { reader })}</p>}
      aside={
        <>
          <ToTake view={view} />
          <Papers view={view} />
          <DecisionPart view={view} />
          <p className={patient.quiet}>{words('patient.result.talk')}</p>
        </>
      }
    >
      <div className={styles.page}>
        <OwnWords view={view} reader={reader} />
        <Answers view={view} />
        <Differences pairs={differ} authors={authors} />
        <NeitherRight view={view} />
        <OnlyOne pairs={onlyOne} authors={authors} />
        <Agreements pairs={agreed} />
        <Addenda view={view} />
      </div>
    </PatientPage>
  );
}

function NotYet({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const waiting = useWaiting(view);
  return (
    <PatientPage
      back={useBackToCase(view)}
      over={useCaseLine(view)}
      heading={words('patient.result.notYet')}
      lead={<p>{[waiting.heading, waiting.rest].filter((part) => part !== '').join('. ')}</p>}
    >
      <p>
        <ButtonLink to="/case/$caseId" params={{ caseId: view.id }}>
          {words('patient.backToCase')}
        </ButtonLink>
      </p>
    </PatientPage>
  );
}

/** `/case/$caseId/result`: both readings in plain words, neither crowned, and what to take to the doctor. */
export function ResultPage() {
  return <WithCase>{(view) => (view.second === null ? <NotYet view={view} /> : <Result view={view} />)}</WithCase>;
}
