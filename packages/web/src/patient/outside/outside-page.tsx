import type { Practice } from '@overread/contract/wire.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Upload } from 'lucide-react';
import { usePractice } from '../../api/people.ts';
import { casePath } from '../../api/request.ts';
import { ButtonAnchor } from '../../ui/button.tsx';
import { FileButton, REPORT_FILES } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { FailedPage, LoadingPage } from '../../ui/state-pages.tsx';
import { useKept } from '../../ui/use-kept.ts';
import { useWords } from '../../ui/use-words.ts';
import { useBackToCase, useCaseLine, WithCase } from '../with-case.tsx';
import { ComparisonPart } from './comparison-part.tsx';
import styles from './outside.module.css';
import { useBringBack } from './outside-api.ts';
import { SendForm } from './send-form.tsx';

interface PageProps {
  readonly view: CaseView;
  readonly practice: Practice;
}

/** The list to tick off: what the service asks for, then the way there and back. Ticks are kept on this device. */
function Checklist({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { service = '', way = 'mail', instructions = [] } = view.outside ?? {};
  const steps = [...instructions, ...[1, 2, 3].map((n) => words(`follow.outside.step.${way}.${n}`, { service }))];
  const { values, change } = useKept<Record<string, boolean>>(`outside-list/${view.id}`, {});
  return (
    <section aria-labelledby="list">
      <h2 id="list">{words('follow.outside.list', { service })}</h2>
      <ul className={styles.checks}>
        {steps.map((step) => (
          <li key={step}>
            <label>
              <input
                type="checkbox"
                checked={values[step] === true}
                onChange={(event) => change({ [step]: event.target.checked })}
              />
              <span>{/^https:\/\/\S+$/.test(step) ? <a href={step}>{step}</a> : step}</span>
            </label>
          </li>
        ))}
      </ul>
      <div className={styles.files}>
        <ButtonAnchor href={casePath(view.id, '/packet/checklist.pdf')} newTab>
          {words('follow.outside.checklist')}
        </ButtonAnchor>
      </div>
    </section>
  );
}

function Files({ view }: { readonly view: CaseView }) {
  const words = useWords();
  return (
    <section aria-labelledby="files">
      <h2 id="files">{words('follow.outside.files')}</h2>
      <p>{words('follow.outside.files.say')}</p>
      <div className={styles.files}>
        <ButtonAnchor href={casePath(view.id, '/packet?format=zip')} download kind="main">
          {words('follow.outside.zip')}
        </ButtonAnchor>
        <ButtonAnchor href={casePath(view.id, '/packet?format=iso')} download>
          {words('follow.outside.iso')}
        </ButtonAnchor>
        {view.outside?.address !== undefined && view.outside.address !== '' && (
          <ButtonAnchor href={casePath(view.id, '/packet/label.pdf')} newTab>
            {words('follow.outside.label')}
          </ButtonAnchor>
        )}
      </div>
    </section>
  );
}

/** The report that came back: it takes its place as the second one. */
function BringBack({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const bring = useBringBack(view.id);
  return (
    <section aria-labelledby="back">
      <h2 id="back">{words('follow.outside.back')}</h2>
      <p>{words('follow.outside.back.say')}</p>
      <div>
        <FileButton
          accept={REPORT_FILES}
          label={words('follow.outside.back.choose')}
          testId="outside-report"
          onFile={(file) => bring.mutate(file)}
          busy={bring.isPending && words('follow.outside.reading')}
        >
          <Upload aria-hidden="true" /> {words('follow.outside.back.choose')}
        </FileButton>
      </div>
      <ProblemNotice error={bring.error} />
    </section>
  );
}

function Outside({ view, practice }: PageProps) {
  const words = useWords();
  const { outside } = view;
  const back = outside !== null && (outside.report !== null || view.maySee.includes('outside:compare'));
  const step = outside === null ? 'start' : back ? 'back' : 'sent';
  const may = view.mayDo.includes('sendOutside');
  return (
    <PatientPage
      back={useBackToCase(view)}
      over={useCaseLine(view)}
      heading={words(`follow.outside.${step}.heading`, { service: outside?.service ?? '' })}
      lead={<p>{words(`follow.outside.${step}.lead`, { service: outside?.service ?? '' })}</p>}
      sheet={step}
    >
      {step === 'start' &&
        (may ? (
          <SendForm view={view} practice={practice} />
        ) : (
          <Notice kind="wait">
            <p>{words('follow.outside.notYet')}</p>
          </Notice>
        ))}
      {step === 'sent' && (
        <>
          <Files view={view} />
          <Checklist view={view} />
          {view.maySee.includes('outside:submit') && <BringBack view={view} />}
        </>
      )}
      {step === 'back' && view.maySee.includes('outside:compare') && <ComparisonPart view={view} />}
    </PatientPage>
  );
}

/** `/case/$caseId/outside`: the case as a packet for a service outside, the way there, and what comes back. */
export function OutsidePage() {
  const practice = usePractice();
  if (practice.error !== null) return <FailedPage error={practice.error} />;
  if (practice.data === undefined) return <LoadingPage />;
  const { data } = practice;
  return <WithCase>{(view) => <Outside view={view} practice={data} />}</WithCase>;
}
