import type { ReportDocument } from './report-document.ts';
import { UnreadableReport } from './unreadable-report.ts';

const MOST_DEPTH = 200;
const MOST_TEXT = 4 << 20;

/** Groups that hold no words of the document (RTF 1.9.1, destinations). */
const LEFT_OUT = new Set([
  ...['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'themedata', 'colorschememapping', 'datastore', 'generator'],
  ...['listtable', 'listoverridetable', 'rsidtbl', 'xmlnstbl', 'latentstyles', 'fldinst', 'bkmkstart', 'bkmkend'],
  ...['revtbl', 'filetbl', 'nonshppict', 'template', 'annotation', 'atnid', 'atnauthor'],
]);
/** Programs and files inside a document: refused, never passed over. */
const OBJECTS = new Set([
  'object',
  'objdata',
  'objocx',
  'objemb',
  'objlink',
  'objautlink',
  'objhtml',
  'ddeauto',
  'dde',
]);

const SIGNS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n\n',
  page: '\n\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  nestrow: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
};
const SYMBOLS: Readonly<Record<string, string>> = { '~': '\u00a0', _: '-', '\n': '\n', '\r': '\n' };

const CODE_PAGES: Readonly<Record<number, string>> = {
  ...{ 437: 'windows-1252', 850: 'windows-1252', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5' },
  ...{ 10000: 'macintosh', 65001: 'utf-8' },
};
/** Character sets of fonts (RTF 1.9.1, \fcharset). */
const FONT_SETS: Readonly<Record<number, string>> = {
  ...{ 128: 'shift_jis', 129: 'euc-kr', 134: 'gbk', 136: 'big5', 161: 'windows-1253', 162: 'windows-1254' },
  ...{ 177: 'windows-1255', 178: 'windows-1256', 186: 'windows-1257', 204: 'windows-1251', 238: 'windows-1250' },
};

interface Group {
  readonly hidden: boolean;
  /** Signs that stand after a `\u` for programs without Unicode. */
  readonly skip: number;
  readonly encoding: string;
}

const TOKEN = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|([^\\{}]+)/gs;

/** The text of an RTF file. Documents with objects inside are refused. Throws `UnreadableReport`. */
export function readRtf(bytes: Uint8Array): ReportDocument {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/^[^{]{0,16}\{\\rtf/s.test(source)) throw new UnreadableReport('damaged');
  const text = createReader().read(source);
  return {
    text: text
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    stated: {},
  };
}

function createReader() {
  const stack: Group[] = [];
  const fonts = new Map<number, string>();
  let group: Group = { hidden: false, skip: 1, encoding: 'windows-1252' };
  let [text, starred, skipping, fontNumber] = ['', false, 0, 0];
  let pending: number[] = [];

  function flush(): void {
    if (pending.length === 0) return;
    text += new TextDecoder(group.encoding).decode(Uint8Array.from(pending));
    pending = [];
  }
  function write(words: string): void {
    flush();
    if (group.hidden) return;
    text += words;
    if (text.length > MOST_TEXT) throw new UnreadableReport('too-large');
  }
  function brace(sign: string): void {
    flush();
    skipping = 0;
    if (sign === '}') {
      group = stack.pop() ?? group;
      return;
    }
    if (stack.length >= MOST_DEPTH) throw new UnreadableReport('damaged');
    stack.push(group);
    starred = false;
  }
  function byte(code: number): void {
    if (skipping > 0) skipping -= 1;
    else if (!group.hidden) pending.push(code);
  }
  function plain(run: string): void {
    // Line ends in the source are none in the document.
    for (const sign of run.replace(/[\r\n]/g, '')) byte(sign.charCodeAt(0));
  }
  function unicode(value: number): void {
    const code = value < 0 ? value + 0x10000 : value;
    if (code > 0 && code <= 0xffff) write(String.fromCharCode(code));
    skipping = group.skip;
  }
  function control(word: string, value: number | null): void {
    flush();
    if (OBJECTS.has(word)) throw new UnreadableReport('embedded-object');
    if (starred || LEFT_OUT.has(word)) {
      // A destination that a program may pass over, unless it is text beside pictures.
      if (LEFT_OUT.has(word) || !['shppict', 'shptxt', 'shpinst'].includes(word)) group = { ...group, hidden: true };
      starred = false;
    }
    if (word === 'u' && value !== null) unicode(value);
    else if (word === 'uc') group = { ...group, skip: value ?? 1 };
    else if (word === 'ansicpg') group = { ...group, encoding: encodingOf(value ?? 1252) };
    else if (word === 'f' && value !== null) {
      fontNumber = value;
      group = { ...group, encoding: fonts.get(value) ?? group.encoding };
    } else if (word === 'fcharset') {
      const encoding = FONT_SETS[value ?? 0];
      if (encoding !== undefined) fonts.set(fontNumber, encoding);
    } else if (word in SIGNS) write(SIGNS[word] as string);
  }

  return {
    read(source: string): string {
      for (const [, word, value, hex, symbol, sign, run] of source.matchAll(TOKEN)) {
        if (word !== undefined) control(word, value === undefined ? null : Number(value));
        else if (hex !== undefined) byte(Number.parseInt(hex, 16));
        else if (sign !== undefined) brace(sign);
        else if (run !== undefined) plain(run);
        else if (symbol === '*') starred = true;
        else if (symbol !== undefined) write(SYMBOLS[symbol] ?? ('\\{}'.includes(symbol) ? symbol : ''));
      }
      flush();
      return text;
    },
  };
}

function encodingOf(codePage: number): string {
  const known = CODE_PAGES[codePage];
  if (known !== undefined) return known;
  return codePage === 874 || (codePage >= 1250 && codePage <= 1258) ? `windows-${codePage}` : 'windows-1252';
}
