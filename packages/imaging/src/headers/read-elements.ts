import dicomParser, { type ByteStream, type Element } from 'dicom-parser';
import { hasLongLength, isKnownVr, vrAt, vrKindAt } from './file-meta.ts';
import type { Encoding } from './transfer-syntaxes.ts';

export const UNDEFINED_LENGTH = 0xffffffff;
/** Pixel Data, and its forms in floating point (PS3.3 C.7.6.24): nothing behind them is read. */
const PIXEL_GROUP = 0x7fe0;
const PIXEL_ELEMENTS = new Set([0x0008, 0x0009, 0x0010]);

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

const tagAt = ({ byteArray, byteArrayParser }: ByteStream, at: number) =>
  at + 4 > byteArray.length
    ? ''
    : `x${hex(byteArrayParser.readUint16(byteArray, at))}${hex(byteArrayParser.readUint16(byteArray, at + 2))}`;

/** dicom-parser does not know the three 64-bit representations; they look like OB. */
function readWideElement(stream: ByteStream): Element {
  const tag = tagAt(stream, stream.position);
  const vr = vrAt(stream.byteArray, stream.position + 4);
  stream.seek(8);
  const length = stream.readUint32();
  const element: Element = { tag, vr, length, dataOffset: stream.position };
  stream.seek(length);
  return element;
}

function readElement(stream: ByteStream, explicit: boolean): Element {
  const kind = explicit ? vrKindAt(stream.byteArray, stream.position + 4) : 'none';
  if (kind === 'wide') return readWideElement(stream);
  // Some writers put single implicit elements into an explicit data set.
  return kind === 'known' ? dicomParser.readDicomElementExplicit(stream) : dicomParser.readDicomElementImplicit(stream);
}

function readPixelElement(stream: ByteStream, explicit: boolean): PixelElement {
  const vr = vrAt(stream.byteArray, stream.position + 4);
  const long = explicit && hasLongLength(vr);
  const short = explicit && isKnownVr(vr) && !long;
  stream.seek(long ? 8 : short ? 6 : 4);
  const length = short ? stream.readUint16() : stream.readUint32();
  return { dataOffset: stream.position, length };
}

const pixelHeaderBytes = (bytes: Uint8Array, at: number, { explicit }: Encoding) =>
  explicit && hasLongLength(vrAt(bytes, at + 4)) ? 12 : 8;

/**
 * Reads the elements of a data set up to its pixel data, and keeps what was read when the bytes end early or an element is
 * broken: much of what arrives on discs is still usable then.
 */
export function readElements(bytes: Uint8Array, offset: number, encoding: Encoding): Elements {
  const byTag: Record<string, Element> = {};
  const parser = encoding.littleEndian ? dicomParser.littleEndianByteArrayParser : dicomParser.bigEndianByteArrayParser;
  const basics = { bytes, littleEndian: encoding.littleEndian, byTag };
  if (offset >= bytes.length) return { ...basics, pixelData: null, stopped: 'short', stoppedAt: { offset, tag: '' } };
  const stream = new dicomParser.ByteStream(parser, bytes, offset);
  let start = offset;
  const found = (stopped: Elements['stopped'], pixelData: PixelElement | null = null): Elements => ({
    ...{ ...basics, pixelData, stopped },
    stoppedAt: { offset: start, tag: tagAt(stream, start) },
  });
  try {
    while (stream.position + 8 <= bytes.length) {
      start = stream.position;
      const isPixelData =
        parser.readUint16(bytes, start) === PIXEL_GROUP && PIXEL_ELEMENTS.has(parser.readUint16(bytes, start + 2));
      if (isPixelData && start + pixelHeaderBytes(bytes, start, encoding) > bytes.length) return found('short');
      if (isPixelData) return found('end', readPixelElement(stream, encoding.explicit));
      const element = readElement(stream, encoding.explicit);
      if (stream.position > bytes.length) return found('short');
      byTag[element.tag] = element;
    }
  } catch {
    // dicom-parser throws when it runs over the end, and when a sequence holds something else than items.
    return found(stream.position + 8 >= bytes.length ? 'short' : 'broken');
  }
  start = stream.position;
  return found(bytes.length > start ? 'short' : 'end');
}
