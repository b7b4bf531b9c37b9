import type { Block, DrawnSignature, PdfContent } from './blocks.ts';
import { code128 } from './code-128.ts';
import { drawFigures } from './draw-figures.ts';
import { drawTable } from './draw-table.ts';
import type { TextStyle } from './page-flow.ts';
import { COLORS, PageFlow } from './page-flow.ts';
import { addSignatureField } from './signature-field.ts';

/**
 * Makes a tagged PDF (structure tree, language, title, PDF/UA identifier, embedded fonts). The same content always gives
 * the same bytes: there is no clock and no chance in it.
 */
export async function renderPdf(content: PdfContent): Promise<Buffer> {
  const flow = new PageFlow(content);
  const bytes = collect(flow.doc);
  for (const [i, block] of content.blocks.entries()) drawBlock(flow, block, content.blocks[i + 1]);
  drawFeet(flow, content);
  if (content.signature !== undefined) addSignatureField(flow, content.signature);
  flow.root.end();
  flow.doc.end();
  return bytes;
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

const HEADINGS: Readonly<Record<1 | 2 | 3, TextStyle & { readonly before: number; readonly after: number }>> = {
  1: { face: 'sansBold', size: 21, leading: 25, color: COLORS.ink, before: 4, after: 8 },
  2: { face: 'sansBold', size: 13, leading: 17, color: COLORS.ink, before: 13, after: 4 },
  3: { face: 'sansBold', size: 9.6, leading: 13, color: COLORS.quiet, before: 9, after: 1 },
};

/** Room left of the text for the rules that say whose report it is. */
const MARK_INDENT = 12;

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;
type Drawers = { readonly [K in Block['kind']]: (flow: PageFlow, block: BlockOf<K>, next: Block | undefined) => void };

const DRAWERS: Drawers = {
  heading: drawHeading,
  paragraph: drawParagraph,
  address: drawAddress,
  list: drawList,
  facts: drawFacts,
  table: drawTable,
  figures: drawFigures,
  barcode: drawBarcode,
  rule: (flow) => {
    flow.skip(10);
    flow.rule(flow.y);
    flow.y += 10;
  },
  space: (flow, block) => flow.skip(block.points),
  newPage: (flow) => {
    if (!flow.atTop) flow.newPage();
  },
  signature: drawSignature,
};

function drawBlock(flow: PageFlow, block: Block, next: Block | undefined): void {
  const draw = DRAWERS[block.kind] as (flow: PageFlow, block: Block, next: Block | undefined) => void;
  draw(flow, block, next);
}

function drawHeading(flow: PageFlow, block: BlockOf<'heading'>, next: Block | undefined): void {
  const { before, after, ...plain } = HEADINGS[block.level];
  const style = block.mark === undefined ? plain : { ...plain, color: COLORS[block.mark] };
  const indent = block.mark === undefined ? 0 : MARK_INDENT;
  const lines = balanced(flow, block.text, style, flow.width - indent);
  flow.skip(before);
  // A heading never stands alone at the foot of a page; before another heading it takes that one along.
  flow.need(lines.length * style.leading + after + (next?.kind === 'heading' ? 76 : 46));
  flow.lines(flow.element(`H${block.level}`), `H${block.level}`, lines, { style, indent, mark: block.mark });
  flow.y += after;
}

/** Breaks a heading so that its lines are about equally long: no single word on the last one. */
function balanced(flow: PageFlow, text: string, style: TextStyle, width: number): string[] {
  const lines = flow.break(text, style, width);
  let best = lines;
  for (let share = 0.95; lines.length > 1 && share >= 0.5; share -= 0.05) {
    const narrower = flow.break(text, style, width * share);
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

const BODY = {
  lead: { size: 12.5, leading: 18 },
  body: { size: 10.4, leading: 15.2 },
  small: { size: 8.8, leading: 12.6 },
};

function bodyStyle(block: Pick<BlockOf<'paragraph'>, 'voice' | 'size' | 'strong'>): TextStyle {
  const doctor = block.voice === 'doctor';
  const size = block.size ?? 'body';
  return {
    face: doctor ? (block.strong ? 'serifBold' : 'serif') : block.strong ? 'sansBold' : 'sans',
    ...BODY[size],
    color: size === 'small' ? COLORS.quiet : COLORS.ink,
  };
}

function drawParagraph(flow: PageFlow, block: BlockOf<'paragraph'>): void {
  const style = bodyStyle(block);
  const indent = block.mark === undefined ? 0 : MARK_INDENT;
  // Paragraphs inside one text stay paragraphs, so that a screen reader can step through them.
  const parts = block.text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  for (const [i, part] of parts.entries()) {
    const lines = flow.break(part, style, flow.width - indent);
    flow.lines(flow.element('P'), 'P', lines, { style, indent, mark: block.mark });
    const last = i === parts.length - 1;
    flow.y += last ? 6 : 5;
  }
}

function drawAddress(flow: PageFlow, block: BlockOf<'address'>): void {
  const style = bodyStyle({});
  const lines = block.lines.filter((line) => line.trim() !== '').flatMap((line) => line.split('\n'));
  const widest = Math.max(0, ...lines.map((line) => flow.fonts.width(line, style.face, style.size)));
  const indent = block.right === true ? Math.max(0, flow.width - widest) : 0;
  const broken = lines.flatMap((line) => flow.break(line, style, flow.width - indent + 1));
  flow.lines(flow.element('P'), 'P', broken, { style, indent });
  flow.y += 8;
}

function drawList(flow: PageFlow, block: BlockOf<'list'>): void {
  const style = bodyStyle(block);
  const margin = block.mark === undefined ? 0 : MARK_INDENT;
  const list = flow.element('L');
  for (const item of block.items) {
    const lines = flow.break(item, style, flow.width - margin - 14);
    flow.need(style.leading * Math.min(2, lines.length));
    const element = flow.element('LI', list);
    const top = flow.y;
    flow.tagged(flow.element('Lbl', element), 'Lbl', () => {
      if (block.boxes !== true) flow.line('–', flow.left + margin, top, style);
      else tickBox(flow, flow.left + margin, top + 3, style.size - 1);
    });
    flow.lines(flow.element('LBody', element), 'LBody', lines, { style, indent: margin + 14, mark: block.mark });
    flow.y += 2;
  }
  flow.y += 5;
}

function tickBox(flow: PageFlow, x: number, y: number, size: number): void {
  flow.doc.rect(x, y, size, size).lineWidth(0.8).strokeColor(COLORS.ink).stroke();
}

function drawFacts(flow: PageFlow, block: BlockOf<'facts'>): void {
  const rows = block.rows.filter(([, value]) => value.trim() !== '');
  if (rows.length === 0) return;
  const label: TextStyle = { face: 'sans', size: 9.6, leading: 14.4, color: COLORS.quiet };
  const face = block.voice === 'doctor' ? 'serif' : 'sans';
  const value: TextStyle = { face, size: 10.2, leading: 14.4, color: COLORS.ink };
  const first = Math.min(154, 18 + Math.max(...rows.map(([text]) => flow.fonts.width(text, label.face, label.size))));
  const table = flow.element('Table');
  for (const [name, text] of rows) {
    const labels = flow.break(name, label, first - 10);
    const values = flow.break(text, value, flow.width - first);
    flow.need(Math.min(4, Math.max(labels.length, values.length)) * value.leading);
    const row = flow.element('TR', table);
    const top = flow.y;
    flow.tagged(flow.element('TH', row, { scope: 'Row' }), 'TH', () => {
      for (const [i, line] of labels.entries()) flow.line(line, flow.left, top + i * label.leading, label);
    });
    flow.lines(flow.element('TD', row), 'TD', values, { style: value, indent: first });
    flow.y = Math.max(flow.y, values.length <= labels.length ? top + labels.length * label.leading : 0) + 1.5;
  }
  flow.y += 6;
}

/** Half a millimetre a module: read by hand scanners and by telephones; the quiet zone lies in the page's own white. */
const MODULE = 1.42;
const BAR_HEIGHT = 46;

function drawBarcode(flow: PageFlow, block: BlockOf<'barcode'>): void {
  const widths = code128(block.text);
  const style: TextStyle = { face: 'sansBold', size: 13, leading: 18, color: COLORS.ink };
  flow.skip(4);
  flow.need(BAR_HEIGHT + style.leading + 8);
  const width = widths.reduce((sum, modules) => sum + modules, 0) * MODULE;
  const box: [number, number, number, number] = [flow.left, flow.y, flow.left + width, flow.y + BAR_HEIGHT];
  flow.tagged(flow.element('Figure', flow.root, { alt: block.alt, bbox: box }), 'Figure', () => {
    let x = flow.left;
    for (const [i, modules] of widths.entries()) {
      if (i % 2 === 0) flow.doc.rect(x, flow.y, modules * MODULE, BAR_HEIGHT);
      x += modules * MODULE;
    }
    flow.doc.fill('#000000');
  });
  flow.y += BAR_HEIGHT + 3;
  flow.lines(flow.element('P'), 'P', [block.text], { style });
  flow.y += 6;
}

/** Points of a signature's own unit: 1000 of them are as wide as the line to sign on. */
const SIGNATURE_SCALE = 0.2;
const SIGNATURE_HEIGHT = 60;

function drawStrokes(flow: PageFlow, { strokes, alt }: DrawnSignature): void {
  const [left, top] = [flow.left, flow.y + 40 - SIGNATURE_HEIGHT];
  const box: [number, number, number, number] = [left, top, left + 200, top + SIGNATURE_HEIGHT];
  flow.tagged(flow.element('Figure', flow.root, { alt, bbox: box }), 'Figure', () => {
    flow.doc.lineWidth(1.1).lineCap('round').lineJoin('round').strokeColor(COLORS.ink);
    for (const [first, ...rest] of strokes) {
      if (first === undefined) continue;
      flow.doc.moveTo(left + first[0] * SIGNATURE_SCALE, top + first[1] * SIGNATURE_SCALE);
      for (const [x, y] of rest.length > 0 ? rest : [first])
        flow.doc.lineTo(left + x * SIGNATURE_SCALE, top + y * SIGNATURE_SCALE);
      flow.doc.stroke();
    }
  });
}

function drawSignature(flow: PageFlow, block: BlockOf<'signature'>): void {
  const style = bodyStyle({ size: 'small' });
  if (block.drawn !== undefined) flow.skip(SIGNATURE_HEIGHT - 40);
  flow.need(44 + block.under.length * style.leading);
  if (block.drawn !== undefined) drawStrokes(flow, block.drawn);
  flow.y += 40;
  flow.rule(flow.y, flow.left, 230);
  flow.y += 4;
  const lines = block.under.flatMap((line) => flow.break(line, style, flow.width));
  flow.lines(flow.element('P'), 'P', lines, { style });
  flow.y += 6;
}

function drawFeet(flow: PageFlow, content: PdfContent): void {
  const style: TextStyle = { face: 'sans', size: 8.4, leading: 11, color: COLORS.quiet };
  const { count } = flow.doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    flow.doc.switchToPage(page);
    const top = flow.doc.page.height - 46;
    const right = content.foot.page(page + 1, count);
    flow.artifact(() => {
      flow.line(content.foot.left, flow.left, top, style);
      flow.line(right, flow.left + flow.width - flow.fonts.width(right, style.face, style.size), top, style);
    }, 'Pagination');
  }
}
