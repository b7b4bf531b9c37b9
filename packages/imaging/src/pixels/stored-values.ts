import { encodingOf } from '../headers/transfer-syntaxes.ts';
import type { InstanceHeader } from '../model.ts';

/** What of a header the values of a grey frame need. */
export type ValueLayout = Pick<
  InstanceHeader,
  'transferSyntaxUid' | 'rows' | 'columns' | 'bitsAllocated' | 'bitsStored' | 'pixelRepresentation'
>;

/**
 * The stored values of one native grey frame; bits above BitsStored are cleared, since old scanners keep overlays there
 * (PS3.5 8.1.1). Null for frames of another width than 8 or 16 bits, and for those that are cut short.
 */
export function storedValues(pixels: Uint8Array, header: ValueLayout): Int32Array | null {
  const count = header.rows * header.columns;
  const bytes = header.bitsAllocated / 8;
  if ((bytes !== 1 && bytes !== 2) || pixels.length < count * bytes) return null;
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const { littleEndian } = encodingOf(header.transferSyntaxUid);
  const stored = Math.min(Math.max(header.bitsStored, 1), header.bitsAllocated);
  const unused = 32 - stored;
  const signed = header.pixelRepresentation === 1;
  const values = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const raw = bytes === 1 ? (pixels[at] as number) : view.getUint16(at * 2, littleEndian);
    const shifted = raw << unused;
    values[at] = signed ? shifted >> unused : shifted >>> unused;
  }
  return values;
}
