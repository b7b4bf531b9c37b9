import type { Witnessed } from '../../platform/access-hook.ts';
import type { Origin } from './model.ts';

/** The service itself, where a person would stand. */
export const SYSTEM = 'system';

type Went =
  | { readonly at: 'holding' }
  | { readonly at: 'case'; readonly caseId: string; readonly number: string; readonly because: readonly string[] };

/** The entry of the record for images that the service put somewhere by itself. */
export function witnessOf({ way, sender, address }: Origin, went: Went): Witnessed {
  const from = address === '' ? sender : `${sender} (${address})`;
  const isCase = went.at === 'case';
  return {
    actor: { personId: SYSTEM, name: from, role: 'system' },
    action: `arrival:${way}`,
    caseId: isCase ? went.caseId : null,
    caseNumber: isCase ? went.number : null,
    outcome: 'allowed',
    detail: isCase ? went.because.join(', ') : 'holding area',
  };
}
