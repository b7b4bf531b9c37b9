/** For each output pixel: where its taps begin in the source line, and their weights (`taps` per pixel). */
export interface Taps {
  readonly count: number;
  readonly starts: Int32Array;
  readonly weights: Float32Array;
}

/**
 * Weights that take a line of `from` samples to `to` samples with a Lanczos kernel; widened when it reduces, so that it also
 * averages. `place(i)` is the source coordinate of output sample i. What lies outside the source counts as zero (air).
 */
export function lanczosTaps(from: number, to: number, place: (index: number) => number, lobes = 3): Taps {
  const scale = Math.max(1, Math.abs(place(1) - place(0)));
  const reach = lobes * scale;
  const count = 2 * Math.ceil(reach) + 1;
  const starts = new Int32Array(to);
  const weights = new Float32Array(to * count);
  for (let i = 0; i < to; i++) {
    const centre = place(i);
    const start = Math.ceil(centre - reach);
    starts[i] = start;
    let total = 0;
    for (let k = 0; k < count; k++) {
      const weight = lanczos((start + k - centre) / scale, lobes);
      weights[i * count + k] = weight;
      total += weight;
    }
    for (let k = 0; k < count; k++) {
      const inside = start + k >= 0 && start + k < from;
      weights[i * count + k] = inside ? (weights[i * count + k] ?? 0) / total : 0;
    }
  }
  return { count, starts, weights };
}

function lanczos(x: number, lobes: number): number {
  if (Math.abs(x) >= lobes) return 0;
  if (x === 0) return 1;
  const p = Math.PI * x;
  return (lobes * Math.sin(p) * Math.sin(p / lobes)) / (p * p);
}

/** Resamples a picture of `width` columns, first along rows, then along columns; gives columns.to × rows.to values. */
export function resample(picture: Float32Array, width: number, columns: Taps, rows: Taps): Float32Array {
  const height = picture.length / width;
  const wide = columns.starts.length;
  const across = new Float32Array(wide * height);
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < wide; i++) across[y * wide + i] = dot(picture, y * width, width, { taps: columns, at: i });
  }
  const high = rows.starts.length;
  const out = new Float32Array(wide * high);
  for (let j = 0; j < high; j++) {
    const start = rows.starts[j] ?? 0;
    for (let k = 0; k < rows.count; k++) {
      const weight = rows.weights[j * rows.count + k] ?? 0;
      if (weight !== 0) addRow(out, j * wide, across, { from: (start + k) * wide, wide, weight });
    }
  }
  return out;
}

function dot(line: Float32Array, offset: number, length: number, which: { taps: Taps; at: number }): number {
  const { count, starts, weights } = which.taps;
  const start = starts[which.at] ?? 0;
  const first = Math.max(0, -start);
  const last = Math.min(count, length - start);
  let sum = 0;
  for (let k = first; k < last; k++) sum += (weights[which.at * count + k] ?? 0) * (line[offset + start + k] ?? 0);
  return sum;
}

function addRow(
  out: Float32Array,
  to: number,
  source: Float32Array,
  row: { from: number; wide: number; weight: number },
): void {
  for (let i = 0; i < row.wide; i++) out[to + i] = (out[to + i] ?? 0) + row.weight * (source[row.from + i] ?? 0);
}
