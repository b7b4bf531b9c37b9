/** Why a command did not happen. A closed union: `packages/words` has a sentence for each, for every reader. */
export type Refusal =
  | { readonly code: 'case-exists' }
  | { readonly code: 'no-such-case' }
  | { readonly code: 'case-erased'; readonly on: string }
  | { readonly code: 'records-kept' }
  | { readonly code: 'case-is-over'; readonly stage: 'closed' | 'cancelled' }
  | { readonly code: 'not-your-role'; readonly role: string }
  | { readonly code: 'not-your-case' }
  | { readonly code: 'second-factor-needed' }
  | { readonly code: 'red-flag-open'; readonly flags: readonly string[] }
  | { readonly code: 'no-red-flag' }
  | { readonly code: 'field-empty'; readonly field: string }
  | { readonly code: 'field-wrong'; readonly field: string; readonly value: string }
  | { readonly code: 'not-yet'; readonly needs: readonly Need[] }
  | { readonly code: 'already-done'; readonly what: string }
  | { readonly code: 'not-found'; readonly what: string; readonly id: string }
  | { readonly code: 'other-patient'; readonly studyInstanceUid: string }
  | { readonly code: 'reader-not-suited'; readonly rules: readonly HardRule[] }
  | { readonly code: 'conflict-of-interest' }
  | { readonly code: 'amount-wrong'; readonly expectedMinor: number; readonly gotMinor: number }
  | { readonly code: 'original-sealed' }
  | { readonly code: 'findings-locked' }
  | { readonly code: 'report-signed' }
  | { readonly code: 'questions-unanswered'; readonly questionIds: readonly string[] }
  | { readonly code: 'pairs-unchecked'; readonly pairIds: readonly string[] }
  | { readonly code: 'reason-needed' }
  | { readonly code: 'share-over'; readonly because: 'withdrawn' | 'expired' | 'used-up' }
  | { readonly code: 'account-needed' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'stale'; readonly expectedVersion: number; readonly version: number };

/** What is still missing before a step may happen. */
export type Need =
  | 'question'
  | 'red-flags-answered'
  | 'history'
  | 'consent'
  | 'teaching-agreement'
  | 'images'
  | 'images-accepted'
  | 'identity-decided'
  | 'report-or-none'
  | 'funding'
  | 'coverage'
  | 'payment'
  | 'refund'
  | 'reader'
  | 'open-read'
  | 'locked-findings'
  | 'revealed-original'
  | 'comparison'
  | 'signature'
  | 'delivery'
  | 'third-read'
  | 'decision';

/** Rules of matching that no wish can outweigh. */
export type HardRule =
  | 'subspecialty'
  | 'licence'
  | 'conflict-of-interest'
  | 'saw-original'
  | 'earlier-reader'
  | 'saw-second'
  | 'capacity'
  | 'declined-before'
  | 'absent';

export type RefusalCode = Refusal['code'];
