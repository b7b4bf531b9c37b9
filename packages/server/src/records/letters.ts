import type { LetterKind } from '@overread/contract/records.ts';
import { complaintPdf, type NextLetter, recordsRequestPdf, type SettingAt, secondLetterPdf } from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import { refusalProblem } from '../platform/problems.ts';
import type { FacilityLinks } from './links.ts';
import type { Signatures } from './signatures.ts';

export interface LetterDeps {
  readonly setting: SettingAt;
  readonly signatures: Pick<Signatures, 'strokes'>;
  readonly links: Pick<FacilityLinks, 'openFor'>;
}

/** A letter of a records request as PDF. `now` is an ISO instant: the first letter bears the day it left, the others today's. */
export async function letterPdf(
  deps: LetterDeps,
  state: CaseState,
  letter: { readonly requestId: string; readonly kind: LetterKind; readonly now: string },
): Promise<Buffer> {
  const { requestId, kind, now } = letter;
  const told = letterOf(state, requestId, kind === 'first' ? null : now.slice(0, 10));
  const link = await deps.links.openFor(state.id, requestId);
  const drawn = await deps.signatures.strokes(state.id, requestId);
  const whole: NextLetter = {
    ...told,
    // A complaint goes to others: it gets no way into the case, and is signed by hand.
    ...(link === null || kind === 'complaint' ? {} : { link: { ...link, until: link.expiresAt } }),
    ...(drawn === undefined || kind === 'complaint' ? {} : { drawn }),
  };
  const write = { first: recordsRequestPdf, second: secondLetterPdf, complaint: complaintPdf }[kind];
  // A facility in the United States reads English; elsewhere the letter goes out in the words of who signs it.
  const isAmerican = told.request.law === 'us-hipaa';
  return write(isAmerican ? deps.setting(now) : await deps.setting.forPatient(now, state), whole);
}

/** The patient asks for her own copies, so she signs, or who signed the consent for her. */
function letterOf(state: CaseState, requestId: string, today: string | null): NextLetter {
  const request = state.requests.find((each) => each.requestId === requestId);
  if (request === undefined) throw refusalProblem({ code: 'not-found', what: 'request', id: requestId });
  const { patient, consent, contact } = state;
  const self = { name: `${patient.name.given} ${patient.name.family}`.trim(), relation: 'self' } as const;
  return {
    caseNumber: state.number,
    patient,
    request,
    missing: request.wants.filter((kind) => !request.received.includes(kind)),
    signer: consent === null ? self : { name: consent.signerName, relation: consent.relation },
    sendTo: { address: request.sendTo ?? '', email: contact.email, phone: contact.phone },
    today: today ?? request.sentOn,
  };
}
