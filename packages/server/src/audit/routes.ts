import { z } from 'zod';
import type { App } from '../platform/ports.ts';
import type { Audit } from './audit.ts';

const query = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  before: z.coerce.number().int().min(1).optional(),
  caseId: z.string().max(64).optional(),
});

/** GET /api/audit: the newest entries first; ?caseId= for one case. */
export function registerAuditRoutes(app: App, { audit }: { audit: Audit }): void {
  app.get('/api/audit', { schema: { querystring: query }, config: { action: 'audit:view' } }, async (request) =>
    audit.list(request.query),
  );
}
