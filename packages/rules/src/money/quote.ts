import type { CaseState, PriceList } from '../case/state.ts';
import type { Region, ServiceLevel } from '../case/vocabulary.ts';
import type { PriceLine, Service } from './model.ts';
import { type Minor, minor, sum } from './money.ts';

/** What is asked for, as far as the price hangs on it. */
export interface PricedWork {
  readonly level: ServiceLevel;
  readonly region: Region | null;
  /** Examinations to be read; at least one is always paid. */
  readonly studies: number;
  readonly priorComparison: boolean;
}

export interface Quote {
  readonly lines: readonly PriceLine[];
  readonly totalMinor: Minor;
}

/** The price line by line. What costs nothing has no line, but for the reading itself. */
export function quoteOf(prices: PriceList, work: PricedWork): Quote {
  const { extras } = prices;
  const further = Math.max(0, work.studies - 1);
  const lines = [
    line('reading', 1, prices.levels[work.level].amountMinor),
    ...extra('region', 1, work.region === null ? undefined : extras?.regions[work.region]),
    ...extra('further-study', further, extras?.furtherStudyMinor),
    ...extra('prior-comparison', work.priorComparison ? 1 : 0, extras?.priorComparisonMinor),
  ];
  return { lines, totalMinor: sum(lines.map(({ amountMinor }) => amountMinor)) };
}

function line(service: Service, quantity: number, unitMinor: number): PriceLine {
  return { service, quantity, unitMinor, amountMinor: minor(minor(quantity) * minor(unitMinor)) };
}

function extra(service: Service, quantity: number, unitMinor: number | undefined): readonly PriceLine[] {
  return quantity === 0 || unitMinor === undefined || unitMinor === 0 ? [] : [line(service, quantity, unitMinor)];
}

/** What a case asks to be priced: its region, and the examinations that are attached to it. */
export function workOf(
  state: Pick<CaseState, 'question' | 'studies'>,
  wish: Pick<PricedWork, 'level' | 'priorComparison'>,
): PricedWork {
  const attached = state.studies.filter((study) => study.state === 'attached').filter(isRead);
  return { ...wish, region: state.question?.region ?? null, studies: Math.max(1, attached.length) };
}

/** What holds no MR is kept as earlier imaging, and is compared with, not read. */
function isRead({ modalities }: CaseState['studies'][number]): boolean {
  return modalities === undefined || modalities.includes('MR');
}
