export { type Audit, createAudit } from './audit.ts';
export { registerAuditRoutes } from './routes.ts';
export type { ChainCheck } from './store.ts';
export { AUDIT_TABLES } from './tables.ts';
