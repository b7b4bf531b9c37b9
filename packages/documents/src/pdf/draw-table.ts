import type { Cell, TableBlock } from './blocks.ts';
import type { PageFlow, TextStyle } from './page-flow.ts';
import { COLORS } from './page-flow.ts';

const LEADING = 13.6;
const PAD = { x: 8, top: 5, bottom: 6 } as const;
const HEAD: TextStyle = { face: 'sansBold', size: 9, leading: LEADING, color: COLORS.ink };
/** Rows that need more lines than this may be cut over two pages; shorter ones move on as a whole. */
const WHOLE_ROW_LINES = 14;

interface Line {
  readonly text: string;
  readonly style: TextStyle;
}

/** Draws a tagged table; its head is repeated on every page it runs over (there as an artifact). */
export function drawTable(flow: PageFlow, block: TableBlock): void {
  const table = flow.element('Table');
  flow.skip(4);
  flow.need(LEADING * 5);
  drawHead(flow, block, table);
  for (const row of block.rows) drawRow(flow, block, table, row);
  flow.y += 6;
}

function columnLefts(flow: PageFlow, block: TableBlock): number[] {
  let x = flow.left;
  return block.columns.map((column) => {
    const left = x;
    x += column.share * flow.width;
    return left;
  });
}

/** Width for text in a column, in points. */
function innerWidth(flow: PageFlow, block: TableBlock, i: number): number {
  const column = block.columns[i] as TableBlock['columns'][number];
  return column.share * flow.width - PAD.x - inset(block, i);
}

function inset(block: TableBlock, i: number): number {
  return block.columns[i]?.mark === undefined ? 0 : PAD.x;
}

/** Where a line of a column begins: at its start, or so that it ends at its end. */
function lineLeft(flow: PageFlow, block: TableBlock, i: number, { text, style }: Line): number {
  const left = (columnLefts(flow, block)[i] as number) + inset(block, i);
  if (block.columns[i]?.end !== true) return left;
  const spare = innerWidth(flow, block, i) - flow.fonts.width(text, style.face, style.size);
  return left + Math.max(0, spare);
}

function drawHead(flow: PageFlow, block: TableBlock, table: PDFKit.PDFStructureElement | null): void {
  const titles = block.columns.map((column, i) => flow.break(column.title, HEAD, innerWidth(flow, block, i)));
  const lines = Math.max(...titles.map((title) => title.length));
  const row = table === null ? null : flow.element('TR', table);
  const top = flow.y + PAD.top;
  for (const [i, title] of titles.entries()) {
    const draw = () => {
      const color = block.columns[i]?.mark === undefined ? HEAD.color : COLORS[block.columns[i].mark];
      const style = { ...HEAD, color };
      for (const [n, text] of title.entries())
        flow.line(text, lineLeft(flow, block, i, { text, style }), top + n * LEADING, style);
    };
    if (row === null) flow.artifact(draw);
    else flow.tagged(flow.element('TH', row, { scope: 'Column' }), 'TH', draw);
  }
  const bottom = top + lines * LEADING + 3;
  drawMarks(flow, block, top, bottom);
  flow.artifact(() => {
    flow.doc
      .moveTo(flow.left, bottom)
      .lineTo(flow.left + flow.width, bottom)
      .lineWidth(1)
      .strokeColor(COLORS.ink)
      .stroke();
  });
  flow.y = bottom;
}

function drawMarks(flow: PageFlow, block: TableBlock, top: number, bottom: number): void {
  const lefts = columnLefts(flow, block);
  for (const [i, column] of block.columns.entries()) {
    if (column.mark !== undefined) flow.marks(column.mark, top, bottom, lefts[i] as number);
  }
}

function drawRow(flow: PageFlow, block: TableBlock, table: PDFKit.PDFStructureElement, cells: readonly Cell[]): void {
  const laid = block.columns.map((_, i) => layCell(flow, cells[i] ?? [], innerWidth(flow, block, i)));
  const total = Math.max(1, ...laid.map((lines) => lines.length));
  const row = flow.element('TR', table);
  const elements = laid.map((_, i) =>
    i === 0 ? flow.element('TH', row, { scope: 'Row' }) : flow.element('TD', row, {}),
  );
  const height = PAD.top + PAD.bottom;
  let at = 0;
  while (at < total) {
    const fits = Math.floor((flow.bottom - flow.y - height) / LEADING);
    const rest = total - at;
    const whole = rest <= WHOLE_ROW_LINES;
    if (!flow.atTop && fits < (whole ? rest : 3)) {
      flow.newPage();
      drawHead(flow, block, null);
      continue;
    }
    const take = Math.min(rest, Math.max(1, fits));
    drawSlice(flow, block, { laid, elements, at, take });
    at += take;
  }
}

interface Slice {
  readonly laid: readonly (readonly Line[])[];
  readonly elements: readonly PDFKit.PDFStructureElement[];
  readonly at: number;
  readonly take: number;
}

function drawSlice(flow: PageFlow, block: TableBlock, slice: Slice): void {
  const start = flow.y;
  const top = start + PAD.top;
  for (const [i, lines] of slice.laid.entries()) {
    const part = lines.slice(slice.at, slice.at + slice.take);
    const element = slice.elements[i] as PDFKit.PDFStructureElement;
    flow.tagged(element, i === 0 ? 'TH' : 'TD', () => {
      for (const [n, line] of part.entries())
        flow.line(line.text, lineLeft(flow, block, i, line), top + n * LEADING, line.style);
    });
  }
  flow.y = top + slice.take * LEADING + PAD.bottom;
  drawMarks(flow, block, start, flow.y);
  flow.rule(flow.y);
}

function layCell(flow: PageFlow, cell: Cell, width: number): Line[] {
  return cell.flatMap((part) => {
    const style = cellStyle(part);
    return flow.break(part.text, style, width).map((text) => ({ text, style }));
  });
}

function cellStyle(part: Cell[number]): TextStyle {
  const color = part.faint ? COLORS.quiet : COLORS.ink;
  if (part.voice === 'doctor') {
    return { face: part.strong ? 'serifBold' : 'serif', size: 9.6, leading: LEADING, color };
  }
  const plain = part.faint ? 'sansItalic' : 'sans';
  return { face: part.strong ? 'sansBold' : plain, size: 9.4, leading: LEADING, color };
}
