import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeParcelNumber } from '@overread/rules/parcels/parcel-number.ts';
import { createSay } from '@overread/words';
import { describe, expect, it } from 'vitest';
import { HAS_POPPLER, poppler } from '../../../../testing/documents/pdf-tools.ts';
import { code128 } from '../pdf/code-128.ts';
import type { Setting } from './letterhead.ts';
import { parcelCoverSheetPdf, parcelReturnLabelPdf } from './parcel-sheet.ts';

const HAS_ZBAR = spawnSync('zbarimg', ['--version']).status === 0;
const setting = (paper: 'a4' | 'letter'): Setting => ({
  say: createSay('en', { unknown: 'throw' }),
  practice: {
    name: 'Northgate Second Opinions',
    address: '12 Harbour Street, Suite 400\nPortland, OR 97201\nUSA',
    phone: '+1 503 555 0100',
    email: 'desk@northgate.example',
  },
  paper,
  timeZone: 'UTC',
  now: '2026-11-20T09:00:00.000Z',
});
const PARCEL = {
  caseNumber: '2026-0432',
  parcelId: makeParcelNumber('5f0c1d2e-3a4b-4c5d-8e6f-708192a3b4c5'),
  wish: 'returned',
  returnTo: 'Ruth Almeida\n7 Wharf Lane\nAstoria, OR 97103',
} as const;

/** What a bar code reader sees on the page as it is printed. */
function scanned(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'overread-bars-'));
  try {
    writeFileSync(join(folder, 'sheet.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', '-singlefile', 'sheet.pdf', 'sheet'], { cwd: folder });
    return execFileSync('zbarimg', ['--quiet', '--raw', '--nodbus', 'sheet.png'], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('Code 128', () => {
  it('is made of symbols of eleven modules, whatever it says', () => {
    const text = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
    const widths = code128(text);
    expect(widths.every((modules) => modules >= 1 && modules <= 4)).toBe(true);
    expect(widths.reduce((sum, modules) => sum + modules, 0)).toBe(11 * (95 + 2) + 13);
    expect(() => code128('é')).toThrow('ASCII');
  });

  it('has the check symbol of the standard’s reckoning', () => {
    // "A": start B 104 + 33 · 1 = 137, modulo 103 is 34.
    expect(code128('A').slice(12, 18).join('')).toBe('131123');
  });
});

describe.each(['a4', 'letter'] as const)('the cover sheet of a parcel on %s', (paper) => {
  it.skipIf(!HAS_POPPLER)('is one tagged page that says where it goes, what goes in and what follows', async () => {
    const pdf = await parcelCoverSheetPdf(setting(paper), PARCEL);
    const info = poppler('pdfinfo', ['PDF'], pdf);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toMatch(paper === 'a4' ? /\(A4\)/ : /\(letter\)/);
    const text = poppler('pdftotext', ['-layout', 'PDF', '-'], pdf);
    for (const said of ['12 Harbour Street', '2026-0432', PARCEL.parcelId, 'What stays with you', '7 Wharf Lane'])
      expect(text).toContain(said);
    expect(poppler('pdfinfo', ['-struct-text', 'PDF'], pdf)).toMatch(/Figure/);
  });

  // zbarimg is in Debian's zbar-tools.
  it.skipIf(!HAS_POPPLER || !HAS_ZBAR)('has a bar code that a reader reads', async () => {
    expect(scanned(await parcelCoverSheetPdf(setting(paper), PARCEL))).toBe(PARCEL.parcelId);
    expect(scanned(await parcelReturnLabelPdf(setting(paper), PARCEL))).toBe(PARCEL.parcelId);
  });

  it.skipIf(!HAS_POPPLER)('stays on one page with a long address and every wish', async () => {
    const returnTo = Array.from({ length: 7 }, (_, i) => `A line of an address that is quite long, ${i}`).join('\n');
    for (const change of [{ wish: 'destroyed' }, { returnTo }, { returnTo: '' }] as const) {
      const pdf = await parcelCoverSheetPdf(setting(paper), { ...PARCEL, ...change });
      expect(poppler('pdfinfo', ['PDF'], pdf)).toMatch(/Pages:\s+1\n/);
    }
  });
});
