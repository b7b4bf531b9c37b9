import type { WorkingCalendar } from '../case/state.ts';
import { addDays, dateOf, weekday } from './dates.ts';

const HOUR_MS = 3_600_000;

/** A working day is this many hours long and ends at the calendar's `endOfDayUtcHour`: a setting of ours, not a law. */
export const WORKING_HOURS = 9;

/** A calendar without a working day would never end a promise. */
const FURTHEST_DAYS = 366;

export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  return calendar.workingDays.includes(weekday(date)) && !calendar.holidays.includes(date);
}

/** The instant (ms) at which the working day `date` ends. */
export function endOfDay(date: string, calendar: WorkingCalendar): number {
  return Date.parse(`${date}T00:00:00Z`) + calendar.endOfDayUtcHour * HOUR_MS;
}

/** The first working day on or after `date`. Throws when there is none within a year: then the calendar is wrong. */
export function workingDayFrom(date: string, calendar: WorkingCalendar): string {
  for (let ahead = 0; ahead <= FURTHEST_DAYS; ahead += 1) {
    const day = addDays(date, ahead);
    if (isWorkingDay(day, calendar)) return day;
  }
  throw new Error('The working calendar has no working day within a year. Name at least one in its workingDays.');
}

/** Milliseconds of working time in the half-open stretch from `from` to `to`; 0 when it is turned round. */
export function workingMsBetween(from: string, to: string, calendar: WorkingCalendar): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  let sum = 0;
  for (
    let day = addDays(dateOf(from), -1);
    endOfDay(day, calendar) - WORKING_HOURS * HOUR_MS < end;
    day = addDays(day, 1)
  ) {
    if (!isWorkingDay(day, calendar)) continue;
    const close = endOfDay(day, calendar);
    sum += Math.max(0, Math.min(close, end) - Math.max(close - WORKING_HOURS * HOUR_MS, start));
  }
  return sum;
}

/** The instant at which `ms` of working time have passed since `from`; `from` itself for none. */
export function addWorkingMs(from: string, ms: number, calendar: WorkingCalendar): string {
  if (ms <= 0) return from;
  let left = ms;
  let day = workingDayFrom(addDays(dateOf(from), -1), calendar);
  for (;;) {
    const close = endOfDay(day, calendar);
    const open = Math.max(close - WORKING_HOURS * HOUR_MS, Date.parse(from));
    if (close > open) {
      if (left <= close - open) return new Date(open + left).toISOString();
      left -= close - open;
    }
    day = workingDayFrom(addDays(day, 1), calendar);
  }
}
