import { useLingui } from '@lingui/react';
import type { PriceList } from '@overread/rules/case/state.ts';
import type { ServiceLevel } from '@overread/rules/case/vocabulary.ts';
import { USUAL_REFUNDS } from '@overread/rules/money/refund.ts';
import { useState } from 'react';
import { usePrices, useSetPrices } from '../api/money.ts';
import { FormDialog, useFields } from '../coordinator/act-dialog.tsx';
import { amountText, parseAmount } from '../coordinator/amount.ts';
import { Button } from '../ui/button.tsx';
import { moneyText } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';

const LEVELS: readonly ServiceLevel[] = ['standard', 'expedited', 'urgent'];
const EXTRAS = ['furtherStudyMinor', 'priorComparisonMinor'] as const;
const STAGES = ['beforeReading', 'whileReading', 'afterReading'] as const;
const NO_EXTRAS = { regions: {}, furtherStudyMinor: 0, priorComparisonMinor: 0 };

type Field = `${ServiceLevel}.price` | `${ServiceLevel}.days` | (typeof EXTRAS)[number] | (typeof STAGES)[number];
type Values = Readonly<Record<Field, string>>;

function typed(list: PriceList): Values {
  const { currency, extras = NO_EXTRAS, refunds = USUAL_REFUNDS } = list;
  const amount = (amountMinor: number) => amountText({ amountMinor, currency });
  const levels = LEVELS.flatMap((level): readonly [Field, string][] => [
    [`${level}.price`, amount(list.levels[level].amountMinor)],
    [`${level}.days`, String(list.levels[level].workingDays)],
  ]);
  return Object.fromEntries([
    ...levels,
    ...EXTRAS.map((extra) => [extra, amount(extras[extra])]),
    ...STAGES.map((stage) => [stage, String(refunds[stage])]),
  ]) as Values;
}

/** The list that was typed, or what is wrong with it, field by field. */
function readList(before: PriceList, values: Values, say: { readonly amount: string; readonly number: string }) {
  const faults: Partial<Record<Field, string>> = {};
  const amount = (field: Field): number => {
    const found = parseAmount(values[field], before.currency);
    if (found === null) faults[field] = say.amount;
    return found?.amountMinor ?? 0;
  };
  const whole = (field: Field, least: number, most: number): number => {
    const value = /^\d{1,3}$/.test(values[field].trim()) ? Number(values[field]) : -1;
    if (value < least || value > most) faults[field] = say.number;
    return value;
  };
  const level = (each: ServiceLevel) => ({
    amountMinor: amount(`${each}.price`),
    workingDays: whole(`${each}.days`, 1, 90),
  });
  const list: PriceList = {
    ...before,
    levels: { standard: level('standard'), expedited: level('expedited'), urgent: level('urgent') },
    extras: {
      regions: before.extras?.regions ?? {},
      furtherStudyMinor: amount('furtherStudyMinor'),
      priorComparisonMinor: amount('priorComparisonMinor'),
    },
    refunds: {
      beforeReading: whole('beforeReading', 0, 100),
      whileReading: whole('whileReading', 0, 100),
      afterReading: whole('afterReading', 0, 100),
    },
  };
  return { list, faults };
}

function PricesDialog({ prices, onClose }: { readonly prices: PriceList; readonly onClose: () => void }) {
  const words = useWords();
  const set = useSetPrices();
  const { values, field, fine } = useFields<Values>(typed(prices));
  const send = () => {
    const say = { amount: words('coordinator.amountWrong'), number: words('admin.prices.numberWrong') };
    const { list, faults } = readList(prices, values, say);
    if (fine(faults)) set.mutate(list, { onSuccess: onClose });
  };
  const { currency } = prices;
  return (
    <FormDialog
      title={words('admin.prices.edit')}
      lead={<p>{words('admin.prices.lead')}</p>}
      submit={words('admin.prices.save')}
      pending={set.isPending}
      error={set.error}
      onSubmit={send}
      onClose={onClose}
      wide
    >
      {LEVELS.map((level) => (
        <div key={level} className={styles.pair}>
          <TextField
            {...field(`${level}.price`)}
            inputMode="decimal"
            label={words('admin.prices.price', { level: words(`coordinator.level.${level}`), currency })}
          />
          <TextField {...field(`${level}.days`)} inputMode="numeric" label={words('admin.prices.days')} />
        </div>
      ))}
      <div className={styles.pair}>
        {EXTRAS.map((extra) => (
          <TextField
            key={extra}
            {...field(extra)}
            inputMode="decimal"
            label={words(`admin.prices.${extra}`, { currency })}
          />
        ))}
      </div>
      {STAGES.map((stage) => (
        <TextField key={stage} {...field(stage)} inputMode="numeric" label={words(`admin.prices.${stage}`)} />
      ))}
    </FormDialog>
  );
}

/** What is added to the price of a level and what goes back, and the way to change all of it. */
export function Prices() {
  const words = useWords();
  const { i18n } = useLingui();
  const prices = usePrices();
  const [editing, setEditing] = useState(false);
  const list = prices.data;
  if (list === undefined) return <ProblemNotice error={prices.error} />;
  const { currency, extras = NO_EXTRAS, refunds = USUAL_REFUNDS } = list;
  const money = (amountMinor: number) => moneyText(i18n.locale, { amountMinor, currency });
  return (
    <>
      <p>
        {words('admin.prices.extras', {
          study: money(extras.furtherStudyMinor),
          prior: money(extras.priorComparisonMinor),
        })}
      </p>
      <p>{words('admin.prices.refunds', { ...refunds })}</p>
      <p>
        <Button onPress={() => setEditing(true)}>{words('admin.prices.edit')}</Button>
      </p>
      {editing && <PricesDialog prices={list} onClose={() => setEditing(false)} />}
    </>
  );
}
