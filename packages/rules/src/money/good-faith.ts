import type { WorkingCalendar } from '../case/state.ts';
import { addDays, weekday } from '../turnaround/dates.ts';

/** Why a good faith estimate is owed: somebody asked for it, or the service was scheduled. ISO dates. */
export type EstimateOccasion =
  | { readonly kind: 'requested'; readonly on: string }
  | { readonly kind: 'scheduled'; readonly on: string; readonly serviceOn: string };

export interface EstimateDuty {
  /** The last day on which it is in time; null where no duty arises. */
  readonly dueOn: string | null;
  /** 45 CFR 149.610. */
  readonly clause: '(b)(1)(vi)(A)' | '(b)(1)(vi)(B)' | '(b)(1)(vi)(C)' | null;
}

/**
 * Until when a good faith estimate must be there. Scheduled at least 3 business days ahead: within 1; at least 10 ahead:
 * within 3; on request: within 3. 45 CFR 149.610(b)(1)(vi), 86 FR 56136. Scheduled nearer than that and not asked for, no
 * duty arises.
 */
export function estimateDuty(occasion: EstimateOccasion, calendar: WorkingCalendar): EstimateDuty {
  const { kind, on } = occasion;
  if (kind === 'requested') return { dueOn: businessDaysAfter(on, 3, calendar), clause: '(b)(1)(vi)(C)' };
  const ahead = businessDaysBetween(on, occasion.serviceOn, calendar);
  if (ahead >= 10) return { dueOn: businessDaysAfter(on, 3, calendar), clause: '(b)(1)(vi)(B)' };
  if (ahead >= 3) return { dueOn: businessDaysAfter(on, 1, calendar), clause: '(b)(1)(vi)(A)' };
  return { dueOn: null, clause: null };
}

/** Minor units of a US dollar by which a bill may exceed the estimate before it can be disputed: 45 CFR 149.620. */
export const DISPUTE_ABOVE_MINOR = 40_000;

function isBusinessDay(date: string, { workingDays, holidays }: WorkingCalendar): boolean {
  return workingDays.includes(weekday(date)) && !holidays.includes(date);
}

/** The nth business day after a date; the date itself does not count. */
export function businessDaysAfter(date: string, days: number, calendar: WorkingCalendar): string {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day, calendar)) left -= 1;
  }
  return day;
}

function businessDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isBusinessDay(day, calendar)) days += 1;
  return days;
}
