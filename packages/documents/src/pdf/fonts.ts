import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unpackWoff } from './woff.ts';

/** Sans is the service speaking, serif is a doctor or the person who asked. */
export type Face = 'sans' | 'sansBold' | 'sansItalic' | 'serif' | 'serifBold' | 'serifItalic';

/** Letters of one font file in a row; `font` is the name under which the document knows the file. */
export interface GlyphRun {
  readonly text: string;
  readonly font: string;
}

export interface Fonts {
  /** Splits a line so that every letter has a font that can draw it; a letter that no font has becomes "[U+05D0]". */
  runs(text: string, face: Face): GlyphRun[];
  /** Width in points of a line at this type size. */
  width(text: string, face: Face, size: number): number;
}

/** The files of each face, by script, in the order in which they are asked; the last one holds signs such as ‖ and ≥. */
const FAMILIES: Readonly<Record<Face, { readonly family: string; readonly style: string }>> = {
  sans: { family: 'source-sans-3', style: '400-normal' },
  sansBold: { family: 'source-sans-3', style: '600-normal' },
  sansItalic: { family: 'source-sans-3', style: '400-italic' },
  serif: { family: 'source-serif-4', style: '400-normal' },
  serifBold: { family: 'source-serif-4', style: '600-normal' },
  serifItalic: { family: 'source-serif-4', style: '400-italic' },
};
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const;
const SIGNS = '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff';

/** What pdfkit keeps of an opened font, as far as it is used here (its types leave it out). */
interface OpenedFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** Makes the fonts of one document: files are read when the first letter needs them, and only drawn letters are embedded. */
export function createFonts(doc: PDFKit.PDFDocument): Fonts {
  const opened = new Map<string, OpenedFont['font']>();
  const chosen = new Map<string, string | null>();

  function open(file: string): OpenedFont['font'] {
    const known = opened.get(file);
    if (known !== undefined) return known;
    doc.registerFont(file, unpackWoff(readFileSync(fileURLToPath(import.meta.resolve(file)))));
    doc.font(file);
    const { font } = (doc as unknown as { _font: OpenedFont })._font;
    opened.set(file, font);
    return font;
  }

  function fontFor(letter: string, face: Face): string | null {
    const key = `${face} ${letter}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const { family, style } = FAMILIES[face];
    const files = [...SCRIPTS.map((script) => `@fontsource/${family}/files/${family}-${script}-${style}.woff`), SIGNS];
    const codePoint = letter.codePointAt(0) ?? 0;
    const found = files.find((file) => open(file).hasGlyphForCodePoint(codePoint)) ?? null;
    chosen.set(key, found);
    return found;
  }

  function runs(text: string, face: Face): GlyphRun[] {
    const result: { text: string; font: string }[] = [];
    for (const letter of clean(text)) {
      const font = fontFor(letter, face);
      const last = result.at(-1);
      const piece = font === null ? nameOf(letter) : letter;
      const drawn = font ?? fontFor('U', face) ?? SIGNS;
      if (last !== undefined && last.font === drawn) last.text += piece;
      else result.push({ text: piece, font: drawn });
    }
    return result;
  }

  // Lines are measured anew with every word that is added, so words are measured once (at size 1000).
  const measured = new Map<string, number>();

  function wordWidth(word: string, face: Face): number {
    const key = `${face} ${word}`;
    const known = measured.get(key);
    if (known !== undefined) return known;
    const sum = runs(word, face).reduce(
      (total, run) => total + doc.font(run.font).fontSize(1000).widthOfString(run.text),
      0,
    );
    measured.set(key, sum);
    return sum;
  }

  function width(text: string, face: Face, size: number): number {
    const words = text.split(' ');
    const spaces = (words.length - 1) * wordWidth(' ', face);
    return ((words.reduce((sum, word) => sum + (word === '' ? 0 : wordWidth(word, face)), 0) + spaces) * size) / 1000;
  }

  return { runs, width };
}

/** Composed accents, plain spaces, nothing that cannot be seen. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\u2000-\u200a\u202f]/g, ' ')
    .replace(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]/gu, '');
}

function nameOf(letter: string): string {
  return `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
