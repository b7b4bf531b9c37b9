import PDFDocument from 'pdfkit';
import type { Mark, PdfContent } from './blocks.ts';
import { breakLines } from './break-lines.ts';
import type { Face, Fonts } from './fonts.ts';
import { createFonts } from './fonts.ts';

/** Colours of the light theme (LOOK.md): ink, quiet ink, hairline, the original's blue, the second's gold. */
export const COLORS = {
  ink: '#11242a',
  quiet: '#40535a',
  line: '#c3cdcc',
  original: '#2a4d8c',
  second: '#75560a',
  /** On pictures, over black. */
  mark: '#ffd86b',
} as const;

export interface TextStyle {
  readonly face: Face;
  /** Type size and line height in points. */
  readonly size: number;
  readonly leading: number;
  readonly color: string;
}

const SIZES = { a4: [595.28, 841.89], letter: [612, 792] } as const;
const MARGIN = { top: 62, bottom: 76, side: 66 } as const;

type Element = PDFKit.PDFStructureElement;

/**
 * A document being written: pages, the place on the page, and the tree of tags that a screen reader follows (PDF/UA).
 * Everything drawn is either content of an element of that tree or an artifact.
 */
export class PageFlow {
  readonly doc: PDFKit.PDFDocument;
  readonly fonts: Fonts;
  readonly root: Element;
  readonly left = MARGIN.side;
  readonly width: number;
  y: number = MARGIN.top;
  /** Where the bars at the margin ended last, so that those of one report run through without gaps. */
  private barred: { readonly mark: Mark; readonly page: PDFKit.PDFPage; readonly bottom: number } | null = null;

  constructor(content: PdfContent) {
    const [width, height] = SIZES[content.paper];
    const createdAt = new Date(content.createdAt);
    this.doc = new PDFDocument({
      size: [width, height],
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: content.language,
      displayTitle: true,
      bufferPages: true,
      // The types know PDF/A only; pdfkit writes the PDF/UA identifier as well.
      subset: 'PDF/UA' as 'PDF/A-1',
      info: {
        Title: content.title,
        Author: content.author,
        Subject: content.subject ?? content.title,
        Creator: 'Overread',
        Producer: 'Overread',
        CreationDate: createdAt,
        ModDate: createdAt,
      },
    });
    this.fonts = createFonts(this.doc);
    this.width = width - 2 * MARGIN.side;
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get bottom(): number {
    return this.doc.page.height - MARGIN.bottom;
  }

  get atTop(): boolean {
    return this.y <= MARGIN.top;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = MARGIN.top;
  }

  /** Starts a new page unless this many points are left. */
  need(points: number): void {
    if (!this.atTop && this.y + points > this.bottom) this.newPage();
  }

  /** Leaves room, but never at the top of a page. */
  skip(points: number): void {
    if (!this.atTop) this.y += points;
  }

  /** A new element in the tree, under `parent` or under the document. */
  element(tag: string, parent: Element = this.root, options: Readonly<Record<string, unknown>> = {}): Element {
    const element = this.doc.struct(tag, options);
    parent.add(element);
    return element;
  }

  break(text: string, style: TextStyle, width: number): string[] {
    return breakLines(text, width, (line) => this.fonts.width(line, style.face, style.size));
  }

  /** Draws content of an element on the present page. */
  tagged(element: Element, tag: string, draw: () => void): void {
    const content = this.doc.markStructureContent(tag);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** Draws what a screen reader leaves out: rules, bars, repeated table heads, page numbers. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** One line of text; `top` is the upper edge of the line, whose letters stand in the middle of the leading. */
  line(text: string, x: number, top: number, style: TextStyle): void {
    let at = x;
    const baseline = top + style.leading / 2 + style.size * 0.34;
    for (const run of this.fonts.runs(text, style.face)) {
      this.doc.font(run.font).fontSize(style.size).fillColor(style.color);
      this.doc.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += this.doc.widthOfString(run.text);
    }
  }

  /** Lines of one element, over as many pages as it takes. `indent` moves them in, `mark` puts the rules at the margin. */
  lines(element: Element, tag: string, lines: readonly string[], options: LinesOptions): void {
    const { style, indent = 0, mark } = options;
    let at = 0;
    while (at < lines.length) {
      const room = Math.floor((this.bottom - this.y) / style.leading);
      const rest = lines.length - at;
      // No first or last line of a paragraph stands alone on a page.
      let take = Math.min(rest, room);
      if (take < rest && rest - take === 1 && take > 2) take -= 1;
      if (take < rest && take < 2 && !this.atTop) take = 0;
      if (take <= 0) {
        this.newPage();
        continue;
      }
      const top = this.y;
      const part = lines.slice(at, at + take);
      this.tagged(element, tag, () => {
        for (const [i, text] of part.entries()) this.line(text, this.left + indent, top + i * style.leading, style);
      });
      this.y += take * style.leading;
      if (mark !== undefined) this.bar(mark, top, this.y);
      at += take;
    }
  }

  /** Bars at the left margin beside lines; they join the bars of the same report just above. */
  bar(mark: Mark, top: number, bottom: number): void {
    const { barred } = this;
    const joins = barred !== null && barred.mark === mark && barred.page === this.doc.page && top - barred.bottom < 16;
    this.marks(mark, joins ? barred.bottom - 2 : top, bottom);
    this.barred = { mark, page: this.doc.page, bottom };
  }

  /** One bar for the original report, two for the second. */
  marks(mark: Mark, top: number, bottom: number, x: number = this.left): void {
    const bars = mark === 'original' ? [x] : [x - 1.6, x + 1.6];
    this.artifact(() => {
      for (const bar of bars) {
        this.doc.rect(bar - 0.7, top + 1, mark === 'original' ? 1.8 : 1.3, bottom - top - 2).fill(COLORS[mark]);
      }
    });
  }

  rule(y: number, x: number = this.left, width: number = this.width): void {
    this.artifact(() => {
      this.doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.6)
        .strokeColor(COLORS.line)
        .stroke();
    });
  }
}

export interface LinesOptions {
  readonly style: TextStyle;
  readonly indent?: number;
  readonly mark?: Mark | undefined;
}
