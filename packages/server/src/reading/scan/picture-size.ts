/** What the head of a picture says, read before anything is decoded: a bomb shows in its size. */
export interface PictureSize {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/bmp';
  readonly width: number;
  readonly height: number;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** Media type and size in pixels; null for other pictures (HEIC, TIFF) and for heads that make no sense. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 32) return null;
  const view = viewOf(bytes);
  if (view.getUint16(0) === 0xffd8) return jpegSize(bytes);
  if (view.getUint32(0) === 0x89504e47)
    return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
  if (latin(bytes, 0, 4) === 'GIF8')
    return { mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (latin(bytes, 0, 2) === 'BM')
    return { mediaType: 'image/bmp', width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
  return latin(bytes, 8, 12) === 'WEBP' ? webpSize(bytes) : null;
}

/** The segments of a JPEG up to its pixels: marker, begin and end of what is in it (ITU T.81 B.1.1.4). */
function* segments(bytes: Uint8Array): Generator<{ marker: number; start: number; end: number }> {
  const view = viewOf(bytes);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return;
    const end = at + 2 + view.getUint16(at + 2);
    yield { marker, start: at + 4, end };
    at = end;
  }
}

/** Start of frame: all of C0 to CF but DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Uint8Array): PictureSize | null {
  for (const { marker, start } of segments(bytes)) {
    if (!isFrame(marker) || start + 5 > bytes.length) continue;
    const view = viewOf(bytes);
    return { mediaType: 'image/jpeg', height: view.getUint16(start + 1), width: view.getUint16(start + 3) };
  }
  return null;
}

function webpSize(bytes: Uint8Array): PictureSize | null {
  const view = viewOf(bytes);
  const kind = latin(bytes, 12, 16);
  const mediaType = 'image/webp';
  if (kind === 'VP8 ')
    return { mediaType, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { mediaType, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') return null;
  const wide = (at: number) => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16) + 1;
  return { mediaType, width: wide(24), height: wide(27) };
}

/** EXIF orientation of a JPEG, 1 to 8; 1 where none is stated. */
export function exifOrientation(bytes: Uint8Array): number {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return 1;
  for (const { marker, start, end } of segments(bytes)) {
    if (marker === 0xe1 && latin(bytes, start, start + 4) === 'Exif')
      return orientationIn(bytes.subarray(start + 6, end));
  }
  return 1;
}

function orientationIn(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = viewOf(tiff);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let at = directory + 2; at + 12 <= tiff.length && at < directory + 2 + count * 12; at += 12) {
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little);
  }
  return 1;
}
