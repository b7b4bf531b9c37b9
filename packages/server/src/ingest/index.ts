/**
 * Images in: uploads that resume, the workers that import them, and what is told of each delivery.
 *
 *     const ingest = await createIngest({ db, jobs, clock, newId, log, say, archive, cases, uploadFolder, workers })
 *     registerIngestRoutes(app, { ingest, newId, say, log })
 *     registerReceiptRoutes(app, { ingest, setting, clock })
 *     await ingest.start()      // once the rooms are put together: registers jobs, takes up what a killed process left
 *     await ingest.stop()       // before the database closes
 *
 * Beside the browser: C-STORE, watched folders, and the holding area for studies of which it is not clear where they belong.
 *
 *     const ways = createOtherWays({ ...ground, archive, ingest, cases, witness, dimse, watch })
 *     await ways.holding.receive({ from: { way: 'other', sender, address }, files })   // for other ways in
 */
export type { CasesPort } from './cases-port.ts';
export { createIngest } from './ingest.ts';
export type { IncomingFile, Ingest, IngestDeps } from './ingest-port.ts';
export { type IngestRouteDeps, type ReceiptRouteDeps, registerIngestRoutes, registerReceiptRoutes } from './routes.ts';
export { INGEST_TABLES } from './tables.ts';
export { createOtherWays, type OtherWays, type WaysInDeps } from './ways-in.ts';
export { registerWaysInRoutes } from './ways-routes.ts';
