import {
  clippedShare,
  type FrameMeasures,
  flatness,
  type GreyFrame,
  histogramOf,
  signalToNoise,
  thresholdOf,
} from './frame-measures.ts';
import { looksLikeText } from './text-shapes.ts';

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A row or column belongs to the body when this share of it stands out. */
const FILLED = 0.04;

/** The body's box, and the sum of what stands out. */
function bodyOf({ values, rows, columns }: GreyFrame, threshold: number): { box: Box; mean: number } | null {
  const byRow = new Uint32Array(rows);
  const byColumn = new Uint32Array(columns);
  let sum = 0;
  let count = 0;
  for (let y = 0, at = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1, at += 1) {
      const value = values[at] as number;
      if (value < threshold) continue;
      byRow[y] = (byRow[y] as number) + 1;
      byColumn[x] = (byColumn[x] as number) + 1;
      sum += value;
      count += 1;
    }
  }
  const isRow = (filled: number) => filled > columns * FILLED;
  const isColumn = (filled: number) => filled > rows * FILLED;
  const top = byRow.findIndex(isRow);
  const left = byColumn.findIndex(isColumn);
  if (count === 0 || top < 0 || left < 0) return null;
  return {
    box: { top, left, bottom: byRow.findLastIndex(isRow) + 1, right: byColumn.findLastIndex(isColumn) + 1 },
    mean: sum / count,
  };
}

function meanIn({ values, columns }: GreyFrame, { top, bottom, left, right }: Box): number | null {
  if (bottom - top < 1 || right - left < 1) return null;
  let sum = 0;
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) sum += values[y * columns + x] as number;
  return sum / ((bottom - top) * (right - left));
}

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/** Whether a row (`step` 1) or column (`step` the width) has one value all along. */
function isFlatLine({ values }: GreyFrame, start: number, walk: { count: number; step: number }): boolean {
  for (let i = 1; i < walk.count; i += 1) if (values[start + i * walk.step] !== values[start]) return false;
  return true;
}

/** The picture without the empty margins that scanners fill a square with: there is no noise in them to compare with. */
function measuredArea(frame: GreyFrame): Box {
  const { rows, columns } = frame;
  const isRow = (y: number) => !isFlatLine(frame, y * columns, { count: columns, step: 1 });
  const isColumn = (x: number) => !isFlatLine(frame, x, { count: rows, step: columns });
  let [top, bottom, left, right] = [0, rows, 0, columns];
  while (top < bottom - 1 && !isRow(top)) top += 1;
  while (bottom > top + 1 && !isRow(bottom - 1)) bottom -= 1;
  while (left < right - 1 && !isColumn(left)) left += 1;
  while (right > left + 1 && !isColumn(right - 1)) right -= 1;
  return { top, bottom, left, right };
}

/** Bands of background narrower than this, in pixels, are too small to be measured. */
const BAND = 8;
/** Distance kept from the body and from the frame: edges ring, and filters fade. */
const KEEP_OFF = 3;

/**
 * Ghosts lie in one direction, that of phase encoding: the background beside the body in that direction against the corners,
 * as the percent signal ghosting of ACR's phantom test.
 */
function ghostRatio(frame: GreyFrame, { box, mean: signal }: { box: Box; mean: number }): number | null {
  const measured = measuredArea(frame);
  const above = { top: measured.top + KEEP_OFF, bottom: box.top - KEEP_OFF };
  const below = { top: box.bottom + KEEP_OFF, bottom: measured.bottom - KEEP_OFF };
  const before = { left: measured.left + KEEP_OFF, right: box.left - KEEP_OFF };
  const behind = { left: box.right + KEEP_OFF, right: measured.right - KEEP_OFF };
  const wideRows = [above, below].filter(({ top, bottom }) => bottom - top >= BAND);
  const wideColumns = [before, behind].filter(({ left, right }) => right - left >= BAND);
  const corners = mean(
    wideRows.flatMap((rowsOf) => wideColumns.map((columnsOf) => meanIn(frame, { ...rowsOf, ...columnsOf }))),
  );
  if (corners === null || signal <= 0) return null;
  // Ghosts lie on both sides; what is bright on one side alone is a part of the body that a coil sees faintly.
  const overAndUnder = wideRows.map(
    (rowsOf) => meanIn(frame, { ...rowsOf, left: box.left, right: box.right }) ?? corners,
  );
  const beside = wideColumns.map(
    (columnsOf) => meanIn(frame, { top: box.top, bottom: box.bottom, ...columnsOf }) ?? corners,
  );
  const sides = [overAndUnder, beside].filter(({ length }) => length === 2).map((both) => Math.min(...both));
  return sides.length === 0 ? null : Math.max(0, (Math.max(...sides) - corners) / signal);
}

/** Difference and height of two lines, each a step of `step` from its start. */
function lineDifference({ values }: GreyFrame, a: number, b: number, walk: { count: number; step: number }) {
  let apart = 0;
  let height = 0;
  for (let i = 0, off = 0; i < walk.count; i += 1, off += walk.step) {
    const one = values[a + off] as number;
    const other = values[b + off] as number;
    apart += Math.abs(one - other);
    height += (one + other) / 2;
  }
  return { apart, height: height / walk.count };
}

/** How much more opposite edges may differ than neighbouring lines do, to be one body that goes on. */
const AS_NEIGHBOURS = 1.5;
/** Neighbouring lines differ by less than this share of their height. */
const ALIKE = 0.3;
/** Both edges have to carry this share of the body's signal. */
const CARRIES = 0.35;

/** Wrapped pictures go on at the opposite edge: their first and last line are neighbours in what was measured. */
function wrapOf(frame: GreyFrame, signal: number): FrameMeasures['wraps'] {
  const { rows, columns } = frame;
  const goesOn = (last: number, next: number, walk: { count: number; step: number }) => {
    const across = lineDifference(frame, 0, last, walk);
    const beside = lineDifference(frame, 0, next, walk);
    const further = lineDifference(frame, last - next, last, walk);
    const usual = (beside.apart + further.apart) / 2;
    // Where neighbouring lines have nothing in common, noise is all there is.
    const isSmooth = usual > 0 && usual < ALIKE * across.height * walk.count;
    return isSmooth && across.height > CARRIES * signal && across.apart < AS_NEIGHBOURS * usual;
  };
  if (goesOn((rows - 1) * columns, columns, { count: columns, step: 1 })) return 'rows';
  return goesOn(columns - 1, 1, { count: rows, step: columns }) ? 'columns' : null;
}

/** A frame that was cut short: rows of one value at the end, right below a row full of signal, and none at the beginning. */
function cutShare(frame: GreyFrame, signal: number): number {
  const { rows, columns } = frame;
  const isFlat = (y: number) => isFlatLine(frame, y * columns, { count: columns, step: 1 });
  let last = rows - 1;
  while (last >= 0 && isFlat(last)) last -= 1;
  const cut = rows - 1 - last;
  if (cut === 0 || last < 2 || isFlat(0)) return 0;
  const start = last * columns;
  // The row in which the data end may itself be half full: the one above it is whole.
  const above = lineDifference(frame, start - columns, start - columns, {
    count: columns,
    step: 1,
  });
  return above.height > 0.3 * signal ? cut / rows : 0;
}

/** Measures one grey frame. What cannot be told from it is null. */
export function measureFrame(frame: GreyFrame): FrameMeasures {
  const pixels = frame.values.length;
  const histogram = histogramOf(frame.values);
  const flat = flatness(histogram, pixels);
  const nothing = { clipped: 0, signalToNoise: null, ghosting: null, wraps: null, cutRows: 0, text: false } as const;
  if (flat.levels < 2 || frame.rows < 32 || frame.columns < 32) return { ...flat, ...nothing };
  const threshold = thresholdOf(histogram, pixels);
  const body = bodyOf(frame, threshold);
  const text = looksLikeText(frame, histogram);
  if (body === null) return { ...flat, ...nothing, text };
  return {
    ...flat,
    clipped: clippedShare(histogram, pixels),
    signalToNoise: signalToNoise(frame, threshold),
    ghosting: ghostRatio(frame, body),
    wraps: wrapOf(frame, body.mean),
    cutRows: cutShare(frame, body.mean),
    text,
  };
}
