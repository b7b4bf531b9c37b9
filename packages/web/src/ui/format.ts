import type { CaseView } from '@overread/rules/case/view.ts';
import type { Money } from '@overread/rules/case/vocabulary.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Plain English is written the British way here: day before month, as on the films. */
const dated = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

/** "18 May 14:21" in the language of the page; empty for null. */
export function shortMoment(locale: string, iso: string | null): string {
  if (iso === null || iso === '') return '';
  const at = new Date(iso);
  const day = new Intl.DateTimeFormat(dated(locale), { day: 'numeric', month: 'short' }).format(at);
  return `${day} ${clockTime(locale, iso)}`;
}

export function clockTime(locale: string, iso: string): string {
  return new Intl.DateTimeFormat(dated(locale), { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    new Date(iso),
  );
}

/** A date without a time (ISO, YYYY-MM-DD) as "14 Mar 1961": the same day in every time zone. */
export function plainDate(locale: string, iso: string): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso)) return iso;
  return new Intl.DateTimeFormat(dated(locale), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));
}

/** "Thu 21 May". */
export function promisedDay(locale: string, iso: string): string {
  return new Intl.DateTimeFormat(dated(locale), { weekday: 'short', day: 'numeric', month: 'short' })
    .format(new Date(iso))
    .replace(',', '');
}

/** Whole days from now until `iso`, by calendar day; negative when it has passed. */
export function daysUntil(iso: string, now: Date): number {
  const dayOf = (date: Date) => Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / DAY);
  return dayOf(new Date(iso)) - dayOf(now);
}

/** Age in whole years on a day; null where the date of birth is missing or lies ahead. */
export function ageOn(birthDate: string, now: Date): number | null {
  const [year, month, day] = birthDate.split('-').map(Number);
  if (!year || !month || !day) return null;
  const had = now.getMonth() + 1 > month || (now.getMonth() + 1 === month && now.getDate() >= day);
  const age = now.getFullYear() - year - (had ? 0 : 1);
  return age >= 0 ? age : null;
}

/** "Almeida, Ruth · F 65". */
export function patientLine(patient: CaseView['patient'], now: Date): string {
  const age = ageOn(patient.birthDate, now);
  const sexAndAge = [patient.sex, age === null ? '' : String(age)].filter((part) => part !== '').join(' ');
  const name = [patient.name.family, patient.name.given].filter((part) => part !== '').join(', ');
  return sexAndAge === '' ? name : `${name} · ${sexAndAge}`;
}

/** "Thursday 21 May 2026", of an ISO instant or date. */
export function longDate(locale: string, iso: string): string {
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  return new Intl.DateTimeFormat(dated(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(dateOnly ? { timeZone: 'UTC' } : {}),
  })
    .format(new Date(dateOnly ? `${iso}T00:00:00Z` : iso))
    .replace(',', '');
}

/** "8 May": the day of an ISO instant or date, without the year. */
export function shortDay(locale: string, iso: string): string {
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  return new Intl.DateTimeFormat(dated(locale), {
    day: 'numeric',
    month: 'long',
    ...(dateOnly ? { timeZone: 'UTC' } : {}),
  }).format(new Date(dateOnly ? `${iso}T00:00:00Z` : iso));
}

/** "$1,250" or "€420.50": whole amounts without their zeros. */
export function moneyText(locale: string, { amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat(dated(locale), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const value = amountMinor / 10 ** digits;
  return new Intl.NumberFormat(dated(locale), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(value) ? 0 : digits,
  }).format(value);
}

/** A whole number of days out of milliseconds; a day that has begun counts. */
export const daysOf = (ms: number): number => Math.ceil(ms / DAY);

/** A span in the largest unit that it fills: 5 minutes, 3 hours, 2 days. A unit that has begun counts only for days. */
export function spanOf(ms: number): { readonly count: number; readonly unit: 'minutes' | 'hours' | 'days' } {
  if (ms >= DAY) return { count: daysOf(ms), unit: 'days' };
  if (ms >= HOUR) return { count: Math.floor(ms / HOUR), unit: 'hours' };
  return { count: Math.floor(Math.max(0, ms) / MINUTE), unit: 'minutes' };
}

/** "Ruth Almeida". */
export function fullName({ given, family }: { readonly given: string; readonly family: string }): string {
  return [given, family].filter((part) => part !== '').join(' ');
}

/** What fills the blanks of a sentence of the rules: dates among them in words ("14 Mar 2026"), the rest as it is. */
export function readable(
  locale: string,
  values: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? plainDate(locale, value) : value,
    ]),
  );
}
