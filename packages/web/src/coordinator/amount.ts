import type { Money } from '@overread/rules/case/vocabulary.ts';

/** Without groups of thousands, with commas between them, with points between them. */
const WRITTEN = [
  /^(\d+)(?:[.,](\d{1,2}))?$/,
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
  /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/,
];

/**
 * A typed amount in the currency's minor unit: "420", "420.50", "1,250.00" and "1 250,00" are understood; null where it is no
 * amount. A single separator with one or two figures behind it parts the cents.
 */
export function parseAmount(text: string, currency: string): Money | null {
  const plain = text.replace(/[^\d.,-]/g, '');
  const parts = WRITTEN.map((way) => way.exec(plain)).find((found) => found !== null);
  if (parts === undefined) return null;
  const whole = Number((parts[1] ?? '').replace(/[.,]/g, ''));
  const cents = Number((parts[2] ?? '').padEnd(2, '0') || '0');
  return { amountMinor: whole * 100 + cents, currency };
}

/** The amount as it would be typed into a field: "420.00". */
export const amountText = (money: Money): string => (money.amountMinor / 100).toFixed(2);
