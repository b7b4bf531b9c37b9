import type { DemoReport } from '@overread/demo';
import { plainReportPdf } from '@overread/documents';

const FACT = /^([A-Z][\w ]+): (.+)$/;
const SECTION = /^([A-Z][A-Z ]+): ([\s\S]+)$/;

/** The first report of a demo case as the PDF that its facility would have printed. */
export async function reportPdf(report: DemoReport): Promise<Buffer> {
  const [head = '', ...paragraphs] = report.text.trim().split(/\n{2,}/);
  const [, title = ''] = head.split('\n');
  const sections = paragraphs.flatMap((paragraph) => {
    const [, heading, text] = SECTION.exec(paragraph) ?? [];
    return heading && text ? [{ heading, text }] : [];
  });
  const facts = paragraphs
    .slice(
      0,
      paragraphs.findIndex((paragraph) => SECTION.test(paragraph)),
    )
    .flatMap((paragraph) => paragraph.split(/\n| {3,}/))
    .flatMap((line): (readonly [string, string])[] => {
      const [, label, value] = FACT.exec(line.trim()) ?? [];
      return label && value ? [[label, value]] : [];
    });
  return await plainReportPdf({
    title,
    facility: { name: report.facility, address: '4 Dock Street, Eastport, MA 01001' },
    facts,
    sections,
    signedBy: paragraphs.at(-1) ?? '',
    createdAt: `${report.date}T12:00:00.000Z`,
    paper: 'letter',
  });
}
