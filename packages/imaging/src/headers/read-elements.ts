import dicomParser, { type ByteStream, type Element } from 'dicom-parser';
import { hasLongLength, isKnownVr, vrAt } from './file-meta.ts';
import type { Encoding } from './transfer-syntaxes.ts';

export const UNDEFINED_LENGTH = 0xffffffff;
const PIXEL_DATA = 'x7fe00010';
const FLOAT_PIXEL_DATA = new Set(['x7fe00008', 'x7fe00009']);

/** The pixel data element as its header states it; its bytes may go on behind what was given. */
export interface PixelElement {
  readonly dataOffset: number;
  /** Declared length in bytes, or UNDEFINED_LENGTH for fragments. */
  readonly length: number;
}

/** The elements in front of the pixel data. */
export interface Elements {
  readonly bytes: Uint8Array;
  readonly littleEndian: boolean;
  readonly byTag: Readonly<Record<string, Element>>;
  readonly pixelData: PixelElement | null;
  /** `end`: read to the pixel data or to the end. `short`: the bytes end inside an element. `broken`: an element made no sense. */
  readonly stopped: 'end' | 'short' | 'broken';
  /** Byte and tag at which reading stopped, for a reason in words. */
  readonly stoppedAt: { readonly offset: number; readonly tag: string };
}

const hex = (value: number) => value.toString(16).padStart(4, '0');

/** dicom-parser does not know the three 64-bit representations; they look like OB. */
function readLongElement(stream: ByteStream, tag: string, vr: string): Element {
  stream.seek(8);
  const length = stream.readUint32();
  const element: Element = { tag, vr, length, dataOffset: stream.position };
  stream.seek(length);
  return element;
}

function readElement(stream: ByteStream, tag: string, explicit: boolean): Element {
  if (!explicit) return dicomParser.readDicomElementImplicit(stream);
  const vr = vrAt(stream.byteArray, stream.position + 4);
  if (vr === 'OV' || vr === 'SV' || vr === 'UV') return readLongElement(stream, tag, vr);
  // Some writers put single implicit elements into an explicit data set.
  if (!isKnownVr(vr)) return dicomParser.readDicomElementImplicit(stream);
  return dicomParser.readDicomElementExplicit(stream);
}

function readPixelElement(stream: ByteStream, explicit: boolean): PixelElement {
  const vr = vrAt(stream.byteArray, stream.position + 4);
  const long = explicit && hasLongLength(vr);
  const short = explicit && isKnownVr(vr) && !long;
  stream.seek(long ? 8 : short ? 6 : 4);
  const length = short ? stream.readUint16() : stream.readUint32();
  return { dataOffset: stream.position, length };
}

/**
 * Reads the elements of a data set up to its pixel data, and keeps what was read when the bytes end early or an element is
 * broken: much of what arrives on discs is still usable then.
 */
export function readElements(bytes: Uint8Array, offset: number, encoding: Encoding): Elements {
  const byTag: Record<string, Element> = {};
  const found = (
    stopped: Elements['stopped'],
    at: number,
    tag: string,
    pixelData: PixelElement | null = null,
  ): Elements => ({
    ...{ bytes, littleEndian: encoding.littleEndian, byTag, pixelData, stopped },
    stoppedAt: { offset: at, tag },
  });
  if (offset >= bytes.length) return found('short', offset, '');
  const parser = encoding.littleEndian ? dicomParser.littleEndianByteArrayParser : dicomParser.bigEndianByteArrayParser;
  const stream = new dicomParser.ByteStream(parser, bytes, offset);
  let tag = '';
  let start = offset;
  try {
    while (stream.position + 8 <= bytes.length) {
      start = stream.position;
      tag = `x${hex(parser.readUint16(bytes, start))}${hex(parser.readUint16(bytes, start + 2))}`;
      if (tag === PIXEL_DATA || FLOAT_PIXEL_DATA.has(tag)) {
        if (start + 12 > bytes.length) return found('short', start, tag);
        return found('end', start, tag, readPixelElement(stream, encoding.explicit));
      }
      const element = readElement(stream, tag, encoding.explicit);
      if (stream.position > bytes.length) return found('short', start, tag);
      byTag[tag] = element;
    }
  } catch {
    // dicom-parser throws when it runs over the end, and when a sequence holds something else than items.
    return found(stream.position + 8 >= bytes.length ? 'short' : 'broken', start, tag);
  }
  return found(bytes.length - stream.position > 0 ? 'short' : 'end', stream.position, tag);
}
