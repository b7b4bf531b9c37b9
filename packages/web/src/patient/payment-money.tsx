import type { CaseMoney } from '@overread/contract/money.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { owed } from '@overread/rules/money/price.ts';
import { useEffect } from 'react';
import { useCaseMoney, usePayByCard } from '../api/money.ts';
import { casePath } from '../api/request.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';

interface MoneyProps {
  readonly view: CaseView;
  /** Minor units in words. */
  readonly money: (amountMinor: number) => string;
}

/** How long the page asks whether a payment has arrived, after somebody came back from paying. */
const PATIENCE_MS = 60_000;
const ASK_EVERY_MS = 2_000;

/** Whether the page was opened by the way back from the payment service. */
const cameBack = (): boolean => new URLSearchParams(window.location.search).has('paid');

/** What the price is made of. */
function Lines({ estimate, money }: { readonly estimate: CaseMoney['estimate']; readonly money: MoneyProps['money'] }) {
  const words = useWords();
  if (estimate.length < 2) return null;
  return (
    <section>
      <h2>{words('patient.pay.lines')}</h2>
      <ul className={styles.prices}>
        {estimate.map(({ service, quantity, amountMinor }) => (
          <li key={service}>
            <b>{money(amountMinor)}</b>
            <span>{words(`patient.pay.line.${service}`, { count: quantity })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Papers to keep, each as a PDF. */
function Papers({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { funding, reading, id } = view;
  const open = funding !== null && owed({ funding }).amountMinor > 0 && view.cancelled === null;
  const papers = [
    'estimate',
    ...(open ? ['invoice'] : []),
    ...((funding?.payments.length ?? 0) > 0 ? ['receipt'] : []),
    ...(reading.signedAt === null ? [] : ['superbill']),
  ];
  return (
    <section>
      <h2>{words('patient.pay.papers')}</h2>
      <ul>
        {papers.map((paper) => (
          <li key={paper}>
            <a href={casePath(id, `/${paper}.pdf`)} target="_blank" rel="noreferrer">
              {words(`patient.pay.paper.${paper}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Pays what is owed by card, where the practice takes cards; says so while a payment is on its way. */
export function PayByCard({ view, money, refresh }: MoneyProps & { readonly refresh: () => void }) {
  const words = useWords();
  const { data } = useCaseMoney(view);
  const pay = usePayByCard(view.id);
  const left = view.funding === null ? 0 : owed({ funding: view.funding }).amountMinor;
  const waits = cameBack() && left > 0;
  useEffect(() => {
    if (!waits) return;
    const asking = setInterval(refresh, ASK_EVERY_MS);
    const enough = setTimeout(() => clearInterval(asking), PATIENCE_MS);
    return () => {
      clearInterval(asking);
      clearTimeout(enough);
    };
  }, [waits, refresh]);
  if (left === 0 || data?.takesCards !== true || !view.maySee.includes('money:pay')) return null;
  return (
    <>
      {waits && (
        <Notice kind="wait" live="status" title={words('patient.pay.onItsWay')}>
          <p>{words('patient.pay.onItsWay.say')}</p>
        </Notice>
      )}
      <ProblemNotice error={pay.error} />
      <p>
        <Button
          kind={waits ? 'plain' : 'main'}
          wide
          busy={pay.isPending && words('patient.sending')}
          onPress={() => pay.mutate()}
        >
          {words('patient.pay.card', { amount: money(left) })}
        </Button>
      </p>
      <p className={styles.quiet}>{words('patient.pay.card.hint')}</p>
    </>
  );
}

/** What the price is made of, what would go back or goes back, and the papers. */
export function MoneyOfCase({ view, money }: MoneyProps) {
  const words = useWords();
  const { data, error } = useCaseMoney(view);
  if (data === undefined) return <ProblemNotice error={error} />;
  const { refundNow, refundLeftMinor } = data;
  return (
    <>
      <Lines estimate={data.estimate} money={money} />
      {refundNow !== null && refundNow.paidMinor > 0 && (
        <p>
          {words('patient.pay.refundNow', { refund: money(refundNow.refundMinor), kept: money(refundNow.keptMinor) })}
        </p>
      )}
      {refundLeftMinor > 0 && (
        <Notice kind="wait" title={words('patient.pay.refundLeft', { amount: money(refundLeftMinor) })}>
          <p>{words('patient.pay.refundLeft.say')}</p>
        </Notice>
      )}
      <Papers view={view} />
    </>
  );
}
