import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';

/** The log holds ids, codes and durations; never a name, a birth date, a mail address, a finding or a token. */
export function createLog(level: string): FastifyBaseLogger {
  return pino({
    level,
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
