import { evolve } from '@overread/rules/case/evolve.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { entryFor } from '@overread/rules/money/ledger.ts';
import type { Change } from '../cases/index.ts';
import type { Tx } from '../platform/ports.ts';
import { enter } from './ledger-store.ts';

/** Enters what happened to a case into the ledger, in the transaction in which it happened. */
export async function enterChange(tx: Tx, { before, events }: Pick<Change, 'before' | 'events'>): Promise<void> {
  let state: CaseState | null = before;
  for (const event of events) {
    const entry = state === null ? null : entryFor(state, event);
    if (entry !== null) await enter(tx, entry);
    state = evolve(state, event);
  }
}
