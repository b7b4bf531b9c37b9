/** What a compressed frame says of its own size, read before a codec makes room for it. */
export interface StatedSize {
  readonly columns: number;
  readonly rows: number;
  readonly components: number;
}

const JPEG_2000 = 0xff4fff51;

/** SIZ, the first marker segment of a codestream (ISO 15444-1 A.5.1); a JP2 file has boxes in front of it. */
function jpeg2000Size(view: DataView): StatedSize | null {
  const last = Math.min(view.byteLength - 42, 4096);
  for (let at = 0; at <= last; at += 1) {
    if (view.getUint32(at) !== JPEG_2000) continue;
    return {
      columns: view.getUint32(at + 8) - view.getUint32(at + 16),
      rows: view.getUint32(at + 12) - view.getUint32(at + 20),
      components: view.getUint16(at + 40),
    };
  }
  return null;
}

/** Start of frame: C0 to CF without the tables DHT, JPG, DAC (ISO 10918-1 B.1.1.3), and F7 of JPEG-LS. */
const isStart = (marker: number) =>
  marker === 0xf7 || (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker));

function jpegSize(view: DataView): StatedSize | null {
  let at = 2;
  while (at + 10 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (isStart(marker)) {
      return { rows: view.getUint16(at + 5), columns: view.getUint16(at + 7), components: view.getUint8(at + 9) };
    }
    // Fill bytes may stand in front of a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The size that a JPEG, JPEG-LS or JPEG 2000 frame states; null where it states none. */
export function statedSize(frame: Uint8Array): StatedSize | null {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  return frame[0] === 0xff && frame[1] === 0xd8 ? jpegSize(view) : jpeg2000Size(view);
}
