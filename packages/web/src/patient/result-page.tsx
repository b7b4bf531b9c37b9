import type { CaseView } from '@overread/rules/case/view.ts';
import { Download } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useCommand } from '../api/cases.ts';
import { casePath } from '../api/request.ts';
import { ButtonAnchor, ButtonLink } from '../ui/button.tsx';
import { PatientPage } from '../ui/patient-page.tsx';
import { useWords } from '../ui/use-words.ts';
import { DecisionPart } from './decision.tsx';
import patient from './patient.module.css';
import styles from './result.module.css';
import { ResultBody, readerOf, ToTake } from './result-body.tsx';
import { resultHeadline } from './result-model.ts';
import { useBackToCase, useCaseLine, useWaiting, WithCase } from './with-case.tsx';
import { Withdrawn } from './withdrawn.tsx';

const SharePart = lazy(() => import('./share-part.tsx').then((file) => ({ default: file.SharePart })));

/** Tells the service once that the patient has the result on the screen. */
function useMarkSeen(view: CaseView): void {
  const { mutate } = useCommand(view.id);
  const sent = useRef(false);
  const may = view.second !== null && view.mayDo.includes('markSeen');
  useEffect(() => {
    if (!may || sent.current) return;
    sent.current = true;
    mutate({ type: 'markSeen' });
  }, [may, mutate]);
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

function Result({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const reader = readerOf(view);
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
          <Suspense fallback={null}>
            <SharePart view={view} />
          </Suspense>
          <p className={patient.quiet}>{words('patient.result.talk')}</p>
        </>
      }
    >
      <ResultBody view={view} />
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
      <Withdrawn view={view} />
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
