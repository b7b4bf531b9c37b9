import { Readable } from 'node:stream';
import type { DifferingCase } from '@overread/contract/learning.ts';
import { zipStream } from '@overread/documents';
import { refuse } from '@overread/rules/access/policy.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import { caseOf, differingCases } from '../cases/index.ts';
import type { App } from '../platform/ports.ts';
import { openTeachingCase, type TeachingDeps } from './teaching-case.ts';

function differing(state: CaseState, teaching: boolean): DifferingCase[] {
  const { id: caseId, number, question, reading } = state;
  const agreement = reading.comparison?.agreement ?? 'concordant';
  if (agreement === 'concordant' || reading.signed === null) return [];
  return [
    { caseId, number, month: reading.signed.at.slice(0, 7), region: question?.region ?? '', agreement, teaching },
  ];
}

/** GET /api/discrepancies/cases: the newest cases that differ. GET /api/cases/:caseId/teaching.zip: the case without names, where the patient has agreed. Each one is on the audit record. */
export function registerLearningRoutes(app: App, deps: TeachingDeps): void {
  app.get('/api/discrepancies/cases', { config: { action: 'discrepancy:measure' } }, async ({ access }) =>
    (await differingCases(deps.db)).flatMap((state): DifferingCase[] => {
      const mayTeach = refuse(access.subject, 'teaching:make', state) === null;
      return differing(state, mayTeach);
    }),
  );

  app.get(
    '/api/cases/:caseId/teaching.zip',
    { config: { action: 'teaching:make' }, exposeHeadRoute: false },
    async (request, reply) => {
      const { label, files } = await openTeachingCase(deps, caseOf(request.access));
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${label}.zip"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(zipStream(files(), deps.clock.now().toISOString()), { objectMode: false }));
    },
  );
}
