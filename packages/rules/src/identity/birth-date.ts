import { isPlaceholderDate } from './placeholders.ts';

/**
 * How two dates of birth compare. `swapped`: day and month changed round. `year`: only the year differs. `digits`: two
 * neighbouring digits changed round, as in 1961 and 1916.
 */
export type DateFit = 'agrees' | 'swapped' | 'year' | 'digits' | 'differs' | 'empty';

/** Both ISO dates, or empty. Which comes first makes no difference. */
export function fitDate(one: string, other: string): DateFit {
  if (one === '' || other === '' || isPlaceholderDate(other) || isPlaceholderDate(one)) return 'empty';
  if (one === other) return 'agrees';
  const [year, month, day] = other.split('-');
  if (one === `${year}-${day}-${month}`) return 'swapped';
  if (areExchanged(one, other)) return 'digits';
  return one.slice(4) === other.slice(4) ? 'year' : 'differs';
}

/** Whether one text is the other with two neighbouring characters changed round. */
function areExchanged(one: string, other: string): boolean {
  const [a, b] = [one.replaceAll('-', ''), other.replaceAll('-', '')];
  const differing = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  const [first = 0, second = 0] = differing;
  return differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
