import { readFileMeta } from '@overread/imaging/headers/file-meta.ts';
import { type Elements, readElements } from '@overread/imaging/headers/read-elements.ts';
import type { Palette } from './colour.ts';

/** What only colour pictures need and the index does not keep. */
export interface ColourAttributes {
  /** Colour by pixel (0) or by plane (1), PS3.3 C.7.6.3.1.3. */
  readonly planar: 0 | 1;
  readonly palette: Palette | null;
}

const number16 = (bytes: Uint8Array, at: number, littleEndian: boolean) =>
  at + 2 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset).getUint16(at, littleEndian) : 0;

function bytesOfValue({ bytes, byTag }: Elements, tag: string): Uint8Array {
  const element = byTag[tag];
  return element === undefined
    ? bytes.subarray(0, 0)
    : bytes.subarray(element.dataOffset, element.dataOffset + element.length);
}

/** One colour's entries, brought to 8 bits. */
function entries(elements: Elements, tag: string, count: number): Uint8Array {
  const data = bytesOfValue(elements, tag);
  if (data.length < count * 2) return data.slice(0, count);
  const out = new Uint8Array(count);
  let wide = false;
  for (let at = 0; at < count; at += 1) {
    const value = number16(data, at * 2, elements.littleEndian);
    wide ||= value > 255;
    out[at] = value > 255 ? value >> 8 : value;
  }
  // Tables that use all 16 bits have entries below 256, too.
  if (wide) for (let at = 0; at < count; at += 1) out[at] = number16(data, at * 2, elements.littleEndian) >> 8;
  return out;
}

function paletteOf(elements: Elements): Palette | null {
  const descriptor = bytesOfValue(elements, 'x00281101');
  if (descriptor.length < 6) return null;
  const count = number16(descriptor, 0, elements.littleEndian) || 65_536;
  const first = number16(descriptor, 2, elements.littleEndian);
  const [red, green, blue] = ['x00281201', 'x00281202', 'x00281203'].map((tag) => entries(elements, tag, count));
  return { first, red: red as Uint8Array, green: green as Uint8Array, blue: blue as Uint8Array };
}

/** Reads the colour attributes from an instance's header, or its whole file. */
export function readColourAttributes(header: Uint8Array): ColourAttributes {
  const meta = readFileMeta(header, header.length);
  const elements = readElements(header, meta.dataSetOffset, meta.encoding);
  const planar = number16(bytesOfValue(elements, 'x00280006'), 0, elements.littleEndian) === 1 ? 1 : 0;
  return { planar, palette: paletteOf(elements) };
}
