import { useLingui } from '@lingui/react';
import type { DifferingCase } from '@overread/contract/learning.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { request } from '../api/index.ts';
import { TeachingLink } from '../reader/teaching-link.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';
import { monthText } from './proposal-quality.tsx';

function Row({ one }: { readonly one: DifferingCase }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { caseId, number, month, region, agreement, teaching } = one;
  return (
    <tr>
      <th scope="row">
        <Link to="/desk/$caseId" params={{ caseId }}>
          {number}
        </Link>
      </th>
      <td>{monthText(i18n.locale, month)}</td>
      <td>{region === '' ? words('admin.discrepancy.unknown') : words(`reader.region.${region}`)}</td>
      <td>{words(`reader.agreement.${agreement}`)}</td>
      <td>
        {teaching ? (
          <TeachingLink caseId={caseId} number={number} />
        ) : (
          <span className={styles.quiet}>{words('admin.differing.notAgreed')}</span>
        )}
      </td>
    </tr>
  );
}

/** The newest cases that differ, and what may be made of them for others to learn from. */
export function DifferingCases() {
  const words = useWords();
  const cases = useQuery({
    queryKey: ['differing-cases'],
    queryFn: () => request<readonly DifferingCase[]>('/api/discrepancies/cases'),
  });
  if (cases.error !== null) return <ProblemNotice error={cases.error} />;
  if (cases.data === undefined || cases.data.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, also by key
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <caption>{words('admin.differing')}</caption>
        <thead>
          <tr>
            {(['case', 'month', 'region', 'agreement', 'teaching'] as const).map((column) => (
              <th key={column} scope="col">
                {words(`admin.differing.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.data.map((one) => (
            <Row key={one.caseId} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
