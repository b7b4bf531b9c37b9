import { useLingui } from '@lingui/react';
import type { CaseMoney } from '@overread/contract/money.ts';
import type { CommandOf } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { moneyText } from '../ui/format.ts';
import { newId } from '../ui/new-id.ts';
import { SelectField, TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActDialog, useFields } from './act-dialog.tsx';
import { amountText, parseAmount } from './amount.ts';

interface DialogProps {
  readonly view: CaseView;
  readonly money: CaseMoney;
  readonly onClose: () => void;
}

type Method = CommandOf<'recordRefund'>['method'];
const METHODS: readonly Method[] = ['bank-transfer', 'card-terminal', 'cash', 'cheque', 'other'];

/** Money that went back to the patient, other than to a card online: that is noted by itself. */
export function RefundDialog({ view, money, onClose }: DialogProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const { currency, refundLeftMinor } = money;
  const due = { amountMinor: refundLeftMinor, currency };
  const [refundId] = useState(newId);
  const [method, setMethod] = useState<Method>('bank-transfer');
  const { values, field, fine } = useFields({ amount: amountText(due), reference: '' });
  const act = () => {
    const amount = parseAmount(values.amount, currency);
    if (!fine({ amount: amount === null ? words('coordinator.amountWrong') : null }) || amount === null) return null;
    return { type: 'recordRefund' as const, refundId, amount, method, reference: values.reference.trim() };
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.refund.title')}
      lead={<p>{words('coordinator.refund.lead', { amount: moneyText(i18n.locale, due) })}</p>}
      submit={words('coordinator.refund.submit')}
      act={act}
      onClose={onClose}
    >
      <TextField {...field('amount')} inputMode="decimal" label={words('coordinator.payment.amount', { currency })} />
      <SelectField
        name="method"
        label={words('coordinator.payment.method')}
        value={method}
        onChange={(value) => setMethod(METHODS.find((each) => each === value) ?? 'other')}
        options={METHODS.map((value) => ({ value, text: words(`coordinator.method.${value}`) }))}
      />
      <TextField {...field('reference')} label={words('coordinator.payment.reference')} optional />
    </ActDialog>
  );
}

/** What insurer or institution paid after the result was delivered, and what nobody will pay. */
export function RemittanceDialog({ view, money, onClose }: DialogProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const { currency, receivableMinor } = money;
  const open = { amountMinor: receivableMinor, currency };
  const [remittanceId] = useState(newId);
  const { values, field, fine } = useFields({ amount: amountText(open), writtenOff: '0', reference: '' });
  const act = () => {
    const [amount, writtenOff] = [parseAmount(values.amount, currency), parseAmount(values.writtenOff, currency)];
    const found = fine({
      amount: amount === null ? words('coordinator.amountWrong') : null,
      writtenOff: writtenOff === null ? words('coordinator.amountWrong') : null,
    });
    if (!found || amount === null || writtenOff === null) return null;
    return { type: 'recordRemittance' as const, remittanceId, amount, writtenOff, reference: values.reference.trim() };
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.remittance.title')}
      lead={<p>{words('coordinator.remittance.lead', { amount: moneyText(i18n.locale, open) })}</p>}
      submit={words('coordinator.remittance.submit')}
      act={act}
      onClose={onClose}
    >
      <TextField {...field('amount')} inputMode="decimal" label={words('coordinator.payment.amount', { currency })} />
      <TextField
        {...field('writtenOff')}
        inputMode="decimal"
        label={words('coordinator.remittance.writtenOff', { currency })}
        hint={words('coordinator.remittance.writtenOffHint')}
      />
      <TextField {...field('reference')} label={words('coordinator.payment.reference')} optional />
    </ActDialog>
  );
}
