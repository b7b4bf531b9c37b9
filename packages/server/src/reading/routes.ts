import { z } from 'zod';
import { caseOf, readerReport, readInput, workingComparison } from '../cases/index.ts';
import type { Access } from '../platform/access-hook.ts';
import type { App } from '../platform/ports.ts';
import { refusalProblem, wordedProblem } from '../platform/problems.ts';
import type { Reading } from './reading.ts';
import { registerReportUploads, uploadOf } from './upload.ts';

/** Series seen so far; a case has at most some hundreds. */
const MOST_SERIES = 2000;
const draftRequest = z.object({
  report: readerReport,
  seen: z
    .record(z.string().regex(/^[0-9.]{1,64}$/), z.int().min(0).max(1_000_000))
    .refine((seen) => Object.keys(seen).length <= MOST_SERIES),
});

const workRequest = z.object({ work: workingComparison });

export function registerReadingRoutes(app: App, { reading }: { readonly reading: Reading }): void {
  registerReportUploads(app, (scope) => {
    scope.post<{ Params: { caseId: string } }>(
      '/api/cases/:caseId/report',
      { config: { action: 'report:submit' } },
      async (request, reply) => {
        const report = await reading.submitReport(request.params.caseId, request.access.actor, uploadOf(request));
        reply.code(201);
        return report;
      },
    );
  });

  app.get('/api/cases/:caseId/report', { config: { action: 'report:view' } }, async (request) => {
    const report = await reading.original(caseOf(request.access));
    if (report === null) throw wordedProblem(404, 'no-original');
    return report;
  });

  app.get('/api/cases/:caseId/report/file', { config: { action: 'report:view' } }, async (request, reply) => {
    const state = caseOf(request.access);
    if (state.report === null) throw wordedProblem(404, 'no-original');
    const { fileName, mediaType, bytes } = await reading.file(state.id, state.report);
    // A PDF is shown in the browser's own reader. Text is in whatever alphabet its sender used, so it is only saved.
    if (mediaType === 'application/pdf')
      reply.type(mediaType).header('content-disposition', disposition('inline', fileName));
    else reply.type('application/octet-stream').header('content-disposition', disposition('attachment', fileName));
    return Buffer.from(bytes);
  });

  app.get('/api/cases/:caseId/draft', { config: { action: 'draft:edit' } }, (request) =>
    reading.draft(caseOf(request.access).id, readerOf(request.access)),
  );

  app.put('/api/cases/:caseId/draft', { config: { action: 'draft:edit' } }, (request) =>
    reading.saveDraft(caseOf(request.access).id, readerOf(request.access), readInput(draftRequest, request.body)),
  );

  app.get('/api/cases/:caseId/comparison/proposal', { config: { action: 'comparison:view' } }, (request) =>
    reading.proposal(caseOf(request.access)),
  );

  app.get('/api/cases/:caseId/comparison/work', { config: { action: 'comparison:edit' } }, ({ access }) =>
    reading.comparisonWork(caseOf(access).id, access.actor.personId),
  );

  app.put('/api/cases/:caseId/comparison/work', { config: { action: 'comparison:edit' } }, ({ access, body }) =>
    reading.saveComparisonWork(caseOf(access).id, access.actor.personId, readInput(workRequest, body).work),
  );
}

/** Drafts belong to the reader who writes them. */
function readerOf({ actor }: Access): string {
  if (actor.role !== 'reader') throw refusalProblem({ code: 'not-your-role', role: actor.role });
  return actor.personId;
}

/** RFC 6266 and 8187: an ASCII name for old clients, the real one beside it. */
function disposition(kind: 'inline' | 'attachment', fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, encodeByte)}`;
}

function encodeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
