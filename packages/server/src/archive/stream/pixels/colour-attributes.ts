import type { Elements } from '@overread/imaging/headers/read-elements.ts';
import type { Palette } from './colour.ts';
import { number16, valueBytes } from './lookup-table.ts';

/** What only colour pictures need and the index does not keep. */
export interface ColourAttributes {
  /** Colour by pixel (0) or by plane (1), PS3.3 C.7.6.3.1.3. */
  readonly planar: 0 | 1;
  readonly palette: Palette | null;
}

/** One colour's entries, brought to 8 bits. */
function entries(elements: Elements, tag: string, count: number): Uint8Array {
  const data = valueBytes(elements, elements.byTag, tag);
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
  const descriptor = valueBytes(elements, elements.byTag, 'x00281101');
  if (descriptor.length < 6) return null;
  const count = number16(descriptor, 0, elements.littleEndian) || 65_536;
  const first = number16(descriptor, 2, elements.littleEndian);
  const [red, green, blue] = ['x00281201', 'x00281202', 'x00281203'].map((tag) => entries(elements, tag, count));
  return { first, red: red as Uint8Array, green: green as Uint8Array, blue: blue as Uint8Array };
}

/** Reads the colour attributes of a data set. */
export function readColourAttributes(elements: Elements): ColourAttributes {
  const planar = number16(valueBytes(elements, elements.byTag, 'x00280006'), 0, elements.littleEndian) === 1 ? 1 : 0;
  return { planar, palette: paletteOf(elements) };
}
