import type { CaseState } from './state.ts';
import type { CaseView } from './view.ts';
import { NOTHING_TOLD, viewCase } from './view-case.ts';

/** The case to whom the patient shows it by a link: the result, what was asked, and nothing else that she told. */
export function sharedView(state: CaseState, now: string): CaseView {
  const personId = state.patientPersonId ?? `shared/${state.id}`;
  const patient = { ...state, patientPersonId: personId };
  const subject = { personId, roles: ['patient'], strongSession: false, demo: false } as const;
  const view = viewCase(patient, subject, 'patient', now);
  const { discussions: _, ...decision } = view.decision;
  return {
    ...view,
    ...NOTHING_TOLD,
    ...{ contact: null, history: null, consent: null, funding: null, referrer: null, outside: null },
    ...{ requests: [], offers: [], asks: [], talk: [], calls: [], shares: [], mayDo: [], maySee: [], tracks: [] },
    question: view.question === null ? null : { ...view.question, symptoms: '', proposedTreatment: '' },
    redFlags: { answeredAt: null, yes: [], clearedBy: null, clearedNote: '' },
    decision: { ...decision, discussions: [], recorded: null, thirdReadAsked: null },
  };
}
