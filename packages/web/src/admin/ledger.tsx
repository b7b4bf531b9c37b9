import { useLingui } from '@lingui/react';
import type { LedgerView } from '@overread/contract/money.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLedger } from '../api/money.ts';
import { Button } from '../ui/button.tsx';
import { moneyText, shortMoment } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';

const PAGE = 100;

function Totals({ totals }: Pick<LedgerView, 'totals'>) {
  const words = useWords();
  const { i18n } = useLingui();
  const off = totals.reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0);
  return (
    <>
      <p>{words(off === 0 ? 'admin.ledger.balances' : 'admin.ledger.off')}</p>
      <table className={styles.table} data-small="">
        <thead>
          <tr>
            <th scope="col">{words('admin.ledger.account')}</th>
            <th scope="col" className={styles.end}>
              {words('admin.ledger.debit')}
            </th>
            <th scope="col" className={styles.end}>
              {words('admin.ledger.credit')}
            </th>
            <th scope="col" className={styles.end}>
              {words('admin.ledger.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ account, currency, debitMinor, creditMinor }) => {
            const money = (amountMinor: number) => moneyText(i18n.locale, { amountMinor, currency });
            return (
              <tr key={`${account}${currency}`}>
                <th scope="row">{words(`admin.account.${account}`)}</th>
                <td className={styles.end}>{money(debitMinor)}</td>
                <td className={styles.end}>{money(creditMinor)}</td>
                <td className={styles.end}>{money(debitMinor - creditMinor)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Entries({ entries }: Pick<LedgerView, 'entries'>) {
  const words = useWords();
  const { i18n } = useLingui();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words('admin.ledger.when')}</th>
          <th scope="col">{words('admin.ledger.what')}</th>
          <th scope="col">{words('admin.ledger.lines')}</th>
          <th scope="col">{words('admin.ledger.case')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ entryId, at, kind, lines, currency, caseId }) => (
          <tr key={entryId}>
            <td>{shortMoment(i18n.locale, at)}</td>
            <td>{words(`admin.entry.${kind}`)}</td>
            <td>
              {lines.map(({ account, debitMinor, creditMinor }) => (
                <div key={`${account}${debitMinor}`}>
                  {words(debitMinor > 0 ? 'admin.ledger.to' : 'admin.ledger.from', {
                    account: words(`admin.account.${account}`),
                    amount: moneyText(i18n.locale, { amountMinor: debitMinor + creditMinor, currency }),
                  })}
                </div>
              ))}
            </td>
            <td>
              <Link to="/desk/$caseId" params={{ caseId } as never}>
                {words('admin.ledger.open')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where all money stands: the trial balance, then every entry, the newest first. */
export function Ledger() {
  const words = useWords();
  const [before, setBefore] = useState<number | null>(null);
  const ledger = useLedger(before);
  const entries = ledger.data?.entries ?? [];
  return (
    <section id="ledger" className={styles.part} aria-labelledby="ledger-title">
      <h2 id="ledger-title">{words('admin.ledger')}</h2>
      <ProblemNotice error={ledger.error} />
      {ledger.data !== undefined && ledger.data.totals.length === 0 && <p>{words('admin.ledger.none')}</p>}
      {ledger.data !== undefined && ledger.data.totals.length > 0 && (
        <>
          <Totals totals={ledger.data.totals} />
          <Entries entries={entries} />
          {before !== null && <Button onPress={() => setBefore(null)}>{words('admin.ledger.newest')}</Button>}
          {entries.length === PAGE && (
            <Button onPress={() => setBefore(entries.at(-1)?.seq ?? null)}>{words('admin.ledger.older')}</Button>
          )}
        </>
      )}
    </section>
  );
}
