/**
 * Images in: uploads that resume, the workers that import them, and what is told of each delivery.
 *
 *     const ingest = await createIngest({ db, jobs, clock, newId, log, say, archive, cases, uploadFolder, workers })
 *     registerIngestRoutes(app, { ingest, newId, say, log })
 *     await ingest.start()      // once the rooms are put together: registers jobs, takes up what a killed process left
 *     await ingest.stop()       // before the database closes
 */
export type { CasesPort } from './cases-port.ts';
export { createIngest, type IncomingFile, type Ingest, type IngestDeps } from './ingest.ts';
export { type ImportLimits, LIMITS } from './model.ts';
export { type IngestRouteDeps, registerIngestRoutes } from './routes.ts';
export { INGEST_TABLES } from './tables.ts';
