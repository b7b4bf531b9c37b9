/**
 * The record of cases: commands in, events kept, work lists and case pages out.
 *
 *     const cases = createCases({ db, clock, practice })
 *     registerCaseRoutes(app, { cases, people, db, clock, newId, say })
 *
 * `people.ensurePerson` (accounts) is asked when a referrer is named or a coordinator opens a case for a patient.
 * Other rooms read requests with `readInput` and answer with `caseView`, so that a case looks the same from everywhere.
 */
export {
  type CaseListener,
  type Cases,
  type CasesGround,
  type Change,
  createCases,
  type ExecuteOptions,
  SYSTEM_ACTOR,
} from './cases.ts';
export type { KeptEvent } from './chain.ts';
export { comparedCases, differingCases } from './compared-cases.ts';
export { idText, isoDate, isoDateOrNone, longText, noteText, readInput, shortText } from './input.ts';
export { proposalTally } from './proposal-tally.ts';
export { readerReport, workingComparison } from './report-schemas.ts';
export { type CaseRouteDeps, caseOf, caseView, type People, registerCaseRoutes } from './routes.ts';
export { caseNumbers } from './store.ts';
export { CASES_TABLES } from './tables.ts';
