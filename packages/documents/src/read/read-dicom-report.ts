import { type Attributes, attributesOf } from '@overread/imaging/headers/attributes.ts';
import { readFileMeta } from '@overread/imaging/headers/file-meta.ts';
import { readElements } from '@overread/imaging/headers/read-elements.ts';
import { type ReportDocument, type StatedFacts, statedFacts } from './report-document.ts';
import { UnreadableReport } from './unreadable-report.ts';

const ENCAPSULATED_PDF = '1.2.840.10008.5.1.4.1.1.104.1';
/** Structured reports (PS3.4 B.5) that people write; key object selections (.59) choose pictures and say little. */
const STRUCTURED_REPORT = /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.88\.(?!59$)/;
/** Deeper than any template of PS3.16 goes. */
const MOST_DEPTH = 24;
const MOST_TEXT = 1 << 20;

/** Whether an object is a report: a structured report, or a document inside a DICOM file. */
export const isReportObject = (sopClassUid: string): boolean =>
  sopClassUid === ENCAPSULATED_PDF || STRUCTURED_REPORT.test(sopClassUid);

/**
 * A report out of a DICOM object: the content tree of a structured report as text (PS3.3 C.17.3), or the PDF that is
 * encapsulated (A.45.1). Throws `UnreadableReport`.
 */
export function readDicomReport(bytes: Uint8Array): ReportDocument {
  const { attributes, sopClassUid } = open(bytes);
  const stated = statedIn(attributes);
  if (sopClassUid === ENCAPSULATED_PDF) {
    const pdf = attributes.bytes('x00420011');
    if (pdf.length === 0) throw new UnreadableReport('damaged');
    return { text: '', stated, attached: { mediaType: 'application/pdf', bytes: pdf } };
  }
  if (!STRUCTURED_REPORT.test(sopClassUid)) throw new UnreadableReport('no-report-inside');
  const lines = attributes.items('x0040a730').flatMap((item) => itemLines(item, 1));
  const title = conceptOf(attributes, 'x0040a043');
  const text = [title, ...lines]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (lines.length === 0) throw new UnreadableReport('no-report-inside');
  if (text.length > MOST_TEXT) throw new UnreadableReport('too-large');
  return { text, stated };
}

function open(bytes: Uint8Array): { attributes: Attributes; sopClassUid: string } {
  try {
    const meta = readFileMeta(bytes, bytes.length);
    const { attributes } = attributesOf(readElements(bytes, meta.dataSetOffset, meta.encoding));
    return { attributes, sopClassUid: attributes.text('x00080016') };
  } catch (cause) {
    throw new UnreadableReport('damaged', { cause });
  }
}

/** The meaning of a code, the words of a long one where it has no meaning. */
function conceptOf(item: Attributes, tag: string): string {
  const [code] = item.items(tag);
  return code === undefined ? '' : code.text('x00080104') || code.text('x00080100');
}

/** A text whole: backslashes in it part no values (PS3.5 6.2, UT). */
const whole = (item: Attributes, tag: string): string => item.texts(tag).join('\\').replace(/\r\n?/g, '\n').trim();

function measured(item: Attributes): string {
  const [value] = item.items('x0040a300');
  if (value === undefined) return '';
  const unit = value.items('x004008ea')[0];
  const code = unit?.text('x00080100') ?? '';
  const shown = code === '1' || code === '' ? '' : /^[\x21-\x7e]+$/.test(code) ? code : unit?.text('x00080104');
  return `${value.text('x0040a30a')} ${shown ?? ''}`.trim();
}

const isoDate = (value: string): string => value.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');

const VALUES: Readonly<Record<string, (item: Attributes) => string>> = {
  TEXT: (item) => whole(item, 'x0040a160'),
  CODE: (item) => conceptOf(item, 'x0040a168'),
  NUM: measured,
  DATE: (item) => isoDate(item.text('x0040a121')),
  DATETIME: (item) => isoDate(item.text('x0040a120')),
  PNAME: (item) => item.text('x0040a123').replace(/\^+/g, ' ').trim(),
};

/** A content item and what is below it. Containers, and text that stands for a section, are headed by their concept. */
function itemLines(item: Attributes, depth: number): readonly string[] {
  if (depth > MOST_DEPTH) return [];
  const type = item.text('x0040a040');
  const name = conceptOf(item, 'x0040a043');
  const below = item.items('x0040a730').flatMap((each) => itemLines(each, depth + 1));
  if (type === 'CONTAINER')
    return below.length === 0 ? [] : [...(name === '' ? [] : ['', `${name.toUpperCase()}:`]), ...below];
  const value = VALUES[type]?.(item) ?? '';
  if (value === '') return below;
  // Relations that only say how the report was made (language, observer) are facts, not text.
  const relation = item.text('x0040a010');
  if (relation === 'HAS OBS CONTEXT' || relation === 'HAS CONCEPT MOD') return below;
  const isSection = type === 'TEXT' && depth === 1 && name !== '';
  const own = isSection
    ? ['', `${name.toUpperCase()}:`, value]
    : [name === '' || type === 'TEXT' ? value : `${name}: ${value}`];
  return [...own, ...below];
}

function statedIn(attributes: Attributes): Partial<StatedFacts> {
  const [verifier] = attributes.items('x0040a073');
  const [author] = attributes.items('x0040a078');
  const name = verifier?.text('x0040a075') || author?.text('x0040a123') || '';
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = name.split('^');
  return statedFacts({
    author: [prefix, given, middle, family, suffix].filter(Boolean).join(' '),
    facility: attributes.text('x00080080'),
    date: attributes.date('x00080020'),
    accessionNumber: attributes.text('x00080050'),
    patientName: attributes.text('x00100010'),
    birthDate: attributes.date('x00100030'),
    examination: attributes.text('x00081030'),
    studyInstanceUid: attributes.text('x0020000d'),
  });
}
