import { recordsRequestPdf, type Setting } from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import { caseOf } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { refusalProblem } from '../platform/problems.ts';

export interface RecordsRouteDeps extends Pick<Ground, 'clock'> {
  readonly setting: (now: string) => Setting;
}

/** The letter of a records request, as PDF to sign and send. Due dates are reminded of by messages. */
export function registerRecordsRoutes(app: App, { setting, clock }: RecordsRouteDeps): void {
  app.get<{ Params: { caseId: string; requestId: string } }>(
    '/api/cases/:caseId/requests/:requestId/letter.pdf',
    { config: { action: 'letter:view' } },
    async (request, reply) => {
      const state = caseOf(request.access);
      const letter = letterOf(state, request.params.requestId);
      const bytes = await recordsRequestPdf(setting(clock.now().toISOString()), letter);
      reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="records-request-${state.number}.pdf"`);
      return bytes;
    },
  );
}

/** The patient asks for her own copies, so she signs, or who signed the consent for her; the letter bears the day it left. */
function letterOf(state: CaseState, requestId: string) {
  const request = state.requests.find((each) => each.requestId === requestId);
  if (request === undefined) throw refusalProblem({ code: 'not-found', what: 'request', id: requestId });
  const { patient, consent, contact } = state;
  const self = { name: `${patient.name.given} ${patient.name.family}`.trim(), relation: 'self' } as const;
  return {
    caseNumber: state.number,
    patient,
    request,
    signer: consent === null ? self : { name: consent.signerName, relation: consent.relation },
    sendTo: { address: '', email: contact.email, phone: contact.phone },
    today: request.sentOn,
  };
}
