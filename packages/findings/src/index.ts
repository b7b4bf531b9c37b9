/** Reports read and compared; runs in Node and in the browser. */
export { compareGraded, compareReports, type GradedComparison } from './compare/compare-reports.ts';
export { GRADE_BY_RULE } from './compare/grade.ts';
export { cleanReportText, isTelling, namedIn } from './deidentify/clean-report-text.ts';
export type {
  Classification,
  Difference,
  Finding,
  GradedPair,
  GradeRule,
  Pair,
  Presence,
  Relation,
  Report,
  ReportComparison,
  SectionName,
} from './model.ts';
export { type ReportLanguage, reportLanguage, UNDERSTOOD } from './text/language.ts';
export { standingAt } from './text/presence-at.ts';
export { readReport } from './text/read-report.ts';
export { type SectionSpan, splitSections } from './text/sections.ts';
export { type Sentence, splitSentences } from './text/sentences.ts';
