/**
 * What is learned from a case when it is over: cases without names to teach with.
 *
 *     registerLearningRoutes(app, { db, keys, clock, say, archive, decoders, reading })
 */
export { registerLearningRoutes } from './routes.ts';
