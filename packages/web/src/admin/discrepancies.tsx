import { useLingui } from '@lingui/react';
import {
  DISCREPANCY_BY,
  type Discrepancies,
  type DiscrepancyRow,
  type Share,
} from '@overread/rules/learning/discrepancies.ts';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/index.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';
import { DifferingCases } from './differing-cases.tsx';
import { monthText } from './proposal-quality.tsx';

type By = (typeof DISCREPANCY_BY)[number];

/** "12 % (6 to 22)": the share and where it lies with 95 % confidence. */
function useShare(): (share: Share) => string {
  const words = useWords();
  const { i18n } = useLingui();
  const percent = new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 0 });
  const plain = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 0 });
  return ({ share, low, high }) =>
    words('admin.discrepancy.share', {
      share: percent.format(share),
      low: plain.format(low * 100),
      high: plain.format(high * 100),
    });
}

function Figures({ by, rows }: { readonly by: By; readonly rows: readonly DiscrepancyRow[] }) {
  const words = useWords();
  const { i18n } = useLingui();
  const shareOf = useShare();
  const nameOf = (group: string) => {
    if (group === '') return words('admin.discrepancy.unknown');
    if (by === 'month') return monthText(i18n.locale, group);
    return by === 'region' ? words(`reader.region.${group}`) : group;
  };
  return (
    <table className={styles.table}>
      <caption>{words(`admin.discrepancy.by.${by}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{words(`admin.discrepancy.${by}`)}</th>
          {(['compared', 'minor', 'major', 'any', 'majorShare'] as const).map((column) => (
            <th key={column} scope="col" className={styles.end}>
              {words(`admin.discrepancy.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ group, compared, minor, major, anyShare, majorShare }) => (
          <tr key={group}>
            <th scope="row">{nameOf(group)}</th>
            <td className={styles.end}>{compared}</td>
            <td className={styles.end}>{minor}</td>
            <td className={styles.end}>{major}</td>
            <td className={styles.end}>{shareOf(anyShare)}</td>
            <td className={styles.end}>{shareOf(majorShare)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How often second opinions differ from the first report, with what so few cases can tell. */
export function DiscrepancyFigures() {
  const words = useWords();
  const figures = useQuery({
    queryKey: ['discrepancies'],
    queryFn: () => request<Discrepancies>('/api/discrepancies'),
  });
  const { data } = figures;
  return (
    <section id="discrepancy" className={styles.part} aria-labelledby="discrepancy-title">
      <h2 id="discrepancy-title">{words('admin.discrepancy')}</h2>
      <p className={styles.quiet}>{words('admin.discrepancy.lead')}</p>
      <ProblemNotice error={figures.error} />
      {figures.isPending && <p role="status">{words('admin.loading')}</p>}
      {data?.month.length === 0 && <p>{words('admin.proposal.none')}</p>}
      {data !== undefined &&
        data.month.length > 0 &&
        DISCREPANCY_BY.map((by) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, also by key
          <div key={by} className={styles.scroll} tabIndex={0}>
            <Figures by={by} rows={data[by]} />
          </div>
        ))}
      <DifferingCases />
    </section>
  );
}
