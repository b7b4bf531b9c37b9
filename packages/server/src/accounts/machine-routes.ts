import type { NewMachine } from '@overread/contract/stations.ts';
import { z } from 'zod';
import type { App } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { Machines } from './machines.ts';

const newMachine = z.object({ name: z.string().trim().min(1).max(80) });

/** Tokens of stations and other systems: made, looked through, withdrawn. */
export function registerMachineRoutes(app: App, { accounts }: { readonly accounts: Machines }): void {
  app.get('/api/machines', { config: { action: 'machines:view' } }, () => accounts.machines());

  app.post(
    '/api/machines',
    { schema: { body: newMachine }, config: { action: 'machines:edit' } },
    async (request, reply): Promise<NewMachine> => {
      reply.code(201);
      return accounts.makeMachine({ name: request.body.name, madeBy: request.access.actor.name });
    },
  );

  app.post<{ Params: { machineId: string } }>(
    '/api/machines/:machineId/withdraw',
    { config: { action: 'machines:edit' } },
    async (request, reply) => {
      const gone = await accounts.withdrawMachine(request.params.machineId, request.access.actor.name);
      if (!gone) throw wordedProblem(404, 'not-found');
      reply.code(204);
    },
  );
}
