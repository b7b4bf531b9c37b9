import { splitSections } from '@overread/findings';
import { EMPTY_READER_REPORT, type ReaderReport } from '@overread/rules/case/report.ts';

const SECTIONS = ['technique', 'comparison', 'findings', 'impression', 'recommendations'] as const;

/** A second report as one text: headings on lines of their own, as the comparison reads and the screen shows them. */
export function readerReportText(report: ReaderReport): string {
  return SECTIONS.filter((section) => report[section].trim() !== '')
    .map((section) => `${section.toUpperCase()}:\n${report[section].trim().replace(/\r\n?/g, '\n')}`)
    .join('\n\n');
}

/** A report from outside in the fields of a second one. Text without headings is findings. */
export function readerReportFrom(text: string): ReaderReport {
  const { sections } = splitSections(text);
  const { technique = '', comparison = '', findings = '', impression = '', recommendations = '' } = sections;
  if (findings === '' && impression === '') return { ...EMPTY_READER_REPORT, findings: text };
  return { ...EMPTY_READER_REPORT, technique, comparison, findings, impression, recommendations };
}
