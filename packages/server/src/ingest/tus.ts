import type { IncomingMessage, ServerResponse } from 'node:http';
import type { UploadMetadata } from '@overread/contract/imports.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import type { Say } from '@overread/words';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { z } from 'zod';
import { type Log, Problem } from '../platform/ports.ts';
import { WordedProblem, wordedProblem } from '../platform/problems.ts';
import type { Ingest } from './ingest-port.ts';
import type { UploadRow } from './store.ts';

/** A request as the tus server hands it to its hooks. */
type TusRequest = Parameters<NonNullable<ConstructorParameters<typeof Server>[0]['onIncomingRequest']>>[0];

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
  handle(
    from: { readonly caseId: string; readonly actor: Actor },
    request: IncomingMessage,
    reply: ServerResponse,
  ): Promise<void>;
}

const MAX_BYTES = 32 * 2 ** 30;
const UPLOAD_PATH = /^\/api\/cases\/([^/?]+)\/uploads(?:\/([^/?]+))?\/?$/;

const METADATA = z.object({
  kind: z.enum(['batch', 'archive']),
  importId: z.string().regex(/^[\w-]{1,64}$/),
  // PostgreSQL keeps no U+0000.
  name: z
    .string()
    .max(1024)
    .refine((name) => !name.includes('\0'))
    .default(''),
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

/** What a sender hears of an upload that is here, also when its file is gone because it was imported. */
const wholeHeaders = (size: number) => ({
  'tus-resumable': '1.0.0',
  'upload-offset': String(size),
  'upload-length': String(size),
  'cache-control': 'no-store',
});

/**
 * Resumable uploads (tus 1.0: creation, creation-with-upload, termination), each bound to the case in its address and to
 * one delivery. The route's access check has run before; here an upload of another case is as good as none.
 */
export function createTus(deps: TusDeps): Tus {
  const { ingest } = deps;
  const senders = new WeakMap<IncomingMessage, Actor>();
  const senderOf = (request: TusRequest): Actor => {
    const actor = senders.get((request.runtime?.node?.req ?? {}) as IncomingMessage);
    if (actor === undefined) throw wordedProblem(404, 'images.no-such-upload');
    return actor;
  };
  const own = async (request: TusRequest) => {
    const { caseId, uploadId } = placeOf(request.url);
    const upload = uploadId === null ? null : await ingest.upload(caseId, uploadId, senderOf(request));
    if (upload === null || upload.state === 'dropped') throw wordedProblem(404, 'images.no-such-upload');
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
      if (request.method !== 'POST') await own(request);
    },
    async onUploadCreate(request, upload) {
      const { caseId } = placeOf(request.url);
      const metadata = METADATA.safeParse(upload.metadata);
      if (!metadata.success || upload.size === undefined || upload.size === 0) {
        throw wordedProblem(400, 'images.upload-unclear');
      }
      const { kind, importId, name } = metadata.data;
      const begun = { uploadId: upload.id, importId, caseId, kind, name, size: upload.size };
      await ingest.begin(begun, senderOf(request));
      return {};
    },
    async onUploadFinish(_request, upload) {
      await ingest.received(upload.id);
      return {};
    },
    onResponseError: (_request, error) => answerOf(deps, error),
  });
  return {
    async handle({ caseId, actor }, request, reply) {
      // The method decides what may be done: another one in a header must not get round that.
      delete request.headers['x-http-method-override'];
      const { uploadId } = placeOf(request.url ?? '');
      const upload = uploadId === null ? null : await ingest.upload(caseId, uploadId, actor);
      if (upload !== null && request.method === 'DELETE') await takeBack(ingest, upload, reply);
      else if (upload !== null && request.method === 'HEAD' && (await isWhole(ingest, upload))) {
        reply.writeHead(200, wholeHeaders(upload.size)).end();
      } else {
        senders.set(request, actor);
        await server.handle(request, reply);
      }
    },
  };
}

/** Only what is still on its way can be taken back; what is here belongs to the case. */
async function takeBack(ingest: Ingest, { uploadId, state }: UploadRow, reply: ServerResponse): Promise<void> {
  if (state === 'uploading') await ingest.drop(uploadId);
  reply.writeHead(state === 'uploading' ? 204 : 404, { 'tus-resumable': '1.0.0' }).end();
}

/** Every byte may be here although the word of it was lost with the process: a resuming sender only asks. */
async function isWhole(ingest: Ingest, { caseId, uploadId, state }: UploadRow): Promise<boolean> {
  if (state === 'received' || state === 'imported') return true;
  await ingest.receiveWhole(caseId, uploadId);
  const now = await ingest.upload(caseId, uploadId);
  return now !== null && (now.state === 'received' || now.state === 'imported');
}
