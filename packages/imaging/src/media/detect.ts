/** What a file is by its first bytes; names and endings on discs lie. */
export type FileKind =
  | 'dicom'
  | 'maybe-dicom'
  | 'zip'
  | 'gzip'
  | 'tar'
  | 'iso'
  | '7z'
  | 'rar'
  | 'xz'
  | 'bzip2'
  | 'zstd'
  | 'udf'
  | 'raw-disc'
  | 'pdf'
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'bmp'
  | 'tiff'
  | 'executable'
  | 'html'
  | 'xml'
  | 'rtf'
  | 'nifti'
  | 'office'
  | 'cabinet'
  | 'video'
  | 'empty'
  | 'text'
  | 'unknown';

/** Bytes that `detectKind` wants to see: an ISO image names itself at 32 KiB. */
export const DETECT_BYTES = 34_816 + 8;

const startsWith = (bytes: Uint8Array, at: number, signature: readonly number[] | string): boolean => {
  if (at + signature.length > bytes.length) return false;
  for (let index = 0; index < signature.length; index += 1) {
    const wanted = typeof signature === 'string' ? signature.charCodeAt(index) : signature[index];
    if (bytes[at + index] !== wanted) return false;
  }
  return true;
};

const SIGNATURES: readonly (readonly [FileKind, number, readonly number[] | string])[] = [
  ['zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['zip', 0, [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', 0, [0x1f, 0x8b, 0x08]],
  ['7z', 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', 0, 'Rar!\u001a\u0007'],
  ['xz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['bzip2', 0, 'BZh'],
  ['zstd', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['cabinet', 0, 'MSCF'],
  ['pdf', 0, '%PDF-'],
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ['gif', 0, 'GIF8'],
  ['tiff', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['executable', 0, 'MZ'],
  ['executable', 0, [0x7f, 0x45, 0x4c, 0x46]],
  ['executable', 0, [0xcf, 0xfa, 0xed, 0xfe]],
  ['executable', 0, [0xca, 0xfe, 0xba, 0xbe]],
  ['executable', 0, '#!'],
  ['office', 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', 0, '{\\rtf'],
  ['video', 4, 'ftyp'],
  ['video', 0, 'RIFF'],
  ['nifti', 344, 'n+1'],
  ['nifti', 344, 'ni1'],
  ['tar', 257, 'ustar'],
  ['iso', 32_769, 'CD001'],
  ['udf', 32_769, 'BEA01'],
  ['raw-disc', 0, [0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0]],
  ['bmp', 0, 'BM'],
];

function textKind(bytes: Uint8Array): FileKind {
  const head = new TextDecoder('iso-8859-1')
    .decode(bytes.subarray(0, 1024))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<head|<script|<body)/.test(head)) return 'html';
  if (head.startsWith('<?xml') || /^<[a-z][\w:]*[\s>]/.test(head)) return 'xml';
  const sample = bytes.subarray(0, 512);
  const printable = sample.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
  return printable ? 'text' : 'unknown';
}

/** A data set that begins without preamble: a low group and a small first element. The header's parser has the last word. */
function mayBeDataSet(bytes: Uint8Array): boolean {
  if (bytes.length < 16) return false;
  const low = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8);
  const high = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return low === 2 || low === 8 || high === 2 || high === 8;
}

/**
 * The kind of a file from its first bytes (DETECT_BYTES of them show everything). DICM behind the preamble comes first: the
 * preamble may look like anything, also like a program (PS3.10 7.1).
 */
export function detectKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 128, 'DICM')) return 'dicom';
  const found = SIGNATURES.find(([, at, signature]) => startsWith(bytes, at, signature));
  if (found !== undefined) return found[0];
  if (startsWith(bytes, 0, 'DICM') || mayBeDataSet(bytes)) return 'maybe-dicom';
  return textKind(bytes);
}

export type ContainerKind = 'zip' | 'gzip' | 'tar' | 'iso';
const CONTAINERS: ReadonlySet<FileKind> = new Set(['zip', 'gzip', 'tar', 'iso']);

/** Whether files are looked for inside it. */
export const isContainer = (kind: FileKind): kind is ContainerKind => CONTAINERS.has(kind);

const SEVEN = 'this version does not open it. Open it with 7-Zip or a similar program and drop the folder';

/** Archives and disc images that may hold pictures and cannot be read yet: refused, with what to do. */
const UNREAD: Partial<Record<FileKind, string>> = {
  '7z': `a 7z archive; ${SEVEN}`,
  rar: `a RAR archive; ${SEVEN}`,
  xz: `an xz archive; ${SEVEN}`,
  bzip2: `a bzip2 archive; ${SEVEN}`,
  zstd: `a Zstandard archive; ${SEVEN}`,
  'raw-disc': 'a raw disc image (BIN, 2352 bytes per sector); save it as ISO, or open (mount) it and drop the folder',
  udf: 'a disc image in UDF format; this version does not open it. Open (mount) it and drop the folder',
};

/** Why a file of this kind is refused although it may hold pictures, or null. */
export const refusalOfKind = (kind: FileKind): string | null => UNREAD[kind] ?? null;

const IGNORED: Readonly<Partial<Record<FileKind, string>>> = {
  pdf: 'a PDF document, not an image; a report is handed in by itself',
  jpeg: 'a photo or preview in JPEG format, not a medical image',
  png: 'a picture in PNG format, not a medical image',
  gif: 'a picture in GIF format, not a medical image',
  bmp: 'a picture in BMP format, not a medical image',
  tiff: 'a picture in TIFF format, not a medical image',
  executable: 'a program',
  html: 'a web page of the disc',
  xml: 'a data file of the disc (XML)',
  rtf: 'a text document',
  nifti: 'a research file (NIfTI); only DICOM files are read',
  office: 'an office document or an installer',
  cabinet: 'the packed files of a program',
  video: 'a video',
  empty: 'an empty file',
  text: 'a text file',
  unknown: 'not a medical image',
};

/** What a file that is no image is, in a sentence; null for DICOM files and containers. */
export const ignoredAs = (kind: FileKind): string | null => IGNORED[kind] ?? null;
