import { useLingui } from '@lingui/react';
import type { CommandOf } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { FundingRoute, ServiceLevel } from '@overread/rules/case/vocabulary.ts';
import { useState } from 'react';
import { usePractice } from '../api/index.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { DateField } from '../ui/date-field.tsx';
import { dateFault, isoDate } from '../ui/dates.ts';
import { moneyText } from '../ui/format.ts';
import { newId } from '../ui/new-id.ts';
import { SelectField, TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActDialog, useFields } from './act-dialog.tsx';
import { parseAmount } from './amount.ts';
import styles from './case.module.css';
import { owedMinor } from './next-act.ts';

interface DialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

const today = () => new Date().toISOString().slice(0, 10);

/** The insurer's prior authorization: its number and how long it holds. */
export function AuthorizationDialog({ view, onClose }: DialogProps) {
  const words = useWords();
  const known = view.funding?.authorization ?? null;
  const { values, field, fine } = useFields({
    number: known?.number ?? '',
    validFrom: known?.validFrom ?? '',
    validTo: known?.validTo ?? '',
    visits: known?.visits === undefined ? '' : String(known.visits),
  });
  const act = () => {
    const [validFrom, validTo] = [isoDate(values.validFrom), isoDate(values.validTo)];
    const fault = (typed: string) => {
      const found = dateFault(typed, today());
      return found === null ? null : words(found.say, found.with);
    };
    const order = validFrom !== null && validTo !== null && validTo < validFrom;
    const found = fine({
      number: values.number.trim() === '' ? words('coordinator.authorization.numberMissing') : null,
      validFrom: fault(values.validFrom),
      validTo: fault(values.validTo) ?? (order ? words('coordinator.authorization.order') : null),
      visits: /^([1-9]\d{0,2})?$/.test(values.visits.trim()) ? null : words('coordinator.authorization.visitsWrong'),
    });
    if (!found || validFrom === null || validTo === null) return null;
    const visits = values.visits.trim() === '' ? {} : { visits: Number(values.visits) };
    return { type: 'recordAuthorization' as const, number: values.number.trim(), validFrom, validTo, ...visits };
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.authorization.title')}
      submit={words('coordinator.authorization.submit')}
      act={act}
      onClose={onClose}
    >
      <TextField {...field('number')} label={words('coordinator.authorization.number')} />
      <DateField {...field('validFrom')} label={words('coordinator.authorization.from')} />
      <DateField {...field('validTo')} label={words('coordinator.authorization.to')} />
      <TextField
        {...field('visits')}
        inputMode="numeric"
        label={words('coordinator.authorization.visits')}
        hint={words('coordinator.authorization.visitsHint')}
        optional
      />
    </ActDialog>
  );
}

type Method = CommandOf<'recordPayment'>['method'];
const METHODS: readonly Method[] = ['bank-transfer', 'card-terminal', 'cash', 'cheque', 'invoice', 'other'];

/** A payment that was received. Cards are not charged here. */
export function PaymentDialog({ view, onClose }: DialogProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const currency = view.funding?.price?.currency ?? 'USD';
  const owed = owedMinor(view);
  const [paymentId] = useState(newId);
  const { values, field, fine } = useFields({
    amount: owed === null || owed <= 0 ? '' : (owed / 100).toFixed(2),
    method: 'bank-transfer',
    reference: '',
  });
  const act = () => {
    const amount = parseAmount(values.amount, currency);
    if (!fine({ amount: amount === null ? words('coordinator.amountWrong') : null }) || amount === null) return null;
    const method = METHODS.find((one) => one === values.method) ?? 'other';
    return { type: 'recordPayment' as const, paymentId, amount, method, reference: values.reference.trim() };
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.payment.title')}
      lead={
        owed === null
          ? undefined
          : words('coordinator.payment.owed', { amount: moneyText(i18n.locale, { amountMinor: owed, currency }) })
      }
      submit={words('coordinator.payment.submit')}
      act={act}
      onClose={onClose}
    >
      <div className={styles.fieldPair}>
        <TextField {...field('amount')} inputMode="decimal" label={words('coordinator.payment.amount', { currency })} />
        <SelectField
          {...field('method')}
          label={words('coordinator.payment.method')}
          options={METHODS.map((value) => ({ value, text: words(`coordinator.method.${value}`) }))}
        />
      </div>
      <TextField
        {...field('reference')}
        label={words('coordinator.payment.reference')}
        hint={words('coordinator.payment.referenceHint')}
        optional
      />
    </ActDialog>
  );
}

/** The institution that pays. */
export function InstitutionDialog({ view, onClose }: DialogProps) {
  const words = useWords();
  const known = view.funding?.institution ?? null;
  const { values, field, fine } = useFields({
    institution: known?.institution ?? '',
    reference: known?.reference ?? '',
  });
  const act = () => {
    const institution = values.institution.trim();
    if (!fine({ institution: institution === '' ? words('coordinator.institution.missing') : null })) return null;
    return { type: 'recordInstitution' as const, institution, reference: values.reference.trim() };
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.institution.title')}
      submit={words('coordinator.institution.submit')}
      act={act}
      onClose={onClose}
    >
      <TextField {...field('institution')} label={words('coordinator.institution.name')} />
      <TextField {...field('reference')} label={words('coordinator.institution.reference')} optional />
    </ActDialog>
  );
}

const ROUTES: readonly FundingRoute[] = ['self-pay', 'insurance', 'institution'];

/** Who pays and how fast, chosen for a patient on the telephone. */
export function RouteDialog({ view, onClose }: DialogProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const practice = usePractice();
  const [route, setRoute] = useState<FundingRoute>(view.funding?.route ?? 'self-pay');
  const [level, setLevel] = useState<ServiceLevel>(view.funding?.serviceLevel ?? 'standard');
  return (
    <ActDialog
      view={view}
      title={words('coordinator.choose.title')}
      submit={words('coordinator.choose.submit')}
      act={() => ({ type: 'chooseFunding', route, serviceLevel: level })}
      onClose={onClose}
    >
      <ChoiceGroup
        label={words('coordinator.choose.route')}
        name="route"
        value={route}
        onChange={setRoute}
        choices={ROUTES.map((value) => ({ value, text: words(`coordinator.route.${value}`) }))}
      />
      <ChoiceGroup
        label={words('coordinator.choose.level')}
        name="level"
        value={level}
        onChange={setLevel}
        choices={(practice.data?.services ?? []).map((service) => ({
          value: service.level,
          text: `${words(`coordinator.level.${service.level}`)}, ${moneyText(i18n.locale, service.price)}`,
          hint: words('coordinator.choose.days', { days: service.workingDays }),
        }))}
      />
    </ActDialog>
  );
}
