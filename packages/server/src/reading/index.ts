/**
 * The original report under its seal, drafts of the second one, and comparisons while they are made.
 *
 *     const reading = createReading({ db, blobs, keys, clock, newId, practice, cases })   // before the first command: it listens
 *     registerReadingRoutes(app, { reading })
 */

export { checkReports, keysOfReports } from './check-reports.ts';
export { type ReadReport, type ReportUpload, readReportFile } from './read-report-file.ts';
export { createReading, type KeptReport, type Reading, type ReadingDeps } from './reading.ts';
export { createReportIntake, type ReportIntake } from './report-intake.ts';
export { readerReportFrom, readerReportText } from './report-text.ts';
export { registerReadingRoutes } from './routes.ts';
export { READING_TABLES } from './tables.ts';
export { registerReportUploads, uploadOf } from './upload.ts';
