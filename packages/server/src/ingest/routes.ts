import type { ImportReceipt, ImportView, KnownAnswer, OpenImportRequest } from '@overread/contract/imports.ts';
import { imageReceiptPdf, type SettingAt } from '@overread/documents';
import type { Say } from '@overread/words';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { caseOf, readInput } from '../cases/index.ts';
import type { App, Ground, Log } from '../platform/ports.ts';
import type { Ingest } from './ingest-port.ts';
import { KNOWN_REQUEST, STATEMENT } from './known.ts';
import { filesCsv } from './make-receipt.ts';
import { registerStow } from './stow/routes.ts';
import { createTus } from './tus.ts';

export interface IngestRouteDeps {
  readonly ingest: Ingest;
  readonly newId: () => string;
  readonly say: Say;
  readonly log: Log;
}

export interface ReceiptRouteDeps extends Pick<Ground, 'clock'> {
  readonly ingest: Ingest;
  readonly setting: SettingAt;
}

interface OfCase {
  readonly Params: { readonly caseId: string };
}
interface OfImport {
  readonly Params: { readonly caseId: string; readonly importId: string };
}

/** A disc of 100,000 images that lists them all. */
const LARGEST_STATEMENT = 16 << 20;
const BY_BROWSER = { way: 'browser' } as const satisfies OpenImportRequest;
const OPEN_REQUEST = z.object({
  way: z.enum(['browser', 'parcel']).default('browser'),
}) satisfies z.ZodType<OpenImportRequest>;

const UPLOAD = { config: { action: 'images:upload' } } as const;
const FOLLOW = { config: { action: 'images:receipt' } } as const;

export function registerIngestRoutes(app: App, deps: IngestRouteDeps): void {
  const { ingest } = deps;

  app.post<OfCase>('/api/cases/:caseId/imports', UPLOAD, async (request, reply): Promise<ImportView> => {
    reply.code(201);
    const { actor } = request.access;
    const { way } = request.body === undefined ? BY_BROWSER : readInput(OPEN_REQUEST, request.body);
    // Discs that came by mail are read in by the practice.
    return ingest.open(request.params.caseId, actor, actor.role === 'patient' ? BY_BROWSER.way : way);
  });
  app.get<OfCase>('/api/cases/:caseId/imports', FOLLOW, ({ params }) => ingest.list(params.caseId));
  app.get<OfImport>('/api/cases/:caseId/imports/:importId', FOLLOW, ({ params }) =>
    ingest.view(params.caseId, params.importId),
  );
  app.post<OfImport>(
    '/api/cases/:caseId/imports/:importId/known',
    UPLOAD,
    async ({ params, body, access }): Promise<KnownAnswer> => ({
      here: await ingest.known(params, readInput(KNOWN_REQUEST, body).sha256s, access.actor),
    }),
  );
  app.post<OfImport>(
    '/api/cases/:caseId/imports/:importId/finish',
    { ...UPLOAD, bodyLimit: LARGEST_STATEMENT },
    ({ params, body }) =>
      ingest.finish(params.caseId, params.importId, body === undefined ? undefined : readInput(STATEMENT, body)),
  );
  void app.register(async (scope) => registerTus(scope as App, deps));
  void app.register(async (scope) => registerStow(scope as App, deps));
}

/** What a delivery brought: for people as PDF, for machines as JSON, and the list of its files alone as CSV. */
export function registerReceiptRoutes(app: App, { ingest, setting, clock }: ReceiptRouteDeps): void {
  const path = '/api/cases/:caseId/imports/:importId/receipt';
  const receiptOf = async ({ params, access }: FastifyRequest<OfImport>): Promise<ImportReceipt> => ({
    ...(await ingest.receipt(params.caseId, params.importId)),
    caseNumber: caseOf(access).number,
  });
  app.get<OfImport>(path, FOLLOW, (request) => receiptOf(request));
  app.get<OfImport>(`${path}.pdf`, FOLLOW, async (request, reply) => {
    const receipt = await receiptOf(request);
    const state = caseOf(request.access);
    const { patient, number } = state;
    const inItsWords = await setting.forPatient(clock.now().toISOString(), state);
    const bytes = await imageReceiptPdf(inItsWords, { ...receipt, patient });
    reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="images-${number}-${receipt.startedAt.slice(0, 10)}.pdf"`);
    return bytes;
  });
  app.get<OfImport>(`${path}.csv`, FOLLOW, async (request, reply) => {
    const { files } = await receiptOf(request);
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="receipt.csv"');
    return filesCsv(files);
  });
}

/** In a scope of its own: the parser that leaves bodies alone must not reach other routes. */
function registerTus(app: App, deps: IngestRouteDeps): void {
  const tus = createTus(deps);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const handle = async (request: FastifyRequest<OfCase>, reply: FastifyReply) => {
    reply.hijack();
    try {
      const from = { caseId: request.params.caseId, actor: request.access.actor };
      await tus.handle(from, request.raw, reply.raw);
    } catch (error) {
      deps.log.error({ err: error }, 'an upload request failed');
      if (!reply.raw.headersSent) reply.raw.writeHead(503);
      reply.raw.end();
    }
  };
  app.route({ method: ['POST', 'OPTIONS'], url: '/api/cases/:caseId/uploads', ...UPLOAD, handler: handle });
  app.route({
    method: ['HEAD', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/api/cases/:caseId/uploads/:uploadId',
    ...UPLOAD,
    handler: handle,
  });
}
