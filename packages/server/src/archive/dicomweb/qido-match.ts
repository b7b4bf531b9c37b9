import type { DicomJson } from './dicom-json.ts';

/** Keywords by which a search may name attributes, with their tags (PS3.6; PS3.18 table 10.6.1-5). Others go by tag. */
const KEYWORDS: Readonly<Record<string, string>> = {
  SOPClassUID: '00080016',
  SOPInstanceUID: '00080018',
  StudyDate: '00080020',
  SeriesDate: '00080021',
  AcquisitionDate: '00080022',
  StudyTime: '00080030',
  SeriesTime: '00080031',
  AccessionNumber: '00080050',
  InstanceAvailability: '00080056',
  Modality: '00080060',
  ModalitiesInStudy: '00080061',
  Manufacturer: '00080070',
  InstitutionName: '00080080',
  ReferringPhysicianName: '00080090',
  TimezoneOffsetFromUTC: '00080201',
  StationName: '00081010',
  StudyDescription: '00081030',
  SeriesDescription: '0008103E',
  ManufacturerModelName: '00081090',
  RetrieveURL: '00081190',
  PatientName: '00100010',
  PatientID: '00100020',
  IssuerOfPatientID: '00100021',
  PatientBirthDate: '00100030',
  PatientSex: '00100040',
  OtherPatientIDs: '00101000',
  PatientAge: '00101010',
  PatientWeight: '00101030',
  BodyPartExamined: '00180015',
  ProtocolName: '00181030',
  StudyInstanceUID: '0020000D',
  SeriesInstanceUID: '0020000E',
  StudyID: '00200010',
  SeriesNumber: '00200011',
  InstanceNumber: '00200013',
  Laterality: '00200060',
  NumberOfStudyRelatedSeries: '00201206',
  NumberOfStudyRelatedInstances: '00201208',
  NumberOfSeriesRelatedInstances: '00201209',
  NumberOfFrames: '00280008',
  Rows: '00280010',
  Columns: '00280011',
  BitsAllocated: '00280100',
  ScheduledProcedureStepID: '00400009',
  PerformedProcedureStepStartDate: '00400244',
  PerformedProcedureStepStartTime: '00400245',
  RequestAttributesSequence: '00400275',
  RequestedProcedureID: '00401001',
};

const oneTag = (key: string) => KEYWORDS[key] ?? (/^[0-9A-Fa-f]{8}$/.test(key) ? key.toUpperCase() : null);

/** The tag of a keyword or tag; of an attribute inside of a sequence the tags on the way to it, with points between. */
export function tagOf(key: string): string | null {
  const path = key.split('.').map(oneTag);
  return path.every((tag) => tag !== null) ? path.join('.') : null;
}

/** Without case and accents: nobody types them alike (PS3.4 C.2.2.2.1 leaves it to the server for names). */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** All that a value may be called: each component group of a name. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).map(String);
  return [String(value ?? '')];
}

/** A day or a time, or a range of them, open at either end (PS3.4 C.2.2.2.5). */
function matchesRange(value: string, wanted: string): boolean {
  const [from = '', to] = wanted.split('-');
  // A coarser time takes all that begins with it.
  if (to === undefined) return value.startsWith(from);
  return value !== '' && (from === '' || value >= from) && (to === '' || value.slice(0, to.length) <= to);
}

/** Wild cards * and ?, without regard to case; several UIDs or values by comma or backslash (PS3.4 C.2.2.2). */
function matchesText(value: string, wanted: string): boolean {
  return wanted.split(/[,\\]/).some((each) => matchesWildcards(folded(value), folded(each)));
}

/**
 * In at most value times pattern steps. A regular expression made of many stars takes ages for some values, and the whole
 * service would wait for it.
 */
export function matchesWildcards(value: string, pattern: string): boolean {
  let [at, p] = [0, 0];
  /** Where the last star stands, and up to where in the value it was taken to reach. */
  let [star, reach] = [-1, 0];
  while (at < value.length) {
    if (pattern[p] === '*') {
      [star, reach] = [p, at];
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === value[at])) {
      at += 1;
      p += 1;
    } else if (star >= 0) {
      reach += 1;
      [at, p] = [reach, star + 1];
    } else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}

/** Whether an attribute fits what is wanted; an empty pattern or a star takes everything, also what is not there. */
export function matches(record: DicomJson, path: string, wanted: string): boolean {
  if (wanted === '' || wanted === '*') return true;
  const [tag = '', ...inner] = path.split('.');
  const { vr = '', Value: values = [] } = record[tag] ?? {};
  if (inner.length > 0) return values.some((item) => matches((item ?? {}) as DicomJson, inner.join('.'), wanted));
  const test = vr === 'DA' || vr === 'TM' ? matchesRange : matchesText;
  return values.some((value) => textsOf(value).some((text) => test(text, wanted)));
}
