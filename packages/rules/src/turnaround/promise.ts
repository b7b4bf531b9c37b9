import type { WorkingCalendar } from '../case/state.ts';
import { addDays, dateOf } from './dates.ts';
import { addWorkingMs, endOfDay, workingDayFrom, workingMsBetween } from './working-time.ts';

/**
 * The instant by which a result is promised when the clock starts at `start`: the end of the nth working day after the
 * day of the start. What starts after the end of a working day starts on the next one.
 */
export function promisedBy(start: string, workingDays: number, calendar: WorkingCalendar): string {
  const today = dateOf(start);
  let day = Date.parse(start) > endOfDay(today, calendar) ? addDays(today, 1) : today;
  for (let left = Math.max(1, workingDays); left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), calendar);
  return new Date(endOfDay(day, calendar)).toISOString();
}

/** A promise after a pause: later by the working time of the pause, never earlier. */
export function movedPromise(
  promised: string,
  pause: { readonly from: string; readonly to: string },
  calendar: WorkingCalendar,
): string {
  return addWorkingMs(promised, workingMsBetween(pause.from, pause.to, calendar), calendar);
}
