import type { Comparison } from './report.ts';
import { sharedView } from './shared-view.ts';
import type { CaseState } from './state.ts';
import { metBy } from './third.ts';
import type { CaseView } from './view.ts';
import type { Actor } from './vocabulary.ts';

/** What of a comparison stands on the patient's page; the reader's own grades do not. */
export type Compared = Pick<Comparison, 'pairs' | 'agreement' | 'couldSettle' | 'plainWords'>;
const UNGRADED = { radpeer: '1', effectOnTreatment: 'none', likelyCause: 'unknown' } as const;

/**
 * The result as the patient would meet it, were it signed by this reader and delivered at this moment. Nothing is decided
 * and nothing recorded; what the patient told beyond the question is left out. `compared` stands in for the comparison of
 * the case while it is checked.
 */
export function patientPreview(state: CaseState, reader: Actor, compared: Compared | null, at: string): CaseView {
  const { reading, delivery } = metBy(state, reader.personId);
  const signed = {
    reading: {
      ...reading,
      comparison: compared === null ? reading.comparison : { ...UNGRADED, ...reading.comparison, ...compared, at },
      signed: reading.signed ?? { by: reader, at, statement: '', hash: '' },
    },
    delivery: { ...delivery, deliveredAt: delivery.deliveredAt ?? at },
  };
  const isThird = metBy(state, reader.personId) !== state;
  const shown =
    isThird && state.third != null ? { ...state, third: { ...state.third, ...signed } } : { ...state, ...signed };
  const { question, referrer } = shown;
  return { ...sharedView(shown, at), question, referrer };
}
