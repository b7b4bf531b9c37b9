const DAY_MS = 86_400_000;

function shifted(value: string, days: number): string | null {
  const [, year = '', month = '', day = '', rest = ''] =
    /^(\d{4})[.-]?(\d{2})[.-]?(\d{2})(.*)$/.exec(value.trim()) ?? [];
  if (year === '') return null;
  const moved = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)) + days * DAY_MS);
  return `${moved.toISOString().slice(0, 10).replaceAll('-', '')}${rest}`;
}

/** Values of DA or DT moved by whole days, the time of day untouched; null where one is no whole date. */
export function shiftDates(values: string, days: number): string | null {
  if (values === '') return '';
  const moved = values.split('\\').map((value) => shifted(value, days));
  return moved.includes(null) ? null : moved.join('\\');
}
