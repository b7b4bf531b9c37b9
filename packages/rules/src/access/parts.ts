import { openOffer } from '../case/readiness.ts';
import type { CaseState } from '../case/state.ts';
import { metBy } from '../case/third.ts';
import type { Role } from '../case/vocabulary.ts';
import type { Subject } from './actions.ts';

/** The readerId of who has accepted the case, or to whom it is offered now. */
export function readerAtWork(state: CaseState): string | null {
  return state.reading.reader?.readerId ?? openOffer(state)?.reader.readerId ?? null;
}

/**
 * Whether the original report is sealed for this person: from the offer until the findings are locked and the original
 * was opened. It hangs on the person, not on the role, so that another role in the practice does not get round it.
 */
export function sealHolds(whole: CaseState, personId: string | null): boolean {
  const state = metBy(whole, personId);
  if (personId === null || readerAtWork(state) !== personId) return false;
  const nothingToOpen = state.reading.locked !== null && state.report === null;
  return state.reading.revealedAt === null && !nothingToOpen;
}

function isPatient(state: CaseState, subject: Subject): boolean {
  return subject.personId !== null && state.patientPersonId === subject.personId;
}

function isReferrer({ referrer }: CaseState, { personId, email, roles }: Subject): boolean {
  if (referrer === null || !roles.includes('referrer')) return false;
  if (referrer.personId !== null) return referrer.personId === personId;
  return personId !== null && email !== undefined && sameMail(email, referrer.email);
}

function sameMail(a: string, b: string): boolean {
  return a !== '' && a.trim().toLowerCase() === b.trim().toLowerCase();
}

/**
 * The roles that a person has in this case, the stricter ones first. Whoever is its patient is nothing else in it;
 * whoever reads it is nothing else in it while the seal holds.
 */
export function rolesIn(state: CaseState, subject: Subject): readonly Role[] {
  const { roles, personId, link } = subject;
  if (roles.includes('system')) return ['system'];
  if (roles.includes('machine')) return link === undefined || link.caseId === state.id ? ['machine'] : [];
  if (personId === null) return [];
  if (isPatient(state, subject)) return ['patient'];
  if (sealHolds(state, personId)) return roles.includes('reader') ? ['reader'] : [];
  const reads = roles.includes('reader') && readerAtWork(state) === personId;
  return [
    ...(reads ? (['reader'] as const) : []),
    ...(isReferrer(state, subject) ? (['referrer'] as const) : []),
    ...(['coordinator', 'administrator'] as const).filter((role) => roles.includes(role)),
  ];
}
