import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { usePractice } from '../api/index.ts';
import { useReaders } from '../coordinator/staff-api.ts';
import { moneyText } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { SitePage } from '../ui/site-page.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';
import { AuditLog } from './audit-log.tsx';
import { DiscrepancyFigures } from './discrepancies.tsx';
import { Ledger } from './ledger.tsx';
import { Machines } from './machines.tsx';
import { People } from './people.tsx';
import { Prices } from './prices.tsx';
import { ProposalQuality } from './proposal-quality.tsx';
import { licenceSoon } from './reader-rows.ts';
import { Readers } from './readers.tsx';
import { WaysIn } from './ways-in.tsx';

const PARTS = [
  'people',
  'readers',
  'services',
  'machines',
  'ways',
  'proposal',
  'discrepancy',
  'ledger',
  'audit',
] as const;

/** What is offered, in how many working days, for how much. */
function Services() {
  const words = useWords();
  const { i18n } = useLingui();
  const practice = usePractice();
  return (
    <section id="services" className={styles.part} aria-labelledby="services-title">
      <h2 id="services-title">{words('admin.services')}</h2>
      <ProblemNotice error={practice.error} />
      <table className={styles.table} data-small="">
        <thead>
          <tr>
            <th scope="col">{words('admin.services.level')}</th>
            <th scope="col" className={styles.end}>
              {words('admin.services.days')}
            </th>
            <th scope="col" className={styles.end}>
              {words('admin.services.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {practice.data?.services.map(({ level, price, workingDays }) => (
            <tr key={level}>
              <th scope="row">{words(`coordinator.level.${level}`)}</th>
              <td className={styles.end}>{words('admin.services.in', { days: workingDays })}</td>
              <td className={styles.end}>{moneyText(i18n.locale, price)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{words('admin.services.note')}</p>
      <Prices />
    </section>
  );
}

/** The one line on top: whether a licence ends soon, else that all is in order. */
function useHeadline(): string {
  const words = useWords();
  const readers = useReaders();
  const soon = (readers.data ?? []).filter((reader) => licenceSoon(reader, new Date()) !== null).length;
  if (readers.data === undefined) return words('admin.title');
  return soon > 0 ? words('admin.head.licences', { count: soon }) : words('admin.head.fine');
}

/** The administrator's page: people, readers, prices, and who saw or did what. */
export function AdminPage() {
  const words = useWords();
  const practice = usePractice();
  const headline = useHeadline();
  return (
    <SitePage title={words('admin.title')} density="dense">
      <div className={styles.head}>
        <p className={styles.quiet}>{[practice.data?.name, practice.data?.place].filter(Boolean).join(', ')}</p>
        <h1>{headline}</h1>
        <nav className={styles.links} aria-label={words('admin.parts')}>
          {PARTS.map((part) => (
            <a key={part} href={`#${part}`}>
              {words(`admin.${part}`)}
            </a>
          ))}
          <Link to="/desk">{words('admin.toDesk')}</Link>
        </nav>
      </div>
      <People />
      <Readers />
      <Services />
      <Machines />
      <WaysIn />
      <ProposalQuality />
      <DiscrepancyFigures />
      <Ledger />
      <AuditLog />
    </SitePage>
  );
}
