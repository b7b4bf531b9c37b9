import { type Window, windowFromHeader, windowFromPixels } from '../geometry/window.ts';
import { nativeFrameBytes } from '../headers/frame-ranges.ts';
import { isNativeSyntax } from '../headers/transfer-syntaxes.ts';
import type { InstanceHeader } from '../model.ts';
import { storedValues } from '../pixels/stored-values.ts';

export interface Preview {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** What of a header a preview needs. */
export type PreviewHeader = Pick<
  InstanceHeader,
  | 'transferSyntaxUid'
  | 'rows'
  | 'columns'
  | 'samplesPerPixel'
  | 'photometric'
  | 'bitsAllocated'
  | 'bitsStored'
  | 'pixelRepresentation'
  | 'windowCenter'
  | 'windowWidth'
  | 'rescaleSlope'
  | 'rescaleIntercept'
  | 'pixelSpacing'
>;

/** The picture's size: its longer side is `size`, and pixels that are not square are drawn as wide as they are. */
function pictureSize(header: PreviewHeader, size: number) {
  const [rowSpacing, columnSpacing] = header.pixelSpacing ?? [1, 1];
  const width = header.columns * columnSpacing;
  const height = header.rows * rowSpacing;
  const scale = size / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function greyOf(value: number, window: Window, header: PreviewHeader): number {
  const modality = value * header.rescaleSlope + header.rescaleIntercept;
  const grey = ((modality - (window.center - window.width / 2)) / window.width) * 255;
  return header.photometric === 'MONOCHROME1' ? 255 - grey : grey;
}

/** Mean of the source pixels under one pixel of the preview. */
function mean(
  values: Int32Array,
  header: PreviewHeader,
  box: { left: number; right: number; top: number; bottom: number },
): number {
  let sum = 0;
  for (let row = box.top; row < box.bottom; row += 1) {
    for (let column = box.left; column < box.right; column += 1) sum += values[row * header.columns + column] as number;
  }
  return sum / ((box.right - box.left) * (box.bottom - box.top));
}

/** First and last source index (exclusive) under target index `at`. */
const span = (at: number, target: number, source: number) => {
  const from = Math.min(source - 1, Math.floor((at * source) / target));
  return [from, Math.max(from + 1, Math.min(source, Math.ceil(((at + 1) * source) / target)))] as const;
};

/**
 * A small grey picture of an uncompressed frame, for a list of series.
 * @param pixels the bytes of one frame
 * @param size its longer side in pixels
 * Returns null for what it cannot draw: compressed, coloured or damaged frames.
 */
export function drawPreview(pixels: Uint8Array, header: PreviewHeader, size: number): Preview | null {
  const drawable =
    isNativeSyntax(header.transferSyntaxUid) && header.samplesPerPixel === 1 && header.rows > 0 && header.columns > 0;
  if (!drawable || pixels.length < nativeFrameBytes({ ...header, frames: 1 })) return null;
  const values = storedValues(pixels, header);
  if (values === null) return null;
  const rescale = { slope: header.rescaleSlope, intercept: header.rescaleIntercept };
  const window = windowFromHeader(header) ?? windowFromPixels(values, rescale);
  const { width, height } = pictureSize(header, size);
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = span(y, height, header.rows);
    for (let x = 0; x < width; x += 1) {
      const [left, right] = span(x, width, header.columns);
      const grey = greyOf(mean(values, header, { left, right, top, bottom }), window, header);
      const at = (y * width + x) * 4;
      rgba.fill(Math.min(255, Math.max(0, grey)), at, at + 3);
      rgba[at + 3] = 255;
    }
  }
  return { width, height, rgba };
}
