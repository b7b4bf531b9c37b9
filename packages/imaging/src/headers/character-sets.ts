/** Text of DICOM files: Specific Character Set (0008,0005) and ISO 2022 escapes. PS3.3 C.12.1.1.2, PS3.5 6.1.2. */

/** Registration number of the defined term -> label of the Encoding Standard for its upper half. */
const ONE_BYTE: Readonly<Record<string, string>> = {
  '13': 'shift_jis',
  '100': 'iso-8859-1',
  '101': 'iso-8859-2',
  '109': 'iso-8859-3',
  '110': 'iso-8859-4',
  '126': 'iso-8859-7',
  '127': 'iso-8859-6',
  '138': 'iso-8859-8',
  '144': 'iso-8859-5',
  '148': 'windows-1254',
  '166': 'windows-874',
  '203': 'iso-8859-15',
};
const MANY_BYTES: Readonly<Record<string, string>> = {
  '58': 'gb18030',
  '149': 'euc-kr',
  '87': 'euc-jp',
  '159': 'euc-jp',
};

/** Escape sequences without the ESC itself -> what they put into G0 (codes below 80 hex) or G1 (codes above). */
const ESCAPES: readonly (readonly [string, 'G0' | 'G1', string])[] = [
  ['(B', 'G0', 'ascii'],
  ['(J', 'G0', 'ascii'],
  [')I', 'G1', 'shift_jis'],
  ['$B', 'G0', 'jis-0208'],
  ['$@', 'G0', 'jis-0208'],
  ['$(D', 'G0', 'jis-0212'],
  ['$)C', 'G1', 'euc-kr'],
  ['$)A', 'G1', 'gb18030'],
  ['-A', 'G1', 'iso-8859-1'],
  ['-B', 'G1', 'iso-8859-2'],
  ['-C', 'G1', 'iso-8859-3'],
  ['-D', 'G1', 'iso-8859-4'],
  ['-F', 'G1', 'iso-8859-7'],
  ['-G', 'G1', 'iso-8859-6'],
  ['-H', 'G1', 'iso-8859-8'],
  ['-L', 'G1', 'iso-8859-5'],
  ['-M', 'G1', 'windows-1254'],
  ['-T', 'G1', 'windows-874'],
  ['-b', 'G1', 'iso-8859-15'],
];

const ESC = 0x1b;
/** Codes after which the first character set holds again: control characters and \ ^ = (PS3.5 6.1.2.5.3). */
const isDelimiter = (byte: number) => byte < 0x20 || byte === 0x5c || byte === 0x5e || byte === 0x3d;

export interface TextReader {
  /** The text of an element's bytes, without padding and without control characters other than line ends and tabs. */
  read(bytes: Uint8Array): string;
  /** What had to be assumed so far, one sentence each. */
  readonly warnings: readonly string[];
  /** Adds such a sentence, once. */
  warn(sentence: string): void;
}

const isPlain = (bytes: Uint8Array) => {
  for (const byte of bytes) if (byte >= 0x80 || byte === ESC) return false;
  return true;
};

const asciiText = (bytes: Uint8Array) => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const clean = (text: string) => text.replace(CONTROL, '').trim();

const decode = (label: string, bytes: Uint8Array, fatal = false) => new TextDecoder(label, { fatal }).decode(bytes);

/** UTF-8 where the bytes are that, else Latin-1: for text whose character set is unknown or wrongly named. */
function decodeUnknown(bytes: Uint8Array): { text: string; as: string } {
  try {
    return { text: decode('utf-8', bytes, true), as: 'UTF-8' };
  } catch {
    return { text: decode('iso-8859-1', bytes), as: 'Latin-1' };
  }
}

/** One run of codes that were all meant for the same half and character set. */
function decodeRun(set: string, run: readonly number[]): string {
  const high = run.map((byte) => byte | 0x80);
  switch (set) {
    case 'ascii':
      return String.fromCharCode(...run);
    case 'jis-0208':
      return decode('euc-jp', Uint8Array.from(high));
    case 'jis-0212':
      return decode('euc-jp', Uint8Array.from(high.flatMap((byte, at) => (at % 2 === 0 ? [0x8f, byte] : [byte]))));
    default:
      return decode(set, Uint8Array.from(run));
  }
}

/** The character sets that stand in the lower and the upper half of the code table at the moment. */
interface Halves {
  lower: string;
  upper: string;
}

/** Follows an escape sequence that begins behind `at`; returns how many bytes it has. */
function follow(bytes: Uint8Array, at: number, halves: Halves): number {
  const found = ESCAPES.find(([code]) => asciiText(bytes.subarray(at + 1, at + 1 + code.length)) === code);
  if (found?.[1] === 'G0') halves.lower = found[2];
  if (found?.[1] === 'G1') halves.upper = found[2];
  return found?.[0].length ?? 0;
}

/** Decodes text with code extensions, following what each escape sequence puts into the two halves of the code table. */
function decodeExtended(bytes: Uint8Array, first: string): string {
  const halves: Halves = { lower: 'ascii', upper: first };
  const run: number[] = [];
  let text = '';
  let runSet = 'ascii';
  const flush = () => {
    if (run.length > 0) text += decodeRun(runSet, run.splice(0));
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === ESC) {
      flush();
      at += follow(bytes, at, halves);
    } else if (byte < 0x20 || (isDelimiter(byte) && halves.lower === 'ascii')) {
      flush();
      Object.assign(halves, { lower: 'ascii', upper: first });
      text += String.fromCharCode(byte);
    } else {
      const set = byte < 0x80 ? halves.lower : halves.upper;
      if (set !== runSet) flush();
      runSet = set;
      run.push(byte);
    }
  }
  flush();
  return text;
}

type Way =
  | { readonly kind: 'plain' }
  | { readonly kind: 'unknown'; readonly term: string }
  | { readonly kind: 'whole'; readonly label: string }
  | { readonly kind: 'extended'; readonly first: string };

/** How text of these defined terms is decoded. Terms are accepted in the spellings that occur (ISO_IR 100, ISO-IR 100, ISO_IR100). */
function wayOf(terms: readonly string[]): Way {
  const numbers = terms.map((term) => /^\s*ISO[ _-]*(?:2022[ _-]*)?IR[ _-]*(\d+)\s*$/i.exec(term)?.[1] ?? term.trim());
  const first = numbers[0] ?? '';
  if (numbers.includes('192') || /^utf-?8$/i.test(first)) return { kind: 'whole', label: 'utf-8' };
  if (/^gb(18030|k)$/i.test(first)) return { kind: 'whole', label: 'gb18030' };
  const unknown = numbers.find(
    (number) => number !== '' && number !== '6' && !(number in ONE_BYTE) && !(number in MANY_BYTES),
  );
  if (unknown !== undefined) return { kind: 'unknown', term: unknown };
  const extended = numbers.length > 1 || terms.some((term) => term.includes('2022'));
  const upper = ONE_BYTE[first] ?? MANY_BYTES[first];
  if (extended) return { kind: 'extended', first: upper ?? 'iso-8859-1' };
  return upper === undefined ? { kind: 'plain' } : { kind: 'extended', first: upper };
}

/**
 * A reader for the text of one data set.
 * @param terms the values of Specific Character Set (0008,0005); none means the default repertoire (ASCII).
 * @param around the reader of the data set around an item: what is assumed in the item is told there.
 */
export function createTextReader(terms: readonly string[], around?: TextReader): TextReader {
  // Most headers are plain ASCII: how the rest is decoded is worked out when the first such text comes.
  let settled: Way | null = null;
  const warnings: string[] = [];
  const warn = (sentence: string) => {
    if (around !== undefined) around.warn(sentence);
    else if (!warnings.includes(sentence)) warnings.push(sentence);
  };
  const guess = (bytes: Uint8Array, why: string) => {
    const { text, as } = decodeUnknown(bytes);
    warn(`${why}, read as ${as}`);
    return text;
  };
  const readAny = (bytes: Uint8Array): string => {
    settled ??= wayOf(terms);
    const way = settled;
    switch (way.kind) {
      case 'plain':
        return bytes.includes(ESC) ? decodeExtended(bytes, 'iso-8859-1') : guess(bytes, 'no character set named');
      case 'unknown':
        return guess(bytes, `character set ${way.term} unknown`);
      case 'whole':
        try {
          return decode(way.label, bytes, true);
        } catch {
          return guess(bytes, `text is not ${way.label} as the file says`);
        }
      case 'extended':
        return decodeExtended(bytes, way.first);
    }
  };
  return {
    warnings,
    warn,
    read: (bytes) => clean(isPlain(bytes) ? asciiText(bytes) : readAny(bytes)),
  };
}
