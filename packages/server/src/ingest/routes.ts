import type { ImportView } from '@overread/contract/wire.ts';
import type { Say } from '@overread/words';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App, Log } from '../platform/ports.ts';
import type { Ingest } from './ingest.ts';
import { registerStow } from './stow/routes.ts';
import { createTus } from './tus.ts';

export interface IngestRouteDeps {
  readonly ingest: Ingest;
  readonly newId: () => string;
  readonly say: Say;
  readonly log: Log;
}

interface OfCase {
  readonly Params: { readonly caseId: string };
}
interface OfImport {
  readonly Params: { readonly caseId: string; readonly importId: string };
}

const UPLOAD = { config: { action: 'images:upload' } } as const;
const FOLLOW = { config: { action: 'images:receipt' } } as const;

export function registerIngestRoutes(app: App, deps: IngestRouteDeps): void {
  const { ingest } = deps;

  app.post<OfCase>('/api/cases/:caseId/imports', UPLOAD, async (request, reply): Promise<ImportView> => {
    reply.code(201);
    return ingest.open(request.params.caseId, request.access.actor);
  });
  app.get<OfCase>('/api/cases/:caseId/imports', FOLLOW, ({ params }) => ingest.list(params.caseId));
  app.get<OfImport>('/api/cases/:caseId/imports/:importId', FOLLOW, ({ params }) =>
    ingest.view(params.caseId, params.importId),
  );
  app.post<OfImport>('/api/cases/:caseId/imports/:importId/finish', UPLOAD, ({ params }) =>
    ingest.finish(params.caseId, params.importId),
  );
  void app.register(async (scope) => registerTus(scope as App, deps));
  void app.register(async (scope) => registerStow(scope as App, deps));
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
