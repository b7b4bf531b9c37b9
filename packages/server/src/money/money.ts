import type { CaseMoney, LedgerView } from '@overread/contract/money.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { authorizationOn } from '@overread/rules/money/coverage.ts';
import { receivableMinor } from '@overread/rules/money/ledger.ts';
import { quoteOf, workOf } from '@overread/rules/money/quote.ts';
import { refundLeft, refundOf } from '@overread/rules/money/refund.ts';
import { dateOf } from '@overread/rules/turnaround/dates.ts';
import type { Cases } from '../cases/index.ts';
import { enterChange } from './ledger.ts';
import { readEntries, readTotals } from './ledger-store.ts';
import { createOnline, type Online, type OnlineDeps } from './online.ts';
import { createPrices, type Prices } from './prices.ts';

export interface MoneyDeps extends OnlineDeps {
  readonly cases: Pick<Cases, 'execute' | 'onEvents'>;
}

export interface Money {
  readonly prices: Prices;
  readonly online: Online;
  /** What there is to see of the money of a case. */
  viewOf(state: CaseState): Promise<CaseMoney>;
  /** The trial balance, and the entries before a place in the ledger. */
  ledger(before: number): Promise<LedgerView>;
  work(): Promise<void>;
}

const PAGE = 100;

/** Prices, the ledger, payments by card. Listens to every case: what moves money there is entered in the same transaction. */
export function createMoney(deps: MoneyDeps, prices: Prices = createPrices(deps)): Money {
  const { db, clock, cases } = deps;
  const online = createOnline(deps);
  cases.onEvents(enterChange);
  cases.onEvents((tx, change) => online.orderRefunds(tx, change));
  return {
    prices,
    online,
    async viewOf(state) {
      const now = clock.now().toISOString();
      const list = await prices.current(db);
      const wish = { level: state.funding.serviceLevel, priorComparison: false };
      return {
        currency: state.funding.price?.currency ?? list.currency,
        estimate: state.funding.lines ?? quoteOf(list, workOf(state, wish)).lines,
        studies: workOf(state, wish).studies,
        takesCards: online.isOn,
        refundNow: state.delivery.deliveredAt === null && state.cancelled === null ? refundOf(state, list) : null,
        refundLeftMinor: refundLeft(state),
        receivableMinor: receivableMinor(state),
        authorization: authorizationOn(state, dateOf(now)),
        entries: await readEntries(db, { caseId: state.id }),
      };
    },
    async ledger(before) {
      const entries = await readEntries(db, { before, limit: PAGE });
      return { totals: await readTotals(db), entries };
    },
    work: () => online.work(),
  };
}
