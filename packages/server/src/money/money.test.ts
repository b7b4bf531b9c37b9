import type { CaseMoney, CheckoutPage, LedgerView } from '@overread/contract/money.ts';
import type { PriceList } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { RED_FLAGS } from '@overread/rules/case/vocabulary.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PeerEvent, type StripePeer, startStripePeer } from '../../../../testing/money/stripe-peer.ts';
import { until } from '../../../../testing/rooms/rooms.ts';
import { type Caller, startTestService, type TestService } from '../../../../testing/service.ts';

/** How many events the storm sends; the long run is `OVERREAD_MONEY_EVENTS=10000`. */
const EVENTS = Number(process.env.OVERREAD_MONEY_EVENTS ?? 250);

let peer: StripePeer;
let service: TestService;
let patient: Caller;
let desk: Caller;
let admin: Caller;

beforeAll(async () => {
  peer = await startStripePeer();
  service = await startTestService({
    settings: {
      OVERREAD_STRIPE_KEY: peer.key,
      OVERREAD_STRIPE_WEBHOOK_SECRET: peer.webhookSecret,
      OVERREAD_STRIPE_URL: peer.url,
    },
  });
  [patient, desk, admin] = await Promise.all([
    service.as('patient'),
    service.as('coordinator'),
    service.as('administrator'),
  ]);
});
afterAll(async () => {
  await service?.stop();
  await peer?.close();
});

const caseAt = (id: string, by = desk) => by.get<CaseView>(`/api/cases/${id}`);
const moneyOf = (id: string) => patient.get<CaseMoney>(`/api/cases/${id}/money`);
async function send(by: Caller, id: string, command: object): Promise<CaseView> {
  const { version } = await caseAt(id, by);
  return by.post<CaseView>(`/api/cases/${id}/commands`, { expectedVersion: version, command });
}

/** A case of the patient's that is priced. */
async function chosen(): Promise<string> {
  const { id } = await patient.post<CaseView>('/api/cases', {
    patient: { name: { family: 'Okafor', given: 'Mara' }, birthDate: '1992-05-14', sex: 'F' },
    contact: { email: 'mara.okafor@example.org', phone: '' },
    place: 'US-MA',
  });
  const question = { id: 'q1', askedBy: 'patient', text: 'What is it?' };
  await send(patient, id, {
    ...{ type: 'askQuestion', reasons: ['ambiguous-report'], region: 'brain', side: 'none', questions: [question] },
    ...{ symptoms: '', proposedTreatment: '' },
  });
  await send(patient, id, { type: 'answerRedFlags', asked: RED_FLAGS, yes: [] });
  await send(patient, id, { type: 'chooseFunding', route: 'self-pay', serviceLevel: 'standard' });
  return id;
}

const page = async (id: string) => (await patient.post<CheckoutPage>(`/api/cases/${id}/checkout`)).url;
async function tell(event: PeerEvent, change: (body: string) => string = (body) => body): Promise<number> {
  const { body, signature } = peer.signed(event);
  const answer = await service.stranger().fetch('/api/payments/stripe', {
    method: 'POST',
    body: change(body),
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
  });
  return answer.status;
}
const tellAll = async (events: readonly PeerEvent[]) => {
  for (const event of events) expect(await tell(event)).toBe(204);
};
const cancel = (id: string) => send(patient, id, { type: 'cancelCase', reason: 'I changed my mind.' });
const balanceOf = async (account: string): Promise<number> => {
  const { totals } = await admin.get<LedgerView>('/api/ledger');
  const found = totals.find((each) => each.account === account);
  return found === undefined ? 0 : found.debitMinor - found.creditMinor;
};

describe('a payment by card', () => {
  it('is on the case when the service says so with its signature, once, and is given back when the case is cancelled', async () => {
    const id = await chosen();
    const url = await page(id);
    expect(await page(id)).toBe(url);
    const events = peer.pay(url);
    const [first] = events;
    expect(await tell(first as PeerEvent, (body) => body.replace('39500', '1'))).toBe(400);
    expect((await caseAt(id)).funding?.payments).toEqual([]);
    await tellAll([...events, ...events]);
    expect((await caseAt(id)).funding?.payments).toMatchObject([
      { amount: { amountMinor: 39_500, currency: 'USD' }, method: 'card-online' },
    ]);
    await expect(page(id)).rejects.toThrow('money.nothing-owed');
    expect((await moneyOf(id)).refundNow).toMatchObject({ stage: 'beforeReading', refundMinor: 39_500 });
    await cancel(id);
    await until(async () => (await moneyOf(id)).refundLeftMinor === 0);
    await tellAll(peer.takeEvents());
    const { entries } = await moneyOf(id);
    expect(entries.map(({ kind }) => kind)).toEqual(['payment', 'cancelled', 'refund']);
  });

  it('that comes beside a bank transfer goes back by itself', async () => {
    const id = await chosen();
    const url = await page(id);
    await send(desk, id, {
      ...{ type: 'recordPayment', paymentId: 'bank', amount: { amountMinor: 30_000, currency: 'USD' } },
      ...{ method: 'bank-transfer', reference: 'BT 1' },
    });
    await tellAll(peer.pay(url));
    const { funding } = await caseAt(id);
    expect(funding?.payments.map(({ amount }) => amount.amountMinor)).toEqual([30_000, 9_500]);
    await until(async () => (await moneyOf(id)).entries.some(({ kind }) => kind === 'surplus-back'));
    expect(await balanceOf('refunds-due')).toBe(0);
  });

  it('whose refund comes back is due again', async () => {
    const id = await chosen();
    await tellAll(peer.pay(await page(id)));
    await cancel(id);
    const [refund] = await until(async () => {
      const { funding } = await caseAt(id);
      return funding?.refunds ?? [];
    });
    await tellAll(peer.failRefund(refund?.reference ?? ''));
    expect((await moneyOf(id)).refundLeftMinor).toBe(39_500);
    await send(desk, id, {
      ...{ type: 'recordRefund', refundId: 'by-bank', amount: { amountMinor: 39_500, currency: 'USD' } },
      ...{ method: 'bank-transfer', reference: 'BT 2' },
    });
    expect(await balanceOf('refunds-due')).toBe(0);
  });

  it('is nobody’s to note by hand', async () => {
    const id = await chosen();
    const payment = { type: 'recordPayment', paymentId: 'x', method: 'card-online', reference: '' };
    const amount = { amountMinor: 39_500, currency: 'USD' };
    await expect(send(desk, id, { ...payment, amount })).rejects.toThrow('field-wrong');
    await expect(send(patient, id, { ...payment, amount, method: 'cash' })).rejects.toThrow('not-your-role');
  });
});

it('a storm of events, late, doubled and out of order, leaves the ledger as the service’s own books', async () => {
  const books = () => {
    const { charged, refunded } = peer.books();
    return charged - refunded;
  };
  const events: PeerEvent[] = [];
  const cases: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    const id = await chosen();
    const url = await page(id);
    cases.push(id);
    // A refund by hand overtakes the news of its payment.
    const paid = peer.pay(url);
    events.push(...(i % 2 === 0 ? peer.refundByHand(url, 500) : []), ...paid, ...peer.expire(url));
  }
  const order = Array.from({ length: EVENTS }, (_, i) => events[(i * 7919) % events.length] as PeerEvent);
  for (let i = 0; i < order.length; i += 4) {
    const answers = await Promise.all(order.slice(i, i + 4).map((event) => tell(event)));
    expect(new Set(answers)).toEqual(new Set([204]));
  }
  for (const id of cases) {
    expect((await caseAt(id)).funding?.payments).toHaveLength(1);
    const kinds = (await moneyOf(id)).entries.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'payment')).toHaveLength(1);
  }
  expect(await balanceOf('card')).toBe(books());
  const { totals } = await admin.get<LedgerView>('/api/ledger');
  expect(totals.reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0)).toBe(0);
});

describe('the price list', () => {
  it('is set by the administrator, holds for what is chosen afterwards, and says who set it', async () => {
    const old = await chosen();
    const list = await service.stranger().get<PriceList>('/api/prices');
    const dearer = { ...list, levels: { ...list.levels, standard: { amountMinor: 42_000, workingDays: 4 } } };
    await expect(desk.put('/api/prices', dearer)).rejects.toThrow('not-your-role');
    await expect(admin.put('/api/prices', { ...dearer, currency: 'EUR' })).rejects.toThrow('money.other-currency');
    const broken = { ...dearer, refunds: { beforeReading: 101, whileReading: 50, afterReading: 0 } };
    await expect(admin.put('/api/prices', broken)).rejects.toThrow('field-wrong');
    await admin.put('/api/prices', dearer);
    expect((await caseAt(old)).funding?.price?.amountMinor).toBe(39_500);
    expect((await caseAt(await chosen())).funding?.price?.amountMinor).toBe(42_000);
    const practice = await service.stranger().get<{ services: { price: object }[] }>('/api/practice');
    expect(practice.services[0]?.price).toEqual({ amountMinor: 42_000, currency: 'USD' });
    const history = await admin.get<{ by: string }[]>('/api/prices/history');
    expect(history[0]?.by).toBe('Priya Raman');
  });
});

it('the database itself keeps the ledger: nothing is changed, and nothing that is out of balance is written', async () => {
  const { pool } = service.ground.db;
  await expect(pool.query('update money_lines set debit_minor = 1')).rejects.toThrow('never changed');
  await expect(pool.query('delete from money_entries')).rejects.toThrow('never changed');
  const entry = `insert into money_entries (entry_id, case_id, kind, at, currency) values ('odd', 'c', 'payment', now(), 'USD')`;
  const line = `insert into money_lines values ('odd', 0, 'bank', 100, 0)`;
  await expect(pool.query(`${entry}; ${line}`)).rejects.toThrow('out of balance');
  await expect(pool.query(entry)).rejects.toThrow('out of balance');
});
