import { type OutsideJourney, outsideChecklistPdf, outsideLabelPdf, type SettingAt } from '@overread/documents';
import type { CaseState } from '@overread/rules/case/state.ts';
import { caseOf } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { Reading } from '../reading/index.ts';

export interface OutsideRouteDeps extends Pick<Ground, 'clock'> {
  readonly setting: SettingAt;
  readonly reading: Pick<Reading, 'proposal'>;
}

function journeyOf(state: CaseState): OutsideJourney {
  const { outside, number, patient, consent, requests } = state;
  if (outside === null) throw wordedProblem(404, 'no-packet');
  const sender = consent?.signerName ?? `${patient.name.given} ${patient.name.family}`.trim();
  const home = requests.find(({ sendTo = '' }) => sendTo !== '')?.sendTo ?? '';
  return {
    caseNumber: number,
    service: outside.service,
    address: outside.address ?? '',
    way: outside.way ?? 'mail',
    instructions: outside.instructions ?? [],
    // Who sends from home gets it back there; without an address the practice stands for it.
    from: home === '' ? '' : `${sender}\n${home}`,
    packet: outside.packetSha256,
  };
}

/** The papers round a packet that goes outside, and the comparison with what came back. */
export function registerOutsideRoutes(app: App, { clock, setting, reading }: OutsideRouteDeps): void {
  const PACKET = { config: { action: 'packet:make' } } as const;
  const now = () => clock.now().toISOString();

  const paper = (name: string, write: (state: CaseState) => Promise<Buffer>): void => {
    app.get(`/api/cases/:caseId/packet/${name}.pdf`, PACKET, async ({ access }, reply) => {
      const state = caseOf(access);
      reply.type('application/pdf').header('content-disposition', `inline; filename="${name}-${state.number}.pdf"`);
      return write(state);
    });
  };
  // The label is for whoever gets the parcel, the list for whoever sends it.
  paper('label', (state) => outsideLabelPdf(setting(now()), journeyOf(state)));
  paper('checklist', async (state) => outsideChecklistPdf(await setting.forPatient(now(), state), journeyOf(state)));

  app.get('/api/cases/:caseId/outside/comparison', { config: { action: 'outside:compare' } }, ({ access }) =>
    reading.proposal(caseOf(access)),
  );
}
