import { useLingui } from '@lingui/react';
import type { CaseRow } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import { useCases } from '../api/cases.ts';
import { ButtonLink } from '../ui/button.tsx';
import { readable } from '../ui/format.ts';
import { PatientPage } from '../ui/patient-page.tsx';
import { FailedPage, LoadingPage } from '../ui/state-pages.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';

function CaseItem({ row }: { readonly row: CaseRow }) {
  const words = useWords();
  const { i18n } = useLingui();
  const where = row.region === '' ? '' : words(`patient.region.${row.region}`);
  return (
    <li>
      <Link to="/case/$caseId" params={{ caseId: row.id } as never}>
        <b>{[row.patientName, where].filter((part) => part !== '').join(' · ')}</b>
      </Link>
      <span>{words(row.waiting.say, readable(i18n.locale, row.waiting.with))}</span>
      <span>{words('patient.caseNumber', { number: row.number })}</span>
    </li>
  );
}

/** `/cases`: the cases of a patient, or of somebody who acts for several. */
export function CasesPage() {
  const words = useWords();
  const cases = useCases();
  if (cases.error !== null) return <FailedPage error={cases.error} />;
  if (cases.data === undefined) return <LoadingPage />;
  return (
    <PatientPage
      heading={words('patient.cases.heading', { count: cases.data.length })}
      title={words('common.home.patient')}
    >
      {cases.data.length > 0 && (
        <ul className={styles.prices}>
          {cases.data.map((row) => (
            <CaseItem key={row.id} row={row} />
          ))}
        </ul>
      )}
      <p>
        <ButtonLink to="/start" kind={cases.data.length === 0 ? 'main' : 'plain'}>
          {words('patient.cases.new')}
        </ButtonLink>
      </p>
    </PatientPage>
  );
}
