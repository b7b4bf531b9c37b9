import { useLingui } from '@lingui/react';
import type { CaseRow } from '@overread/rules/case/view.ts';
import { Link } from '@tanstack/react-router';
import { useCases } from '../api/index.ts';
import { personWords, regionWords } from '../coordinator/desk-row.tsx';
import { promisedDay } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { SitePage } from '../ui/site-page.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './referral.module.css';
import { REFERRAL_GROUPS, type ReferralGroup, referralGroup } from './referral-model.ts';

function Referral({ row, group }: { readonly row: CaseRow; readonly group: ReferralGroup }) {
  const words = useWords();
  const { i18n } = useLingui();
  const who = [row.patientName, personWords(row, new Date()), regionWords(words, row.region, row.side)];
  return (
    <li className={styles.referral}>
      <div>
        <h3>
          <Link to="/referrals/$caseId" params={{ caseId: row.id }}>
            {who.filter(Boolean).join(' · ')}
          </Link>
        </h3>
        <p className="doctor" dir="auto">
          {row.question}
        </p>
        {group === 'coming' && <p className={styles.quiet}>{words(row.waiting.say, row.waiting.with)}</p>}
      </div>
      <p className={styles.quiet}>
        {group === 'coming' && row.promisedBy !== null
          ? words('referrer.list.promised', { date: promisedDay(i18n.locale, row.promisedBy) })
          : row.number}
      </p>
    </li>
  );
}

/** The referrer's cases: what is to be opened, to be decided, and still coming. */
export function ReferralsPage() {
  const words = useWords();
  const cases = useCases();
  const rows = cases.data ?? [];
  const of = (group: ReferralGroup) => rows.filter((row) => referralGroup(row) === group);
  const [open, decide] = [of('open').length, of('decide').length];
  const headline =
    cases.data === undefined
      ? words('referrer.list.loading')
      : open + decide === 0
        ? words('referrer.list.nothing')
        : words('referrer.list.headline', { open, decide });
  return (
    <SitePage title={words('referrer.list.title')}>
      <p className={styles.quiet}>{words('referrer.list.title')}</p>
      <h1 className={styles.listHead}>{cases.error === null ? headline : words('referrer.list.title')}</h1>
      <ProblemNotice error={cases.error} />
      {REFERRAL_GROUPS.map((group) => {
        const own = of(group);
        if (own.length === 0) return null;
        return (
          <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{words(`referrer.list.${group}`)}</h2>
            <ul>
              {own.map((row) => (
                <Referral key={row.id} row={row} group={group} />
              ))}
            </ul>
          </section>
        );
      })}
    </SitePage>
  );
}
