import { useLingui } from '@lingui/react';
import type { Practice } from '@overread/contract/wire.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { FundingRoute, ServiceLevel } from '@overread/rules/case/vocabulary.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { caseKeys, useCommand } from '../api/cases.ts';
import { usePractice } from '../api/people.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { moneyText } from '../ui/format.ts';
import { PatientPage } from '../ui/patient-page.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { FailedPage, LoadingPage } from '../ui/state-pages.tsx';
import { useForm } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';
import { INSURER_QUESTIONS, paymentHeadline } from './payment-model.ts';
import { MoneyOfCase, PayByCard } from './payment-money.tsx';
import { PaymentRecord } from './payment-record.tsx';
import { useBackToCase, useCaseLine, WithCase } from './with-case.tsx';

const ROUTES: readonly FundingRoute[] = ['self-pay', 'insurance', 'institution'];

interface PageProps {
  readonly view: CaseView;
  readonly practice: Practice;
}

/** What to ask on the telephone, so that the answer is worth something. */
function InsurerQuestions() {
  const words = useWords();
  return (
    <section>
      <h2>{words('patient.pay.ask')}</h2>
      <p>{words('patient.pay.ask.lead')}</p>
      <ol className={styles.numbered}>
        {INSURER_QUESTIONS.map((question) => (
          <li key={question}>
            <span>{words(`patient.pay.ask.${question}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Three prices and three ways to pay; nothing is owed before something is chosen here. */
function ChooseForm({ view, practice, onDone }: PageProps & { readonly onDone: () => void }) {
  const words = useWords();
  const { i18n } = useLingui();
  const command = useCommand(view.id);
  const form = useForm<{ level: ServiceLevel | ''; route: FundingRoute | '' }>({
    keep: `payment/${view.id}`,
    start: { level: view.funding?.route ? view.funding.serviceLevel : '', route: view.funding?.route ?? '' },
    check: ({ level, route }) => ({
      ...(level === '' ? { level: words('patient.pay.level.missing') } : {}),
      ...(route === '' ? { route: words('patient.pay.route.missing') } : {}),
    }),
    async send({ level, route }) {
      if (level === '' || route === '') return;
      await command.mutateAsync({ type: 'chooseFunding', route, serviceLevel: level });
      onDone();
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <ChoiceGroup<ServiceLevel>
        name="level"
        label={words('patient.pay.level')}
        value={form.values.level === '' ? null : form.values.level}
        fault={form.faults.level ?? null}
        onChange={(level) => form.change({ level })}
        choices={practice.services.map(({ level, price, workingDays }) => ({
          value: level,
          text: words(`patient.pay.level.${level}`, { price: moneyText(i18n.locale, price) }),
          hint: words('patient.pay.level.days', { days: workingDays }),
        }))}
      />
      <ChoiceGroup<FundingRoute>
        name="route"
        label={words('patient.pay.route')}
        value={form.values.route === '' ? null : form.values.route}
        fault={form.faults.route ?? null}
        onChange={(route) => form.change({ route })}
        choices={ROUTES.map((value) => ({
          value,
          text: words(`patient.pay.route.${value}`),
          hint: words(`patient.pay.route.${value}.hint`),
        }))}
      />
      <ProblemNotice error={form.problem} />
      <Button type="submit" kind="main" wide busy={form.busy && words('patient.sending')}>
        {words('patient.pay.send')}
      </Button>
      <p className={styles.quiet}>{words('patient.pay.send.hint')}</p>
    </form>
  );
}

function Payment({ view, practice }: PageProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const { funding } = view;
  const chosen = funding !== null && (funding.route !== null || funding.waivedBecause !== null);
  const may = view.mayDo.includes('chooseFunding');
  const [choosing, setChoosing] = useState(!chosen);
  const client = useQueryClient();
  const refresh = useCallback(
    () => void client.invalidateQueries({ queryKey: caseKeys.view(view.id), exact: true }),
    [client, view.id],
  );
  const back = useBackToCase(view);
  const line = useCaseLine(view);
  const currency = funding?.price?.currency ?? practice.currency;
  const money = (amountMinor: number) => moneyText(i18n.locale, { amountMinor, currency });
  const headline =
    funding === null || (choosing && may) ? { say: 'patient.pay.headline.choose' } : paymentHeadline(funding, money);
  return (
    <PatientPage
      back={back}
      over={line}
      heading={words(headline.say, headline.with)}
      title={words('patient.pay.title')}
      lead={choosing && may && <p>{words('patient.pay.lead')}</p>}
      sheet={String(choosing)}
    >
      {choosing && may && <ChooseForm view={view} practice={practice} onDone={() => setChoosing(false)} />}
      {choosing && !may && !chosen && <PriceList practice={practice} view={view} />}
      {!choosing && funding !== null && chosen && (
        <>
          <PayByCard view={view} money={money} refresh={refresh} />
          <PaymentRecord funding={funding} number={view.number} practice={practice} money={money} />
          <MoneyOfCase view={view} money={money} />
        </>
      )}
      {!choosing && may && (
        <p>
          <Button onPress={() => setChoosing(true)}>{words('patient.pay.change')}</Button>
        </p>
      )}
      {funding?.route === 'insurance' && funding.coverage === null && !choosing && <InsurerQuestions />}
    </PatientPage>
  );
}

/** The prices alone, for somebody who may not choose yet: they are never a secret. */
function PriceList({ practice, view }: { readonly practice: Practice; readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  return (
    <>
      <ul className={styles.prices}>
        {practice.services.map(({ level, price, workingDays }) => (
          <li key={level}>
            <b>{words(`patient.pay.level.${level}`, { price: moneyText(i18n.locale, price) })}</b>
            <span>{words('patient.pay.level.days', { days: workingDays })}</span>
          </li>
        ))}
      </ul>
      <p>{words('patient.pay.later')}</p>
      {view.question === null && (
        <p>
          <ButtonLink kind="main" to="/case/$caseId/question" params={{ caseId: view.id }}>
            {words('patient.next.question')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

/** `/case/$caseId/payment`: the price before anything is owed, who pays, what was recorded and what is left. */
export function PaymentPage() {
  const practice = usePractice();
  if (practice.error !== null) return <FailedPage error={practice.error} />;
  if (practice.data === undefined) return <LoadingPage />;
  const { data } = practice;
  return <WithCase>{(view) => <Payment view={view} practice={data} />}</WithCase>;
}
