import { useLingui } from '@lingui/react';
import type { OriginalReport } from '@overread/contract/original-report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useOriginalReport } from '../../api/cases.ts';
import { casePath } from '../../api/request.ts';
import { Button, ButtonAnchor } from '../../ui/button.tsx';
import { plainDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useToCase } from '../case-link.ts';
import { reflow } from './reflow.ts';
import styles from './report.module.css';
import { ReportDoubts } from './report-doubts.tsx';
import { SealNotice } from './seal-notice.tsx';

const SECTIONS = ['indication', 'technique', 'comparison', 'findings', 'impression', 'recommendations'] as const;

/** What was read: the sections in the order in which reports have them, in the doctor's voice. */
function ReadText({ report }: { readonly report: OriginalReport }) {
  const words = useWords();
  const found = SECTIONS.filter((section) => (report.sections[section] ?? '').trim() !== '');
  return (
    <section aria-labelledby="read">
      <h2 id="read">{words('intake.report.read')}</h2>
      <p className={styles.quiet}>
        {words(found.length === 0 ? 'intake.report.noSections' : 'intake.report.readHint')}
      </p>
      <div className={styles.letter}>
        {found.map((section) => (
          <div key={section}>
            <h3>{words(`intake.report.section.${section}`)}</h3>
            <p className="doctor">{reflow(report.sections[section] ?? '')}</p>
          </div>
        ))}
        {found.length === 0 && <p className="doctor">{reflow(report.text)}</p>}
      </div>
      {found.length > 0 && (
        <details className={styles.details}>
          <summary>{words('intake.report.whole')}</summary>
          <p className="doctor">{report.text}</p>
        </details>
      )}
    </section>
  );
}

function Facts({ report, caseId }: { readonly report: OriginalReport; readonly caseId: string }) {
  const words = useWords();
  const { i18n } = useLingui();
  const notFound = words('intake.report.facts.notFound');
  const rows = [
    { id: 'file', value: report.fileName },
    { id: 'by', value: report.author || notFound },
    { id: 'facility', value: report.facility || notFound },
    { id: 'date', value: report.date === '' ? notFound : plainDate(i18n.locale, report.date) },
    ...(report.examination === '' ? [] : [{ id: 'examination', value: report.examination }]),
    ...(report.accessionNumber === '' ? [] : [{ id: 'accession', value: report.accessionNumber }]),
    ...(report.pages > 1 ? [{ id: 'pages', value: String(report.pages) }] : []),
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{words('intake.report.facts')}</h2>
      <dl className={styles.facts}>
        {rows.map(({ id, value }) => (
          <div key={id}>
            <dt>{words(`intake.report.facts.${id}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ButtonAnchor href={casePath(caseId, '/report/file')} download={report.fileName} wide>
        {words('intake.report.open')}
      </ButtonAnchor>
    </section>
  );
}

/** A report that is kept and shown, and not taken apart. */
function OtherLanguage({ language }: { readonly language: string }) {
  const words = useWords();
  const { i18n } = useLingui();
  const name = new Intl.DisplayNames([i18n.locale], { type: 'language' }).of(language) ?? language;
  return (
    <Notice>
      <p>{words('intake.report.language', { language: name })}</p>
    </Notice>
  );
}

interface ReportHereProps {
  readonly view: CaseView;
  readonly onReplace: () => void;
}

/** The report that is here, for the person to check; it can be replaced until the coordinator has accepted it. */
export function ReportHere({ view, onReplace }: ReportHereProps) {
  const words = useWords();
  const back = useToCase(view);
  const report = useOriginalReport(view.id, true);
  const accepted = view.materials.report === 'accepted';
  return (
    <PatientPage
      heading={words('intake.report.here')}
      over={words('intake.report.over')}
      lead={<p>{words(accepted ? 'intake.report.accepted' : 'intake.report.hereLead')}</p>}
      back={back}
      sheet="here"
      aside={
        <>
          <SealNotice />
          {report.data !== undefined && <Facts report={report.data} caseId={view.id} />}
          {!accepted && view.mayDo.includes('receiveReport') && (
            <section>
              <p className={styles.quiet}>{words('intake.report.waits')}</p>
              <Button wide onPress={onReplace}>
                {words('intake.report.replace')}
              </Button>
            </section>
          )}
        </>
      }
    >
      <ProblemNotice error={report.error} />
      {report.data === undefined ? (
        report.error === null && <p role="status">{words('common.loading')}</p>
      ) : (
        <>
          <ReportDoubts view={view} report={report.data} />
          {!report.data.understood && <OtherLanguage language={report.data.language} />}
          <ReadText report={report.data} />
        </>
      )}
    </PatientPage>
  );
}
