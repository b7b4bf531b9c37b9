import { useLingui } from '@lingui/react';
import type { CaseStudy } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { plainDate } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './case.module.css';
import { type IdentityLine, identityLines } from './identity-model.ts';

interface IdentityTableProps {
  readonly patient: CaseView['patient'];
  readonly study: CaseStudy;
}

/** Verdict and reasons; the table lies folded behind them where everything fits, and open where somebody has to look. */
export function Identity({ patient, study }: IdentityTableProps) {
  const words = useWords();
  const { verdict, because } = study.identity;
  if (verdict !== 'match' || study.state === 'held') return <IdentityTable patient={patient} study={study} />;
  return (
    <details className={styles.identity}>
      <summary>
        <span className={styles.verdict} data-verdict={verdict}>
          {words('coordinator.identity.verdict.match')}
        </span>{' '}
        {because.map((reason) => words(`identity.${reason}`)).join(' ')}
      </summary>
      <IdentityTable patient={patient} study={study} bare />
    </details>
  );
}

/** The patient and what the images say of the person, side by side, with the rules' verdict and its reasons. */
export function IdentityTable({ patient, study, bare = false }: IdentityTableProps & { readonly bare?: boolean }) {
  const words = useWords();
  const { i18n } = useLingui();
  const shown = (line: IdentityLine, value: string) => {
    if (value === '') return <i>{words('coordinator.identity.empty')}</i>;
    return line.what === 'birthDate' ? plainDate(i18n.locale, value) : value;
  };
  const { verdict, because } = study.identity;
  return (
    <div className={styles.identity}>
      {!bare && (
        <p className={styles.verdict} data-verdict={verdict}>
          {words(`coordinator.identity.verdict.${verdict}`)}
        </p>
      )}
      {!bare && because.length > 0 && (
        <ul>
          {because.map((reason) => (
            <li key={reason}>{words(`identity.${reason}`)}</li>
          ))}
        </ul>
      )}
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words('coordinator.identity.case')}</th>
            <th scope="col">{words('coordinator.identity.images')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {identityLines(patient, study).map((line) => (
            <tr key={line.what} data-fit={line.fit}>
              <th scope="row">{words(`coordinator.identity.${line.what}`)}</th>
              <td>{shown(line, line.patient)}</td>
              <td>{shown(line, line.study)}</td>
              <td>{words(`coordinator.identity.fit.${line.fit}`)}</td>
            </tr>
          ))}
          {study.patient.id !== '' && (
            <tr data-fit="not-given">
              <th scope="row">{words('coordinator.identity.id')}</th>
              <td />
              <td>{study.patient.id}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
