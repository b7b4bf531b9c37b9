import { readFileMeta, vrAt } from '@overread/imaging/headers/file-meta.ts';
import { type Elements, readElements } from '@overread/imaging/headers/read-elements.ts';
import { DEFLATED, EXPLICIT_LITTLE } from '@overread/imaging/headers/transfer-syntaxes.ts';
import type { FrameRange, InstanceHeader } from '@overread/imaging/model.ts';
import type { OpenedFrame } from '../../stream/pixels/codecs.ts';
import { UnreadableFrame } from '../../stream/pixels/rle.ts';
import { inflateDataSet } from '../data-set.ts';
import { element } from './element.ts';
import { fileHead } from './file-head.ts';
import { dataSetBytes, littleEndian, type Source, withoutCompressedIcons } from './write-data-set.ts';

/** Opens one compressed frame, of as many bits as its header allots. Throws `UnreadableFrame`. */
export type OpenCompressed = (header: InstanceHeader, frame: Buffer) => Promise<OpenedFrame>;

/** GE's own syntax has little-endian elements and big-endian pixels. */
const GE_PRIVATE = '1.2.840.113619.5.2';
/** Extended offset table: only fragments have one (PS3.3 C.7.6.3). */
const OFFSET_TABLES = ['x7fe00001', 'x7fe00002', 'x7fe00003'];
/** Frames of one instance that are being opened at a time. */
const AT_ONCE = 8;

const uint16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

/** What an opened colour is: decoders give every pixel all of its colours, some of them as RGB. */
function openedPhotometric({ photometric, samplesPerPixel }: InstanceHeader, isRgb: boolean): string {
  if (samplesPerPixel !== 3) return photometric;
  if (isRgb) return 'RGB';
  return photometric === 'YBR_FULL_422' ? 'YBR_FULL' : photometric;
}

function pieceOf(file: Buffer, { offset, length, pieces }: FrameRange): Buffer {
  const piece = (each: FrameRange) => file.subarray(each.offset, each.offset + each.length);
  return pieces === undefined ? piece({ offset, length }) : Buffer.concat(pieces.map(piece));
}

async function openedFrames(file: Buffer, header: InstanceHeader, open: OpenCompressed): Promise<OpenedFrame[]> {
  const { frameRanges, frames } = header;
  if (frameRanges.length < frames) throw new UnreadableFrame('frames are missing');
  const opened: OpenedFrame[] = [];
  for (let at = 0; at < frames; at += AT_ONCE) {
    const some = frameRanges.slice(at, at + AT_ONCE).map((range) => open(header, pieceOf(file, range)));
    opened.push(...(await Promise.all(some)));
  }
  return opened;
}

/** What follows the pixel data: seldom anything but padding and signatures, which do not hold any more. */
function trailer(elements: Elements, offset: number, encoding: Parameters<typeof readElements>[2], source: Source) {
  if (offset >= elements.bytes.length) return [];
  const { byTag, stopped } = readElements(elements.bytes, offset, encoding);
  const kept = Object.entries(byTag).filter(([tag]) => stopped === 'end' && tag !== 'xfffafffa');
  return dataSetBytes(Object.fromEntries(kept), source);
}

/** Byte behind the last fragment and the delimiter (PS3.5 A.4). */
function endOfFragments(bytes: Buffer, start: number): number {
  let at = start;
  while (at + 8 <= bytes.length && bytes.readUInt16LE(at) === 0xfffe) {
    if (bytes.readUInt16LE(at + 2) === 0xe0dd) return at + 8;
    at += 8 + bytes.readUInt32LE(at + 4);
  }
  return bytes.length;
}

/** The data set of a compressed image with its pixels opened, and the attributes that say how they lie. */
async function opened(file: Buffer, elements: Elements, header: InstanceHeader, open: OpenCompressed) {
  const frames = await openedFrames(file, header, open);
  const photometric = openedPhotometric(
    header,
    frames.some(({ isRgb }) => isRgb),
  );
  const source = { elements, signed: header.pixelRepresentation === 1 };
  const changed: readonly (readonly [string, readonly Uint8Array[]])[] = [
    ['x00280004', element(0x00280004, 'CS', Buffer.from(photometric, 'latin1'))],
    ...(header.samplesPerPixel > 1 ? [['x00280006', element(0x00280006, 'US', uint16(0))] as const] : []),
  ];
  const kept = withoutCompressedIcons(elements.byTag);
  for (const tag of [...OFFSET_TABLES, ...changed.map(([each]) => each)]) delete kept[tag];
  const parts = [
    ...Object.values(kept).map((each) => [each.tag, dataSetBytes({ a: each }, source)] as const),
    ...changed,
  ];
  const pixels = element(
    0x7fe00010,
    header.bitsAllocated > 8 ? 'OW' : 'OB',
    Buffer.concat(frames.map(({ bytes }) => bytes)),
  );
  return [...parts.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, bytes]) => bytes), ...pixels];
}

/** The data set of an image whose pixels are not compressed, or of something else than an image. */
function rewritten(elements: Elements, header: InstanceHeader, encoding: Parameters<typeof readElements>[2]) {
  const source = { elements, signed: header.pixelRepresentation === 1 };
  const body = dataSetBytes(elements.byTag, source);
  if (elements.pixelData === null) return body;
  const { dataOffset, length } = elements.pixelData;
  const end = dataOffset + length;
  if (end > elements.bytes.length) throw new UnreadableFrame('pixel data cut short');
  const { tag, offset } = elements.stoppedAt;
  const vr = encoding.explicit ? vrAt(elements.bytes, offset + 4) : 'OW';
  const isLittle = elements.littleEndian && header.transferSyntaxUid !== GE_PRIVATE;
  const pixels = littleEndian(vr, elements.bytes.subarray(dataOffset, end), isLittle);
  return [
    ...body,
    ...element(Number.parseInt(tag.slice(1), 16), vr, pixels),
    ...trailer(elements, end, encoding, source),
  ];
}

/**
 * A file in explicit VR little endian (PS3.5 A.2) whatever it is stored in, pixels opened. Text, private attributes and UIDs
 * stay what they are; the meta header is new. Throws `UnreadableFrame` where that would lose something.
 */
export async function toExplicitLittle(file: Buffer, header: InstanceHeader, open: OpenCompressed): Promise<Buffer> {
  const { sopClassUid, sopInstanceUid } = header;
  const head = fileHead({ sopClassUid, sopInstanceUid, transferSyntax: EXPLICIT_LITTLE });
  if (header.transferSyntaxUid === DEFLATED) return Buffer.concat([head, inflateDataSet(file).bytes]);
  const { dataSetOffset, encoding } = readFileMeta(file, file.length);
  const elements = readElements(file, dataSetOffset, encoding);
  if (elements.stopped !== 'end') throw new UnreadableFrame('the header cannot be read to its end');
  if (!encoding.encapsulated || elements.pixelData === null) {
    return Buffer.concat([head, ...rewritten(elements, header, encoding)]);
  }
  const body = await opened(file, elements, header, open);
  const end = endOfFragments(file, elements.pixelData.dataOffset);
  const source = { elements, signed: header.pixelRepresentation === 1 };
  return Buffer.concat([head, ...body, ...trailer(elements, end, encoding, source)]);
}
