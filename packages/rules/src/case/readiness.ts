import { owed, patientPaysMinor } from '../money/price.ts';
import type { Need } from './refusals.ts';
import type { CaseState, CaseStudy, Offer, RecordsRequest } from './state.ts';

/** The questions that many rules ask of a case. Each is a function of the state alone. */

export function redFlagOpen({ redFlags }: CaseState): boolean {
  return redFlags.yes.length > 0 && redFlags.clearedBy === null;
}

export function heldStudies(state: CaseState): readonly CaseStudy[] {
  return state.studies.filter((study) => study.state === 'held');
}

export function attachedStudies(state: CaseState): readonly CaseStudy[] {
  return state.studies.filter((study) => study.state === 'attached');
}

/** Whether the way of paying is settled: paid in full, authorized with the patient's share paid, promised, or waived. */
export function isFunded(state: CaseState): boolean {
  const { funding } = state;
  if (funding.waivedBecause !== null) return true;
  if (funding.route === null) return false;
  if (funding.route === 'institution') return funding.institution !== null;
  if (funding.route === 'insurance' && !authorized(state)) return false;
  return patientPaysMinor(state) !== null && owed(state).amountMinor === 0;
}

/** Whether the insurer's leave is there where it is needed. */
export function authorized({ funding }: CaseState): boolean {
  const { coverage } = funding;
  if (coverage === null || coverage.answer === 'unclear') return false;
  if (coverage.answer === 'not-covered') return true;
  return !coverage.authorizationNeeded || funding.authorization !== null;
}

/** Whether there is an original report to be compared with: here, and accepted as belonging to this case. */
export function hasOriginal(state: CaseState): boolean {
  return state.report !== null && state.materials.report === 'accepted';
}

/** What must stand before anybody reads: DESIGN section 4. */
export function missingForReading(state: CaseState): readonly Need[] {
  return [
    ...(redFlagOpen(state) ? (['red-flags-answered'] as const) : []),
    ...(state.consent === null ? (['consent'] as const) : []),
    ...(state.materials.images === 'accepted' ? [] : (['images-accepted'] as const)),
    ...(isFunded(state) ? [] : (['funding'] as const)),
  ];
}

/** What must stand before the case is offered to a reader or sent outside. */
export function missingForMatching(state: CaseState): readonly Need[] {
  const { materials } = state;
  return [
    ...(state.question === null ? (['question'] as const) : []),
    ...(state.redFlags.answeredAt === null || redFlagOpen(state) ? (['red-flags-answered'] as const) : []),
    ...(state.history === null ? (['history'] as const) : []),
    ...(state.consent === null ? (['consent'] as const) : []),
    ...(heldStudies(state).length > 0 ? (['identity-decided'] as const) : []),
    ...(materials.images === 'accepted' ? [] : (['images-accepted'] as const)),
    ...(materials.report === 'accepted' || materials.report === 'declared-none' ? [] : (['report-or-none'] as const)),
    ...(isFunded(state) ? [] : (['funding'] as const)),
  ];
}

/** What must stand before a patient takes her own case to a service outside: a question, and images that are hers. */
export function missingForPacket(state: CaseState): readonly Need[] {
  return [
    ...(state.question === null ? (['question'] as const) : []),
    ...(state.redFlags.answeredAt === null || redFlagOpen(state) ? (['red-flags-answered'] as const) : []),
    ...(heldStudies(state).length > 0 ? (['identity-decided'] as const) : []),
    ...(attachedStudies(state).length > 0 ? [] : (['images'] as const)),
  ];
}

/** Whether everything that is needed of the patient is there: the moment from which the clock runs. */
export function isComplete(state: CaseState): boolean {
  const { materials } = state;
  return (
    state.question !== null &&
    state.redFlags.answeredAt !== null &&
    !redFlagOpen(state) &&
    state.history !== null &&
    state.consent !== null &&
    materials.images === 'accepted' &&
    ['received', 'accepted', 'declared-none'].includes(materials.report) &&
    isFunded(state) &&
    openAsk(state) === null
  );
}

/** Whom the service waits on, once its clock has started; null when the next step is its own. */
export function pausedBy(state: CaseState): 'patient' | 'facility' | 'insurer' | null {
  const { materials, funding } = state;
  if (openAsk(state) !== null || redFlagOpen(state) || state.consent === null) return 'patient';
  for (const kind of ['images', 'report'] as const) {
    if (materials[kind] === 'requested') return 'facility';
    if (materials[kind] === 'missing' || materials[kind] === 'rejected') return 'patient';
  }
  if (isFunded(state)) return null;
  return funding.route === 'insurance' && funding.coverage !== null && !authorized(state) ? 'insurer' : 'patient';
}

export function openAsk(state: CaseState): CaseState['asks'][number] | null {
  return state.asks.find(({ answer }) => answer === null) ?? null;
}

export function openOffer(state: Pick<CaseState, 'offers'>): Offer | null {
  return state.offers.find((offer) => offer.state === 'offered') ?? null;
}

/** The request that is still to bring `kind`; the one that is due first. */
export function openRequest(state: CaseState, kind: 'images' | 'report'): RecordsRequest | null {
  const open = state.requests.filter(({ wants, received }) => wants.includes(kind) && !received.includes(kind));
  return [...open].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0] ?? null;
}

/** Whether a report of a service outside stands where the second report would. */
export function readOutside(state: CaseState): boolean {
  return state.outside !== null && state.outside.report !== null;
}

/** Who has the next word once the result is delivered. */
export function decider(state: Pick<CaseState, 'referrer'>): 'patient' | 'referrer' {
  return state.referrer === null ? 'patient' : 'referrer';
}
