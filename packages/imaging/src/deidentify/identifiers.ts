import { asciiOf, type SourceDataset, type SourceElement } from './read-dataset.ts';

/** Attributes whose values name a person, a place or this one examination, besides every name (PN) and UID (UI). */
const IDENTIFYING: ReadonlySet<number> = new Set([
  0x00080050, // Accession Number
  0x00080080, // Institution Name
  0x00080081, // Institution Address
  0x00080092, // Referring Physician's Address
  0x00080094, // Referring Physician's Telephone Numbers
  0x00081040, // Institutional Department Name
  0x00100020, // Patient ID
  0x00100021, // Issuer of Patient ID
  0x00100030, // Patient's Birth Date
  0x00101000, // Other Patient IDs
  0x00101040, // Patient's Address
  0x00102154, // Patient's Telephone Numbers
  0x00102155, // Patient's Telecom Information
  0x00101090, // Medical Record Locator
  0x00100050, // Patient's Insurance Plan Code Sequence holds its own values
  0x00200010, // Study ID
  0x00400253, // Performed Procedure Step ID
  0x00401001, // Requested Procedure ID
  0x00402016, // Placer Order Number
  0x00402017, // Filler Order Number
  0x00380010, // Admission ID
  0x00380300, // Current Patient Location
  0x00380400, // Patient's Institution Residence
]);

/** UIDs of classes and of syntaxes, private ones too: they name a kind of object. */
export const CLASS_UIDS: ReadonlySet<number> = new Set([
  0x00080016, 0x00081150, 0x0008115a, 0x00020002, 0x00020010, 0x00041510, 0x00041512, 0x0008010c,
]);

/** What others wrote in place of a name names nobody. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'removed',
  'anonymous',
  'anonymized',
  'anonymised',
  'unknown',
  'none',
]);

/** Parts of names of places that name none. */
const GENERIC: ReadonlySet<string> = new Set(
  'hospital hospitals clinic clinics center centre medical imaging radiology radiologie institute institut university universitat klinik klinikum department diagnostic diagnostics health healthcare general regional community zentrum praxis hopital clinique centro ospedale'.split(
    ' ',
  ),
);
const MIN_NAME = 3;
const MIN_ID = 4;
const MIN_PLACE_WORD = 4;

const isStandardUid = (uid: string) => uid.startsWith('1.2.840.10008.');

function wordsIn({ tag, vr, bytes }: SourceElement, text: string): string[] {
  if (vr === 'PN')
    return text.split(/[\^=\\\s,]+/).filter((part) => part.length >= MIN_NAME || /[^\x20-\x7e]/.test(part));
  if (vr === 'UI') {
    if (CLASS_UIDS.has(tag)) return [];
    return asciiOf(bytes)
      .split('\\')
      .filter((uid) => uid.length >= 8 && !isStandardUid(uid));
  }
  if (!IDENTIFYING.has(tag)) return [];
  const whole = text.split('\\').filter((value) => value.length >= MIN_ID);
  // Places are also found by one word of their name.
  if (tag !== 0x00080080 && tag !== 0x00080081 && tag !== 0x00081040) return whole;
  const words = text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= MIN_PLACE_WORD && !GENERIC.has(word.toLowerCase()));
  return [...whole, ...words];
}

const isName = (word: string) => /[\p{L}\p{N}]/u.test(word) && !PLACEHOLDERS.has(word);

function identifiersOf(element: SourceElement, { text }: SourceDataset): string[] {
  if (element.items !== null) return element.items.flatMap((item) => [...identifiersIn(item)]);
  const value = element.vr === 'UI' ? '' : text.read(element.bytes);
  return wordsIn(element, value)
    .map((word) => word.toLowerCase())
    .filter(isName);
}

/** Everything that names somebody in a data set and in its items, in lower case, each once. */
export function identifiersIn(dataset: SourceDataset): ReadonlySet<string> {
  return new Set(dataset.elements.flatMap((element) => identifiersOf(element, dataset)));
}

/** Whether one of the identifiers stands in these texts. */
export function namesSomebody(texts: readonly string[], identifiers: ReadonlySet<string>): boolean {
  const lower = texts.map((text) => text.toLowerCase());
  for (const identifier of identifiers) if (lower.some((text) => text.includes(identifier))) return true;
  return false;
}

const latin = (bytes: Uint8Array) => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return text;
};
const utf8 = new TextEncoder();

/** Short numbers also stand in UIDs and measurements by chance; a UID or a long number does not. */
const isTelling = (identifier: string) => !/^[\d.]+$/.test(identifier) || identifier.length >= 10;

/** Whether written bytes still hold one of the identifiers, in ASCII, Latin-1 or UTF-8. */
export function leaksIn(bytes: Uint8Array, identifiers: ReadonlySet<string>): boolean {
  const whole = latin(bytes).toLowerCase();
  for (const identifier of identifiers) {
    if (!isTelling(identifier)) continue;
    if (whole.includes(identifier) || whole.includes(latin(utf8.encode(identifier)).toLowerCase())) return true;
  }
  return false;
}
