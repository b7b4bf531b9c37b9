import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ReportComparison } from '@overread/findings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparisonTable, decodeText } from './compare.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const run = async (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, 'compare', ...args]);
    return { code: 0, stdout, stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, stdout: failed.stdout, stderr: failed.stderr };
  }
};

/** A PDF of one page with the given lines, written by hand. */
function pdfOf(lines: readonly string[]): string {
  const content = `BT /F1 12 Tf 72 720 Td 16 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}

const first =
  'MRI KNEE\nFINDINGS: Complete tear of the ACL. The medial meniscus is intact.\nIMPRESSION: ACL rupture.\n';
const second = 'Findings: The ACL is intact. Small tear of the medial meniscus.\n';

describe('overread compare', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'overread-compare-'));
    await writeFile(at('first.txt'), first);
    await writeFile(at('second.txt'), second);
    await writeFile(
      at('second.pdf'),
      pdfOf(['MRI KNEE', 'FINDINGS: The ACL is intact.', 'Small tear of the medial meniscus.']),
    );
    await writeFile(at('empty.txt'), '  \n');
    await writeFile(at('word.docx'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    await writeFile(at('image.bin'), Buffer.from([1, 0, 2, 0, 3]));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('prints the comparison as JSON', async () => {
    const { code, stdout } = await run(at('first.txt'), at('second.txt'), '--json');
    const comparison = JSON.parse(stdout) as ReportComparison;
    expect(code).toBe(0);
    expect(comparison.agreement).toBe('major');
    expect(comparison.pairs.map((pair) => [pair.relation, ...pair.differsIn])).toEqual([
      ['differs', 'presence'],
      ['differs', 'presence'],
    ]);
    for (const one of comparison.original.findings) expect(first.slice(one.start, one.end)).toBe(one.text);
  });

  it('prints a table for people, and crowns no winner', async () => {
    const { code, stdout } = await run(at('first.txt'), at('second.txt'));
    expect(code).toBe(0);
    expect(stdout).toContain('The reports differ (2)');
    expect(stdout).toContain('Complete tear of the ACL.');
    expect(stdout).toContain('Neither is proven right.');
  });

  it('reads a PDF', async () => {
    const { code, stdout } = await run(at('first.txt'), at('second.pdf'), '--json');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as ReportComparison).agreement).toBe('major');
  });

  it.each([
    ['missing.txt', /there is no such file\. Give the path of a report/],
    ['', /this is a folder, not a report/],
    ['empty.txt', /there is no text in it/],
    ['word.docx', /Save the report as PDF or plain text first/],
    ['image.bin', /this is not text/],
  ])('refuses %j with exit code 2 and says what to do', async (name, message) => {
    const { code, stdout, stderr } = await run(at(name), at('second.txt'), '--json');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });
});

describe('text', () => {
  it('is read as UTF-8, UTF-16 or Windows-1252', () => {
    expect(decodeText(new TextEncoder().encode('Tönnis 2'))).toBe('Tönnis 2');
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x54, 0, 0xf6, 0]))).toBe('Tö');
    expect(decodeText(Uint8Array.from([0x54, 0xf6]))).toBe('Tö');
  });

  it('fits the width of the terminal', () => {
    const empty = {
      original: { sections: {}, findings: [] },
      second: { sections: {}, findings: [] },
      pairs: [],
      agreement: 'concordant',
    } as const;
    expect(comparisonTable(empty)).toContain('No findings were found to compare.');
  });
});
