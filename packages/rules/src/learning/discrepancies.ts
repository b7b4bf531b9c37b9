import type { Agreement } from '../case/vocabulary.ts';

/** A signed second opinion that was compared with an original report. */
export interface ComparedCase {
  /** Of the signature, "2026-11". */
  readonly month: string;
  readonly region: string;
  readonly reader: string;
  /** Where the original report was written; empty where it is not known. */
  readonly facility: string;
  readonly agreement: Agreement;
}

/** A share from 0 to 1 with its 95 % confidence interval. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface DiscrepancyRow {
  readonly group: string;
  readonly compared: number;
  readonly minor: number;
  readonly major: number;
  /** Of the compared, those with any difference, and those with a major one. */
  readonly anyShare: Share;
  readonly majorShare: Share;
}

export const DISCREPANCY_BY = ['region', 'reader', 'facility', 'month'] as const;
export type Discrepancies = Readonly<Record<(typeof DISCREPANCY_BY)[number], readonly DiscrepancyRow[]>>;

/** The 97.5 % quantile of the normal distribution: 95 % lie between it and its negative. */
const Z = 1.959964;

/**
 * The score interval of a share (Wilson 1927, JASA 22:209): holds for few cases and for shares near 0 and 1, where the plain
 * interval does not. Nothing counted is no knowledge: 0 to 1.
 */
export function wilson(hits: number, of: number): Share {
  if (of === 0) return { share: 0, low: 0, high: 1 };
  const share = hits / of;
  const middle = share + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const whole = 1 + Z ** 2 / of;
  return { share, low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}

function rowOf(group: string, cases: readonly ComparedCase[]): DiscrepancyRow {
  const count = (agreement: Agreement) => cases.filter((each) => each.agreement === agreement).length;
  const [compared, minor, major] = [cases.length, count('minor'), count('major')];
  return {
    ...{ group, compared, minor, major },
    anyShare: wilson(minor + major, compared),
    majorShare: wilson(major, compared),
  };
}

/** How often the second opinion differed, by region, reader and facility (most cases first) and by month (newest first). */
export function discrepancies(cases: readonly ComparedCase[]): Discrepancies {
  const by = (key: (typeof DISCREPANCY_BY)[number]) =>
    [...Map.groupBy(cases, (each) => each[key])]
      .map(([group, own]) => rowOf(group, own))
      .sort((a, b) => b.compared - a.compared || a.group.localeCompare(b.group));
  return {
    region: by('region'),
    reader: by('reader'),
    facility: by('facility'),
    month: by('month').sort((a, b) => b.group.localeCompare(a.group)),
  };
}
