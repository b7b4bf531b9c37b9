import { NotDicom } from './problems.ts';
import { type Encoding, EXPLICIT_BIG, EXPLICIT_LITTLE, encodingOf, IMPLICIT_LITTLE } from './transfer-syntaxes.ts';

/** What stands in front of the data set: PS3.10 section 7.1, or a guess where a file has no such head. */
export interface FileMeta {
  readonly transferSyntaxUid: string;
  /** How the data set is really written, also where the file says otherwise. */
  readonly encoding: Encoding;
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  /** Byte at which the data set begins. */
  readonly dataSetOffset: number;
  readonly hasPreamble: boolean;
  readonly warnings: readonly string[];
}

const LONG_VRS = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
const VRS = new Set([
  ...LONG_VRS,
  ...['AE', 'AS', 'AT', 'CS', 'DA', 'DS', 'DT', 'FD', 'FL', 'IS', 'LO', 'LT', 'PN', 'SH', 'SL', 'SS', 'ST', 'TM', 'UI'],
  ...['UL', 'US'],
]);

/** Whether a value representation has a length of four bytes in explicit encoding (PS3.5 7.1.2). */
export const hasLongLength = (vr: string): boolean => LONG_VRS.has(vr);
export const isKnownVr = (vr: string): boolean => VRS.has(vr);

/** The two letters at `at`, as they are. */
export const vrAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0);

const codeOf = (vr: string) => (vr.charCodeAt(0) << 8) | vr.charCodeAt(1);
const VR_CODES = new Set([...VRS].map(codeOf));
const WIDE_CODES = new Set(['OV', 'SV', 'UV'].map(codeOf));

/** How the element of an explicit data set is written whose letters stand at `at`; asked for every element, hence by number. */
export function vrKindAt(bytes: Uint8Array, at: number): 'known' | 'wide' | 'none' {
  const code = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if (WIDE_CODES.has(code)) return 'wide';
  return VR_CODES.has(code) ? 'known' : 'none';
}

const hasMagic = (bytes: Uint8Array, at: number) =>
  bytes[at] === 0x44 && bytes[at + 1] === 0x49 && bytes[at + 2] === 0x43 && bytes[at + 3] === 0x4d;

/** Low groups in which a data set can begin; nothing else is taken for DICOM without the word DICM. */
const FIRST_GROUPS = new Set([0x0002, 0x0004, 0x0008, 0x0010, 0x0018, 0x0020, 0x0028]);

/** The encoding seen at the beginning of a data set, or null when these bytes do not begin one. */
export function guessSyntax(bytes: Uint8Array, at: number, fileSize: number): string | null {
  if (at + 8 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const explicit = isKnownVr(vrAt(bytes, at + 4));
  if (explicit && FIRST_GROUPS.has(view.getUint16(at, true))) return EXPLICIT_LITTLE;
  if (explicit && FIRST_GROUPS.has(view.getUint16(at, false))) return EXPLICIT_BIG;
  if (!FIRST_GROUPS.has(view.getUint16(at, true)) || view.getUint16(at + 2, true) > 0x3000) return null;
  const length = view.getUint32(at + 4, true);
  return length <= 0x10000 && at + 8 + length <= fileSize ? IMPLICIT_LITTLE : null;
}

const asciiOf = (bytes: Uint8Array) => {
  let text = '';
  for (const byte of bytes) {
    if (byte === 0) break;
    text += String.fromCharCode(byte);
  }
  return text.trim();
};

interface Group2 {
  readonly values: ReadonlyMap<number, string>;
  readonly end: number;
}

/** Reads elements while they are of group 0002, always explicit little endian, whatever their group length says. */
function readGroup2(bytes: Uint8Array, start: number): Group2 {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Map<number, string>();
  let at = start;
  while (at + 8 <= bytes.length && view.getUint16(at, true) === 0x0002) {
    const vr = vrAt(bytes, at + 4);
    const long = hasLongLength(vr);
    if (long && at + 12 > bytes.length) break;
    const explicit = isKnownVr(vr);
    const header = long ? 12 : 8;
    let length = view.getUint32(at + 4, true);
    if (explicit) length = long ? view.getUint32(at + 8, true) : view.getUint16(at + 6, true);
    if (at + header + length > bytes.length) break;
    values.set(view.getUint16(at + 2, true), asciiOf(bytes.subarray(at + header, at + header + length)));
    at += header + length;
  }
  return { values, end: at };
}

/** What the file says of its encoding and what its first bytes show; where they disagree the bytes are believed. */
function settleSyntax(declared: string, seen: string | null, warnings: string[]): { uid: string; encoding: Encoding } {
  if (declared === '') {
    warnings.push('the file does not name its transfer syntax; it was found from the bytes');
    const uid = seen ?? EXPLICIT_LITTLE;
    return { uid, encoding: encodingOf(uid) };
  }
  const says = encodingOf(declared);
  if (seen === null || says.deflated) return { uid: declared, encoding: says };
  const shows = encodingOf(seen);
  if (says.explicit === shows.explicit && says.littleEndian === shows.littleEndian) {
    return { uid: declared, encoding: says };
  }
  warnings.push(`the file says transfer syntax ${declared} and its header is written as ${seen}`);
  if (!says.encapsulated) return { uid: seen, encoding: shows };
  return { uid: declared, encoding: { ...shows, encapsulated: true } };
}

/**
 * Finds the data set in a file with or without preamble and meta header.
 * Throws NotDicom when the bytes begin neither.
 */
export function readFileMeta(bytes: Uint8Array, fileSize: number): FileMeta {
  const warnings: string[] = [];
  const hasPreamble = hasMagic(bytes, 128);
  const bare = !hasPreamble && hasMagic(bytes, 0);
  const start = hasPreamble ? 132 : bare ? 4 : 0;
  const known = hasPreamble || bare;
  if (!known && guessSyntax(bytes, 0, fileSize) === null) throw new NotDicom('not a DICOM file');
  const { values, end } = readGroup2(bytes, start);
  if (!hasPreamble) warnings.push('no preamble: the file begins with its data');
  const declared = values.get(0x0010) ?? '';
  const seen = guessSyntax(bytes, end, fileSize);
  const { uid, encoding } = settleSyntax(declared, seen, warnings);
  return {
    transferSyntaxUid: uid,
    encoding,
    sopClassUid: values.get(0x0002) ?? '',
    sopInstanceUid: values.get(0x0003) ?? '',
    dataSetOffset: end,
    hasPreamble: known,
    warnings,
  };
}
