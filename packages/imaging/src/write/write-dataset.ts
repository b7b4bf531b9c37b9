import type { Dataset, Element, Vr } from './dataset.ts';

/** How elements are encoded (PS3.5 section 7.1 and annex A). */
export interface Encoding {
  readonly explicit: boolean;
  readonly littleEndian: boolean;
}

export const EXPLICIT_LITTLE: Encoding = { explicit: true, littleEndian: true };

/** Value representations with a 4-byte length in explicit encoding (PS3.5 table 7.1-1). */
const LONG: ReadonlySet<Vr> = new Set<Vr>([
  ...(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV'] as const),
]);
const WIDTH: Partial<Record<Vr, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, AT: 4 };
const ITEM = 0xfffee000;

/** Bytes that grow as they are written. */
interface Sink {
  bytes: Uint8Array;
  view: DataView;
  length: number;
}

/** The elements as bytes, sorted by tag, every value of even length (padded with a space, or a zero for UI and bytes). */
export function writeDataset(dataset: Dataset, encoding: Encoding): Uint8Array {
  const bytes = new Uint8Array(2048 + sizeOfPixels(dataset));
  const sink: Sink = { bytes, view: new DataView(bytes.buffer), length: 0 };
  for (const element of sorted(dataset)) writeElement(sink, element, encoding);
  return sink.bytes.subarray(0, sink.length);
}

function sizeOfPixels(dataset: Dataset): number {
  return dataset.reduce((sum, { value }) => sum + (value instanceof Uint8Array ? value.length : 0), 0);
}

function sorted(dataset: Dataset): Dataset {
  return [...dataset].sort((a, b) => a.tag - b.tag);
}

function writeElement(sink: Sink, element: Element, encoding: Encoding): void {
  const value = encodeValue(element, encoding);
  room(sink, 12 + value.length);
  writeTag(sink, element.tag, encoding);
  const { littleEndian } = encoding;
  if (!encoding.explicit) {
    sink.view.setUint32(sink.length, value.length, littleEndian);
    sink.length += 4;
  } else {
    sink.bytes[sink.length] = element.vr.charCodeAt(0);
    sink.bytes[sink.length + 1] = element.vr.charCodeAt(1);
    if (LONG.has(element.vr)) {
      sink.view.setUint16(sink.length + 2, 0, littleEndian);
      sink.view.setUint32(sink.length + 4, value.length, littleEndian);
      sink.length += 8;
    } else {
      if (value.length > 0xfffe) throw new Error(`Value of ${element.tag.toString(16)} is too long for ${element.vr}.`);
      sink.view.setUint16(sink.length + 2, value.length, littleEndian);
      sink.length += 4;
    }
  }
  sink.bytes.set(value, sink.length);
  sink.length += value.length;
}

function writeTag(sink: Sink, tag: number, { littleEndian }: Encoding): void {
  sink.view.setUint16(sink.length, tag >>> 16, littleEndian);
  sink.view.setUint16(sink.length + 2, tag & 0xffff, littleEndian);
  sink.length += 4;
}

function room(sink: Sink, more: number): void {
  if (sink.length + more <= sink.bytes.length) return;
  const bytes = new Uint8Array((sink.length + more) * 2);
  bytes.set(sink.bytes.subarray(0, sink.length));
  sink.bytes = bytes;
  sink.view = new DataView(bytes.buffer);
}

const utf8 = new TextEncoder();

function encodeValue({ vr, value, tag }: Element, encoding: Encoding): Uint8Array {
  if (vr === 'SQ') return encodeItems(value as readonly Dataset[], encoding);
  if (value instanceof Uint8Array) return vr === 'OW' && !encoding.littleEndian ? swapped(value) : even(value, 0);
  const width = WIDTH[vr];
  if (width !== undefined) return encodeNumbers(vr, width, value as readonly number[], encoding);
  const joined = typeof value === 'string' ? value : (value as readonly string[]).join('\\');
  if (typeof joined !== 'string') throw new Error(`Element ${tag.toString(16)} (${vr}) needs text.`);
  return even(utf8.encode(joined), vr === 'UI' ? 0 : 0x20);
}

function even(bytes: Uint8Array, padding: number): Uint8Array {
  if (bytes.length % 2 === 0) return bytes;
  const padded = new Uint8Array(bytes.length + 1).fill(padding);
  padded.set(bytes);
  return padded;
}

function swapped(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    out[i] = bytes[i + 1] ?? 0;
    out[i + 1] = bytes[i] ?? 0;
  }
  return out;
}

function encodeNumbers(vr: Vr, width: number, values: readonly number[], { littleEndian }: Encoding): Uint8Array {
  const view = new DataView(new ArrayBuffer(width * values.length));
  for (const [i, value] of values.entries()) {
    const at = i * width;
    if (vr === 'US') view.setUint16(at, value, littleEndian);
    else if (vr === 'SS') view.setInt16(at, value, littleEndian);
    else if (vr === 'UL') view.setUint32(at, value, littleEndian);
    else if (vr === 'SL') view.setInt32(at, value, littleEndian);
    else if (vr === 'FL') view.setFloat32(at, value, littleEndian);
    else if (vr === 'FD') view.setFloat64(at, value, littleEndian);
    else {
      view.setUint16(at, value >>> 16, littleEndian);
      view.setUint16(at + 2, value & 0xffff, littleEndian);
    }
  }
  return new Uint8Array(view.buffer);
}

/** Items of defined length, so that every offset in them can be told without reading to their end. */
function encodeItems(items: readonly Dataset[], encoding: Encoding): Uint8Array {
  const parts = items.map((item) => writeDataset(item, encoding));
  const out = new Uint8Array(parts.reduce((sum, part) => sum + 8 + part.length, 0));
  const sink: Sink = { bytes: out, view: new DataView(out.buffer), length: 0 };
  for (const part of parts) {
    writeTag(sink, ITEM, encoding);
    sink.view.setUint32(sink.length, part.length, encoding.littleEndian);
    sink.bytes.set(part, sink.length + 4);
    sink.length += 4 + part.length;
  }
  return out;
}
