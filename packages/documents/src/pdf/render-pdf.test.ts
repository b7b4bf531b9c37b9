import { describe, expect, it } from 'vitest';
import { HAS_POPPLER, poppler } from '../../../../testing/documents/pdf-tools.ts';
import { tinyPng } from '../../../../testing/documents/tiny-png.ts';
import type { Block, PdfContent } from './blocks.ts';
import { readPdfText } from './read-pdf.ts';
import { renderPdf } from './render-pdf.ts';

function content(blocks: readonly Block[]): PdfContent {
  return {
    title: 'Título: zażółć',
    language: 'en',
    author: 'Northmoor',
    createdAt: '2026-05-20T10:00:00.000Z',
    paper: 'a4',
    foot: { left: 'Case 1', page: (page, pages) => `Page ${page} of ${pages}` },
    blocks,
  };
}

const ROW = (n: number, words = 12) => [
  [{ text: `Place ${n}` }],
  [{ text: 'seen in both planes '.repeat(words), voice: 'doctor' as const }],
];
const TABLE: Block = {
  kind: 'table',
  columns: [
    { title: 'Place', share: 0.3 },
    { title: 'Original', share: 0.7, mark: 'original' },
  ],
  rows: Array.from({ length: 30 }, (_, i) => ROW(i)),
};

describe('renderPdf', () => {
  it('gives the same bytes for the same content', async () => {
    const blocks: Block[] = [{ kind: 'heading', level: 1, text: 'Once' }, TABLE];
    const [first, second] = [await renderPdf(content(blocks)), await renderPdf(content(blocks))];
    expect(first.equals(second)).toBe(true);
  });

  it('keeps every word of texts longer than a page, in order', async () => {
    const words = Array.from({ length: 1500 }, (_, i) => `w${i}`);
    const bytes = await renderPdf(content([{ kind: 'paragraph', text: words.join(' '), mark: 'second' }]));
    const { text, pages } = await readPdfText(bytes);
    expect(pages).toBeGreaterThan(1);
    expect(text.match(/\bw\d+/g)).toEqual(words);
  });

  it('numbers every page', async () => {
    const bytes = await renderPdf(content([TABLE]));
    const { pages } = await readPdfText(bytes);
    if (!HAS_POPPLER) return;
    const numbers = poppler('pdftotext', ['PDF', '-'], bytes).match(/Page \d+ of \d+/g);
    expect(numbers).toEqual(Array.from({ length: pages }, (_, i) => `Page ${i + 1} of ${pages}`));
  });

  it('cuts a table row that is longer than a page and loses nothing of it', async () => {
    const words = Array.from({ length: 900 }, (_, i) => `c${i}`);
    const bytes = await renderPdf(
      content([{ ...TABLE, rows: [[[{ text: 'Place' }], [{ text: words.join(' '), voice: 'doctor' }]]] }]),
    );
    const { text } = await readPdfText(bytes);
    expect(text.match(/\bc\d+/g)).toEqual(words);
  });

  it('names a letter that no font has instead of losing it', async () => {
    const bytes = await renderPdf(content([{ kind: 'paragraph', text: 'Name 李, sign ≥ and ‖, Ωμέγα, Пример, ę' }]));
    const { text } = await readPdfText(bytes);
    expect(text).toContain('Name [U+674E], sign ≥ and ‖, Ωμέγα, Пример, ę');
  });

  it('gives a picture its alternative text and its caption', async () => {
    const bytes = await renderPdf(
      content([
        {
          kind: 'figures',
          figures: [
            {
              image: tinyPng(),
              alt: 'Sagittal image, ring at L4/L5',
              caption: 'T2 sagittal, 6 of 11',
              marks: [{ label: '1', points: [[0.5, 0.5]] }],
            },
          ],
        },
      ]),
    );
    expect((await readPdfText(bytes)).text).toContain('T2 sagittal, 6 of 11');
    expect(bytes.includes('/Alt (Sagittal image, ring at L4/L5)')).toBe(true);
    if (!HAS_POPPLER) return;
    const tree = poppler('pdfinfo', ['-struct', 'PDF'], bytes);
    expect(tree).toMatch(/Figure/);
  });

  it('leaves out facts without a value', async () => {
    const bytes = await renderPdf(
      content([
        {
          kind: 'facts',
          rows: [
            ['Fax', ' '],
            ['Telephone', '555 0100'],
          ],
        },
      ]),
    );
    const { text } = await readPdfText(bytes);
    expect(text).not.toContain('Fax');
    expect(text).toContain('555 0100');
  });
});

describe.skipIf(!HAS_POPPLER)('tags, seen from outside (needs poppler-utils)', () => {
  it('has a title, a language and a whole tree of tags', async () => {
    const bytes = await renderPdf(
      content([
        { kind: 'heading', level: 1, text: 'Head' },
        { kind: 'paragraph', text: 'Some words.\n\nMore words.' },
        { kind: 'heading', level: 2, text: 'Part' },
        { kind: 'list', items: ['one', 'two'] },
        TABLE,
      ]),
    );
    const info = poppler('pdfinfo', ['PDF'], bytes);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toContain('Título: zażółć');
    const tree = poppler('pdfinfo', ['-struct', 'PDF'], bytes);
    const count = (tag: string) => tree.match(new RegExp(`^\\s*${tag}\\b`, 'gm'))?.length ?? 0;
    expect([count('H1'), count('P'), count('H2'), count('LI'), count('Table')]).toEqual([1, 2, 1, 2, 1]);
    // The head is in the tree once, though it is drawn on every page.
    expect([count('TR'), count('TH'), count('TD')]).toEqual([31, 32, 30]);
    expect(tree.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(bytes.includes('pdfuaid:part')).toBe(true);
  });

  it('embeds every font', async () => {
    const bytes = await renderPdf(content([{ kind: 'paragraph', text: 'żółć ≥ Пример', voice: 'doctor' }]));
    const fonts = poppler('pdffonts', ['PDF'], bytes).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/\syes yes yes\s/);
  });
});
