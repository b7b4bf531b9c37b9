import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useCaseMoney } from '../api/money.ts';
import { moneyText } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';

/** What goes back if the case is cancelled now: said before it is. Nothing where nothing was paid. */
export function RefundLine({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { data } = useCaseMoney(view);
  const offer = data?.refundNow ?? null;
  if (data === undefined || offer === null || offer.paidMinor === 0) return null;
  const money = (amountMinor: number) => moneyText(i18n.locale, { amountMinor, currency: data.currency });
  const values = { paid: money(offer.paidMinor), refund: money(offer.refundMinor), kept: money(offer.keptMinor) };
  return (
    <p>
      <b>{words(`common.refund.${offer.stage}`, values)}</b>
    </p>
  );
}
