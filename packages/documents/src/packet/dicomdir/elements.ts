/** Elements in explicit VR little endian (PS3.5 7.1.2): what a DICOMDIR and meta headers are written in. */

const LONG_LENGTH: ReadonlySet<string> = new Set(['OB', 'SQ', 'UT']);
/** What fills a value up to an even number of bytes (PS3.5 6.2). */
const padOf = (vr: string): number => (vr === 'UI' || vr === 'OB' ? 0 : 0x20);

const wordOf = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const longOf = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function header(tag: number, vr: string, length: number): Buffer {
  const bytes = Buffer.alloc(LONG_LENGTH.has(vr) ? 12 : 8);
  bytes.writeUInt16LE(tag >>> 16, 0);
  bytes.writeUInt16LE(tag & 0xffff, 2);
  bytes.write(vr, 4, 'latin1');
  if (bytes.length === 12) bytes.writeUInt32LE(length, 8);
  else bytes.writeUInt16LE(length, 6);
  return bytes;
}

/** One element. `value` is text in ASCII, or bytes as they are; it is padded to an even length. */
export function element(tag: number, vr: string, value: string | Uint8Array): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'latin1') : value;
  const pad = bytes.length % 2 === 0 ? [] : [Buffer.of(padOf(vr))];
  return Buffer.concat([header(tag, vr, bytes.length + pad.length), bytes, ...pad]);
}

export const shortElement = (tag: number, value: number): Buffer => element(tag, 'US', wordOf(value));
export const longElement = (tag: number, value: number): Buffer => element(tag, 'UL', longOf(value));

/** An item of a sequence, with its length (PS3.5 7.5.1). */
export function item(content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  return Buffer.concat([Buffer.of(0xfe, 0xff, 0x00, 0xe0), longOf(bytes.length), bytes]);
}

export const sequence = (tag: number, items: readonly Uint8Array[]): Buffer => element(tag, 'SQ', Buffer.concat(items));

const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1';
/** A UID by UUID (PS3.5 B.2) that names this writer in meta headers. */
const IMPLEMENTATION = '2.25.181925120551056520117191650813935522282';

interface Meta {
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly transferSyntaxUid?: string;
}

/** Preamble, prefix and file meta information (PS3.10 7.1): what a file of a file-set begins with. */
export function fileMeta({ sopClassUid, sopInstanceUid, transferSyntaxUid = EXPLICIT_LITTLE }: Meta): Buffer {
  const elements = Buffer.concat([
    element(0x00020001, 'OB', Buffer.of(0, 1)),
    element(0x00020002, 'UI', sopClassUid),
    element(0x00020003, 'UI', sopInstanceUid),
    element(0x00020010, 'UI', transferSyntaxUid),
    element(0x00020012, 'UI', IMPLEMENTATION),
    element(0x00020013, 'SH', 'OVERREAD'),
  ]);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM', 'latin1'),
    longElement(0x00020000, elements.length),
    elements,
  ]);
}
