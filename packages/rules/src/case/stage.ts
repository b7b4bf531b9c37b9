import { decider, isFunded, readOutside, redFlagOpen } from './readiness.ts';
import type { CaseState } from './state.ts';
import type { Stage } from './vocabulary.ts';

/** The stage that people see, derived from the tracks. */
export function stageOf(state: CaseState): Stage {
  if (state.cancelled !== null) return 'cancelled';
  if (state.closedAt !== null) return 'closed';
  if (state.delivery.deliveredAt !== null) return isDeciding(state) ? 'deciding' : 'delivered';
  if (state.reading.locked !== null || readOutside(state)) return 'comparing';
  if (state.reading.reader !== null || state.outside !== null) return 'reading';
  return stageBeforeReading(state);
}

/** A result that differs is decided on once it was seen; one that agrees as soon as something was decided. */
function isDeciding({ reading, delivery, decision, referrer }: CaseState): boolean {
  if (decision.recorded !== null || decision.thirdReadAsked !== null || decision.discussions.length > 0) return true;
  const seenAt = decider({ referrer }) === 'referrer' ? delivery.seenByReferrerAt : delivery.seenByPatientAt;
  const differs = reading.comparison !== null && reading.comparison.agreement !== 'concordant';
  return differs && seenAt !== null;
}

function stageBeforeReading(state: CaseState): Stage {
  const { images, report } = state.materials;
  const asked = state.question !== null && state.redFlags.answeredAt !== null && !redFlagOpen(state);
  const here = ['received', 'accepted'].includes(images) && ['received', 'accepted', 'declared-none'].includes(report);
  if (!asked || state.history === null || state.consent === null || !here) return 'preparing';
  if (images === 'received' || report === 'received') return 'checking';
  return isFunded(state) ? 'matching' : 'funding';
}
