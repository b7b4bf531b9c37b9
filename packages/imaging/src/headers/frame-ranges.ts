import type { FrameRange } from '../model.ts';
import { type PixelElement, UNDEFINED_LENGTH } from './read-elements.ts';

/** What the frames of an image need to be found in its file. */
export interface PixelLayout {
  readonly frames: number;
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: number;
  readonly bitsAllocated: number;
  readonly photometric: string;
}

export interface FoundFrames {
  readonly ranges: readonly FrameRange[];
  readonly warnings: readonly string[];
}

/** Bits of one uncompressed frame; 4:2:2 colour keeps two samples per pixel (PS3.3 C.7.6.3.1.2). */
function nativeFrameBits(layout: PixelLayout): number {
  const samples = layout.photometric === 'YBR_FULL_422' ? 2 : layout.samplesPerPixel;
  return layout.rows * layout.columns * samples * layout.bitsAllocated;
}

/** Bytes that hold one uncompressed frame. */
export const nativeFrameBytes = (layout: PixelLayout): number => Math.ceil(nativeFrameBits(layout) / 8);

const cutShort = (whole: number, frames: number) =>
  frames === 1 ? 'pixel data cut short' : `pixel data cut short after ${whole} of ${frames} frames`;

/**
 * Frames of uncompressed pixel data lie one behind the other (PS3.5 8.1.1). Where pixels are single bits a frame may begin inside
 * of a byte: its range then holds some bits of its neighbours.
 */
export function nativeFrames(pixel: PixelElement, layout: PixelLayout, fileSize: number): FoundFrames {
  const bits = nativeFrameBits(layout);
  if (bits <= 0) return { ranges: [], warnings: ['the header does not give the size of the image'] };
  const present = Math.max(0, Math.min(pixel.length, fileSize - pixel.dataOffset));
  const whole = Math.min(layout.frames, Math.floor((present * 8) / bits));
  const ranges = Array.from({ length: whole }, (_, frame) => {
    const first = Math.floor((frame * bits) / 8);
    return { offset: pixel.dataOffset + first, length: Math.ceil(((frame + 1) * bits) / 8) - first };
  });
  return { ranges, warnings: whole < layout.frames ? [cutShort(whole, layout.frames)] : [] };
}

interface Fragments {
  readonly offsetTable: readonly number[];
  /** Byte of the first fragment's item tag; the offset table counts from here. */
  readonly base: number;
  readonly fragments: readonly FrameRange[];
  /** `whole`: the delimiter or the end of the file was reached. `cut`: the file ends inside a fragment. `beyond`: not given. */
  readonly end: 'whole' | 'cut' | 'beyond';
}

const ITEM = 0xe000;
const DELIMITER = 0xe0dd;

interface Item {
  readonly isDelimiter: boolean;
  readonly offset: number;
  readonly length: number;
}

/** The item tag at `at` (always little endian), or null where there is none or the bytes end. */
function itemAt(view: DataView, at: number): Item | null {
  if (at + 8 > view.byteLength || view.getUint16(at, true) !== 0xfffe) return null;
  const element = view.getUint16(at + 2, true);
  if (element !== ITEM && element !== DELIMITER) return null;
  return { isDelimiter: element === DELIMITER, offset: at + 8, length: view.getUint32(at + 4, true) };
}

function offsetsIn(view: DataView, table: Item): number[] {
  const offsets: number[] = [];
  const end = Math.min(table.offset + table.length, view.byteLength);
  for (let at = table.offset; at + 4 <= end; at += 4) offsets.push(view.getUint32(at, true));
  return offsets;
}

/** Walks the items of encapsulated pixel data (PS3.5 A.4): the offset table, then the fragments. */
function walkFragments(bytes: Uint8Array, offset: number, fileSize: number): Fragments {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fragments: FrameRange[] = [];
  const table = itemAt(view, offset);
  const base = table === null ? offset : table.offset + table.length;
  const offsetTable = table === null ? [] : offsetsIn(view, table);
  const found = (end: Fragments['end']): Fragments => ({ offsetTable, base, fragments, end });
  let at = base;
  for (let item = itemAt(view, at); item !== null; item = itemAt(view, at)) {
    if (item.isDelimiter) return found('whole');
    if (item.offset + item.length > fileSize) return found('cut');
    fragments.push({ offset: item.offset, length: item.length });
    at = item.offset + item.length;
  }
  if (bytes.length < fileSize) return found('beyond');
  // A file without the closing delimiter is whole when its last fragment ends where the file does.
  return found(at >= bytes.length ? 'whole' : 'cut');
}

function join(pieces: readonly FrameRange[]): FrameRange {
  const first = pieces[0] as FrameRange;
  const last = pieces.at(-1) as FrameRange;
  if (pieces.length === 1) return first;
  return { offset: first.offset, length: last.offset + last.length - first.offset, pieces };
}

/** Groups fragments into frames that begin where `starts` says (bytes from the first fragment's item tag). */
function groupByStarts(found: Fragments, starts: readonly number[]): FrameRange[] | null {
  const groups: FrameRange[][] = [];
  const begins = new Set(starts);
  for (const fragment of found.fragments) {
    if (begins.has(fragment.offset - 8 - found.base)) groups.push([]);
    const group = groups.at(-1);
    if (group === undefined) return null;
    group.push(fragment);
  }
  return groups.length === begins.size || found.end === 'cut' ? groups.map(join) : null;
}

/** Whether a fragment begins a JPEG, JPEG-LS or JPEG 2000 stream. */
const beginsImage = (bytes: Uint8Array, fragment: FrameRange) =>
  bytes[fragment.offset] === 0xff && (bytes[fragment.offset + 1] === 0xd8 || bytes[fragment.offset + 1] === 0x4f);

/** The frames that the fragments make up: one each, by the offset table, or by the first bytes of each; null when none fits. */
function framesOf(bytes: Uint8Array, found: Fragments, frames: number, extendedTable: readonly number[]) {
  const { fragments, offsetTable } = found;
  if (frames === 1 && fragments.length > 0) return [join(fragments)];
  if (fragments.length === frames) return fragments;
  for (const table of [extendedTable, offsetTable]) {
    const grouped = table.length === frames ? groupByStarts(found, table) : null;
    if (grouped !== null) return grouped;
  }
  const starts = fragments.filter((fragment) => beginsImage(bytes, fragment));
  if (starts.length === frames)
    return groupByStarts(
      found,
      starts.map((start) => start.offset - 8 - found.base),
    );
  return found.end === 'cut' ? fragments : null;
}

/**
 * Frames of compressed pixel data. `bytes` is the file, or its head: then frames are found only when the head reaches to the
 * last fragment. `extendedTable` holds Extended Offset Table (7FE0,0001), when the file has one.
 */
export function encapsulatedFrames(
  source: { readonly bytes: Uint8Array; readonly fileSize: number; readonly extendedTable: readonly number[] },
  pixel: PixelElement,
  frames: number,
): FoundFrames {
  const found = walkFragments(source.bytes, pixel.dataOffset, source.fileSize);
  const lastEnd = found.fragments.reduce((end, fragment) => Math.max(end, fragment.offset + fragment.length), 0);
  const beyond = found.end === 'beyond' && lastEnd + 8 < source.fileSize;
  if (beyond) return { ranges: [], warnings: ['compressed frames lie behind the part of the file that was read'] };
  const ranges = framesOf(source.bytes, found, frames, source.extendedTable);
  if (ranges === null) {
    return { ranges: [], warnings: [`${found.fragments.length} pieces of pixel data do not make up ${frames} frames`] };
  }
  // A single frame whose last fragment is missing is not whole.
  const whole = found.end === 'cut' && frames === 1 ? [] : ranges.slice(0, frames);
  return { ranges: whole, warnings: whole.length < frames ? [cutShort(whole.length, frames)] : [] };
}

export const isEncapsulated = (pixel: PixelElement): boolean => pixel.length === UNDEFINED_LENGTH;
