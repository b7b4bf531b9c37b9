import { useLingui } from '@lingui/react';
import type { Practice } from '@overread/contract/wire.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { openDenial } from '@overread/rules/money/coverage.ts';
import { owed } from '@overread/rules/money/price.ts';
import { plainDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/use-words.ts';
import { Facts } from './facts.tsx';
import styles from './patient.module.css';

interface RecordProps {
  readonly funding: NonNullable<CaseView['funding']>;
  readonly number: string;
  readonly practice: Practice;
  /** Minor units in words. */
  readonly money: (amountMinor: number) => string;
}

/** What the insurer said, and its leave. */
function Coverage({ funding, money }: RecordProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const { coverage, authorization } = funding;
  if (coverage === null) return <p>{words('patient.pay.coverage.waiting')}</p>;
  const leave =
    authorization === null
      ? words(coverage.authorizationNeeded ? 'patient.pay.authorization.waiting' : 'patient.pay.authorization.none')
      : words('patient.pay.authorization.given', {
          number: authorization.number,
          from: plainDate(i18n.locale, authorization.validFrom),
          to: plainDate(i18n.locale, authorization.validTo),
        });
  const denial = openDenial({ funding });
  return (
    <Facts
      facts={[
        { name: words('patient.pay.plan'), value: [coverage.plan, coverage.memberId].join(', ') },
        { name: words('patient.pay.answer'), value: words(`patient.pay.answer.${coverage.answer}`) },
        { name: words('patient.pay.authorization'), value: leave },
        {
          name: words('patient.pay.denial'),
          value:
            denial === null
              ? null
              : words('patient.pay.denial.was', { date: plainDate(i18n.locale, denial.on), reason: denial.reason }),
        },
        {
          name: words('patient.pay.appeal'),
          value:
            denial?.appeal == null
              ? null
              : words('patient.pay.appeal.sent', { date: plainDate(i18n.locale, denial.appeal.sentOn) }),
        },
        { name: words('patient.pay.share'), value: money(coverage.patientShare.amountMinor) },
        { name: words('patient.pay.reference'), value: coverage.callReference },
      ]}
    />
  );
}

/** What was chosen, what came in and what is left. */
export function PaymentRecord(props: RecordProps) {
  const { funding, money, practice, number } = props;
  const words = useWords();
  const left = owed({ funding }).amountMinor;
  const open = left > 0 && funding.waivedBecause === null;
  return (
    <>
      {open && (
        <Notice kind="wait" title={words('patient.pay.how.title')}>
          <p>{words('patient.pay.how', { number, phone: practice.phone })}</p>
        </Notice>
      )}
      <Facts
        facts={[
          {
            name: words('patient.pay.level'),
            value:
              funding.price === null
                ? null
                : words(`patient.pay.level.${funding.serviceLevel}`, { price: money(funding.price.amountMinor) }),
          },
          {
            name: words('patient.pay.route'),
            value: funding.route === null ? null : words(`patient.pay.route.${funding.route}`),
          },
          { name: words('patient.pay.waived'), value: funding.waivedBecause },
          {
            name: words('patient.pay.institution'),
            value:
              funding.institution === null
                ? null
                : [funding.institution.institution, funding.institution.reference]
                    .filter((part) => part !== '')
                    .join(', '),
          },
        ]}
      />
      {funding.route === 'insurance' && <Coverage {...props} />}
      {funding.payments.length > 0 && (
        <section>
          <h2>{words('patient.pay.received')}</h2>
          <ul className={styles.prices}>
            {funding.payments.map(({ paymentId, amount, method, reference }) => (
              <li key={paymentId}>
                <b>{money(amount.amountMinor)}</b>
                <span>
                  {[words(`patient.pay.method.${method}`), reference].filter((part) => part !== '').join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
