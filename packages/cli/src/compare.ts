import { readFile } from 'node:fs/promises';
import { compareReports, type Finding, type Pair, type ReportComparison } from '@overread/findings';
import type { Command } from 'commander';

class UnreadableReport extends Error {}

/** Text in UTF-8 or UTF-16 with its mark, otherwise Windows-1252, as most report systems export it. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

async function pdfText(path: string, bytes: Uint8Array): Promise<string> {
  // Loaded only for a PDF: the PDF library takes longer to start than the comparison takes.
  const { readPdfText } = await import('@overread/documents/pdf/read-pdf.ts');
  try {
    const { text } = await readPdfText(bytes);
    return text;
  } catch (error) {
    throw new UnreadableReport(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readReportFile(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'this is a folder, not a report'
          : 'it cannot be opened';
    throw new UnreadableReport(`${path}: ${why}. Give the path of a report as text or PDF.`);
  }
  if (isZip(bytes))
    throw new UnreadableReport(`${path}: this is a Word or ZIP file. Save the report as PDF or plain text first.`);
  const text = isPdf(bytes) ? await pdfText(path, bytes) : decodeText(bytes);
  if (text.includes('\u0000')) throw new UnreadableReport(`${path}: this is not text. Give the report as text or PDF.`);
  if (text.trim() === '')
    throw new UnreadableReport(
      `${path}: there is no text in it. If it is a scan, run text recognition first, or type the report.`,
    );
  return text;
}

const headings = {
  differs: 'The reports differ',
  'only-original': 'Only in the first report',
  'only-second': 'Only in the second report',
  agrees: 'The reports agree',
} as const;

const grades = {
  concordant: 'Concordant: no finding differs.',
  minor: 'Minor: findings differ, none that bears on treatment or follow-up by our rules.',
  major: 'Major: at least one difference bears on treatment or follow-up by our rules.',
} as const;

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replace(/\s+/g, ' ').trim().split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function row(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, i) => wrap(cell, widths[i] ?? 20));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, n) =>
    wrapped
      .map((lines, i) => (lines[n] ?? '').padEnd(widths[i] ?? 20))
      .join('  ')
      .trimEnd(),
  );
}

/** The comparison as a table for a terminal of the given width: what differs first, then what agrees. */
export function comparisonTable(comparison: ReportComparison, width = 110): string {
  const text = (findings: readonly Finding[], id: string | null): string =>
    id === null ? '–' : (findings.find((f) => f.id === id)?.text ?? '');
  const widths = [Math.floor((width - 16) / 2), Math.floor((width - 16) / 2), 12];
  const lines = ['', grades[comparison.agreement], 'Neither is proven right.', ''];
  for (const relation of ['differs', 'only-original', 'only-second', 'agrees'] as const) {
    const pairs = comparison.pairs.filter((pair: Pair) => pair.relation === relation);
    if (pairs.length === 0) continue;
    lines.push(
      `${headings[relation]} (${pairs.length})`,
      ...row(['First report', 'Second report', 'Differs in'], widths),
      '-'.repeat(width),
    );
    for (const pair of pairs) {
      const cells = [
        text(comparison.original.findings, pair.original),
        text(comparison.second.findings, pair.second),
        pair.differsIn.join(', '),
      ];
      lines.push(...row(cells, widths));
      if (relation === 'differs') lines.push(...wrap(pair.because, width - 4).map((line) => `    ${line}`));
    }
    lines.push('');
  }
  if (comparison.pairs.length === 0)
    lines.push('No findings were found to compare. Check that both files are reports in English.', '');
  return lines.join('\n');
}

/**
 * `overread compare ORIGINAL SECOND [--json]`.
 * @returns the exit code: 0 when both reports were read, 2 when one could not be.
 */
export async function compareCommand(original: string, second: string, options: { json?: boolean }): Promise<number> {
  try {
    const [first, other] = await Promise.all([readReportFile(original), readReportFile(second)]);
    const comparison = compareReports(first, other);
    process.stdout.write(
      options.json
        ? `${JSON.stringify(comparison, null, 2)}\n`
        : `${comparisonTable(comparison, process.stdout.columns || 110)}\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableReport)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** Adds the command to the program. */
export function registerCompare(program: Command): void {
  program
    .command('compare')
    .description('compare two reports of one examination')
    .argument('<original>', 'the first report, as text or PDF')
    .argument('<second>', 'the second report, as text or PDF')
    .option('--json', 'print the comparison as JSON')
    .action(async (original: string, second: string, options: { json?: boolean }) => {
      process.exitCode = await compareCommand(original, second, options);
    });
}
