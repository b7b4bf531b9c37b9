import type { RecordsLaw } from '../case/commands.ts';
import { addDays, addMonths } from '../turnaround/dates.ts';

/**
 * The ISO date by which a facility has to answer a request for records that left on `sentOn` (ISO date), checked 2026-05.
 * us-hipaa: 30 days, one extension of 30 days (45 CFR 164.524(b)(2)). eu-gdpr: one month, two more when the request is
 * complex (GDPR Art. 12(3)). general: 30 days and 30 more, a setting of the practice and no law.
 */
export function dueOn(law: RecordsLaw, sentOn: string, extended: boolean): string {
  if (law === 'eu-gdpr') return addMonths(sentOn, extended ? 3 : 1);
  return addDays(sentOn, extended ? 60 : 30);
}
