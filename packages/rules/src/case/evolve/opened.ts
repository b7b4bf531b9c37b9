import type { CaseEvent } from '../events.ts';
import type { CaseState } from '../state.ts';

/** Where nothing was read, delivered, decided or timed yet. */
export const NOTHING: Omit<
  CaseState,
  | 'id'
  | 'number'
  | 'version'
  | 'openedAt'
  | 'openedBy'
  | 'updatedAt'
  | 'patient'
  | 'contact'
  | 'patientPersonId'
  | 'place'
> = {
  touchedAt: {},
  referrer: null,
  question: null,
  redFlags: { answeredAt: null, yes: [], clearedBy: null, clearedNote: '' },
  history: null,
  consent: null,
  materials: {
    images: 'missing',
    report: 'missing',
    history: 'missing',
    consent: 'missing',
    imagesRejectedBecause: '',
    reportRejectedBecause: '',
  },
  requests: [],
  studies: [],
  report: null,
  funding: {
    route: null,
    serviceLevel: 'standard',
    price: null,
    coverage: null,
    authorization: null,
    payments: [],
    institution: null,
    waivedBecause: null,
  },
  offers: [],
  outside: null,
  reading: {
    reader: null,
    acceptedAt: null,
    openedAt: null,
    locked: null,
    revealedAt: null,
    comparison: null,
    revised: null,
    signed: null,
    addenda: [],
  },
  delivery: { deliveredAt: null, documentSha256: null, seenByPatientAt: null, seenByReferrerAt: null },
  decision: { discussions: [], thirdReadAsked: null, recorded: null },
  asks: [],
  clock: { startedAt: null, promisedBy: null, pausedAt: null, pausedFor: null, pausedMs: 0, stoppedAt: null },
  closedAt: null,
  third: null,
  cancelled: null,
  erased: null,
};

/** The case as it is when it was just opened. */
export function opened(event: Extract<CaseEvent, { type: 'caseOpened' }>): CaseState {
  const { data, version, at, actor } = event;
  return {
    ...NOTHING,
    id: data.caseId,
    number: data.number,
    version,
    openedAt: at,
    openedBy: actor,
    updatedAt: at,
    patient: data.patient,
    contact: data.contact,
    patientPersonId: data.patientPersonId,
    place: data.place,
  };
}
