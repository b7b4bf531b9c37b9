import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { z } from 'zod';
import { caseOf, readerReport, readInput, workingComparison } from '../cases/index.ts';
import type { Access } from '../platform/access-hook.ts';
import type { App } from '../platform/ports.ts';
import { refusalProblem } from '../platform/problems.ts';
import type { Reading } from './reading.ts';
import type { ReportIntake } from './report-intake.ts';
import { registerReportIn } from './report-routes.ts';

/** Series seen so far; a case has at most some hundreds. */
const MOST_SERIES = 2000;
const draftRequest = z.object({
  report: readerReport,
  seen: z
    .record(z.string().regex(/^[0-9.]{1,64}$/), z.int().min(0).max(1_000_000))
    .refine((seen) => Object.keys(seen).length <= MOST_SERIES),
});

const workRequest = z.object({ work: workingComparison });

interface ReadingRouteDeps {
  readonly reading: Reading;
  readonly intake: ReportIntake;
}

export function registerReadingRoutes(app: App, { reading, intake }: ReadingRouteDeps): void {
  registerReportIn(app, reading, intake);

  app.get('/api/cases/:caseId/draft', { config: { action: 'draft:edit' } }, (request) =>
    reading.draft(caseOf(request.access).id, readerOf(request.access)),
  );

  app.put('/api/cases/:caseId/draft', { config: { action: 'draft:edit' } }, (request) =>
    reading.saveDraft(caseOf(request.access).id, readerOf(request.access), readInput(draftRequest, request.body)),
  );

  app.get('/api/cases/:caseId/comparison/proposal', { config: { action: 'comparison:view' } }, (request) =>
    reading.proposal(caseOf(request.access)),
  );

  app.get('/api/cases/:caseId/result/preview', { config: { action: 'result:preview' } }, ({ access }) =>
    reading.preview(caseOf(access).id, access.actor),
  );

  app.get('/api/discrepancies', { config: { action: 'discrepancy:measure' } }, () => reading.discrepancies());

  app.get('/api/proposal-quality', { config: { action: 'proposal:measure' } }, () => reading.proposalMonths());

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
