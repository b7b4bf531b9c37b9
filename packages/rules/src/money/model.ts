/** What a line of a price is for. */
export const SERVICES = ['reading', 'region', 'further-study', 'prior-comparison'] as const;
export type Service = (typeof SERVICES)[number];

/** Amounts in minor units; `amountMinor` is quantity times unit. */
export interface PriceLine {
  readonly service: Service;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly amountMinor: number;
}

/** How far the reading has come, as far as a refund hangs on it. */
export const REFUND_STAGES = ['beforeReading', 'whileReading', 'afterReading'] as const;
export type RefundStage = (typeof REFUND_STAGES)[number];

/** What bills, estimates and messages to insurers name of the practice. Texts may be empty where it has none. */
export interface Billing {
  /** Who bills, as the tax office knows it. */
  readonly legalName: string;
  /** National provider identifier, ten digits. */
  readonly npi: string;
  /** Taxpayer identification number. */
  readonly tin: string;
  /** Where an invoice is paid to, one line per line. */
  readonly bank: string;
}
