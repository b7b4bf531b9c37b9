import { encodingOf, isNativeSyntax } from '../headers/transfer-syntaxes.ts';
import type { InstanceHeader } from '../model.ts';
import { type GreyFrame, histogramOf } from '../quality/frame-measures.ts';
import { looksLikeText } from '../quality/text-shapes.ts';
import { describeSeries } from '../series/describe-series.ts';
import { kindOf } from '../series/role.ts';

/** Objects that are no pictures hold text in places of their own; they are not made clean here. */
export function notAPicture(header: InstanceHeader): string | null {
  const kind = kindOf(header);
  if (kind !== null) return `${kind.because}; only pictures are de-identified`;
  if (header.frames === 0) return 'it holds no picture';
  return describeSeries([header]).role === 'screenshot'
    ? 'a picture of a screen, on which names are usually shown'
    : null;
}

/** Whether bits that the picture does not use are set: overlays with text were kept there (PS3.5 8.1.1, retired). */
export function usesSpareBits(pixels: Uint8Array, header: InstanceHeader): boolean {
  const { bitsAllocated, bitsStored, pixelRepresentation, samplesPerPixel } = header;
  const spare = bitsAllocated - bitsStored;
  if (bitsAllocated !== 16 || spare <= 0 || samplesPerPixel !== 1 || !isNativeSyntax(header.transferSyntaxUid))
    return false;
  const { littleEndian } = encodingOf(header.transferSyntaxUid);
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const full = (1 << spare) - 1;
  for (let at = 0; at + 2 <= pixels.length; at += 2) {
    const value = view.getUint16(at, littleEndian);
    const above = value >>> bitsStored;
    const sign = pixelRepresentation === 1 && ((value >>> (bitsStored - 1)) & 1) === 1;
    if (above !== 0 && !(sign && above === full)) return true;
  }
  return false;
}

/** Why text is suspected in these pictures; null where nothing speaks for it. */
export function burnedInText(frames: readonly GreyFrame[]): string | null {
  const hit = frames.findIndex((frame) => looksLikeText(frame, histogramOf(frame.values)));
  if (hit < 0) return null;
  return frames.length === 1
    ? 'shapes like letters are in the picture'
    : `shapes like letters are in picture ${hit + 1}`;
}
