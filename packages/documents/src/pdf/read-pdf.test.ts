import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { plainReportPdf } from './plain-report.ts';
import { readPdfText, UnreadablePdf } from './read-pdf.ts';

function pdf(draw: (doc: PDFKit.PDFDocument) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const doc = new PDFDocument(options);
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(parts))));
  draw(doc);
  doc.end();
  return done;
}

async function reasonOf(bytes: Uint8Array): Promise<string> {
  const error = await readPdfText(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof UnreadablePdf ? error.reason : `not refused: ${String(error)}`;
}

const FINDINGS = 'Lésion hyperintense du ménisque médial; Größe 7 × 4 mm, żółć, ≥ 2 planes.';

describe('readPdfText', () => {
  it('reads a report with its sections, accents and signs', async () => {
    const bytes = await plainReportPdf({
      title: 'MRI of the left knee',
      facility: { name: 'Harbour Imaging', address: '1 Pier Road\nOakland' },
      facts: [['Patient', 'ALMEIDA, RUTH']],
      sections: [
        { heading: 'FINDINGS', text: FINDINGS },
        { heading: 'IMPRESSION', text: 'Tear of the medial meniscus.' },
      ],
      signedBy: 'Signed by P. Dressler',
      createdAt: '2026-04-22T10:00:00Z',
      paper: 'a4',
    });
    const { text, margins, pages, hasText, pagesWithoutText } = await readPdfText(bytes);
    expect({ pages, hasText, pagesWithoutText }).toEqual({ pages: 1, hasText: true, pagesWithoutText: [] });
    expect(text).toContain(`\n\nFINDINGS\n${FINDINGS}\n\nIMPRESSION\nTear of the medial meniscus.`);
    expect(text).toContain('Patient  ALMEIDA, RUTH');
    expect(text.endsWith('Signed by P. Dressler')).toBe(true);
    expect(margins).toEqual(['Harbour Imaging  1 / 1']);
  });

  it('leaves the bytes it was given as they were', async () => {
    const bytes = await pdf((doc) => doc.text('A report of some length, with words in it.'));
    const before = Buffer.from(bytes);
    await readPdfText(bytes);
    expect(bytes.equals(before)).toBe(true);
  });

  it('reads two columns one after the other', async () => {
    const words = Array.from({ length: 160 }, (_, i) => `word${i}`).join(' ');
    const bytes = await pdf((doc) =>
      doc.fontSize(10).text(words, 72, 100, { columns: 2, columnGap: 30, width: 460, height: 200 }),
    );
    const { text } = await readPdfText(bytes);
    const order = [...text.matchAll(/word(\d+)/g)].map((match) => Number(match[1]));
    expect(order).toEqual(Array.from({ length: 160 }, (_, i) => i));
  });

  it('keeps a repeated header once, and footers apart from the text', async () => {
    const bytes = await pdf(
      (doc) => {
        for (let page = 1; page <= 3; page += 1) {
          if (page > 1) doc.addPage();
          doc.text('ALMEIDA, RUTH  MRN 4711', 50, 30, { lineBreak: false });
          doc.text(`Findings go on over page ${page} here.`, 50, 300, { lineBreak: false });
          doc.text(`Page ${page} of 3`, 50, 770, { lineBreak: false });
        }
      },
      { margin: 0 },
    );
    const { text, margins, pages } = await readPdfText(bytes);
    expect(pages).toBe(3);
    expect(text.match(/ALMEIDA/g)).toHaveLength(1);
    expect(text).not.toMatch(/Page \d/);
    expect(margins).toEqual(['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3']);
    expect(text.match(/over page \d/g)).toEqual(['over page 1', 'over page 2', 'over page 3']);
  });

  it('takes nothing of the text for a footer, however low it stands and whatever numbers it has', async () => {
    const low = ['Follow-up in 1 / 2 year.', '7', 'Grade 1 of 4', 'L4/5: 3 mm   2 / 3'];
    const bytes = await pdf(
      (doc) => {
        doc.text('Findings that begin high on the page and go on.', 50, 300, { lineBreak: false });
        for (const [i, line] of low.entries()) doc.text(line, 50, 722 + 14 * i, { lineBreak: false });
      },
      { margin: 0 },
    );
    const { text, margins } = await readPdfText(bytes);
    for (const line of low) expect(text.replace(/ +/g, ' ')).toContain(line.replace(/ +/g, ' '));
    expect(margins).toEqual([]);
  });

  it('reads a page that lies on its side', async () => {
    const bytes = await pdf((doc) => {
      doc.rotate(90, { origin: [300, 300] });
      doc.text('The first line of a sideways page', 100, 200, { lineBreak: false });
      doc.text('and the second line of it', 100, 216, { lineBreak: false });
    });
    expect((await readPdfText(bytes)).text).toBe('The first line of a sideways page\nand the second line of it');
  });

  it('says that a scan has no text, and which pages have none', async () => {
    const scan = await pdf((doc) => {
      doc.rect(50, 50, 300, 200).fill('#888888');
    });
    expect(await readPdfText(scan)).toEqual({ text: '', margins: [], pages: 1, hasText: false, pagesWithoutText: [1] });
    const mixed = await pdf((doc) => {
      doc.text('A page that was written by a computer.');
      doc.addPage().rect(50, 50, 300, 200).fill('#888888');
    });
    expect(await readPdfText(mixed)).toMatchObject({ hasText: true, pages: 2, pagesWithoutText: [2] });
  });

  it('does not take a stamp for a report', async () => {
    const bytes = await pdf((doc) => doc.text('COPY 12.05.2026'));
    expect((await readPdfText(bytes)).hasText).toBe(false);
  });

  it('refuses with a reason what it cannot read', async () => {
    const whole = await pdf((doc) => doc.text('A report of some length, with words in it.'));
    const locked = await pdf((doc) => doc.text('Secret words'), { userPassword: 'apple', pdfVersion: '1.7' });
    expect(await reasonOf(locked)).toBe('encrypted');
    expect(await reasonOf(Buffer.from('PK\u0003\u0004 no pdf'))).toBe('not-a-pdf');
    expect(await reasonOf(Buffer.alloc(0))).toBe('not-a-pdf');
    expect(await reasonOf(Buffer.from('%PDF-1.7\nnothing behind it'))).toBe('damaged');
    expect(await reasonOf(Buffer.concat([whole, Buffer.alloc(51 * 1024 * 1024)]))).toBe('too-large');
  });
});
