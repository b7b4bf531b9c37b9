import type { CaseMoney, LedgerView } from '@overread/contract/money.ts';
import { REGIONS } from '@overread/rules/case/vocabulary.ts';
import { z } from 'zod';
import { caseOf, readInput } from '../cases/index.ts';
import type { App } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { Money } from './money.ts';

const amount = z.int().min(0).max(100_000_000);
const level = z.object({ amountMinor: amount, workingDays: z.int().min(1).max(90) });
const percent = z.int().min(0).max(100);
/** A price list as it may be set; `practice.json` is held to the same. */
export const priceListShape = {
  levels: z.object({ standard: level, expedited: level, urgent: level }),
  extras: z
    .object({
      regions: z.partialRecord(z.enum(REGIONS), amount).default({}),
      furtherStudyMinor: amount.default(0),
      priorComparisonMinor: amount.default(0),
    })
    .optional(),
  thirdRead: level.optional(),
  refunds: z.object({ beforeReading: percent, whileReading: percent, afterReading: percent }).optional(),
};
const priceList = z.object({ currency: z.string().regex(/^[A-Z]{3}$/), ...priceListShape });
const place = z.object({ before: z.coerce.number().int().min(1).optional() });

export interface MoneyRouteDeps {
  readonly money: Money;
  readonly currentPrices: () => ReturnType<Money['prices']['current']>;
}

/** Prices, open to everybody; what a case costs, owes and gets back; the ledger. */
export function registerMoneyRoutes(app: App, { money, currentPrices }: MoneyRouteDeps): void {
  app.get('/api/prices', { config: { action: 'public' } }, () => currentPrices());

  app.put('/api/prices', { config: { action: 'prices:edit' } }, async (request) => {
    const list = readInput(priceList, request.body);
    const { currency } = await currentPrices();
    // Cases hold sums in the old one, and one ledger has one currency.
    if (list.currency !== currency) throw wordedProblem(422, 'money.other-currency', { currency });
    await money.prices.set(request.access.actor, list);
    return list;
  });

  app.get('/api/prices/history', { config: { action: 'ledger:view' } }, () => money.prices.history());

  app.get('/api/ledger', { config: { action: 'ledger:view' } }, async ({ query }): Promise<LedgerView> => {
    const { before } = readInput(place, query);
    return money.ledger(before ?? Number.MAX_SAFE_INTEGER);
  });

  app.get(
    '/api/cases/:caseId/money',
    { config: { action: 'money:view' } },
    ({ access }): Promise<CaseMoney> => money.viewOf(caseOf(access)),
  );

  app.post('/api/cases/:caseId/checkout', { config: { action: 'money:pay' } }, async ({ access }) => ({
    url: await money.online.openCheckout(caseOf(access)),
  }));
}

/** Where the payment service calls. Its signature covers the bytes of the body, so the body stays as it came. */
export function registerPaymentCalls(app: App, { money }: Pick<MoneyRouteDeps, 'money'>): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/api/payments/stripe', { config: { action: 'public' } }, async (request, reply) => {
    const signature = request.headers['stripe-signature'];
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    await money.online.receive(body, typeof signature === 'string' ? signature : '');
    reply.code(204);
  });
}
