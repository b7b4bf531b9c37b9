import { crc32, inflateRawSync } from 'node:zlib';
import { bytesSource } from '@overread/imaging/media/byte-source.ts';
import { localHeaderLength, readZipSync, type ZipEntry } from '@overread/imaging/media/zip.ts';
import { withoutReferences } from './markup.ts';
import type { ReportDocument } from './report-document.ts';
import { UnreadableReport } from './unreadable-report.ts';

/** One part of a document, opened; a report's largest has some hundred kilobytes. */
const MOST_PART_BYTES = 16 << 20;
/** Parts with words: letterheads stand in headers, signatures in footers. */
const MOST_PARTS = 24;
const MACROS = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|activeX\/)/i;

/**
 * The text of a Word document (ECMA-376, WordprocessingML): headers, body, foot notes, footers. What was deleted under
 * tracked changes is left out. Documents with macros are refused, and parts that open to more than their size. Throws
 * `UnreadableReport`.
 */
export function readDocx(bytes: Uint8Array): ReportDocument {
  const entries = entriesOf(bytes);
  if (entries.some(({ path }) => MACROS.test(path))) throw new UnreadableReport('macros');
  const main = entries.find(({ path }) => path === 'word/document.xml');
  if (main === undefined) throw new UnreadableReport('kind-unread');
  const types = entries.find(({ path }) => path === '[Content_Types].xml');
  if (types !== undefined && /macroEnabled/i.test(open(bytes, types))) throw new UnreadableReport('macros');
  const parts = (name: RegExp) => entries.filter(({ path }) => name.test(path)).slice(0, MOST_PARTS);
  const order = [
    ...parts(/^word\/header\d*\.xml$/),
    main,
    ...parts(/^word\/(?:footnotes|endnotes)\.xml$/),
    ...parts(/^word\/footer\d*\.xml$/),
  ];
  // The same letterhead stands in a header for the first, for even and for odd pages.
  const texts = new Set(order.map((entry) => wordText(open(bytes, entry))).filter((text) => text !== ''));
  return { text: [...texts].join('\n\n'), stated: {} };
}

function entriesOf(bytes: Uint8Array): readonly ZipEntry[] {
  try {
    return readZipSync(bytesSource(bytes)).entries;
  } catch (cause) {
    throw new UnreadableReport('damaged', { cause });
  }
}

function open(bytes: Uint8Array, entry: ZipEntry): string {
  if (entry.size > MOST_PART_BYTES) throw new UnreadableReport('too-large');
  try {
    const start = entry.offset + localHeaderLength(bytes, entry.offset);
    const packed = bytes.subarray(start, start + entry.compressedSize);
    // One byte of room: whoever opens to more than the directory says is stopped there.
    const plain = entry.method === 'stored' ? packed : inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
    if (plain.length !== entry.size || crc32(plain) !== entry.crc32) throw new UnreadableReport('damaged');
    const encoding = plain[0] === 0xff || plain[0] === 0xfe ? (plain[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
    return new TextDecoder(encoding).decode(plain);
  } catch (cause) {
    if (cause instanceof UnreadableReport) throw cause;
    throw new UnreadableReport('damaged', { cause });
  }
}

/** Elements that make signs of the text, by their local name. */
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  '/p': '\n',
  '/tc': '\t',
};

/** The words of one part, a line for each paragraph, cells of a table parted by tabs. */
function wordText(xml: string): string {
  if (xml.includes('<!DOCTYPE')) throw new UnreadableReport('damaged');
  let text = '';
  // What newer programs draw stands a second time, for older ones, in a fallback.
  const once = xml.replace(/<mc:Fallback\b[\s\S]*?<\/mc:Fallback>/g, '');
  for (const match of once.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>|<(\/?)(?:\w+:)?(\w+)[^>]*>/g)) {
    const [, words, closing = '', name = ''] = match;
    text += words === undefined ? (SIGNS[`${closing}${name}`] ?? '') : withoutReferences(words);
  }
  return text
    .replace(/\n\t/g, '\t')
    .split('\n')
    .map((line) => line.replace(/\s+$/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
