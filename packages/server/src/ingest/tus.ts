import type { IncomingMessage, ServerResponse } from 'node:http';
import type { UploadMetadata } from '@overread/contract/wire.ts';
import type { Say } from '@overread/words';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { z } from 'zod';
import { type Log, Problem } from '../platform/ports.ts';
import { WordedProblem, wordedProblem } from '../platform/problems.ts';
import type { Ingest } from './ingest.ts';

export interface TusDeps {
  readonly ingest: Ingest;
  readonly newId: () => string;
  readonly say: Say;
  readonly log: Log;
  /** One upload may be so large; a study of 20,000 images is some 10 GB. */
  readonly maxBytes?: number;
}

export interface Tus {
  /** Answers a tus request of a case whose access was checked; ends `reply` itself. */
  handle(caseId: string, request: IncomingMessage, reply: ServerResponse): Promise<void>;
}

const MAX_BYTES = 32 * 2 ** 30;
const UPLOAD_PATH = /^\/api\/cases\/([^/?]+)\/uploads(?:\/([^/?]+))?\/?$/;

const METADATA = z.object({
  kind: z.enum(['batch', 'archive']),
  importId: z.string().min(1).max(64),
  name: z.string().max(1024).default(''),
}) satisfies z.ZodType<UploadMetadata>;

/** Where a tus request goes: the case whose access was checked, and the upload. */
function placeOf(url: string): { caseId: string; uploadId: string | null } {
  const [, caseId = '', uploadId] = UPLOAD_PATH.exec(new URL(url, 'http://service').pathname) ?? [];
  return { caseId: decodeURIComponent(caseId), uploadId: uploadId === undefined ? null : decodeURIComponent(uploadId) };
}

function answerOf({ say, log }: TusDeps, error: unknown): { status_code: number; body: string } | undefined {
  if (error instanceof Problem) {
    const message = error instanceof WordedProblem ? say(`problem.${error.code}`, error.values) : error.message;
    return { status_code: error.status, body: JSON.stringify({ code: error.code, message }) };
  }
  if (error instanceof Error) {
    log.error({ err: error }, 'an upload failed');
    const body = { code: 'internal', message: say('problem.unavailable') };
    return { status_code: 503, body: JSON.stringify(body) };
  }
  return undefined;
}

/**
 * Resumable uploads (tus 1.0: creation, creation-with-upload, termination), each bound to the case in its address and to
 * one delivery. The route's access check has run before; here an upload of another case is as good as none.
 */
export function createTus(deps: TusDeps): Tus {
  const { ingest } = deps;
  const own = async (url: string) => {
    const { caseId, uploadId } = placeOf(url);
    const upload = uploadId === null ? null : await ingest.upload(caseId, uploadId);
    if (upload === null || upload.state === 'dropped') throw wordedProblem(404, 'images.no-such-upload');
    return upload;
  };
  const server = new Server({
    path: '/api/cases',
    datastore: new FileStore({ directory: ingest.files.folder }),
    maxSize: deps.maxBytes ?? MAX_BYTES,
    namingFunction: () => deps.newId(),
    generateUrl: (request, { id }) => `/api/cases/${placeOf(request.url).caseId}/uploads/${id}`,
    getFileIdFromRequest: (request) => placeOf(request.url).uploadId ?? undefined,
    // Browsers come from the service's own pages; no other origin may send.
    allowedOrigins: [],
    async onIncomingRequest(request) {
      if (request.method !== 'POST') await own(request.url);
    },
    async onUploadCreate(request, upload) {
      const { caseId } = placeOf(request.url);
      const metadata = METADATA.safeParse(upload.metadata);
      if (!metadata.success || upload.size === undefined || upload.size === 0) {
        throw wordedProblem(400, 'images.upload-unclear');
      }
      const { kind, importId, name } = metadata.data;
      await ingest.begin({ uploadId: upload.id, importId, caseId, kind, name, size: upload.size });
      return {};
    },
    async onUploadFinish(_request, upload) {
      await ingest.received(upload.id);
      return {};
    },
    onResponseError: (_request, error) => answerOf(deps, error),
  });
  return {
    async handle(caseId, request, reply) {
      const { uploadId } = placeOf(request.url ?? '');
      if (request.method === 'DELETE' && uploadId !== null) {
        const upload = await ingest.upload(caseId, uploadId);
        if (upload?.state === 'uploading') await ingest.drop(uploadId);
        reply.writeHead(upload?.state === 'uploading' ? 204 : 404, { 'tus-resumable': '1.0.0' }).end();
        return;
      }
      // Every byte may be here although the word of it was lost with the process: a resuming sender only asks.
      if (request.method === 'HEAD' && uploadId !== null) await ingest.receiveWhole(caseId, uploadId);
      await server.handle(request, reply);
    },
  };
}
