/** What an insurer's system answered on coverage, whatever the format in which it came (X12 271, FHIR). */
export interface EligibilityAnswer {
  /** Null where it does not say. */
  readonly active: boolean | null;
  readonly plan: string;
  readonly memberId: string;
  /** Why the question was not answered: codes and what they mean, as the insurer's system gives them. */
  readonly rejections: readonly string[];
  readonly benefits: readonly Benefit[];
  /** What of the deductible is left, minor units; null where it does not say. */
  readonly deductibleLeftMinor: number | null;
  readonly copayMinor: number | null;
  /** Hundredths that the patient pays. */
  readonly coinsurancePercent: number | null;
  /** Null where it does not say. */
  readonly authorizationNeeded: boolean | null;
}

export interface Benefit {
  /** X12 code 1390 (EB01), or the FHIR type's code. */
  readonly kind: string;
  readonly serviceTypes: readonly string[];
  readonly plan: string;
  readonly period: string;
  readonly amountMinor: number | null;
  readonly percent: number | null;
  readonly authorization: 'yes' | 'no' | 'unknown';
  readonly network: 'in' | 'out' | 'both' | 'unknown';
}

/** What an insurer's system answered to the question for its leave (X12 278, FHIR ClaimResponse). */
export interface AuthorizationAnswer {
  readonly decision: 'granted' | 'changed' | 'denied' | 'pending' | 'not-needed' | 'call' | 'none';
  readonly number: string;
  readonly reason: string;
  /** ISO dates, or empty. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly visits: number | null;
  readonly rejections: readonly string[];
}

/** A decimal amount as text ("30", "12.5", "1234.56") in hundredths; null where it is none. No float comes in between. */
export function hundredthsOf(text: string): number | null {
  const found =
    /^(-?)(\d{1,12})(?:\.(\d{1,2}))?0*$/.exec(text.trim()) ?? /^(-?)(\d{0,12})\.(\d{1,2})0*$/.exec(text.trim());
  if (found === null) return null;
  const [, sign, whole = '', cents = ''] = found;
  const amount = Number(whole === '' ? '0' : whole) * 100 + Number(cents.padEnd(2, '0') || '0');
  return sign === '-' ? -amount : amount;
}
