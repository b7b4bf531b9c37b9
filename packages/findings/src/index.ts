/** Reports read and compared; runs in Node and in the browser. */
export { compareReports } from './compare/compare-reports.ts';
export type { Difference, Finding, Pair, Presence, Relation, Report, ReportComparison, SectionName } from './model.ts';
export { readReport } from './text/read-report.ts';
export { type SectionSpan, splitSections } from './text/sections.ts';
