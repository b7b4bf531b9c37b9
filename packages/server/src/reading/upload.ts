import type { FastifyRequest } from 'fastify';
import type { App } from '../platform/ports.ts';
import { refusalProblem } from '../platform/problems.ts';
import type { ReportUpload } from './read-report-file.ts';

/** As `readPdfText`: what is larger is no report. */
const LARGEST_REPORT = 50 * 1024 * 1024;

/** Registers routes that take a written report as their raw body, whatever type the sender calls it. */
export function registerReportUploads(app: App, register: (scope: App) => void): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: LARGEST_REPORT },
      async (_request: unknown, body: Buffer) => body,
    );
    register(scope as App);
  });
}

/** The report in a request: raw body, its name in `x-file-name` (percent-encoded UTF-8). */
export function uploadOf(request: FastifyRequest): ReportUpload {
  const { body, headers } = request;
  if (!Buffer.isBuffer(body) || body.byteLength === 0) throw refusalProblem({ code: 'field-empty', field: 'report' });
  const name = headers['x-file-name'];
  return {
    fileName: decoded(typeof name === 'string' ? name : ''),
    mediaType: headers['content-type'] ?? '',
    bytes: body,
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A name with a stray percent sign was not encoded: it is a name all the same.
    return name;
  }
}
