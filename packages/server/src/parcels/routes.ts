import type { DiscCheck, ParcelView, PatientParcel } from '@overread/contract/stations.ts';
import { parcelCoverSheetPdf, parcelReturnLabelPdf, type SettingAt } from '@overread/documents';
import { checkIdentity } from '@overread/rules/identity/check-identity.ts';
import { PARCEL_STATES } from '@overread/rules/parcels/parcel.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Cases, caseOf, idText, noteText, readInput, shortText } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { Parcels } from './parcels.ts';
import type { KeptParcel } from './store.ts';
import { parcelView, patientParcel } from './view-parcel.ts';

export interface ParcelRouteDeps extends Pick<Ground, 'say' | 'clock'> {
  readonly parcels: Parcels;
  readonly setting: SettingAt;
  readonly cases: Pick<Cases, 'load'>;
}

const said = {
  contents: shortText,
  carrier: shortText.default(''),
  trackingNumber: shortText.default(''),
  wish: z.enum(['returned', 'destroyed']),
  returnTo: noteText.default(''),
};
const announced = z.object(said);
const arrived = z.object({ ...said, caseId: idText.nullable().default(null), note: noteText.default('') });
const newStep = z.object({
  type: z.enum([...PARCEL_STATES.filter((state) => state !== 'expected'), 'assigned']),
  note: noteText.default(''),
  caseId: idText.nullable().default(null),
  importId: idText.nullable().default(null),
});
const readOut = z.object({ importId: idText, note: noteText.default('') });
const text = z.string().max(1_000);
const discCheck = z.object({
  parcelId: shortText.nullable().default(null),
  studies: z.array(z.object({ patient: z.object({ name: text, id: text, birthDate: text, sex: text }) })).max(2_000),
});

interface OfCase {
  readonly Params: { readonly caseId: string; readonly parcelId: string };
}
interface OnPaper {
  readonly Querystring: { readonly paper?: string };
}

/** Parcels: announced and followed by case, kept on the desk's register, read by a station. */
export function registerParcelRoutes(app: App, deps: ParcelRouteDeps): void {
  registerCaseParcels(app, deps);
  registerSheets(app, deps);
  registerRegister(app, deps);
}

function registerCaseParcels(app: App, { parcels, say }: ParcelRouteDeps): void {
  app.get<OfCase>(
    '/api/cases/:caseId/parcels',
    { config: { action: 'parcel:follow' } },
    async ({ params }): Promise<PatientParcel[]> => (await parcels.list(params.caseId)).map(patientParcel),
  );

  app.post<OfCase>(
    '/api/cases/:caseId/parcels',
    { config: { action: 'parcel:announce' } },
    async (request, reply): Promise<PatientParcel> => {
      const { caseId } = request.params;
      const parcel = { ...readInput(announced, request.body), caseId, note: '' };
      reply.code(201);
      return patientParcel(await parcels.add(request.access.actor, parcel));
    },
  );

  app.post<OfCase>(
    '/api/cases/:caseId/parcels/:parcelId/read',
    { config: { action: 'parcel:read' } },
    async (request): Promise<PatientParcel> => {
      const { caseId, parcelId } = request.params;
      const reading = { caseId, parcelId, ...readInput(readOut, request.body) };
      return patientParcel(await parcels.noteRead(request.access.actor, reading));
    },
  );

  app.post<OfCase>(
    '/api/cases/:caseId/disc-check',
    { config: { action: 'images:upload' } },
    async (request): Promise<DiscCheck> => {
      const state = caseOf(request.access);
      const { studies, parcelId } = readInput(discCheck, request.body);
      if (parcelId !== null) await parcels.checkRead(state.id, parcelId);
      return {
        number: state.number,
        studies: studies.map(({ patient }) => {
          const { verdict, because } = checkIdentity(state.patient, { ...NO_STUDY, patient });
          return { verdict, because: because.map((reason) => say(`identity.${reason}`)) };
        }),
      };
    },
  );
}

/** Paper of the parcel. `?paper=` says on which; without it, on what the place of the practice prints on. */
function registerSheets(app: App, { parcels, cases, setting, clock }: ParcelRouteDeps): void {
  const sheet =
    (draw: typeof parcelCoverSheetPdf, name: string) =>
    async (request: FastifyRequest<OfCase & OnPaper>, reply: FastifyReply): Promise<Buffer> => {
      const { caseId, parcelId } = request.params;
      const parcel = await parcels.find(parcelId);
      // Under a case's address only its own parcels are there.
      if (caseId !== undefined && parcel.caseId !== caseId) throw wordedProblem(404, 'parcels.none');
      const state = parcel.caseId === null ? null : await cases.load(parcel.caseId);
      const { paper } = request.query;
      const now = clock.now().toISOString();
      const forPatient = draw === parcelCoverSheetPdf && state !== null;
      const usual = forPatient ? await setting.forPatient(now, state) : setting(now);
      reply.type('application/pdf').header('content-disposition', `inline; filename="${name}-${parcel.parcelId}.pdf"`);
      return draw(paper === 'a4' || paper === 'letter' ? { ...usual, paper } : usual, {
        ...parcel,
        caseNumber: state?.number ?? '',
      });
    };
  const coverSheet = sheet(parcelCoverSheetPdf, 'cover-sheet');
  const ofCase = { config: { action: 'parcel:follow' } } as const;
  const ofDesk = { config: { action: 'parcels:view' } } as const;
  app.get<OfCase & OnPaper>('/api/cases/:caseId/parcels/:parcelId/cover-sheet.pdf', ofCase, coverSheet);
  app.get<OfCase & OnPaper>('/api/parcels/:parcelId/cover-sheet.pdf', ofDesk, coverSheet);
  app.get<OfCase & OnPaper>(
    '/api/parcels/:parcelId/return-label.pdf',
    ofDesk,
    sheet(parcelReturnLabelPdf, 'return-label'),
  );
}

/** Identity is judged by the patient alone. */
const NO_STUDY = {
  ...{ studyInstanceUid: '', date: '', description: '', accessionNumber: '', institution: '', series: 0, instances: 0 },
};

function registerRegister(app: App, { parcels, cases }: ParcelRouteDeps): void {
  const view = async (parcel: KeptParcel): Promise<ParcelView> =>
    parcelView(parcel, parcel.caseId === null ? null : await cases.load(parcel.caseId));
  const actorOf = ({ access }: FastifyRequest) => access.actor;

  app.get('/api/parcels', { config: { action: 'parcels:view' } }, async () =>
    Promise.all((await parcels.list()).map(view)),
  );

  app.get<OfCase>('/api/parcels/:parcelId', { config: { action: 'parcels:view' } }, async ({ params }) =>
    view(await parcels.find(params.parcelId)),
  );

  app.post('/api/parcels', { config: { action: 'parcels:edit' } }, async (request, reply) => {
    reply.code(201);
    return view(await parcels.add(actorOf(request), readInput(arrived, request.body), true));
  });

  app.post<OfCase>('/api/parcels/:parcelId/steps', { config: { action: 'parcels:edit' } }, async (request) =>
    view(await parcels.note(actorOf(request), request.params.parcelId, readInput(newStep, request.body))),
  );
}
