import { ERASURE_GROUNDS, type Erased } from '@overread/rules/case/vocabulary.ts';
import { z } from 'zod';
import { caseView, noteText, readInput, shortText } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import type { Erasing } from './erasing.ts';

const eraseRequest = z.object({
  expectedVersion: z.int().min(0),
  confirm: shortText,
  ground: z.enum(ERASURE_GROUNDS),
  reason: noteText,
});

interface OfCase {
  readonly Params: { readonly caseId: string };
}

export function registerErasingRoutes(app: App, deps: Pick<Ground, 'clock'> & { readonly erasing: Erasing }): void {
  const { erasing, clock } = deps;
  const door = { config: { action: 'command:eraseCase' } } as const;

  app.get<OfCase>('/api/cases/:caseId/erasure', door, ({ params }): Promise<Erased> => erasing.preview(params.caseId));

  app.post<OfCase>('/api/cases/:caseId/erasure', door, async ({ params, body, access }) => {
    const { expectedVersion, ...asked } = readInput(eraseRequest, body);
    const state = await erasing.erase(access.actor, params.caseId, asked, expectedVersion);
    return caseView(state, access, clock.now().toISOString());
  });
}
