import type { CaseView } from '@overread/rules/case/view.ts';
import { owed, paidMinor, patientPaysMinor } from '@overread/rules/money/price.ts';
import type { Said } from '../ui/said.ts';

type Funding = NonNullable<CaseView['funding']>;

/** Where the payment stands, as the heading of its page. `money` puts minor units into words. */
export function paymentHeadline(funding: Funding, money: (minor: number) => string): Said {
  if (funding.waivedBecause !== null) return { say: 'patient.pay.headline.waived' };
  if (funding.route === null) return { say: 'patient.pay.headline.choose' };
  if (funding.route === 'institution')
    return funding.institution === null
      ? { say: 'patient.pay.headline.institution' }
      : { say: 'patient.pay.headline.institutionPays', with: { institution: funding.institution.institution } };
  const pays = patientPaysMinor({ funding });
  if (pays === null) return { say: 'patient.pay.headline.insurer' };
  const left = owed({ funding }).amountMinor;
  if (left > 0) return { say: 'patient.pay.headline.owed', with: { amount: money(left) } };
  if (funding.route === 'insurance' && funding.coverage?.authorizationNeeded === true && funding.authorization === null)
    return { say: 'patient.pay.headline.authorization' };
  return pays === 0
    ? { say: 'patient.pay.headline.nothing' }
    : { say: 'patient.pay.headline.paid', with: { amount: money(paidMinor({ funding })) } };
}

/** The questions for the insurer, in the order of the call. */
export const INSURER_QUESTIONS = ['second-opinion', 'network', 'authorization', 'share', 'reference'] as const;
