/** Year, month and day as they were typed, joined by "-": "1961-3-14", "1961--". What a DateField holds. */
export type TypedDate = string;

export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export function partsOf(typed: TypedDate): DateParts {
  const [year = '', month = '', day = ''] = typed.split('-');
  return { year, month, day };
}

/** Joined again; three empty parts are the empty text. */
export function typedOf({ year, month, day }: DateParts): TypedDate {
  return year === '' && month === '' && day === '' ? '' : `${year}-${month}-${day}`;
}

/** The ISO date (YYYY-MM-DD) when the parts make a day that exists; null otherwise. */
export function isoDate(typed: TypedDate): string | null {
  const { year, month, day } = partsOf(typed);
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** What is wrong with a typed date: id of a sentence and what fills its blanks. */
export interface DateFault {
  readonly say: string;
  readonly with: Readonly<Record<string, string | number>>;
}

/**
 * Null when the date may stand. `past` forbids days ahead of `today` (ISO) and offers the same day a hundred years earlier,
 * the usual slip with a year of birth.
 */
export function dateFault(
  typed: TypedDate,
  today: string,
  options: { readonly past?: boolean } = {},
): DateFault | null {
  if (typed === '') return { say: 'common.date.empty', with: {} };
  const iso = isoDate(typed);
  if (iso === null) return { say: 'common.date.wrong', with: {} };
  const year = Number(iso.slice(0, 4));
  if (options.past === true && iso > today) {
    if (year > Number(today.slice(0, 4)))
      return { say: 'common.date.ahead', with: { year: String(year), instead: String(year - 100) } };
    return { say: 'common.date.aheadDay', with: {} };
  }
  if (year < 1880) return { say: 'common.date.long', with: { year: String(year) } };
  return null;
}
