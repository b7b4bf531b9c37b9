/** What a report that came is, by its bytes; names and types that senders give are not asked. */
export type ReportFormat =
  | 'pdf'
  | 'docx'
  | 'rtf'
  | 'dicom'
  | 'hl7'
  | 'fhir'
  | 'picture'
  | 'text'
  | 'old-office'
  | 'other';

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    from,
    Math.min(to, bytes.byteLength),
  );

const BOM = '\u00ef\u00bb\u00bf';
/** Signatures at the first byte. OOXML is a ZIP; whether a Word document is in it is found out when it is opened. */
const SIGNATURES: readonly (readonly [ReportFormat, readonly string[]])[] = [
  ['docx', ['PK\u0003\u0004']],
  ['old-office', ['\u00d0\u00cf\u0011\u00e0']],
  ['picture', ['\u00ff\u00d8\u00ff', '\u0089PNG\r\n', 'GIF8', 'BM', 'II*\u0000', 'MM\u0000*']],
];
const PATTERNS: readonly (readonly [ReportFormat, RegExp])[] = [
  ['rtf', /^\s*\{\\rt/],
  ['picture', /^(?:RIFF.{4}WEBP|.{4}ftyp(?:hei|mif1|avif))/s],
  ['hl7', /^\s*(?:MSH|FHS|BHS)[^\w\s]/],
];

/** Tells the format by content (PDF 32000-1 Annex H: its header stands within the first 1024 bytes; PS3.10 7.1). */
export function reportFormat(bytes: Uint8Array): ReportFormat {
  if (latin(bytes, 128, 132) === 'DICM') return 'dicom';
  const head = latin(bytes, 0, 1024);
  if (head.includes('%PDF-')) return 'pdf';
  const signed = SIGNATURES.find(([, signatures]) => signatures.some((signature) => head.startsWith(signature)));
  if (signed !== undefined) return signed[0];
  const begin = head.startsWith(BOM) ? head.slice(BOM.length) : head;
  const found = PATTERNS.find(([, pattern]) => pattern.test(begin));
  if (found !== undefined) return found[0];
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/.test(head);
  // Programs, archives and pictures have zero bytes early on; a text has none.
  if (!isUtf16 && latin(bytes, 0, 65_536).includes('\0')) return 'other';
  return /^\s*\{/.test(begin) && /"resourceType"\s*:/.test(latin(bytes, 0, bytes.byteLength)) ? 'fhir' : 'text';
}
