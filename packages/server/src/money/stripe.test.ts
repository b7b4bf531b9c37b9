import { balancesOf, cardEntry, type LedgerEntry } from '@overread/rules/money/ledger.ts';
import { minor } from '@overread/rules/money/money.ts';
import { type OnlinePayment, openedPayment, takeFact } from '@overread/rules/money/online.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PeerEvent, type StripePeer, startStripePeer } from '../../../../testing/money/stripe-peer.ts';
import { NotFromService, type PaymentService } from './payment-service.ts';
import { createStripe } from './stripe.ts';

let peer: StripePeer;
let stripe: PaymentService;
const open = (checkoutId: string, amountMinor = 39_500) =>
  stripe.openCheckout({
    checkoutId,
    amount: { amountMinor, currency: 'USD' },
    title: 'Second opinion',
    email: 'ruth@mail.example',
    doneUrl: 'http://localhost/done',
    backUrl: 'http://localhost/back',
  });
const read = (event: PeerEvent) => {
  const { body, signature } = peer.signed(event);
  return stripe.read(Buffer.from(body), signature);
};

beforeAll(async () => {
  peer = await startStripePeer();
  stripe = createStripe(peer);
});
afterAll(() => peer?.close());

describe('the payment service', () => {
  it('opens one page for one checkout, however often it is asked', async () => {
    const first = await open('twice');
    expect(await open('twice')).toEqual(first);
    expect(peer.replayed()).toBe(1);
  });

  it('pays a refund once, and never more than was paid', async () => {
    const { url } = await open('refunded');
    const paid = peer.pay(url).map(read);
    const { providerPaymentId } = paid[0] ?? {};
    if (typeof providerPaymentId !== 'string') throw new Error('The payment was not told.');
    const asked = { refundId: 'r1', checkoutId: 'refunded', providerPaymentId, amountMinor: 30_000 };
    const refund = await stripe.refund(asked);
    expect(await stripe.refund(asked)).toEqual(refund);
    await expect(stripe.refund({ ...asked, refundId: 'r2' })).rejects.toThrow('charge_already_refunded');
    expect(peer.books().refunded).toBe(30_000);
  });

  it('closes a page that is open, and leaves one that is paid', async () => {
    const [first, second] = [await open('closed'), await open('paid')];
    await stripe.closeCheckout(first.sessionId);
    expect(() => peer.pay(first.url)).toThrow('closed');
    peer.pay(second.url);
    await expect(stripe.closeCheckout(second.sessionId)).resolves.toBeUndefined();
  });
});

describe('a call of the payment service', () => {
  it('is believed with the right signature alone', async () => {
    const { url } = await open('signed');
    const [event] = peer.pay(url);
    if (event === undefined) throw new Error('Nothing was told.');
    const { body, signature } = peer.signed(event);
    expect(stripe.read(Buffer.from(body), signature)).toMatchObject({ checkoutId: 'signed', fact: { kind: 'paid' } });
    const old = peer.signed(event, Math.floor(Date.now() / 1000) - 3_600);
    for (const [text, by] of [
      [body.replace('39500', '99500'), signature],
      [body, signature.replace(/v1=./, 'v1=0x')],
      [body, ''],
      [old.body, old.signature],
    ] as const)
      expect(() => stripe.read(Buffer.from(text), by)).toThrow(NotFromService);
  });

  it('tells nothing where a page is complete and not yet paid', async () => {
    const { url } = await open('slow');
    const [completed] = peer.pay(url);
    const session = { ...(completed?.data.object ?? {}), payment_status: 'unpaid' };
    expect(read({ ...(completed as PeerEvent), data: { object: session } })).toBeNull();
  });
});

/** A generator of numbers that looks random and is the same for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % sides;
  };
}

it('10,000 signed events, shuffled and repeated: nothing is taken or given back twice, and the ledger is the bank’s', async () => {
  const roll = dice(14);
  const before = peer.books();
  const events: PeerEvent[] = [];
  for (let i = 0; i < 150; i += 1) {
    const { url } = await open(`storm-${i}`, 20_000 + i);
    if (roll(5) === 0) events.push(...peer.expire(url));
    else {
      events.push(...peer.pay(url));
      for (let part = roll(4); part > 0; part -= 1) events.push(...peer.refundByHand(url, 100 + roll(900)));
    }
  }
  const repeated = Array.from(
    { length: 10_000 },
    (_, i) => events[i < events.length ? i : roll(events.length)] as PeerEvent,
  );
  for (let i = repeated.length - 1; i > 0; i -= 1) {
    const j = roll(i + 1);
    [repeated[i], repeated[j]] = [repeated[j] as PeerEvent, repeated[i] as PeerEvent];
  }
  const payments = new Map<string, OnlinePayment>();
  const byProvider = new Map<string, string>();
  const waits = new Map<string, PeerEvent[]>();
  const ledger: LedgerEntry[] = [];
  const take = (event: PeerEvent): void => {
    const told = read(event);
    if (told === null) return;
    const { fact, providerPaymentId } = told;
    const id = told.checkoutId ?? byProvider.get(providerPaymentId ?? '');
    if (id === undefined)
      return void waits.set(providerPaymentId ?? '', [...(waits.get(providerPaymentId ?? '') ?? []), event]);
    const step = takeFact(payments.get(id) ?? openedPayment(id, minor(1)), fact);
    payments.set(id, step.payment);
    for (const effect of step.effects) {
      const kind = effect.kind === 'gone-back' ? 'surplus-back' : 'surplus';
      const head = { entryId: `${ledger.length}`, caseId: id, at: '', currency: 'USD', kind } as const;
      const entry = cardEntry(head, effect.amountMinor);
      if (entry !== null) ledger.push(entry);
    }
    if (fact.kind !== 'paid') return;
    byProvider.set(fact.providerPaymentId, id);
    for (const late of waits.get(fact.providerPaymentId) ?? []) take(late);
    waits.delete(fact.providerPaymentId);
  };
  repeated.forEach(take);
  const { charged, refunded } = peer.books();
  const balances = balancesOf(ledger);
  expect(balances.card).toBe(charged - before.charged - (refunded - before.refunded));
  expect(Object.values(balances).reduce((sum, each) => sum + each, 0)).toBe(0);
  expect(waits.size).toBe(0);
  expect(ledger.filter(({ kind }) => kind === 'surplus')).toHaveLength(
    [...payments.values()].filter(({ state }) => state === 'paid').length,
  );
});
