/**
 * The directory of readers, suggestions with their reasons, offers.
 *
 *     const matching = createMatching({ db, clock, newId, say, cases })
 *     registerMatchingRoutes(app, { matching, clock })
 */
export { createMatching, type Matching, type MatchingDeps, type Offering } from './matching.ts';
export { registerMatchingRoutes } from './routes.ts';
export { MATCHING_TABLES } from './tables.ts';
