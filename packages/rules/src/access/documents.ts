import type { CaseState } from '../case/state.ts';
import { metBy } from '../case/third.ts';
import type { Subject } from './actions.ts';
import { refuse } from './policy.ts';

/**
 * SHA-256 (hex) of each signed document that stands in this case now and that this person may have. One that was replaced by
 * an addendum, or taken back, stands no more; to whoever reads blind none does.
 */
export function documentsFor(subject: Subject, whole: CaseState): ReadonlySet<string> {
  const state = metBy(whole, subject.personId);
  const standing = [
    refuse(subject, 'document:view', whole) === null ? state.delivery.documentSha256 : null,
    refuse(subject, 'third:view', whole) === null ? state.third?.delivery.documentSha256 : null,
  ];
  return new Set(standing.filter((sha256) => typeof sha256 === 'string'));
}
