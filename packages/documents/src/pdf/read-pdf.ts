import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Page, withoutMargins } from './page-margins.ts';
import type { TextRun } from './text-layout.ts';
import { layLines, linesText } from './text-layout.ts';

export type UnreadableReason = 'encrypted' | 'damaged' | 'not-a-pdf' | 'too-large';

/** A PDF that cannot be read at all. A scan can be read: its `hasText` is false. */
export class UnreadablePdf extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, options?: ErrorOptions) {
    super(MESSAGES[reason], options);
    this.name = 'UnreadablePdf';
    this.reason = reason;
  }
}

const MESSAGES: Readonly<Record<UnreadableReason, string>> = {
  encrypted: 'The PDF is locked with a password. Save a copy without the password and send that one.',
  damaged: 'The PDF is damaged. Get the file once more, or type the report.',
  'not-a-pdf': 'The file is not a PDF. Send a PDF or a plain text file.',
  'too-large': 'The PDF is too large for a report (more than 50 MB or 300 pages). Send the pages of the report alone.',
};

export interface PdfText {
  /** What is written on the pages, without what a printer adds to each of them. */
  readonly text: string;
  /** Running headers, footers and page numbers, each once (page numbers for every page). */
  readonly margins: readonly string[];
  readonly pages: number;
  /** False for a scan: "this PDF has no text". */
  readonly hasText: boolean;
  /** Numbers (from 1) of pages without any text: scanned pages among others. */
  readonly pagesWithoutText: readonly number[];
}

const MOST_BYTES = 50 * 1024 * 1024;
const MOST_PAGES = 300;
/** A page number or a stamp is no report: fewer letters than this in the whole file count as "no text". */
const FEWEST_LETTERS = 20;

/**
 * The text of a PDF in reading order, made from the positions of its letters: lines as printed (words that are hyphenated at a
 * line's end stay so), a blank line between paragraphs and pages; headers that repeat on every page once, footers and page numbers apart.
 * Nothing in the file is run or fetched. Throws `UnreadablePdf`.
 */
export async function readPdfText(bytes: Uint8Array): Promise<PdfText> {
  if (bytes.byteLength > MOST_BYTES) throw new UnreadablePdf('too-large');
  if (!looksLikePdf(bytes)) throw new UnreadablePdf('not-a-pdf');
  const task = getDocument({
    // pdf.js takes the buffer away from its owner, so it gets a copy.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json'))),
    cMapPacked: true,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw new UnreadablePdf('too-large');
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await readPage(await document.getPage(number)));
    }
    return toText(pages);
  } catch (cause) {
    if (cause instanceof UnreadablePdf) throw cause;
    const encrypted = cause instanceof Error && cause.name === 'PasswordException';
    throw new UnreadablePdf(encrypted ? 'encrypted' : 'damaged', { cause });
  } finally {
    await task.destroy();
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** PDF 32000-1, 7.5.2 and Annex H: the header stands within the first 1024 bytes. */
function looksLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

type Angle = 0 | 90 | 180 | 270;

async function readPage(page: PdfPage): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: false });
  const byAngle = new Map<Angle, TextRun[]>();
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const matrix = multiply(viewport.transform, item.transform);
    const placed = place(item.str, item.width, matrix);
    byAngle.set(placed.angle, [...(byAngle.get(placed.angle) ?? []), placed.run]);
  }
  page.cleanup();
  // Text that stands on its side (a stamp, a whole page scanned sideways) is read as its own block after the rest.
  const blocks = [...byAngle.values()].sort((a, b) => letters(b) - letters(a));
  return { height: viewport.height, lines: blocks.flatMap(layLines) };
}

function letters(runs: readonly TextRun[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0);
}

/** Turns a run so that its text goes from left to right, whatever way it stands on the page. */
function place(text: string, width: number, matrix: readonly number[]): { angle: Angle; run: TextRun } {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = matrix;
  const angle = ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) * 90 + 360) % 360) as Angle;
  const turned = { 0: [x, y], 90: [y, -x], 180: [-x, -y], 270: [-y, x] }[angle] as [number, number];
  return {
    angle,
    run: { text: clean(text), x: turned[0], y: turned[1], width, size: Math.max(Math.hypot(c, d), 1) },
  };
}

/** Composed accents (NFC), no control characters: PostgreSQL refuses U+0000 and nobody can read the others. */
function clean(text: string): string {
  return text.normalize('NFC').replace(/\p{Cc}/gu, ' ');
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function toText(pages: readonly Page[]): PdfText {
  const { bodies, margins } = withoutMargins(pages);
  const text = bodies
    .map(linesText)
    .filter((page) => page !== '')
    .join('\n\n');
  return {
    text,
    margins,
    pages: pages.length,
    hasText: (text.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS,
    pagesWithoutText: pages.flatMap((page, i) => (page.lines.length === 0 ? [i + 1] : [])),
  };
}
