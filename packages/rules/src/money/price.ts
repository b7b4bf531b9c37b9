import type { CaseState } from '../case/state.ts';
import type { Money } from '../case/vocabulary.ts';

/** What was paid so far, in minor units. */
export function paidMinor(state: Pick<CaseState, 'funding'>): number {
  return state.funding.payments.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
}

/** What the patient pays in all, in minor units; null while it is not known yet (the insurer has not answered). */
export function patientPaysMinor({ funding }: Pick<CaseState, 'funding'>): number | null {
  if (funding.route === null || funding.price === null) return null;
  if (funding.waivedBecause !== null || funding.route === 'institution') return 0;
  if (funding.route === 'self-pay') return funding.price.amountMinor;
  if (funding.coverage === null) return null;
  // "Unclear" is not a yes: until the insurer says so, nothing is settled and nothing is owed.
  if (funding.coverage.answer === 'unclear') return null;
  if (funding.coverage.answer === 'not-covered') return funding.price.amountMinor;
  return funding.coverage.patientShare.amountMinor;
}

/** What the patient still owes; nothing while it is not known what the patient pays. */
export function owed(state: Pick<CaseState, 'funding'>): Money {
  const left = Math.max(0, (patientPaysMinor(state) ?? 0) - paidMinor(state));
  return { amountMinor: left, currency: state.funding.price?.currency ?? '' };
}

/** An amount as a person reads it ("$395.00"), for sentences that the rules fill. */
export function moneyText(money: Money, locale = 'en'): string {
  const { amountMinor, currency } = money;
  if (currency === '') return String(amountMinor / 100);
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
