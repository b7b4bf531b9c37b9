import type { WorkingCalendar } from '../case/state.ts';
import { ESCALATION_STEPS, type EscalationStep } from '../case/vocabulary.ts';
import { addWorkingMs, WORKING_HOURS } from './working-time.ts';

const HOUR_MS = 3_600_000;

/**
 * When each step is due for a result that was delivered at `deliveredAt` (ISO instant): after once, twice and three times
 * `hours` of working time. One in nine second opinions was never opened (DOMAIN): a mail alone is not enough.
 */
export function escalationOf(
  deliveredAt: string,
  hours: number,
  calendar: WorkingCalendar,
): readonly { readonly step: EscalationStep; readonly at: string }[] {
  return ESCALATION_STEPS.map((step, i) => ({
    step,
    at: addWorkingMs(deliveredAt, (i + 1) * hours * HOUR_MS, calendar),
  }));
}

/** When whoever has opened a result and recorded nothing is asked next: after three working days, again and again. */
export function nextAsking(from: string, calendar: WorkingCalendar): string {
  return addWorkingMs(from, 3 * WORKING_HOURS * HOUR_MS, calendar);
}
