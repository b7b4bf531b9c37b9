import { KEYWORDS_BY_GROUP } from './attribute-keywords.data.ts';
import type { DicomJson, JsonAttribute } from './dicom-json.ts';

/** Keywords by hex tag, in lower case. */
const KEYWORDS = new Map(
  Object.entries(KEYWORDS_BY_GROUP).flatMap(([group, text]) => {
    const words = text.trim().split(/\s+/);
    return words.flatMap((word, at) => (at % 2 === 0 ? [[`${group}${word}`, words[at + 1] as string] as const] : []));
  }),
);

const GROUPS = ['Alphabetic', 'Ideographic', 'Phonetic'] as const;
/** The components of a name, in their order (PS3.5 6.2.1). */
const COMPONENTS = ['FamilyName', 'GivenName', 'MiddleName', 'NamePrefix', 'NameSuffix'] as const;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text for XML 1.0, which has no place for most control characters. */
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"\r]/g, (char) => ESCAPES[char] as string);

const isPrivate = (tag: string) => Number.parseInt(tag.slice(3, 4), 16) % 2 === 1;

/** The creator that has reserved the block of a private attribute in its own data set (PS3.5 7.8.1). */
function creatorOf(tag: string, around: DicomJson): string | null {
  if (!isPrivate(tag) || tag.slice(4, 6) === '00') return null;
  const [creator] = around[`${tag.slice(0, 4)}00${tag.slice(4, 6)}`]?.Value ?? [];
  return typeof creator === 'string' ? creator : null;
}

function nameXml(name: Readonly<Record<string, string>>): string {
  return GROUPS.map((group) => {
    const parts = (name[group] ?? '').split('^');
    const filled = COMPONENTS.map((component, at) => {
      const part = parts[at] ?? '';
      return part === '' ? '' : `<${component}>${escaped(part)}</${component}>`;
    }).join('');
    return filled === '' ? '' : `<${group}>${filled}</${group}>`;
  }).join('');
}

function valueXml(vr: string, value: unknown, number: number): string {
  if (vr === 'SQ') return `<Item number="${number}">${dataSetXml(value as DicomJson)}</Item>`;
  // What is empty is left out; the numbers tell the places of the others.
  if (value === null) return '';
  if (vr === 'PN')
    return `<PersonName number="${number}">${nameXml(value as Readonly<Record<string, string>>)}</PersonName>`;
  return `<Value number="${number}">${escaped(String(value))}</Value>`;
}

function contentXml({ vr, Value, InlineBinary, BulkDataURI }: JsonAttribute): string {
  if (BulkDataURI !== undefined) return `<BulkData uri="${escaped(BulkDataURI)}"/>`;
  if (InlineBinary !== undefined) return `<InlineBinary>${InlineBinary}</InlineBinary>`;
  return (Value ?? []).map((value, at) => valueXml(vr, value, at + 1)).join('');
}

function attributeXml(tag: string, attribute: JsonAttribute, around: DicomJson): string {
  const creator = creatorOf(tag, around);
  const keyword = KEYWORDS.get(tag.toLowerCase());
  // Which block a creator has reserved says nothing: its name stands there instead.
  const named = creator === null ? tag : `${tag.slice(0, 4)}00${tag.slice(6)}`;
  const attributes = [
    `tag="${named}" vr="${attribute.vr}"`,
    ...(keyword === undefined ? [] : [`keyword="${keyword}"`]),
    ...(creator === null ? [] : [`privateCreator="${escaped(creator)}"`]),
  ];
  return `<DicomAttribute ${attributes.join(' ')}>${contentXml(attribute)}</DicomAttribute>`;
}

const dataSetXml = (dataSet: DicomJson): string =>
  Object.entries(dataSet)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, attribute]) => attributeXml(tag, attribute, dataSet))
    .join('');

/** A data set in the Native DICOM Model (PS3.19 A.1), from the JSON model, in UTF-8. */
export const nativeModel = (dataSet: DicomJson): string =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  `<NativeDicomModel xmlns="http://dicom.nema.org/PS3.19/models/NativeDICOM" xml:space="preserve">${dataSetXml(dataSet)}` +
  '</NativeDicomModel>';
