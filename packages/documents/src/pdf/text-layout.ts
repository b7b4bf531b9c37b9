/** One run of text on a page. Points, origin at the top left, `y` is the baseline; `size` is the type size. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Runs of one baseline that stand next to each other, up to the next wide gap. */
interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line of a page in reading order; `y` is its baseline and `size` its type size, in points. */
export interface TextLine {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/** Runs of one line are one word when they stand closer than this share of the type size. */
const WORD_GAP = 0.16;
/** Wider gaps than this share of the type size end a segment: a table cell or a column. */
const SEGMENT_GAP = 1.4;
/** Fewer lines than this on either side are no column but a block of two addresses or a table. */
const COLUMN_LINES = 4;
/** Columns of prose have lines of at least this many characters (median); labels of a table are shorter. */
const COLUMN_CHARACTERS = 22;

/**
 * Puts the runs of a page into lines in the order in which a person reads them: from top to bottom, and where the page
 * is set in two columns of prose, the left column before the right one. A table of labels and values stays row by row.
 */
export function layLines(runs: readonly TextRun[]): TextLine[] {
  const lines = baselines(runs).map(toLine);
  const ordered: TextLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const columns = columnsFrom(lines, at);
    if (columns === null) {
      ordered.push(lines[at] as TextLine);
      at += 1;
      continue;
    }
    ordered.push(...columns.left, ...columns.right);
    at = columns.next;
  }
  return ordered;
}

/** The text of a line; cells of a table stand two spaces apart. */
export function lineText(line: TextLine): string {
  return line.segments.map((segment) => segment.text).join('  ');
}

/** Lines as text: a blank line where the page leaves clearly more room than between the lines of a paragraph. */
export function linesText(lines: readonly TextLine[]): string {
  const usual = usualStep(steps(lines));
  return lines
    .map((line, i) => {
      const before = lines[i - 1];
      if (before === undefined) return lineText(line);
      const step = (line.y - before.y) / Math.max(line.size, before.size);
      return step < 0 || step > usual * 1.45 ? `\n\n${lineText(line)}` : `\n${lineText(line)}`;
    })
    .join('');
}

function baselines(runs: readonly TextRun[]): TextRun[][] {
  const groups: { y: number; size: number; runs: TextRun[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    // Raised and lowered figures belong to the line beside them, so the larger type decides what is near.
    const near = groups.findLast((group) => Math.abs(run.y - group.y) < 0.42 * Math.max(run.size, group.size));
    if (near === undefined) {
      groups.push({ y: run.y, size: run.size, runs: [run] });
      continue;
    }
    near.runs.push(run);
    if (run.size > near.size) {
      near.size = run.size;
      near.y = run.y;
    }
  }
  return groups.sort((a, b) => a.y - b.y).map((group) => group.runs.sort((a, b) => a.x - b.x));
}

function toLine(runs: readonly TextRun[]): TextLine {
  const segments: { text: string; left: number; right: number }[] = [];
  for (const run of runs) {
    const last = segments.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : run.x - last.right;
    if (last === undefined || gap > SEGMENT_GAP * run.size) {
      segments.push({ text: run.text, left: run.x, right: run.x + run.width });
      continue;
    }
    const joined = gap > WORD_GAP * run.size && !/\s$/.test(last.text) && !/^\s/.test(run.text);
    last.text += joined ? ` ${run.text}` : run.text;
    last.right = Math.max(last.right, run.x + run.width);
  }
  const size = Math.max(...runs.map((run) => run.size));
  const y = (runs.find((run) => run.size === size) as TextRun).y;
  return {
    y,
    size,
    segments: segments
      .map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }))
      .filter((segment) => segment.text !== ''),
  };
}

interface Columns {
  readonly left: TextLine[];
  readonly right: TextLine[];
  readonly next: number;
}

/** The longest two-column block that begins with line `at`, or null. */
function columnsFrom(lines: readonly TextLine[], at: number): Columns | null {
  const first = lines[at] as TextLine;
  const rest = lines.slice(at);
  const left = Math.min(...rest.flatMap((line) => line.segments.map((segment) => segment.left)));
  const right = Math.max(...rest.flatMap((line) => line.segments.map((segment) => segment.right)));
  let best: Columns | null = null;
  for (const gutter of gutters(rest, left, right)) {
    if (crosses(first, gutter)) continue;
    let end = at;
    while (end < lines.length && !crosses(lines[end] as TextLine, gutter)) end += 1;
    const whole = halves(lines.slice(at, end), gutter);
    const kept = withoutTail(lines.slice(at, end), whole);
    if (best !== null && at + kept.length <= best.next) continue;
    const block = halves(kept, gutter);
    if (areProse(block.left, block.right)) best = { ...block, next: at + kept.length };
  }
  return best;
}

/** Where a gutter may be: just before a segment that begins in the middle part of the page. */
function gutters(lines: readonly TextLine[], left: number, right: number): number[] {
  const starts = lines.flatMap((line) => line.segments.map((segment) => segment.left - 1));
  const middle = starts.filter((x) => x > left + 0.3 * (right - left) && x < left + 0.7 * (right - left));
  return [...new Set(middle.map((x) => Math.round(x)))].sort((a, b) => a - b);
}

function crosses(line: TextLine, gutter: number): boolean {
  return line.segments.some((segment) => segment.left < gutter && segment.right > gutter);
}

function halves(block: readonly TextLine[], gutter: number): Pick<Columns, 'left' | 'right'> {
  return {
    left: half(block, (segment) => segment.right <= gutter),
    right: half(block, (segment) => segment.left >= gutter),
  };
}

/**
 * Columns that end together end the block: short lines further down (a list, a signature) stand under both, not in the left
 * one. A column that simply goes on longer than the other keeps its lines.
 */
function withoutTail(
  block: readonly TextLine[],
  { left, right }: Pick<Columns, 'left' | 'right'>,
): readonly TextLine[] {
  const shorter = Math.min(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0);
  const step = usualStep(steps(left));
  const cut = block.findIndex((line, i) => {
    const before = block[i - 1];
    if (before === undefined || before.y < shorter || line.y <= shorter) return false;
    return before.y - shorter < 2.2 * step * line.size && line.y - before.y > 1.3 * step * line.size;
  });
  return cut === -1 ? block : block.slice(0, cut);
}

function half(block: readonly TextLine[], belongs: (segment: Segment) => boolean): TextLine[] {
  return block
    .map((line) => ({ ...line, segments: line.segments.filter(belongs) }))
    .filter((line) => line.segments.length > 0);
}

function areProse(left: readonly TextLine[], right: readonly TextLine[]): boolean {
  if (left.length < COLUMN_LINES || right.length < COLUMN_LINES) return false;
  const characters = (lines: readonly TextLine[]) =>
    median(
      lines.map((line) => lineText(line).length),
      0,
    );
  if (characters(left) < COLUMN_CHARACTERS || characters(right) < COLUMN_CHARACTERS) return false;
  const top = Math.max((left[0] as TextLine).y, (right[0] as TextLine).y);
  const bottom = Math.min((left.at(-1) as TextLine).y, (right.at(-1) as TextLine).y);
  const height = (lines: readonly TextLine[]) => (lines.at(-1) as TextLine).y - (lines[0] as TextLine).y;
  return bottom - top >= 0.6 * Math.min(height(left), height(right));
}

/** From baseline to baseline, in type sizes. */
function steps(lines: readonly TextLine[]): number[] {
  return lines
    .slice(1)
    .map((line, i) => (line.y - (lines[i] as TextLine).y) / line.size)
    .filter((step) => step > 0.5);
}

/** Line height of the paragraphs, in type sizes. Wide only where all lines stand wide: a page of short entries does not count. */
function usualStep(all: readonly number[]): number {
  const close = quantile(all, 0.25, 1.2);
  const even = median(all, 1.2) < close * 1.1;
  return even ? close : Math.min(close, 1.6);
}

function median(values: readonly number[], otherwise: number): number {
  return quantile(values, 0.5, otherwise);
}

function quantile(values: readonly number[], share: number, otherwise: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? otherwise;
}
