import type { Block } from './blocks.ts';
import { renderPdf } from './render-pdf.ts';

export interface PlainReport {
  readonly title: string;
  readonly facility: { readonly name: string; readonly address: string };
  /** Labels and values under the heading: patient, date of birth, examination, referring doctor. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Sections in the order of the report; `heading` as the facility prints it ("FINDINGS"). */
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  /** Who signed and when, as printed at the end. */
  readonly signedBy: string;
  /** ISO instant that goes into the file's own data. */
  readonly createdAt: string;
  readonly paper: 'a4' | 'letter';
}

/** An original report as a radiology facility prints it: for the demo practice, and for tests that read PDFs. */
export function plainReportPdf(report: PlainReport): Promise<Buffer> {
  const blocks: Block[] = [
    { kind: 'paragraph', text: report.facility.name, strong: true },
    { kind: 'paragraph', text: report.facility.address.split('\n').join(' · '), size: 'small' },
    { kind: 'rule' },
    { kind: 'heading', level: 1, text: report.title },
    { kind: 'facts', rows: report.facts },
    ...report.sections.flatMap((section): Block[] => [
      { kind: 'heading', level: 2, text: section.heading },
      { kind: 'paragraph', text: section.text, voice: 'doctor' },
    ]),
    { kind: 'space', points: 12 },
    { kind: 'paragraph', text: report.signedBy },
  ];
  return renderPdf({
    title: report.title,
    language: 'en',
    author: report.facility.name,
    createdAt: report.createdAt,
    paper: report.paper,
    foot: { left: report.facility.name, page: (page, pages) => `${page} / ${pages}` },
    blocks,
  });
}
