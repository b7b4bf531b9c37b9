import { inflateSync } from 'node:zlib';

/** Reads a PNG file of 8 bits whose rows are all filtered by the row above. */
export function readPng(file: Buffer) {
  const [width, height, channels] = [file.readUInt32BE(16), file.readUInt32BE(20), file[25] === 2 ? 3 : 1];
  const at = file.indexOf('IDAT');
  const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  const pixels = Buffer.alloc(width * height * channels);
  const stride = width * channels;
  for (let row = 0; row < height; row += 1) {
    if (rows[row * (stride + 1)] !== 2) throw new Error('a row is filtered in another way');
    for (let x = 0; x < stride; x += 1) {
      const above = row === 0 ? 0 : (pixels[(row - 1) * stride + x] as number);
      pixels[row * stride + x] = (rows[row * (stride + 1) + 1 + x] as number) + above;
    }
  }
  return { width, height, channels, pixels };
}
