/**
 * One frame of 16-bit little-endian pixels in RLE Lossless (PS3.5 annex G): a header of 64 bytes, then the high bytes and
 * the low bytes, each packed row by row.
 */
export function encodeRleFrame(pixels: Uint8Array, columns: number): Uint8Array {
  const segments = [1, 0].map((byte) => packPlane(pixels, byte, columns));
  const total = segments.reduce((sum, segment) => sum + segment.length, 64);
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  view.setUint32(0, segments.length, true);
  let offset = 64;
  for (const [i, segment] of segments.entries()) {
    view.setUint32(4 + 4 * i, offset, true);
    out.set(segment, offset);
    offset += segment.length;
  }
  return out;
}

function packPlane(pixels: Uint8Array, byte: number, columns: number): Uint8Array {
  const count = pixels.length / 2;
  const out = new Uint8Array(count + Math.ceil(count / columns) * (Math.ceil(columns / 128) + 1) + 2);
  let length = 0;
  const row = new Uint8Array(columns);
  for (let start = 0; start < count; start += columns) {
    for (let x = 0; x < columns; x++) row[x] = pixels[2 * (start + x) + byte] ?? 0;
    length = packRow(row, out, length);
  }
  return out.subarray(0, length + (length % 2));
}

/** PackBits: runs of three or more equal bytes, literal stretches of at most 128. */
function packRow(row: Uint8Array, out: Uint8Array, from: number): number {
  let length = from;
  let i = 0;
  while (i < row.length) {
    const run = runAt(row, i);
    if (run >= 3) {
      out[length++] = 257 - run;
      out[length++] = row[i] ?? 0;
      i += run;
      continue;
    }
    let end = i + 1;
    while (end < row.length && end - i < 128 && runAt(row, end) < 3) end++;
    out[length++] = end - i - 1;
    out.set(row.subarray(i, end), length);
    length += end - i;
    i = end;
  }
  return length;
}

function runAt(row: Uint8Array, from: number): number {
  let end = from + 1;
  while (end < row.length && end - from < 128 && row[end] === row[from]) end++;
  return end - from;
}
