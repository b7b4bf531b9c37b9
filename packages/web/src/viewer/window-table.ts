/** A window in units after rescale (DICOM PS3.3 C.11.2.1.2), as the header of a series gives it. */
export interface Window {
  readonly center: number;
  readonly width: number;
}

export interface TableOptions {
  readonly bits: 8 | 16;
  readonly signed: boolean;
  readonly slope: number;
  readonly intercept: number;
  /** MONOCHROME1: the lowest value is white (PS3.3 C.7.6.3.1.2). */
  readonly inverted: boolean;
}

/** The values that are shown black and white at the ends of a window, PS3.3 C.11.2.1.2.1; width is at least 1. */
export function windowEnds({ center, width }: Window): { readonly lower: number; readonly upper: number } {
  const w = Math.max(1, width);
  return { lower: center - 0.5 - (w - 1) / 2, upper: center - 0.5 + (w - 1) / 2 };
}

/** The same ends in stored values, before slope and intercept. */
export function storedEnds(window: Window, options: Pick<TableOptions, 'slope' | 'intercept'>) {
  const { lower, upper } = windowEnds(window);
  const slope = options.slope === 0 ? 1 : options.slope;
  return { lower: (lower - options.intercept) / slope, upper: (upper - options.intercept) / slope };
}

/**
 * Grey for every possible stored value, as opaque RGBA in one little-endian word. The index is the raw bit pattern read
 * as unsigned, so that one table of 65,536 entries serves signed and unsigned pixels alike.
 */
export function windowTable(window: Window, options: TableOptions): Uint32Array {
  const size = options.bits === 8 ? 256 : 65_536;
  const table = new Uint32Array(size);
  const { lower, upper } = windowEnds(window);
  const span = upper - lower;
  for (let raw = 0; raw < size; raw += 1) {
    const stored = options.signed && raw >= size / 2 ? raw - size : raw;
    const value = stored * options.slope + options.intercept;
    let part: number;
    if (value <= lower) part = 0;
    else if (value > upper) part = 1;
    else part = (value - lower) / span;
    const grey = Math.round(255 * (options.inverted ? 1 - part : part));
    table[raw] = (0xff000000 | (grey << 16) | (grey << 8) | grey) >>> 0;
  }
  return table;
}

/** Writes one frame as RGBA words into `out`; `pixels` hold one sample (through the table) or R, G, B for each pixel. */
export function paintFrame(pixels: ArrayBufferView, samples: 1 | 3, table: Uint32Array, out: Uint32Array): void {
  const { buffer, byteOffset, byteLength } = pixels;
  if (samples === 3) {
    const rgb = new Uint8Array(buffer, byteOffset, byteLength);
    for (let i = 0, j = 0; i < out.length; i += 1, j += 3)
      out[i] = (0xff000000 | ((rgb[j + 2] as number) << 16) | ((rgb[j + 1] as number) << 8) | (rgb[j] as number)) >>> 0;
    return;
  }
  const raw =
    table.length === 256
      ? new Uint8Array(buffer, byteOffset, byteLength)
      : new Uint16Array(buffer, byteOffset, byteLength / 2);
  for (let i = 0; i < out.length; i += 1) out[i] = table[raw[i] as number] as number;
}
