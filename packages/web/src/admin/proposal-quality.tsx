import { useLingui } from '@lingui/react';
import type { ProposalMonth } from '@overread/contract/reading.ts';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/index.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';

const COLUMNS = ['comparisons', 'proposed', 'kept', 'final', 'precision', 'recall'] as const;

/** A share in the practice's manner of numbers; a dash where nothing can be shared. */
export function shareText(locale: string, part: number, whole: number): string {
  if (whole === 0) return '–';
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(part / whole);
}

export function monthText(locale: string, month: string): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first);
}

function Months({ all }: { readonly all: readonly ProposalMonth[] }) {
  const words = useWords();
  const { i18n } = useLingui();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words('admin.proposal.month')}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles.end}>
              {words(`admin.proposal.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map(({ month, comparisons, proposed, kept, final }) => (
          <tr key={month}>
            <th scope="row">{monthText(i18n.locale, month)}</th>
            <td className={styles.end}>{comparisons}</td>
            <td className={styles.end}>{proposed}</td>
            <td className={styles.end}>{kept}</td>
            <td className={styles.end}>{final}</td>
            <td className={styles.end}>{shareText(i18n.locale, kept, proposed)}</td>
            <td className={styles.end}>{shareText(i18n.locale, kept, final)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How often readers keep what the rules propose when two reports are compared, month by month. */
export function ProposalQuality() {
  const words = useWords();
  const months = useQuery({
    queryKey: ['proposal-quality'],
    queryFn: () => request<readonly ProposalMonth[]>('/api/proposal-quality'),
  });
  return (
    <section id="proposal" className={styles.part} aria-labelledby="proposal-title">
      <h2 id="proposal-title">{words('admin.proposal')}</h2>
      <p className={styles.quiet}>{words('admin.proposal.lead')}</p>
      <ProblemNotice error={months.error} />
      {months.isPending && <p role="status">{words('admin.loading')}</p>}
      {months.data?.length === 0 && <p>{words('admin.proposal.none')}</p>}
      {months.data !== undefined && months.data.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, also by key
        <div className={styles.scroll} tabIndex={0}>
          <Months all={months.data} />
        </div>
      )}
      <p className={styles.quiet}>{words('admin.proposal.note')}</p>
    </section>
  );
}
