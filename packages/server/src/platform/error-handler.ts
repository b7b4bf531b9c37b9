import type { Problem as WireProblem } from '@overread/contract';
import { refusalWords, type Say, type SayIn } from '@overread/words';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { BlobStoreFailed, Problem } from './ports.ts';
import { RefusalProblem, WordedProblem } from './problems.ts';

interface Answer {
  readonly status: number;
  readonly body: WireProblem;
}

/** Turns whatever a handler threw into a status and a whole sentence; what nobody expected is logged, and never shown. */
export function createErrorHandler(sayIn: SayIn) {
  return async (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): Promise<WireProblem> => {
    const { status, body } = problemAnswer(error, request, sayIn);
    reply.code(status).type('application/json; charset=utf-8').header('cache-control', 'no-store');
    return body;
  };
}

/** The answer to whatever was thrown while a request was worked at, in the language of whoever asked; it is logged. */
export function problemAnswer(error: unknown, request: FastifyRequest, sayIn: SayIn): Answer {
  const thrown = error instanceof Error ? error : new Error(String(error));
  const answer = answerTo(thrown, sayIn(request.headers['accept-language']), request.id);
  const { status, body } = answer;
  if (status >= 500) request.log.error({ err: error, reference: request.id }, 'a request failed');
  else request.log.debug({ code: body.code, status }, 'a request was refused');
  return answer;
}

function answerTo(error: FastifyError | Error, say: Say, reference: string): Answer {
  if (error instanceof RefusalProblem) {
    const { refusal, status, code } = error;
    return { status, body: { code, message: refusalWords(say, refusal), refusal } };
  }
  if (error instanceof WordedProblem) {
    return { status: error.status, body: { code: error.code, message: say(`problem.${error.code}`, error.values) } };
  }
  if (error instanceof Problem) return { status: error.status, body: { code: error.code, message: error.message } };
  if (hasZodFastifySchemaValidationErrors(error)) return worded(400, 'bad-request', say);
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status === 413) return worded(413, 'too-large', say);
  if (status === 404) return worded(404, 'not-found', say);
  if (status === 429) return worded(429, 'too-many', say);
  if (status >= 400 && status < 500) return worded(status, 'bad-request', say);
  if (isUnreachable(error)) return worded(503, 'unavailable', say);
  if (isUnstorable(error)) return worded(400, 'bad-request', say);
  return { status: 500, body: { code: 'internal', message: say('problem.internal', { reference }) } };
}

/** Text that PostgreSQL does not take, U+0000 above all (22021, 22P05): no page of ours sends it. */
function isUnstorable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /^(?:22021|22P05)$/.test((error as NodeJS.ErrnoException).code ?? '') || isUnstorable(error.cause);
}

/** Connections refused, closed, timed out or not yet taken (PostgreSQL's classes 08 and 57P): it is a matter of time. */
const UNREACHABLE = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|08\w{3}|57P0[1-3])$/;
const LOST =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether the database or the store of blobs did not answer, as against answered with an error. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof BlobStoreFailed) return true;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // Without a database there is no socket to connect to.
  if (code !== undefined && (UNREACHABLE.test(code) || (code === 'ENOENT' && syscall === 'connect'))) return true;
  return LOST.test(error.message) || isUnreachable(error.cause);
}

function worded(status: number, code: string, say: Say): Answer {
  return { status, body: { code, message: say(`problem.${code}`) } };
}
