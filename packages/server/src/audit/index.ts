export { type Audit, createAudit } from './audit.ts';
export { registerAuditRoutes } from './routes.ts';
export type { ChainCheck } from './store.ts';
