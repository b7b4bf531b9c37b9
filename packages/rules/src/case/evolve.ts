import type { CaseEvent, EventType } from './events.ts';
import type { Appliers } from './evolve/applier.ts';
import { FOLLOWED } from './evolve/following.ts';
import { GATHERING } from './evolve/gathering.ts';
import { FUNDED_AND_MATCHED, READ_AND_DECIDED } from './evolve/going.ts';
import { opened } from './evolve/opened.ts';
import { TRACKS_OF } from './evolve/tracks-of-events.data.ts';
import type { CaseState } from './state.ts';
import { asThird, withThird } from './third.ts';

const APPLIERS: Appliers<Exclude<EventType, 'caseOpened'>> = {
  ...GATHERING,
  ...FUNDED_AND_MATCHED,
  ...READ_AND_DECIDED,
  ...FOLLOWED,
};

/**
 * The case after one more entry of its record. Pure, and it never refuses: what has happened has happened. Throws when
 * the record does not begin with the opening of the case, because then it is not this case's record.
 */
export function evolve(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.type === 'caseOpened') return touched(opened(event), event);
  if (state === null) throw new Error(`The record begins with "${event.type}" instead of the opening of the case.`);
  // Each entry of the table takes its own event; a lookup by a value of the union cannot show that to the compiler.
  const apply = APPLIERS[event.type] as (state: CaseState, event: CaseEvent) => Partial<CaseState>;
  const ownReading = event.data.read === 'third' && event.type !== 'reportRetracted';
  if (!ownReading || state.third == null) return touched({ ...state, ...apply(state, event) }, event);
  const own = asThird(state, state.third);
  return touched(withThird(state, { ...own, ...apply(own, event) }), event, ['decision']);
}

/** The case as a whole record tells it; null for an empty one. */
export function replay(events: readonly CaseEvent[]): CaseState | null {
  return events.reduce<CaseState | null>(evolve, null);
}

function touched(state: CaseState, { type, version, at }: CaseEvent, tracks = TRACKS_OF[type]): CaseState {
  const touchedAt = { ...state.touchedAt };
  for (const track of tracks) touchedAt[track] = at;
  return { ...state, version, updatedAt: at, touchedAt };
}
