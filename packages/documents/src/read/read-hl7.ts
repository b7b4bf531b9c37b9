import { htmlText } from './markup.ts';
import { fromBase64, type ReportDocument, type StatedFacts, statedFacts } from './report-document.ts';
import { UnreadableReport } from './unreadable-report.ts';

/** HL7 version 2 messages, read: ORU^R01 and MDM^T02 as radiology systems send reports in them. */

interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly mark: string;
  readonly subcomponent: string;
}

/** MSH-18 (HL7 table 0211) as names that TextDecoder knows. */
const CHARACTER_SETS: Readonly<Record<string, string>> = {
  ASCII: 'windows-1252',
  'UNICODE UTF-8': 'utf-8',
  UNICODE: 'utf-8',
  'UTF-8': 'utf-8',
  UTF8: 'utf-8',
  'GB 18030-2000': 'gb18030',
  'KS X 1001': 'euc-kr',
  'BIG-5': 'big5',
  'ISO IR14': 'iso-2022-jp',
  'ISO IR87': 'iso-2022-jp',
  'ISO IR159': 'iso-2022-jp',
  'UNICODE UTF-16': 'utf-16be',
};

function decode(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = head.indexOf('MSH');
  const fields =
    head
      .slice(start)
      .split(/[\r\n]/)[0]
      ?.split(head[start + 3] ?? '|') ?? [];
  const stated = (fields[17] ?? '').split('~')[0]?.trim().toUpperCase() ?? '';
  const latinSet = /^(?:ISO[ -]?)?8859[/-](\d{1,2})$/.exec(stated);
  const named = latinSet === null ? CHARACTER_SETS[stated] : `iso-8859-${latinSet[1]}`;
  if (named !== undefined && named !== 'windows-1252') return new TextDecoder(named).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

interface Segment {
  readonly name: string;
  /** Fields by their number in the standard: MSH-1 is the delimiter itself. */
  readonly fields: readonly string[];
}

interface Message {
  readonly delimiters: Delimiters;
  readonly segments: readonly Segment[];
}

function messagesOf(text: string): readonly Message[] {
  return text
    .replaceAll('\u001c', '')
    .replace(/[\v\uFEFF]/g, '')
    .split(/(?=(?:^|[\r\n])MSH[^\w\s])/)
    .map((part) => part.trim())
    .filter((part) => part.startsWith('MSH'))
    .map((part) => {
      const [component = '^', repetition = '~', mark = '\\', subcomponent = '&'] = part.slice(4, 9);
      const delimiters = { field: part[3] ?? '|', component, repetition, mark, subcomponent };
      // A line that begins no segment goes on with the one before: some senders break lines inside a field.
      const lines = part.split(/\r\n?|\n/).reduce<string[]>((all, line) => {
        if (/^[A-Z][A-Z0-9]{2}(?:[^\w\s]|$)/.test(line) || all.length === 0) all.push(line);
        else all.push(`${all.pop()}${delimiters.mark}.br${delimiters.mark}${line}`);
        return all;
      }, []);
      return { delimiters, segments: lines.map((line) => segmentOf(line, delimiters)) };
    });
}

function segmentOf(line: string, { field }: Delimiters): Segment {
  const [name = '', ...fields] = line.split(field);
  return { name, fields: name === 'MSH' ? ['', field, ...fields] : ['', ...fields] };
}

/** Formatting commands of FT (HL7 2.7.6) as signs of plain text. */
function formatted(command: string): string {
  const [, name = '', count = ''] = /^\.(br|sp|ce|in|ti|fi|nf|sk)\s*\+?(\d*)$/.exec(command) ?? [];
  if (name === 'br' || name === 'ce') return '\n';
  if (name === 'sp') return '\n'.repeat(Math.min(Number(count || 1), 5));
  return name === 'sk' ? ' '.repeat(Math.min(Number(count || 1), 40)) : '';
}

/** Escape sequences of chapter 2.7 as what they stand for; highlighting and local ones go. */
function unescaped(text: string, { mark, field, component, repetition, subcomponent }: Delimiters): string {
  const signs: Readonly<Record<string, string>> = { F: field, S: component, T: subcomponent, R: repetition, E: mark };
  const quoted = mark.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return text.replace(
    new RegExp(`${quoted}([^${quoted}\\s]{0,64}(?: ?\\d{1,3})?)${quoted}`, 'g'),
    (_, sequence: string) => {
      if (sequence in signs) return signs[sequence] as string;
      if (sequence.startsWith('.')) return formatted(sequence);
      if (/^X(?:[0-9A-F]{2})+$/i.test(sequence)) return Buffer.from(sequence.slice(1), 'hex').toString('latin1');
      return '';
    },
  );
}

const time = (value: string): string => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(value) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}`;
};

/** What a segment says in one field, without its escapes. */
function reader({ delimiters, segments }: Message) {
  const plain = (text: string) => unescaped(text, delimiters).trim();
  const parts = (value: string) => (value.split(delimiters.repetition)[0] ?? '').split(delimiters.component).map(plain);
  const find = (name: string) => segments.find((segment) => segment.name === name);
  return {
    plain,
    parts,
    of: (name: string, field: number) => parts(find(name)?.fields[field] ?? ''),
  };
}

/** XCN and CNN: number, family, given …; the name alone where no number stands before it. NDL keeps CNN in subcomponents. */
function personOf(value: string, { component, subcomponent }: Delimiters): string {
  const inner = value.split(component)[0] ?? '';
  const parts = inner.includes(subcomponent) ? inner.split(subcomponent) : value.split(component);
  const [, family = '', given = '', middle = '', suffix = '', prefix = '', degree = ''] = parts;
  const name = [prefix, given, middle, family, suffix].filter(Boolean).join(' ');
  return [name, degree].filter(Boolean).join(', ');
}

/** Sections by the suffix of OBX-3 (HL7 2.5, 7.2.4): impression, findings, recommendation, addendum. */
const SUFFIXES: Readonly<Record<string, string>> = {
  IMP: 'IMPRESSION',
  GDT: 'FINDINGS',
  REC: 'RECOMMENDATIONS',
  ADT: 'ADDENDUM',
  PRC: 'TECHNIQUE',
  IND: 'INDICATION',
};
const TEXTS = new Set(['TX', 'FT', 'ST', 'CE', 'CWE', 'NM', 'SN', 'HD']);

interface Collected {
  readonly lines: string[];
  attached: ReportDocument['attached'];
}

function takeAttachment(value: string, { component, mark }: Delimiters): ReportDocument['attached'] {
  const parts = value.split(component);
  const kind = parts.slice(0, 3).join('/').toLowerCase();
  const data = parts.at(-1)?.replaceAll(`${mark}.br${mark}`, '') ?? '';
  const isText = /\b(?:plain|txt|text)\b/.test(kind) && !/base64/i.test(parts.at(-2) ?? '');
  const bytes = isText ? new Uint8Array(Buffer.from(data, 'utf8')) : fromBase64(data);
  if (bytes.length === 0) throw new UnreadableReport('damaged');
  return { mediaType: kind.includes('pdf') ? 'application/pdf' : kind, bytes };
}

function takeObservation(segment: Segment, message: Message, into: Collected): void {
  const { delimiters } = message;
  const { plain } = reader(message);
  const [, , type = '', identifier = '', , value = ''] = segment.fields;
  if (type === 'ED') {
    into.attached ??= takeAttachment(value, delimiters);
    return;
  }
  if (!TEXTS.has(type)) return;
  const suffix = /&(\w{3})$/.exec(
    (identifier.split(delimiters.component)[0] ?? '').replaceAll(delimiters.subcomponent, '&'),
  );
  const label = (identifier.split(delimiters.component)[1] ?? '').trim();
  const heading = SUFFIXES[suffix?.[1]?.toUpperCase() ?? ''] ?? headingOf(label);
  if (heading !== '' && into.lines.findLast((line) => /^[A-Z ]+:$/.test(line)) !== `${heading}:`)
    into.lines.push('', `${heading}:`);
  const coded = type === 'CE' || type === 'CWE';
  for (const repeated of value.split(delimiters.repetition)) {
    const words = coded
      ? (repeated.split(delimiters.component)[1] ?? repeated)
      : repeated.replaceAll(delimiters.component, ' ');
    const text = plain(words);
    into.lines.push(/<(?:p|br|div)\b/i.test(text) ? htmlText(text) : text);
  }
}

const HEADINGS =
  /^(?:findings|impressions?|conclusions?|technique|comparison|indications?|clinical history|history|recommendations?)$/i;
const headingOf = (label: string): string => (HEADINGS.test(label) ? label.toUpperCase() : '');

/**
 * A report out of an HL7 v2 message: OBX with text (TX, FT, ST, coded), an encapsulated PDF (ED), escape sequences undone, in
 * the character set that MSH-18 names. Throws `UnreadableReport`: `several` for messages about more than one examination.
 */
export function readHl7(bytes: Uint8Array): ReportDocument {
  const messages = messagesOf(decode(bytes));
  const last = messages.at(-1);
  if (last === undefined) throw new UnreadableReport('damaged');
  const about = new Set(
    messages.map((message) => [statedIn(message).accessionNumber, statedIn(message).patientName].join()),
  );
  if (about.size > 1) throw new UnreadableReport('several');
  const into: Collected = { lines: [], attached: undefined };
  // A corrected report repeats the whole of it: of several messages about one examination the last one holds.
  for (const segment of last.segments) if (segment.name === 'OBX') takeObservation(segment, last, into);
  const text = into.lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (text === '' && into.attached === undefined) throw new UnreadableReport('no-report-inside');
  return { text, stated: statedIn(last), ...(into.attached === undefined ? {} : { attached: into.attached }) };
}

function statedIn(message: Message): Partial<StatedFacts> {
  const { of } = reader(message);
  const { delimiters, segments } = message;
  const raw = (name: string, field: number) => segments.find((each) => each.name === name)?.fields[field] ?? '';
  const [family = '', given = ''] = of('PID', 5);
  const [code = '', examination = ''] = of('OBR', 4);
  const placed = of('OBR', 18)[0] || of('OBR', 3)[0] || of('OBR', 2)[0];
  return statedFacts({
    author: unescaped(personOf(raw('OBR', 32) || raw('TXA', 9), delimiters), delimiters),
    facility: of('MSH', 4)[0] ?? '',
    date: time(of('OBR', 7)[0] ?? ''),
    accessionNumber: placed ?? '',
    patientName: `${family}^${given}`.replace(/^\^$/, ''),
    birthDate: time(of('PID', 7)[0] ?? ''),
    examination: examination || code,
  });
}
