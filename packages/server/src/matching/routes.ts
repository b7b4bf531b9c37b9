import { z } from 'zod';
import { caseOf, caseView, idText, readInput } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import type { Matching } from './matching.ts';

const offerRequest = z.object({ readerId: idText, expectedVersion: z.int().min(0) });

export function registerMatchingRoutes(
  app: App,
  { matching, clock }: Pick<Ground, 'clock'> & { readonly matching: Matching },
): void {
  app.get('/api/readers', { config: { action: 'directory:view' } }, () => matching.readers());

  app.get('/api/cases/:caseId/suggestion', { config: { action: 'matching:suggest' } }, (request) =>
    matching.suggestion(caseOf(request.access)),
  );

  app.post('/api/cases/:caseId/offers', { config: { action: 'command:offerCase' } }, async (request) => {
    const { readerId, expectedVersion } = readInput(offerRequest, request.body);
    const { actor } = request.access;
    const { id: caseId } = caseOf(request.access);
    const state = await matching.offer(actor, { caseId, readerId, expectedVersion });
    return caseView(state, request.access, clock.now().toISOString());
  });
}
