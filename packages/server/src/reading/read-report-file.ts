import { readPdfText, UnreadablePdf } from '@overread/documents';
import { splitSections } from '@overread/findings';
import type { SectionName } from '@overread/findings/model.ts';
import { wordedProblem } from '../platform/problems.ts';
import { reportFacts } from './report-facts.ts';

/** A written report as it was handed in. `mediaType` is what the sender called it; the bytes decide. */
export interface ReportUpload {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a written report says. `text` has line feeds only and composed accents; sections are cut out of it. */
export interface ReadReport {
  readonly fileName: string;
  readonly mediaType: 'application/pdf' | 'text/plain';
  readonly text: string;
  readonly sections: Partial<Record<SectionName, string>>;
  readonly author: string;
  readonly facility: string;
  readonly date: string;
  readonly pages: number;
}

/** More text than any report has; what is longer is another kind of file. */
const MOST_TEXT_BYTES = 1024 * 1024;
const FEWEST_LETTERS = 3;

/** Reads a PDF with text, or plain text in UTF-8, UTF-16 or Latin-1. Throws a problem in words for everything else. */
export async function readReportFile(upload: ReportUpload, place: string): Promise<ReadReport> {
  const { bytes } = upload;
  if (bytes.byteLength === 0) throw wordedProblem(422, 'report.empty');
  const isPdf = looksLikePdf(bytes);
  const { text, margins, pages } = isPdf ? await pdfText(bytes) : { text: plainText(bytes), margins: '', pages: 1 };
  if ((text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) throw wordedProblem(422, 'report.empty');
  return {
    fileName: fileNameOf(upload.fileName, isPdf),
    mediaType: isPdf ? 'application/pdf' : 'text/plain',
    text,
    sections: splitSections(text).sections,
    // A letterhead or a signature may stand in a footer.
    ...reportFacts(`${text}\n${margins}`, place),
    pages,
  };
}

/** PDF 32000-1, Annex H: the header stands within the first 1024 bytes. */
function looksLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');
}

async function pdfText(bytes: Uint8Array): Promise<{ text: string; margins: string; pages: number }> {
  try {
    const read = await readPdfText(bytes);
    if (!read.hasText) throw wordedProblem(422, 'pdf.no-text');
    return { text: clean(read.text), margins: clean(read.margins.join('\n')), pages: read.pages };
  } catch (error) {
    if (error instanceof UnreadablePdf) {
      throw wordedProblem(error.reason === 'too-large' ? 413 : 422, `pdf.${error.reason}`);
    }
    throw error;
  }
}

function plainText(bytes: Uint8Array): string {
  if (bytes.byteLength > MOST_TEXT_BYTES) throw wordedProblem(413, 'pdf.too-large');
  const text = decode(bytes);
  // Office files, pictures and archives have zero bytes early on; a report has none.
  if (text.includes('\u0000')) throw wordedProblem(422, 'pdf.not-a-pdf');
  return clean(text);
}

/** By its byte order mark, else UTF-8, else Windows-1252 (Latin-1 and what Windows puts into its gaps). */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\f/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\uFEFF/gu, ' ')
    .trim();
}

/** A name that is safe in a header and on every disk; the ending is that of the content. */
function fileNameOf(name: string, isPdf: boolean): string {
  const ending = isPdf ? '.pdf' : '.txt';
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{C}:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const stem = plain
    .replace(/\.(?:pdf|txt|text)$/i, '')
    .slice(0, 100)
    // A cut through a character leaves half of it, which neither the database nor a header takes.
    .replace(/\p{Cs}$/u, '')
    .trim();
  return `${/^\.*$/.test(stem) ? 'report' : stem}${ending}`;
}
