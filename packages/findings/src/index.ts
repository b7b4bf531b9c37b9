/** Reports read and compared; runs in Node and in the browser. */
export { compareGraded, compareReports, type GradedComparison } from './compare/compare-reports.ts';
export type {
  Difference,
  Finding,
  GradedPair,
  Pair,
  Presence,
  Relation,
  Report,
  ReportComparison,
  SectionName,
} from './model.ts';
export { readReport } from './text/read-report.ts';
export { type SectionSpan, splitSections } from './text/sections.ts';
export { type Sentence, splitSentences } from './text/sentences.ts';
