import type { Refusal } from '../case/refusals.ts';
import type { CaseState } from '../case/state.ts';

/**
 * Why no teaching case may be made of this case now; null where one may. The patient has agreed to it, and has not taken
 * that back; a second opinion that stands was signed, delivered and found something on which the two reports differ.
 */
export function teachingBar(state: CaseState): Refusal | null {
  const { agreements, consent, reading, delivery, studies, id } = state;
  if (consent === null) return { code: 'not-yet', needs: ['consent'] };
  if (agreements?.teaching === undefined) return { code: 'not-yet', needs: ['teaching-agreement'] };
  if (reading.signed === null) return { code: 'not-yet', needs: ['signature'] };
  if (delivery.deliveredAt === null) return { code: 'not-yet', needs: ['delivery'] };
  if (reading.comparison === null) return { code: 'not-yet', needs: ['comparison'] };
  if (reading.comparison.agreement === 'concordant') return { code: 'not-found', what: 'discrepancy', id };
  return studies.some((study) => study.state === 'attached') ? null : { code: 'not-yet', needs: ['images'] };
}
