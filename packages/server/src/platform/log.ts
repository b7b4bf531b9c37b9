import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';

/** How deep causes are followed. */
const CAUSES = 3;

/**
 * What the log may say of an error. Messages of drivers quote what they were given (a row, a body, an address), so only
 * those of plain errors are kept, and of these nothing that stands in quotes or looks like a mail address; where it
 * happened and the codes tell the rest.
 */
export function errorForLog(error: unknown, depth = CAUSES): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint, column, cause } = error as Error & Readonly<Record<string, unknown>>;
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    ...Object.fromEntries(
      Object.entries({ code, table, constraint, column }).filter(([, value]) => value !== undefined),
    ),
    message: quotesNothing(error) ? masked(error.message) : '…',
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .join('\n'),
    ...(cause === undefined || depth === 0 ? {} : { cause: errorForLog(cause, depth - 1) }),
  };
}

/** Errors of the query builder, of the database, of readers of JSON and of checks say what they were given. */
function quotesNothing(error: Error): boolean {
  const isOfDatabase = 'severity' in error || 'params' in error;
  return !isOfDatabase && !(error instanceof SyntaxError) && !('issues' in error) && !('validation' in error);
}

const masked = (message: string): string =>
  message
    .slice(0, 300)
    .replace(/"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/g, '"…"')
    .replace(/\S+@\S+/g, '…');

/** The log holds ids, codes and durations; never a name, a birth date, a mail address, a finding or a token. */
export function createLog(level: string): FastifyBaseLogger {
  return pino({
    level,
    serializers: { err: errorForLog },
    redact: [
      'email',
      'name',
      'patient',
      '*.email',
      '*.name',
      '*.patient',
      'req.headers.cookie',
      'req.headers.authorization',
    ],
  });
}
