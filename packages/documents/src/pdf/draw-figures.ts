import type { Block, Figure } from './blocks.ts';
import { COLORS, type PageFlow, type TextStyle } from './page-flow.ts';

const CAPTION: TextStyle = { face: 'sans', size: 8.8, leading: 12.6, color: COLORS.ink };
const LABEL: TextStyle = { face: 'sansBold', size: 8.4, leading: 11, color: COLORS.mark };
const GAP = 16;
const HIGHEST = 250;
const RING = 9;

interface Placed {
  readonly figure: Figure;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** Pictures in rows of two; a row with its captions stays on one page. */
export function drawFigures(flow: PageFlow, { figures }: Extract<Block, { kind: 'figures' }>): void {
  const column = (flow.width - GAP) / 2;
  for (let at = 0; at < figures.length; at += 2) {
    const row = figures
      .slice(at, at + 2)
      .map((figure, i) => place(flow, figure, flow.left + i * (column + GAP), column));
    const picture = Math.max(...row.map(({ height }) => height));
    const words = Math.max(...row.map(({ lines }) => lines.length)) * CAPTION.leading;
    flow.skip(4);
    flow.need(picture + 4 + words);
    for (const placed of row) drawOne(flow, placed, flow.y + picture + 4);
    flow.y += picture + 4 + words + 10;
  }
}

function place(flow: PageFlow, figure: Figure, left: number, column: number): Placed {
  // pdfkit's types leave this method out.
  const { openImage } = flow.doc as unknown as { openImage(source: Buffer): { width: number; height: number } };
  const picture = openImage.call(flow.doc, Buffer.from(figure.image));
  const scale = Math.min(column / picture.width, HIGHEST / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { figure, left, width, height, lines: flow.break(figure.caption, CAPTION, column) };
}

function drawOne(flow: PageFlow, { figure, left, width, height, lines }: Placed, captionTop: number): void {
  const top = flow.y;
  const box: [number, number, number, number] = [left, top, left + width, top + height];
  flow.tagged(flow.element('Figure', flow.root, { alt: figure.alt, bbox: box }), 'Figure', () => {
    flow.doc.image(Buffer.from(figure.image), left, top, { width, height });
    flow.doc.save().rect(left, top, width, height).clip();
    for (const { label, points } of figure.marks) {
      drawMark(
        flow,
        label,
        points.map(([x, y]) => [left + x * width, top + y * height]),
      );
    }
    flow.doc.restore();
  });
  flow.tagged(flow.element('Caption'), 'Caption', () => {
    for (const [i, line] of lines.entries()) flow.line(line, left, captionTop + i * CAPTION.leading, CAPTION);
  });
}

/** A light line in a dark one: it is seen on every grey. */
function drawMark(flow: PageFlow, label: string, [a, b]: readonly (readonly number[])[]): void {
  if (a === undefined) return;
  const [x = 0, y = 0] = a;
  for (const [width, color] of [[2.6, '#000000'] as const, [1.1, COLORS.mark] as const]) {
    flow.doc.lineWidth(width).strokeColor(color);
    if (b === undefined) flow.doc.circle(x, y, RING).stroke();
    else
      flow.doc
        .moveTo(x, y)
        .lineTo(b[0] ?? x, b[1] ?? y)
        .stroke();
  }
  const [endX = x, endY = y] = b ?? a;
  const [labelX, labelY] = [endX + (b === undefined ? RING + 2 : 4), endY - LABEL.leading];
  const wide = flow.fonts.width(label, LABEL.face, LABEL.size);
  flow.doc.rect(labelX - 1.5, labelY, wide + 3, LABEL.leading).fill('#000000');
  flow.line(label, labelX, labelY, LABEL);
}
