/**
 * Erasing a case on record: its data key is destroyed with the event that says so, in one transaction; then a job gives the
 * space back. The record itself stays.
 *
 *     const erasing = createErasing({ db, blobs, keys, jobs, log, cases, rooms: [ingest, archive, reading, delivery] })
 *     registerErasingRoutes(app, { erasing, clock })
 *     await erasing.work()
 */
export { createErasing, type Erasable, type Erasing, type ErasingDeps } from './erasing.ts';
export { registerErasingRoutes } from './routes.ts';
export { ERASING_TABLES } from './tables.ts';
