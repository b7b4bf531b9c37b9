import { useLingui } from '@lingui/react';
import type { CaseStudy } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { plainDate } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './case.module.css';
import { type ComparedStudy, type IdentityLine, identityLines } from './identity-model.ts';

interface IdentityTableProps {
  readonly patient: CaseView['patient'];
  readonly study: CaseStudy;
}

interface ComparedProps {
  readonly patient: CaseView['patient'];
  readonly study: ComparedStudy;
  readonly bare?: boolean;
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
export function IdentityTable({ patient, study, bare = false }: ComparedProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const shown = (line: IdentityLine, value: string) => {
    if (value === '' && line.what === 'id') return null;
    if (value === '') return <i>{words('coordinator.identity.empty')}</i>;
    return line.what === 'birthDate' ? plainDate(i18n.locale, value) : value;
  };
  const { verdict, because, score } = study.identity;
  // A number that nothing can be held against is no more than a number.
  const lines = identityLines(patient, study).filter(({ what, study: value }) => what !== 'id' || value !== '');
  const fitOf = ({ what, fit }: IdentityLine) =>
    what === 'id' && fit === 'not-given' ? '' : words(`coordinator.identity.fit.${fit}`);
  return (
    <div className={styles.identity}>
      {!bare && (
        <p className={styles.verdict} data-verdict={verdict}>
          {words(`coordinator.identity.verdict.${verdict}`)}
          {score !== undefined && (
            <small>{words('coordinator.identity.score', { points: Math.round(score * 100) })}</small>
          )}
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
          {lines.map((line) => (
            <tr key={line.what} data-fit={line.fit}>
              <th scope="row">{words(`coordinator.identity.${line.what}`)}</th>
              <td>{shown(line, line.patient)}</td>
              <td>{shown(line, line.study)}</td>
              <td>{fitOf(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
