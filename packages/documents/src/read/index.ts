/** Reports as they come from outside, read: what format a file has, its text, what it states beside the text. */
export { isReportObject, readDicomReport } from './read-dicom-report.ts';
export { readDocx } from './read-docx.ts';
export { readFhir } from './read-fhir.ts';
export { readHl7 } from './read-hl7.ts';
export { readRtf } from './read-rtf.ts';
export type { ReportDocument, StatedFacts } from './report-document.ts';
export { type ReportFormat, reportFormat } from './report-format.ts';
export { type ReportFault, UnreadableReport } from './unreadable-report.ts';
