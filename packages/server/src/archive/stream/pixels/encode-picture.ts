import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'jpeg-js';
import type { Picture } from './picture.ts';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

/** A PNG file (ISO 15948), grey or RGB, 8 bits; each row as the difference to the one above (filter 2). */
export function encodePng({ width, height, channels, pixels }: Picture): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 3 ? 2 : 0, 0, 0, 0], 8);
  const stride = width * channels;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const to = row * (stride + 1);
    rows[to] = 2;
    for (let at = 0; at < stride; at += 1) {
      const above = row === 0 ? 0 : (pixels[(row - 1) * stride + at] as number);
      rows[to + 1 + at] = (pixels[row * stride + at] as number) - above;
    }
  }
  const data = deflateSync(rows, { level: 6 });
  const end = chunk('IEND', Buffer.alloc(0));
  return new Uint8Array(Buffer.concat([PNG_SIGNATURE, chunk('IHDR', head), chunk('IDAT', data), end]));
}

/** A JPEG file, baseline. The encoder of the WASM decoders writes beyond its memory for small and for noisy pictures. */
function encodeJpeg({ width, height, channels, pixels }: Picture, quality: number): Uint8Array {
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    for (let channel = 0; channel < 3; channel += 1)
      data[at * 4 + channel] = pixels[at * channels + (channels === 3 ? channel : 0)] as number;
  }
  return encode({ width, height, data }, quality).data;
}

export const encodePicture = (
  picture: Picture,
  { media, quality }: { readonly media: 'image/jpeg' | 'image/png'; readonly quality: number },
): Uint8Array => (media === 'image/png' ? encodePng(picture) : encodeJpeg(picture, quality));
