/**
 * Money: prices, the ledger, payments by card and their refunds, what an insurer is asked, and the papers of all that.
 *
 *     const prices = createPrices({ db, clock, practice })          // before the cases: they ask for the list that holds
 *     const money = createMoney({ db, clock, newId, jobs, say, practice, publicUrl, cases, service }, prices)
 *     registerMoneyRoutes(app, { money, currentPrices }); registerPaymentCalls(scope, { money })
 *     await money.work()                                             // the worker that sends refunds to cards
 *
 * `createMoney` comes before the first command: it listens.
 */
export { type Insurers, reachInsurers } from './clearing-house.ts';
export { registerInsurerRoutes } from './insurer-routes.ts';
export { createMoney, type Money, type MoneyDeps } from './money.ts';
export { registerMoneyPapers } from './papers.ts';
export type { PaymentService } from './payment-service.ts';
export { createPrices, type Prices } from './prices.ts';
export { priceListShape, registerMoneyRoutes, registerPaymentCalls } from './routes.ts';
export { createStripe } from './stripe.ts';
export { MONEY_TABLES } from './tables.ts';
