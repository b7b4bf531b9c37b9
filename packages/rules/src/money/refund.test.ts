import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorOf, PRICE } from '../../../../testing/rules/cast.ts';
import { refusalOf, type Said, type Station, say, upTo } from '../../../../testing/rules/journey.ts';
import { overWalks } from '../../../../testing/rules/walk.ts';
import { refundLeft, refundOf, refundParts, USUAL_REFUNDS } from './refund.ts';

const cancel: Said = [actorOf('patient'), { type: 'cancelCase', reason: 'I found another way.' }];
const pay = (amountMinor: number, refundId = `r${amountMinor}`): Said => [
  actorOf('coordinator'),
  {
    type: 'recordRefund',
    refundId,
    amount: { amountMinor, currency: 'USD' },
    method: 'bank-transfer',
    reference: 'BT 1',
  },
];

describe('a case that is cancelled', () => {
  it.each([
    ['pay', 'beforeReading', PRICE],
    ['accept', 'beforeReading', PRICE],
    ['read', 'whileReading', PRICE / 2],
    ['lock', 'afterReading', 0],
    ['sign', 'afterReading', 0],
  ] as const satisfies (readonly [Station, string, number])[])(
    'at %s is refunded by the rule',
    (station, stage, back) => {
      const before = upTo(station);
      const offered = refundOf(before.state, {});
      const { funding } = say(before, cancel).state;
      expect(funding.refund).toMatchObject({ stage, refundMinor: back, keptMinor: PRICE - back });
      // What was shown before is what was set.
      expect(offered).toMatchObject({ stage, refundMinor: back, keptMinor: PRICE - back });
    },
  );

  it('owes nothing back where nothing was paid', () => {
    expect(say(upTo('fund'), cancel).state.funding.refund ?? null).toBeNull();
    expect(refusalOf(say(upTo('fund'), cancel), pay(100))).toBe('not-yet');
  });

  it('is paid back in parts, never more than is due, and again when a refund came back', () => {
    const over = say(upTo('pay'), cancel);
    expect(refusalOf(over, pay(PRICE + 1))).toBe('amount-wrong');
    const half = say(over, pay(20_000));
    expect(refundLeft(half.state)).toBe(PRICE - 20_000);
    expect(refusalOf(half, pay(1, 'r20000'))).toBe('already-done');
    const whole = say(half, pay(PRICE - 20_000));
    expect(refusalOf(whole, pay(1))).toBe('already-done');
    const back: Said = [
      actorOf('coordinator'),
      { type: 'returnRefund', refundId: 'r20000', reason: 'Account closed.' },
    ];
    expect(refundLeft(say(whole, back).state)).toBe(20_000);
  });
});

it('what goes back and what is kept is what was paid, whatever happened before', () => {
  overWalks(
    ({ taken }) => {
      for (const { before, after, events } of taken) {
        if (before === null || !events.some(({ type }) => type === 'caseCancelled')) continue;
        const offer = refundOf(before, {});
        expect(offer.refundMinor + offer.keptMinor).toBe(offer.paidMinor);
        expect(offer.refundMinor).toBeGreaterThanOrEqual(0);
        expect(after?.funding.refund?.refundMinor ?? 0).toBe(offer.refundMinor);
      }
    },
    { numRuns: 120, seed: 5 },
  );
});

it('takes a refund from the last payments first, and from none more than it brought', () => {
  const payment = fc.nat({ max: 90_000 }).map((amountMinor) => ({ amount: { amountMinor } }));
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 6 }), fc.nat({ max: 100 }), (all, percent) => {
      const payments = all.map((each, i) => ({ ...each, paymentId: `p${i}` }));
      const paid = payments.reduce((total, { amount }) => total + amount.amountMinor, 0);
      const due = Math.ceil((paid * percent) / 100);
      const parts = refundParts(payments, due);
      expect(parts.reduce((total, { amountMinor }) => total + amountMinor, 0)).toBe(due);
      for (const part of parts) {
        const from = payments.find(({ paymentId }) => paymentId === part.paymentId);
        expect(part.amountMinor).toBeLessThanOrEqual(from?.amount.amountMinor ?? -1);
      }
    }),
    { seed: 6 },
  );
});

it('gives back no more the further the reading has come', () => {
  const { beforeReading, whileReading, afterReading } = USUAL_REFUNDS;
  expect(beforeReading >= whileReading && whileReading >= afterReading).toBe(true);
});
