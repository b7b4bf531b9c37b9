import { useLingui } from '@lingui/react';
import type { CaseMoney } from '@overread/contract/money.ts';
import type { CommandType } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { useCaseMoney } from '../api/money.ts';
import { casePath } from '../api/request.ts';
import { Button } from '../ui/button.tsx';
import { moneyText, plainDate } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './case.module.css';
import { CoverageDialog } from './coverage-dialog.tsx';
import { AuthorizationDialog, InstitutionDialog, PaymentDialog, RouteDialog } from './funding-dialogs.tsx';
import { AppealDialog, AskLeaveDialog, DenialDialog } from './insurer-dialogs.tsx';
import { RefundDialog, RemittanceDialog } from './money-dialogs.tsx';
import { owedMinor } from './next-act.ts';
import { Acts, type Fact, Facts, Part } from './part.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** What was asked of the insurer beside coverage, each no with its appeal, and what went back or is to come. */
function useMoneyFacts(view: CaseView, known: CaseMoney | undefined): readonly Fact[] {
  const words = useWords();
  const { i18n } = useLingui();
  const { funding } = view;
  if (funding === null || known === undefined) return [];
  const money = (amountMinor: number) => moneyText(i18n.locale, { amountMinor, currency: known.currency });
  const { asked, denials = [], refund, refunds = [] } = funding;
  const { standing, left } = known.authorization;
  return [
    {
      name: words('coordinator.funding.asked'),
      value:
        asked == null
          ? ''
          : words('coordinator.funding.askedIs', {
              code: [asked.code, asked.modifier].filter((part) => part !== '').join('-'),
              way: words(`coordinator.leave.way.${asked.way}`),
              on: plainDate(i18n.locale, asked.sentOn),
            }),
    },
    ...denials.map(({ on, reason, appealUntil, appeal }) => ({
      name: words('coordinator.funding.denied', { on: plainDate(i18n.locale, on) }),
      value: (
        <>
          {reason}
          {appealUntil !== '' &&
            ` ${words('coordinator.funding.appealUntil', { on: plainDate(i18n.locale, appealUntil) })}`}
          {appeal !== null && (
            <>
              {' '}
              <a href={casePath(view.id, `/appeals/${appeal.appealId}/letter.pdf`)} target="_blank" rel="noreferrer">
                {words('coordinator.funding.appealLetter', { on: plainDate(i18n.locale, appeal.sentOn) })}
              </a>
            </>
          )}
        </>
      ),
    })),
    {
      name: words('coordinator.funding.leaveStands'),
      value:
        standing === 'none'
          ? ''
          : [
              words(`coordinator.leave.stands.${standing}`),
              left === null ? '' : words('coordinator.leave.left', { count: left }),
            ]
              .filter((part) => part !== '')
              .join(', '),
    },
    {
      name: words('coordinator.funding.refund'),
      value:
        refund == null
          ? ''
          : words('coordinator.funding.refundIs', { refund: money(refund.refundMinor), kept: money(refund.keptMinor) }),
    },
    {
      name: words('coordinator.funding.refunded'),
      value: refunds
        .map(({ amount, method, reference }) =>
          [money(amount.amountMinor), words(`coordinator.method.${method}`), reference].filter(Boolean).join(', '),
        )
        .join('; '),
    },
    {
      name: words('coordinator.funding.refundLeft'),
      value: known.refundLeftMinor === 0 ? '' : <b className={styles.owed}>{money(known.refundLeftMinor)}</b>,
    },
    {
      name: words('coordinator.funding.receivable'),
      value: known.receivableMinor === 0 ? '' : <b className={styles.owed}>{money(known.receivableMinor)}</b>,
    },
  ];
}

/** Papers of the money of a case. */
function Papers({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { funding, reading, id } = view;
  const papers = [
    ...(funding?.route == null ? [] : ['estimate']),
    ...((owedMinor(view) ?? 0) > 0 && view.cancelled === null ? ['invoice'] : []),
    ...((funding?.payments.length ?? 0) > 0 ? ['receipt'] : []),
    ...(reading.signedAt === null ? [] : ['superbill']),
  ];
  if (papers.length === 0) return null;
  return (
    <p className={styles.papers}>
      {papers.map((paper) => (
        <a key={paper} href={casePath(id, `/${paper}.pdf`)} target="_blank" rel="noreferrer">
          {words(`coordinator.paper.${paper}`)}
        </a>
      ))}
    </p>
  );
}

function useFundingFacts(view: CaseView): readonly Fact[] {
  const words = useWords();
  const { i18n } = useLingui();
  const { funding } = view;
  if (funding === null || funding.route === null) return [];
  const money = (minor: number) =>
    moneyText(i18n.locale, { amountMinor: minor, currency: funding.price?.currency ?? 'USD' });
  const { coverage, authorization, institution, payments } = funding;
  const owed = owedMinor(view);
  return [
    { name: words('coordinator.funding.route'), value: words(`coordinator.route.${funding.route}`) },
    {
      name: words('coordinator.funding.price'),
      value:
        funding.price === null
          ? ''
          : `${money(funding.price.amountMinor)}, ${words(`coordinator.level.${funding.serviceLevel}`)}`,
    },
    {
      name: words('coordinator.funding.coverage'),
      value:
        coverage === null
          ? ''
          : words('coordinator.funding.coverageIs', {
              answer: words(`coordinator.answer.${coverage.answer}`),
              plan: coverage.plan,
              share: moneyText(i18n.locale, coverage.patientShare),
            }),
    },
    {
      name: words('coordinator.funding.call'),
      value:
        coverage === null
          ? ''
          : [
              coverage.spokenTo,
              coverage.callReference,
              coverage.memberId === '' ? '' : words('coordinator.funding.member', { member: coverage.memberId }),
            ]
              .filter((part) => part !== '')
              .join(', '),
    },
    { name: words('coordinator.funding.notes'), value: coverage?.notes ?? '' },
    {
      name: words('coordinator.funding.authorization'),
      value:
        authorization === null
          ? coverage?.authorizationNeeded === true && words('coordinator.funding.authorizationNeeded')
          : words('coordinator.funding.authorizationIs', {
              number: authorization.number,
              from: plainDate(i18n.locale, authorization.validFrom),
              to: plainDate(i18n.locale, authorization.validTo),
            }),
    },
    {
      name: words('coordinator.funding.institution'),
      value: institution === null ? '' : [institution.institution, institution.reference].filter(Boolean).join(', '),
    },
    {
      name: words('coordinator.funding.paid'),
      value: payments
        .map(({ amount, method, reference }) =>
          [moneyText(i18n.locale, amount), words(`coordinator.method.${method}`), reference].filter(Boolean).join(', '),
        )
        .join('; '),
    },
    { name: words('coordinator.funding.waived'), value: funding.waivedBecause ?? '' },
    {
      name: words('coordinator.funding.owed'),
      value: owed === null || owed <= 0 ? '' : <b className={styles.owed}>{money(owed)}</b>,
    },
  ];
}

type FundingAct =
  | 'recordCoverage'
  | 'requestAuthorization'
  | 'recordAuthorization'
  | 'recordDenial'
  | 'appealDenial'
  | 'recordPayment'
  | 'recordInstitution'
  | 'recordRefund'
  | 'recordRemittance'
  | 'chooseFunding';

/** Which steps make sense for the chosen route; what may be done at all, the rules say. */
function actsFor(view: CaseView): readonly FundingAct[] {
  const { funding } = view;
  const fits: Readonly<Record<FundingAct, boolean>> = {
    recordCoverage: funding?.route === 'insurance',
    requestAuthorization: funding?.coverage?.authorizationNeeded === true,
    recordAuthorization: funding?.route === 'insurance' && funding.coverage !== null,
    appealDenial: true,
    recordDenial: funding?.asked != null || funding?.coverage?.authorizationNeeded === true,
    recordRefund: true,
    recordRemittance: true,
    recordInstitution: funding?.route === 'institution',
    recordPayment: funding?.route === 'self-pay' || funding?.coverage != null,
    chooseFunding: true,
  };
  const may = (type: CommandType) => view.mayDo.includes(type);
  return (Object.keys(fits) as FundingAct[]).filter((type) => fits[type] && may(type));
}

interface OpenDialog {
  readonly act: FundingAct;
  readonly view: CaseView;
  readonly money: CaseMoney | undefined;
  readonly onClose: () => void;
}

function FundingDialog({ act, view, money, onClose }: OpenDialog) {
  const props = { view, onClose };
  switch (act) {
    case 'recordCoverage':
      return <CoverageDialog {...props} />;
    case 'requestAuthorization':
      return <AskLeaveDialog {...props} />;
    case 'recordDenial':
      return <DenialDialog {...props} />;
    case 'appealDenial':
      return <AppealDialog {...props} />;
    case 'recordRefund':
      return money === undefined ? null : <RefundDialog {...props} money={money} />;
    case 'recordRemittance':
      return money === undefined ? null : <RemittanceDialog {...props} money={money} />;
    case 'recordAuthorization':
      return <AuthorizationDialog {...props} />;
    case 'recordInstitution':
      return <InstitutionDialog {...props} />;
    case 'recordPayment':
      return <PaymentDialog {...props} />;
    default:
      return <RouteDialog {...props} />;
  }
}

/** Who pays, what was asked and answered, what is still owed. */
export function FundingPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { data: money } = useCaseMoney(view);
  const facts = [...useFundingFacts(view), ...useMoneyFacts(view, money)];
  const [open, setOpen] = useState<FundingAct | 'waive' | null>(null);
  const close = () => setOpen(null);
  return (
    <Part part="funding" title={words('coordinator.part.funding')} view={view} track="funding">
      {facts.length === 0 ? <p>{words('coordinator.funding.none')}</p> : <Facts facts={facts} />}
      <Papers view={view} />
      <Acts>
        {actsFor(view).map((act) => (
          <Button key={act} kind={act === 'chooseFunding' ? 'bare' : 'plain'} onPress={() => setOpen(act)}>
            {words(`coordinator.act.${act}`)}
          </Button>
        ))}
        {view.mayDo.includes('waiveFunding') && view.funding?.waivedBecause == null && (
          <Button kind="bare" onPress={() => setOpen('waive')}>
            {words('coordinator.act.waiveFunding')}
          </Button>
        )}
      </Acts>
      {open === 'waive' && (
        <ReasonDialog
          view={view}
          title={words('coordinator.waive.title')}
          lead={words('coordinator.waive.lead')}
          label={words('coordinator.waive.reason')}
          submit={words('coordinator.waive.submit')}
          commandOf={(reason) => ({ type: 'waiveFunding', reason })}
          onClose={close}
        />
      )}
      {open !== null && open !== 'waive' && <FundingDialog act={open} view={view} money={money} onClose={close} />}
    </Part>
  );
}
