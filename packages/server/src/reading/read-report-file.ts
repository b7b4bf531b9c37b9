import { readPdfText, UnreadablePdf } from '@overread/documents';
import {
  type ReportDocument,
  type ReportFormat,
  readDicomReport,
  readDocx,
  readFhir,
  readHl7,
  readRtf,
  reportFormat,
  type StatedFacts,
  UnreadableReport,
} from '@overread/documents/read/index.ts';
import { type ReportLanguage, reportLanguage, splitSections } from '@overread/findings';
import type { SectionName } from '@overread/findings/model.ts';
import { wordedProblem } from '../platform/problems.ts';
import { type ReportFacts, reportFacts } from './report-facts.ts';
import { pictureSize } from './scan/picture-size.ts';

/** A written report as it was handed in. `mediaType` is what the sender called it; the bytes decide. */
export interface ReportUpload {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a written report says. `text` has line feeds only and composed accents; sections are cut out of it. */
export interface ReadReport extends ReportFacts {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
  readonly sections: Partial<Record<SectionName, string>>;
  readonly pages: number;
  /** ISO 639-1; empty where it is not plain. */
  readonly language: ReportLanguage | '';
  /** The study that a DICOM object says it belongs to; empty for what came on its own. */
  readonly studyInstanceUid: string;
}

/** Words of a report before it is known what they say. `scan`: there are pictures of pages and no words. */
export type TakenReport =
  | { readonly kind: 'words'; readonly format: ReportFormat; readonly words: ReportWords }
  | { readonly kind: 'scan'; readonly format: ReportFormat; readonly bytes: Uint8Array };

interface ReportWords {
  readonly text: string;
  /** A letterhead or a signature may stand in a footer. */
  readonly margins: string;
  readonly pages: number;
  readonly stated: Partial<StatedFacts>;
}

/** More text than any report has; what is longer is another kind of file. */
const MOST_TEXT_BYTES = 1024 * 1024;
/** As much as the picture of a page may have of a text layer: a stamp, a page number, a cover sheet. */
const FEW_LETTERS = 300;
const FEWEST_LETTERS = 3;

const FILES: Readonly<Record<ReportFormat, readonly [mediaType: string, ending: string]>> = {
  pdf: ['application/pdf', '.pdf'],
  text: ['text/plain', '.txt'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx'],
  rtf: ['application/rtf', '.rtf'],
  dicom: ['application/dicom', '.dcm'],
  hl7: ['application/hl7-v2', '.hl7'],
  fhir: ['application/fhir+json', '.json'],
  picture: ['', ''],
  'old-office': ['', ''],
  other: ['', ''],
};

/** Reads a report in any of its formats, told by content. Throws a problem in words for everything else, scans too. */
export async function readReportFile(upload: ReportUpload, place: string): Promise<ReadReport> {
  const taken = await takeReport(upload);
  if (taken.kind === 'scan') throw wordedProblem(422, taken.format === 'picture' ? 'report.picture' : 'pdf.no-text');
  return understand(upload.fileName, taken, place);
}

/** The words in a report that came, or that it is a scan of one. */
export async function takeReport({ bytes }: ReportUpload): Promise<TakenReport> {
  if (bytes.byteLength === 0) throw wordedProblem(422, 'report.empty');
  const format = reportFormat(bytes);
  if (format === 'picture') return { kind: 'scan', format, bytes };
  if (format === 'pdf') return takePdf(bytes, format, {});
  const { text, stated, attached } = documentOf(format, bytes);
  const hasPdf = attached !== undefined && reportFormat(attached.bytes) === 'pdf';
  // Words that stand beside a PDF are mostly its title: the PDF is the report.
  if (hasPdf && lettersOf(text) < FEW_LETTERS) return takePdf(attached.bytes, format, stated);
  return { kind: 'words', format, words: { text: clean(text), margins: '', pages: 1, stated } };
}

/** Cuts sections out of a report's words and reads its facts; what a format states beside them is believed first. */
export function understand(
  fileName: string,
  { format, words }: Extract<TakenReport, { kind: 'words' }>,
  place: string,
): ReadReport {
  const { text, margins, pages, stated } = words;
  if (lettersOf(text) < FEWEST_LETTERS) throw wordedProblem(422, 'report.empty');
  const [mediaType, ending] = FILES[format];
  const { studyInstanceUid = '', ...known } = stated;
  return {
    fileName: fileNameOf(fileName, ending),
    mediaType,
    text,
    sections: splitSections(text).sections,
    ...reportFacts(`${text}\n${margins}`, place),
    ...known,
    pages,
    language: reportLanguage(text),
    studyInstanceUid,
  };
}

/** Name and kind under which a scan is kept: a photograph by its own kind, all else by its format. */
export function scanOf(upload: ReportUpload, { format }: TakenReport) {
  const picture = format === 'picture' ? (pictureSize(upload.bytes)?.mediaType ?? null) : FILES[format][0];
  if (picture === null) throw wordedProblem(422, 'scan.kind');
  const ending = format === 'picture' ? `.${picture.slice('image/'.length).replace('jpeg', 'jpg')}` : FILES[format][1];
  return { format, mediaType: picture, fileName: fileNameOf(upload.fileName, ending) };
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

async function takePdf(bytes: Uint8Array, format: ReportFormat, stated: Partial<StatedFacts>): Promise<TakenReport> {
  const { text, margins, pages, hasText, pagesWithoutText } = await pdfText(bytes);
  const isScan = !hasText || (pagesWithoutText.length > 0 && lettersOf(text) < FEW_LETTERS);
  if (isScan) return { kind: 'scan', format, bytes };
  return {
    kind: 'words',
    format,
    words: { text: clean(text), margins: clean(margins.join('\n')), pages, stated },
  };
}

async function pdfText(bytes: Uint8Array) {
  try {
    return await readPdfText(bytes);
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    throw wordedProblem(error.reason === 'too-large' ? 413 : 422, `pdf.${error.reason}`);
  }
}

const READERS: Partial<Record<ReportFormat, (bytes: Uint8Array) => ReportDocument>> = {
  docx: readDocx,
  rtf: readRtf,
  dicom: readDicomReport,
  hl7: readHl7,
  fhir: readFhir,
};

function documentOf(format: ReportFormat, bytes: Uint8Array): ReportDocument {
  try {
    const read = READERS[format];
    if (read !== undefined) return read(bytes);
    if (format === 'text') return { text: plainText(bytes), stated: {} };
    throw new UnreadableReport(format === 'old-office' ? 'old-office' : 'kind-unread');
  } catch (error) {
    if (!(error instanceof UnreadableReport)) throw error;
    throw wordedProblem(error.fault === 'too-large' ? 413 : 422, `report.${error.fault}`);
  }
}

function plainText(bytes: Uint8Array): string {
  if (bytes.byteLength > MOST_TEXT_BYTES) throw wordedProblem(413, 'report.too-large');
  return decode(bytes);
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
export function fileNameOf(name: string, ending: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{C}:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const stem = plain
    .replace(/\.(?:pdf|txt|text|docx|rtf|dcm|hl7|json|jpe?g|png|webp)$/i, '')
    .slice(0, 100)
    // A cut through a character leaves half of it, which neither the database nor a header takes.
    .replace(/\p{Cs}$/u, '')
    .trim();
  return `${/^\.*$/.test(stem) ? 'report' : stem}${ending}`;
}
