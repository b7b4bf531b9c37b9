import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minor } from './money.ts';
import { type OnlineEffect, type OnlineFact, type OnlinePayment, openedPayment, takeFact } from './online.ts';

const paid: OnlineFact = { kind: 'paid', providerPaymentId: 'pi_1', amountMinor: 39_500 };
const ended: OnlineFact = { kind: 'ended' };
const refund = (
  providerRefundId: string,
  state: 'pending' | 'succeeded' | 'failed',
  amountMinor = 500,
): OnlineFact => ({
  kind: 'refund',
  refund: { providerRefundId, amountMinor, state },
});

function take(facts: readonly OnlineFact[]): { payment: OnlinePayment; effects: readonly OnlineEffect[] } {
  let payment = openedPayment('c1', minor(39_500));
  const effects: OnlineEffect[] = [];
  for (const fact of facts) {
    const step = takeFact(payment, fact);
    payment = step.payment;
    effects.push(...step.effects);
  }
  return { payment, effects };
}

/** What is on the card in the end. */
const onCard = (effects: readonly OnlineEffect[]): number =>
  effects.reduce((all, { kind, amountMinor }) => all + (kind === 'gone-back' ? -amountMinor : amountMinor), 0);

describe('an online payment', () => {
  it('is taken once, though it is told twice and its page is said to have ended', () => {
    expect(take([ended, paid, paid, ended]).effects).toEqual([{ kind: 'received', amountMinor: 39_500 }]);
    expect(take([ended, paid, ended]).payment.state).toBe('paid');
  });

  it('gives a refund back that failed after it had gone', () => {
    const { effects } = take([
      paid,
      refund('re_1', 'succeeded'),
      refund('re_1', 'failed'),
      refund('re_1', 'succeeded'),
    ]);
    expect(effects.map(({ kind }) => kind)).toEqual(['received', 'gone-back', 'came-back']);
  });

  it('ends in the same state whatever the order and however often each fact is told', () => {
    const facts = [
      paid,
      ended,
      ...['re_1', 're_2'].flatMap((id) => [refund(id, 'pending'), refund(id, 'succeeded')]),
      refund('re_2', 'failed'),
    ];
    const once = take(facts);
    const sorted = ({ refunds, ...rest }: OnlinePayment) => ({
      ...rest,
      refunds: [...refunds].sort((a, b) => a.providerRefundId.localeCompare(b.providerRefundId)),
    });
    const order = fc
      .array(fc.nat({ max: facts.length - 1 }), { minLength: 0, maxLength: 30 })
      .chain((more) => fc.shuffledSubarray([...facts.keys(), ...more], { minLength: facts.length + more.length }));
    fc.assert(
      fc.property(order, (indices) => {
        const { payment, effects } = take(indices.map((i) => facts[i] as OnlineFact));
        expect(sorted(payment)).toEqual(sorted(once.payment));
        expect(onCard(effects)).toBe(39_500 - 500);
        expect(effects.filter(({ kind }) => kind === 'received')).toHaveLength(1);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
