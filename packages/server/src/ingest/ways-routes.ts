import type { HeldArrival, HeldCandidate, HeldView } from '@overread/contract/holding.ts';
import { z } from 'zod';
import { noteText, readInput } from '../cases/index.ts';
import type { App } from '../platform/ports.ts';
import { refusalProblem } from '../platform/problems.ts';
import type { ArrivalRow } from './holding/model.ts';
import type { OtherWays } from './ways-in.ts';

interface OfArrival {
  readonly Params: { readonly arrivalId: string };
}
interface OfArrivalAndCase {
  readonly Params: { readonly arrivalId: string; readonly caseId: string };
}

const LOOK = { config: { action: 'holding:view' } } as const;
const DECIDE = { config: { action: 'holding:decide' } } as const;
const decision = z.object({ reason: noteText });

const shown = ({ arrivalId, way, sender, address, at, state, study }: ArrivalRow): HeldArrival => ({
  ...{ arrivalId, way, sender, address, study },
  at: at.toISOString(),
  state: state as HeldArrival['state'],
});

/** The holding area for the coordinator, and what the administrator sees of the ways in. */
export function registerWaysInRoutes(app: App, { holding, view }: OtherWays): void {
  app.get('/api/ways-in', { config: { action: 'ways:view' } }, () => view());
  app.get('/api/holding', LOOK, async (): Promise<readonly HeldArrival[]> => (await holding.list()).map(shown));
  app.get<OfArrival>('/api/holding/:arrivalId', LOOK, async ({ params }): Promise<HeldView> => {
    const { arrival, candidates } = await holding.view(params.arrivalId);
    return { arrival: shown(arrival), candidates };
  });
  app.get<OfArrivalAndCase>(
    '/api/holding/:arrivalId/cases/:caseId',
    LOOK,
    ({ params }): Promise<HeldCandidate> => holding.compare(params.arrivalId, params.caseId),
  );
  app.post<OfArrivalAndCase>('/api/holding/:arrivalId/cases/:caseId', DECIDE, async (request, reply) => {
    const { arrivalId, caseId } = request.params;
    const { reason } = readInput(decision, request.body);
    await holding.attach(arrivalId, { caseId, by: request.access.actor, reason: reason.trim() });
    return reply.code(202).send();
  });
  app.post<OfArrival>('/api/holding/:arrivalId/discard', DECIDE, async (request, reply) => {
    const reason = readInput(decision, request.body).reason.trim();
    if (reason === '') throw refusalProblem({ code: 'field-empty', field: 'reason' });
    await holding.discard(request.params.arrivalId, request.access.actor, reason);
    return reply.code(202).send();
  });
}
