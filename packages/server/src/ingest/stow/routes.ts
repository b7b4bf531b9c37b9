import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../platform/ports.ts';
import { wordedProblem } from '../../platform/problems.ts';
import type { Ingest } from '../ingest-port.ts';
import { stowAnswer } from './answer.ts';
import { boundaryOf } from './read-multipart.ts';

interface Route {
  readonly Params: { readonly caseId: string; readonly study?: string };
}

const UPLOAD = { config: { action: 'images:upload' } } as const;

/**
 * STOW-RS (PS3.18 10.5): instances into a case. One request is one delivery; its body goes to disk as it comes. In a scope
 * of its own: the parser that leaves bodies alone must not reach other routes.
 */
export function registerStow(app: App, { ingest }: { readonly ingest: Ingest }): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const store = async (request: FastifyRequest<Route>, reply: FastifyReply) => {
    const { caseId, study = null } = request.params;
    const boundary = boundaryOf(request.headers['content-type'] ?? '');
    if (boundary === null) throw wordedProblem(415, 'images.stow-type');
    // The connection outlives a body that is refused: the sender is to hear why.
    const body = request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    const outcome = await ingest
      .receiveParts(caseId, { body, boundary, study }, request.access.actor)
      .finally(() => request.raw.resume());
    const base = `${request.protocol}://${request.host}/api/cases/${caseId}/dicomweb`;
    const answer = stowAnswer(outcome, base);
    return reply.code(answer.status).type('application/dicom+json').send(JSON.stringify(answer.body));
  };
  app.post<Route>('/api/cases/:caseId/dicomweb/studies', UPLOAD, store);
  app.post<Route>('/api/cases/:caseId/dicomweb/studies/:study', UPLOAD, store);
}
