import type { CaseView } from '@overread/rules/case/view.ts';
import { describe, expect, it } from 'vitest';
import { paymentHeadline } from './payment-model.ts';

type Funding = NonNullable<CaseView['funding']>;

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const funding = (part: Partial<Funding>): Funding => ({
  route: 'self-pay',
  serviceLevel: 'standard',
  price: usd(39_500),
  coverage: null,
  authorization: null,
  payments: [],
  institution: null,
  waivedBecause: null,
  ...part,
});
const coverage = (part: Partial<NonNullable<Funding['coverage']>>): Funding['coverage'] => ({
  plan: 'PPO',
  memberId: '1',
  groupNumber: '',
  spokenTo: '',
  callReference: '',
  answer: 'partly',
  authorizationNeeded: false,
  patientShare: usd(7_900),
  notes: '',
  ...part,
});
const paid = (amountMinor: number): Funding['payments'] => [
  { paymentId: 'p', amount: usd(amountMinor), method: 'cash', reference: '' },
];
const say = (part: Partial<Funding>) => paymentHeadline(funding(part), (minor) => `$${minor / 100}`);

describe('where the payment stands', () => {
  it.each([
    ['nothing chosen', { route: null, price: null }, 'choose', undefined],
    ['own payment, open', {}, 'owed', { amount: '$395' }],
    ['own payment, in parts', { payments: paid(10_000) }, 'owed', { amount: '$295' }],
    ['own payment, done', { payments: paid(39_500) }, 'paid', { amount: '$395' }],
    ['insurer silent', { route: 'insurance' }, 'insurer', undefined],
    ['insurer unclear', { route: 'insurance', coverage: coverage({ answer: 'unclear' }) }, 'insurer', undefined],
    ['share open', { route: 'insurance', coverage: coverage({}) }, 'owed', { amount: '$79' }],
    [
      'leave missing',
      { route: 'insurance', coverage: coverage({ patientShare: usd(0), authorizationNeeded: true }) },
      'authorization',
      undefined,
    ],
    ['all covered', { route: 'insurance', coverage: coverage({ patientShare: usd(0) }) }, 'nothing', undefined],
    ['institution not named', { route: 'institution' }, 'institution', undefined],
    [
      'institution pays',
      { route: 'institution', institution: { institution: 'Fund', reference: '' } },
      'institutionPays',
      { institution: 'Fund' },
    ],
    ['waived', { waivedBecause: 'hardship' }, 'waived', undefined],
  ] satisfies [string, Partial<Funding>, string, object | undefined][])('%s', (_, part, headline, values) => {
    expect(say(part)).toEqual({ say: `patient.pay.headline.${headline}`, ...(values ? { with: values } : {}) });
  });
});
