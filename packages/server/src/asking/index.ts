/**
 * The guided start before there is an account, forms that go on on another device, and papers beside the report.
 *
 *     const asking = createAsking({ db, blobs, keys, clock, newId, cases })
 *     registerAskingRoutes(app, { asking, practice, readReport })
 */
export { type Asking, createAsking } from './asking.ts';
export { type FollowRouteDeps, registerFollowRoutes } from './follow-routes.ts';
export { keysOfPapers } from './papers.ts';
export { type AskingRouteDeps, registerAskingRoutes } from './routes.ts';
export { ASKING_TABLES } from './tables.ts';
