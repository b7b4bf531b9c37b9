import type { GreyFrame } from './frame-measures.ts';

/** One connected shape. */
interface Shape {
  top: number;
  bottom: number;
  left: number;
  right: number;
  pixels: number;
}

/** Letters burned into a picture have one value, at the top of the range. */
const BRIGHT = 0.92;
const MIN_HEIGHT = 5;
const MAX_HEIGHT = 48;
/** So many shapes of one height on one line are called letters. */
const IN_A_LINE = 5;
/** Shapes beyond this are a texture, not a text. */
const MAX_SHAPES = 4000;

/** The shape that `start` belongs to; marks its pixels as seen. */
function shapeAt({ values, rows, columns }: GreyFrame, start: number, from: number, seen: Uint8Array): Shape {
  const shape = { top: rows, bottom: -1, left: columns, right: -1, pixels: 0 };
  const stack = [start];
  seen[start] = 1;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    grow(shape, at, columns);
    for (const near of neighbours(at, rows, columns)) {
      if (seen[near] === 1 || (values[near] as number) < from) continue;
      seen[near] = 1;
      stack.push(near);
    }
  }
  return shape;
}

/** Shapes of pixels at or above `from`, eight neighbours joined; null where there are too many to be letters. */
function shapesOf(frame: GreyFrame, from: number): Shape[] | null {
  const seen = new Uint8Array(frame.values.length);
  const shapes: Shape[] = [];
  for (let start = 0; start < frame.values.length; start += 1) {
    if (seen[start] === 1 || (frame.values[start] as number) < from) continue;
    if (shapes.length > MAX_SHAPES) return null;
    shapes.push(shapeAt(frame, start, from, seen));
  }
  return shapes;
}

function grow(shape: Shape, at: number, columns: number): void {
  const y = Math.floor(at / columns);
  const x = at % columns;
  shape.top = Math.min(shape.top, y);
  shape.bottom = Math.max(shape.bottom, y);
  shape.left = Math.min(shape.left, x);
  shape.right = Math.max(shape.right, x);
  shape.pixels += 1;
}

function* neighbours(at: number, rows: number, columns: number): Generator<number> {
  const y = Math.floor(at / columns);
  const x = at % columns;
  for (let j = Math.max(0, y - 1); j <= Math.min(rows - 1, y + 1); j += 1)
    for (let i = Math.max(0, x - 1); i <= Math.min(columns - 1, x + 1); i += 1)
      if (j !== y || i !== x) yield j * columns + i;
}

const heightOf = ({ top, bottom }: Shape) => bottom - top + 1;
const widthOf = ({ left, right }: Shape) => right - left + 1;

/** A letter is neither a dot nor a block: strokes fill a part of its box. */
function isLetter(shape: Shape): boolean {
  const height = heightOf(shape);
  const width = widthOf(shape);
  const fill = shape.pixels / (height * width);
  const tall = height >= MIN_HEIGHT && height <= MAX_HEIGHT;
  // "1" and "I" are full bars, narrow ones.
  const narrow = width <= Math.max(2, height / 3);
  return tall && width <= height * 1.5 && (fill < 0.8 || narrow);
}

/** Whether the shape is cut out sharply: what surrounds its box is much darker than the letter. */
function isSharp({ values, rows, columns }: GreyFrame, shape: Shape, from: number): boolean {
  let bright = 0;
  let count = 0;
  const look = (y: number, x: number) => {
    if (y < 0 || x < 0 || y >= rows || x >= columns) return;
    count += 1;
    if ((values[y * columns + x] as number) >= from) bright += 1;
  };
  for (let x = shape.left - 1; x <= shape.right + 1; x += 1) {
    look(shape.top - 1, x);
    look(shape.bottom + 1, x);
  }
  return count > 0 && bright / count < 0.1;
}

/** The longest run of letters on one line, each no further from the one before than two letters' heights. */
function longestLine(letters: readonly Shape[]): number {
  let longest = 0;
  for (const first of letters) {
    const height = heightOf(first);
    const line = letters
      .filter((other) => Math.abs(other.bottom - first.bottom) <= Math.max(1, height * 0.2))
      .filter((other) => Math.abs(heightOf(other) - height) <= Math.max(1, height * 0.35))
      .sort((a, b) => a.left - b.left);
    let run = 1;
    for (let i = 1; i < line.length; i += 1) {
      const gap = (line[i] as Shape).left - (line[i - 1] as Shape).right;
      run = gap > 0 && gap <= height * 2 ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
  }
  return longest;
}

/**
 * Whether bright, sharp shapes of one height stand in a line, as letters do that were burned into the picture. A suspicion, not a
 * reading: anatomy rarely makes such lines.
 */
export function looksLikeText(frame: GreyFrame, { low, high }: { low: number; high: number }): boolean {
  const from = low + BRIGHT * (high - low);
  const shapes = shapesOf(frame, from);
  if (shapes === null) return false;
  const letters = shapes.filter((shape) => isLetter(shape) && isSharp(frame, shape, from));
  return letters.length >= IN_A_LINE && letters.length <= 600 && longestLine(letters) >= IN_A_LINE;
}
