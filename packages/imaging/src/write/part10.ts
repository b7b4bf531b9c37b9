import { deflateSync } from 'fflate';
import { binary, type Dataset, type Element, text } from './dataset.ts';
import { encodeRleFrame } from './encode-rle.ts';
import { type Encoding, EXPLICIT_LITTLE, writeDataset } from './write-dataset.ts';

/** How the pixels and elements of a file are stored. */
export type TransferSyntax = 'explicit' | 'implicit' | 'big-endian' | 'deflated' | 'rle';

/** Transfer syntaxes of PS3.5 annex A; big endian is retired, and still found on old discs. */
export const TRANSFER_SYNTAX_UIDS: Readonly<Record<TransferSyntax, string>> = {
  explicit: '1.2.840.10008.1.2.1',
  implicit: '1.2.840.10008.1.2',
  'big-endian': '1.2.840.10008.1.2.2',
  deflated: '1.2.840.10008.1.2.1.99',
  rle: '1.2.840.10008.1.2.5',
};

/** Implementation class of this writer, a UUID-derived UID (PS3.5 annex B.2). */
export const IMPLEMENTATION_UID = '2.25.214960376452983510462879101683409726157';
const IMPLEMENTATION_NAME = 'OVERREAD';

/** What goes into one Part 10 file. `frames` are native 16-bit little-endian pixels, one entry for each frame. */
export interface FileContent {
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly dataset: Dataset;
  readonly frames: readonly Uint8Array[];
  readonly columns: number;
}

/** A whole Part 10 file (PS3.10 section 7): preamble, meta information, data set. */
export function writePart10(content: FileContent, syntax: TransferSyntax): Uint8Array {
  const meta = metaInformation(content.sopClassUid, content.sopInstanceUid, TRANSFER_SYNTAX_UIDS[syntax]);
  if (syntax === 'rle') return join([meta, writeDataset(content.dataset, EXPLICIT_LITTLE), encapsulated(content)]);
  const pixels: Element[] =
    content.frames.length === 0 ? [] : [{ tag: 0x7fe00010, vr: 'OW', value: join(content.frames) }];
  const body = writeDataset([...content.dataset, ...pixels], encodingOf(syntax));
  return join([meta, syntax === 'deflated' ? evenLength(deflateSync(body)) : body]);
}

function encodingOf(syntax: TransferSyntax): Encoding {
  return { explicit: syntax !== 'implicit', littleEndian: syntax !== 'big-endian' };
}

function evenLength(bytes: Uint8Array): Uint8Array {
  return bytes.length % 2 === 0 ? bytes : join([bytes, new Uint8Array(1)]);
}

/** 128 zero bytes, `DICM`, and group 2 in explicit little endian, whatever the data set uses. */
export function metaInformation(sopClassUid: string, sopInstanceUid: string, transferSyntaxUid: string): Uint8Array {
  const group = writeDataset(
    [
      { tag: 0x00020001, vr: 'OB', value: new Uint8Array([0, 1]) },
      text(0x00020002, 'UI', sopClassUid),
      text(0x00020003, 'UI', sopInstanceUid),
      text(0x00020010, 'UI', transferSyntaxUid),
      text(0x00020012, 'UI', IMPLEMENTATION_UID),
      text(0x00020013, 'SH', IMPLEMENTATION_NAME),
    ],
    EXPLICIT_LITTLE,
  );
  const head = new Uint8Array(132);
  head.set([0x44, 0x49, 0x43, 0x4d], 128);
  return join([head, writeDataset([binary(0x00020000, 'UL', group.length)], EXPLICIT_LITTLE), group]);
}

/** Encapsulated pixel data (PS3.5 section A.4): a filled offset table, one fragment for each frame, the delimiter. */
function encapsulated({ frames, columns }: FileContent): Uint8Array {
  const fragments = frames.map((frame) => encodeRleFrame(frame, columns));
  const head = new DataView(new ArrayBuffer(20 + 4 * fragments.length));
  head.setUint16(0, 0x7fe0, true);
  head.setUint16(2, 0x0010, true);
  head.setUint16(4, 0x424f, true); // "OB"
  head.setUint32(8, 0xffffffff, true);
  setItem(head, 12, 0xe000, 4 * fragments.length);
  let offset = 0;
  const parts: Uint8Array[] = [new Uint8Array(head.buffer)];
  for (const [i, fragment] of fragments.entries()) {
    head.setUint32(20 + 4 * i, offset, true);
    const item = new DataView(new ArrayBuffer(8));
    setItem(item, 0, 0xe000, fragment.length);
    parts.push(new Uint8Array(item.buffer), fragment);
    offset += 8 + fragment.length;
  }
  const end = new DataView(new ArrayBuffer(8));
  setItem(end, 0, 0xe0dd, 0);
  return join([...parts, new Uint8Array(end.buffer)]);
}

function setItem(view: DataView, at: number, element: number, length: number): void {
  view.setUint16(at, 0xfffe, true);
  view.setUint16(at + 2, element, true);
  view.setUint32(at + 4, length, true);
}

/** Bytes one after the other. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
