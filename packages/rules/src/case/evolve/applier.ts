import type { CaseEvent, EventType } from '../events.ts';
import type { CaseState } from '../state.ts';

/** One entry of the record of one type. */
export type Recorded<T extends EventType> = Extract<CaseEvent, { type: T }>;

/** What each event changes; what it leaves out stays. */
export type Appliers<T extends EventType> = {
  readonly [K in T]: (state: CaseState, event: Recorded<K>) => Partial<CaseState>;
};
