import { laterOf } from '../../turnaround/dates.ts';
import { movedPromise, promisedBy } from '../../turnaround/promise.ts';
import type { EventBody } from '../events.ts';
import { isComplete, pausedBy } from '../readiness.ts';
import type { CaseState, DecideContext } from '../state.ts';

/**
 * What the clock does after everything else that a command brought: it starts once all that is needed of the patient is
 * there, stops while the service waits for others, and goes on where it stopped. Nothing happens to it after delivery.
 */
export function clockEvents(state: CaseState, context: DecideContext): readonly EventBody[] {
  const { clock, delivery, cancelled, closedAt } = state;
  if (delivery.deliveredAt !== null || cancelled !== null || closedAt !== null) return [];
  const now = laterOf(context.now, state.updatedAt);
  if (clock.startedAt === null) {
    if (!isComplete(state)) return [];
    const { workingDays } = context.prices.levels[state.funding.serviceLevel];
    return [{ type: 'clockStarted', data: { promisedBy: promisedBy(now, workingDays, context.calendar) } }];
  }
  const waitingFor = pausedBy(state);
  if (clock.pausedAt === null) return waitingFor === null ? [] : [{ type: 'clockPaused', data: { waitingFor } }];
  if (waitingFor !== null || clock.promisedBy === null) return [];
  const pause = { from: clock.pausedAt, to: now };
  const pausedMs = Math.max(0, Date.parse(now) - Date.parse(clock.pausedAt));
  return [
    { type: 'clockResumed', data: { promisedBy: movedPromise(clock.promisedBy, pause, context.calendar), pausedMs } },
  ];
}
