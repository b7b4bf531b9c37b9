import { Inflate } from 'fflate';
import type { InstanceHeader } from '../model.ts';
import { type Attributes, attributesOf } from './attributes.ts';
import { type FileMeta, readFileMeta } from './file-meta.ts';
import {
  encapsulatedFrames,
  type FoundFrames,
  isEncapsulated,
  nativeFrames,
  type PixelLayout,
} from './frame-ranges.ts';
import { isEnhanced, readFrames, readSharedGroups } from './functional-groups.ts';
import { acquisition, display, geometry, identity, raster } from './instance-fields.ts';
import { DamagedDicom, HeadTooShort, NotDicom } from './problems.ts';
import { rareSigns } from './rare-fields.ts';
import { type Elements, readElements } from './read-elements.ts';
import { DEFLATED } from './transfer-syntaxes.ts';
import { vendorSigns } from './vendor-attributes.ts';

export interface ParseOptions {
  /** Size of the whole file where `bytes` is only its head. */
  readonly fileSize?: number;
}

const MEDIA_DIRECTORY = '1.2.840.10008.1.3.10';
/** A deflated data set that grows beyond this is refused: it is no MR instance. */
const MAX_INFLATED_BYTES = 1 << 30;

function inflate(bytes: Uint8Array): { bytes: Uint8Array; whole: boolean } {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  const stream = new Inflate((piece, final) => {
    pieces.push(piece);
    size += piece.length;
    if (size > MAX_INFLATED_BYTES) throw new DamagedDicom('the deflated file is larger than 1 GiB when opened');
    whole = final;
  });
  try {
    stream.push(bytes, true);
  } catch (error) {
    if (error instanceof DamagedDicom) throw error;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return { bytes: all, whole };
}

interface Opened {
  readonly meta: FileMeta;
  readonly elements: Elements;
  readonly fileSize: number;
  readonly isHead: boolean;
}

function open(bytes: Uint8Array, fileSize: number): Opened {
  const meta = readFileMeta(bytes, fileSize);
  const isHead = bytes.length < fileSize;
  if (!meta.encoding.deflated) {
    return { meta, elements: readElements(bytes, meta.dataSetOffset, meta.encoding), fileSize, isHead };
  }
  const data = inflate(bytes.subarray(meta.dataSetOffset));
  const headOnly = isHead && !data.whole;
  return {
    meta,
    elements: readElements(data.bytes, 0, meta.encoding),
    fileSize: headOnly ? Number.MAX_SAFE_INTEGER : data.bytes.length,
    isHead: headOnly,
  };
}

const tagInWords = (tag: string) => (tag === '' ? 'its first attribute' : `(${tag.slice(1, 5)},${tag.slice(5)})`);

/** Throws where the header cannot be used; returns what has to be said about one that can. */
function judgeElements({ meta, elements, isHead }: Opened): string[] {
  const { stopped, stoppedAt } = elements;
  if (stopped === 'short' && isHead)
    throw new HeadTooShort('the header is longer than the part of the file that was read');
  const usable =
    ['x00080016', 'x00080018', 'x0020000d'].some((tag) => tag in elements.byTag) || meta.sopClassUid !== '';
  if (!usable) {
    if (!meta.hasPreamble) throw new NotDicom('not a DICOM file');
    throw new DamagedDicom(
      `the header cannot be read: it breaks off at ${tagInWords(stoppedAt.tag)}. Ask for a new copy`,
    );
  }
  if (stopped === 'short') return [`the file is cut short at ${tagInWords(stoppedAt.tag)}`];
  if (stopped === 'broken')
    return [`the header is damaged at ${tagInWords(stoppedAt.tag)}; what stands before it was read`];
  return [];
}

/** Extended Offset Table: 64-bit offsets, of which no real file needs the upper 21 bits. */
function extendedTable(attributes: Attributes): number[] {
  const bytes = attributes.bytes('x7fe00001');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offsets: number[] = [];
  for (let at = 0; at + 8 <= bytes.length; at += 8) offsets.push(Number(view.getBigUint64(at, true)));
  return offsets;
}

function frameRanges({ elements, fileSize, meta }: Opened, attributes: Attributes, layout: PixelLayout): FoundFrames {
  const pixel = elements.pixelData;
  if (layout.frames === 0) return { ranges: [], warnings: [] };
  if (pixel === null) return { ranges: [], warnings: ['the file holds no pixel data'] };
  if (isEncapsulated(pixel)) {
    const source = { bytes: elements.bytes, fileSize, extendedTable: extendedTable(attributes) };
    return encapsulatedFrames(source, pixel, layout.frames);
  }
  if (meta.encoding.encapsulated)
    return { ranges: [], warnings: ['compressed pixel data is not divided into fragments'] };
  const found = nativeFrames(pixel, layout, fileSize);
  if (meta.transferSyntaxUid !== DEFLATED) return found;
  return {
    ranges: [],
    warnings: [...found.warnings, 'the file is deflated as a whole; its frames have no place of their own'],
  };
}

/**
 * Reads the header of a DICOM file, whole or only its head (then give `fileSize`), in any standard encoding, with or without
 * preamble. Frame ranges count from the file's first byte.
 *
 * Throws NotDicom (leave the file), DamagedDicom (refuse it; the message is the reason), or HeadTooShort (give more bytes).
 */
export function parseHeader(bytes: Uint8Array, options: ParseOptions = {}): InstanceHeader {
  const opened = open(bytes, Math.max(options.fileSize ?? bytes.length, bytes.length));
  const problems = judgeElements(opened);
  const { attributes, textWarnings } = attributesOf(opened.elements);
  const { meta } = opened;
  if ((attributes.text('x00080016') || meta.sopClassUid) === MEDIA_DIRECTORY) {
    throw new NotDicom('a DICOMDIR, the list of what is on a disc; the files themselves are read');
  }
  const frames = readFrames(attributes);
  const groups = isEnhanced(attributes) ? readSharedGroups(attributes) : null;
  const known = identity(attributes, meta);
  const vendor = vendorSigns(attributes, known.manufacturer);
  const pixels = raster(attributes, opened.fileSize);
  const found = frameRanges(opened, attributes, pixels);
  return {
    ...known,
    ...acquisition(attributes, groups, vendor),
    diffusionBValue: attributes.anyNumbers('x00189087', 'FD')[0] ?? frames[0]?.bValue ?? vendor.bValue,
    ...rareSigns(attributes, groups, vendor),
    ...pixels,
    ...geometry(attributes, groups, frames[0]),
    ...display(attributes, groups),
    perFrame: frames,
    frameRanges: found.ranges,
    warnings: [...meta.warnings, ...problems, ...found.warnings, ...textWarnings],
  };
}
