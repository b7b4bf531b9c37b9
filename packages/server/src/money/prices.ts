import type { PriceList } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { desc } from 'drizzle-orm';
import type { Database, Ground, Tx } from '../platform/ports.ts';
import { prices } from './schema.ts';

export interface Prices {
  /** The list that holds now: the last one that was set, else the practice's own. */
  current(on: Tx | Database): Promise<PriceList>;
  /** Sets the list for everything that is chosen from now on; what was chosen keeps its price. */
  set(actor: Actor, list: PriceList): Promise<void>;
  /** Who set the lists and when, the last first. */
  history(): Promise<readonly { readonly at: string; readonly by: string; readonly prices: PriceList }[]>;
}

const SHOWN = 20;

export function createPrices({ db, clock, practice }: Pick<Ground, 'db' | 'clock' | 'practice'>): Prices {
  return {
    async current(on) {
      const [last] = await on.orm.select().from(prices).orderBy(desc(prices.seq)).limit(1);
      return last?.prices ?? practice.prices;
    },
    async set({ personId, name }, list) {
      await db.orm.insert(prices).values({ prices: list, at: clock.now(), byId: personId, byName: name });
    },
    async history() {
      const rows = await db.orm.select().from(prices).orderBy(desc(prices.seq)).limit(SHOWN);
      return rows.map(({ at, byName, prices: list }) => ({ at: at.toISOString(), by: byName, prices: list }));
    },
  };
}
