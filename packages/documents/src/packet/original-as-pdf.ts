import { letterhead, type Setting, sheet } from '../letters/letterhead.ts';
import { renderPdf } from '../pdf/render-pdf.ts';

export interface OriginalAsText {
  readonly caseNumber: string;
  readonly fileName: string;
  readonly text: string;
}

/** An original report that came as text, set as a PDF: not a word is changed, and the page says where it comes from. */
export function originalAsPdf(setting: Setting, { caseNumber, fileName, text }: OriginalAsText): Promise<Buffer> {
  const { say, practice } = setting;
  const title = say('packet.originalAsText', { caseNumber });
  return renderPdf({
    ...sheet(setting, title, caseNumber),
    blocks: [
      ...letterhead(setting),
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'paragraph',
        text: say('packet.originalAsText.lead', { file: fileName, practice: practice.name }),
        size: 'small',
      },
      ...text
        .split('\n\n')
        .map((part) => ({ kind: 'paragraph', text: part, voice: 'doctor', mark: 'original' }) as const),
    ],
  });
}
