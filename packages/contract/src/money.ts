import type { AuthorizationStanding } from '@overread/rules/money/coverage.ts';
import type { AuthorizationAnswer, EligibilityAnswer } from '@overread/rules/money/insurer-answer.ts';
import type { Account, LedgerEntry } from '@overread/rules/money/ledger.ts';
import type { PriceLine } from '@overread/rules/money/model.ts';
import type { RefundOffer } from '@overread/rules/money/refund.ts';

/** GET /api/cases/:caseId/money. Amounts in minor units of `currency`. */
export interface CaseMoney {
  readonly currency: string;
  /** What the price is made of: as it was chosen, else as it would be at the usual level today. */
  readonly estimate: readonly PriceLine[];
  /** Examinations to be read. */
  readonly studies: number;
  readonly takesCards: boolean;
  /** What would go back if the case were cancelled now; null when it can no longer be. */
  readonly refundNow: RefundOffer | null;
  /** What is still to be paid back of a case that was cancelled. */
  readonly refundLeftMinor: number;
  /** What insurer or institution still owes of a case that was delivered. */
  readonly receivableMinor: number;
  readonly authorization: AuthorizationStanding;
  readonly entries: readonly LedgerEntry[];
}

/** POST /api/cases/:caseId/checkout: where the patient pays by card. */
export interface CheckoutPage {
  readonly url: string;
}

/** GET /api/ledger?before=: the trial balance, and the last entries, the newest first. */
export interface LedgerView {
  readonly totals: readonly {
    readonly account: Account;
    readonly currency: string;
    readonly debitMinor: number;
    readonly creditMinor: number;
  }[];
  readonly entries: readonly (LedgerEntry & { readonly seq: number })[];
}

/** POST /api/cases/:caseId/insurer (sent through a clearing house) and …/insurer/answer (pasted): what the insurer says. */
export interface InsurerAnswer {
  readonly eligibility: EligibilityAnswer | null;
  readonly authorization: AuthorizationAnswer | null;
  /** What of the message does not fit together: counts, control numbers. */
  readonly faults: readonly string[];
}
