import type { ReaderReport } from '@overread/rules/case/report.ts';
import type { SecondOpinion } from './opinion-input.ts';

/** Sections of a report in the order in which they are read; each is a field of `ReaderReport`. */
export const REPORT_SECTIONS = ['technique', 'comparison', 'findings', 'impression', 'recommendations'] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** The report that stands: the revised one where the reader revised it. The locked one stays beside it in the PDF. */
export function currentReport({ revised, locked }: SecondOpinion): ReaderReport {
  return revised?.report ?? locked;
}

/** LOINC codes of the sections, as DICOM SR and FHIR use them for radiology reports. */
export const SECTION_LOINC: Readonly<Record<ReportSection, string>> = {
  technique: '55111-9',
  comparison: '18834-2',
  findings: '59776-5',
  impression: '19005-8',
  recommendations: '18783-1',
};

/** LOINC code of the whole report: diagnostic imaging study. */
export const REPORT_LOINC = '18748-4';

/** Where the words of a third read differ from those of a second, by the same name. */
export function wordsFor(
  opinion: SecondOpinion,
  id: 'title' | 'subject' | 'kind' | 'report' | 'report.locked',
): string {
  return opinion.earlier === null ? `opinion.${id}` : `opinion.third.${id}`;
}

/** What the opinion is called in exchange formats. */
export function exchangeWords(
  { earlier }: Pick<SecondOpinion, 'earlier'>,
  id: 'fhir.title' | 'hl7.pdf' | 'dicom.series.pdf' | 'dicom.series.sr',
): string {
  return earlier === null ? id : `${id}.third`;
}
