/** Which directory record a SOP class is listed under: PS3.3 F.4, table F.4-1, and F.5. */

const STANDARD = '1.2.840.10008.5.1.4.1.1.';

export type RecordType =
  | 'IMAGE'
  | 'SR DOCUMENT'
  | 'KEY OBJECT DOC'
  | 'PRESENTATION'
  | 'ENCAP DOC'
  | 'WAVEFORM'
  | 'RAW DATA'
  | 'REGISTRATION'
  | 'FIDUCIAL'
  | 'SPECTROSCOPY'
  | 'VALUE MAP'
  | 'SURFACE'
  | 'TRACT'
  | 'MEASUREMENT'
  | 'STEREOMETRIC'
  | 'RT DOSE'
  | 'RT STRUCTURE SET'
  | 'RT PLAN'
  | 'RT TREAT RECORD';

/** By what follows the common root of storage classes, the first that fits; what is not named here is an image. */
const BY_ROOT: readonly (readonly [RegExp, RecordType])[] = [
  [/^88\.59$/, 'KEY OBJECT DOC'],
  [/^88\./, 'SR DOCUMENT'],
  [/^11\./, 'PRESENTATION'],
  [/^104\./, 'ENCAP DOC'],
  [/^9\./, 'WAVEFORM'],
  [/^66$/, 'RAW DATA'],
  [/^66\.[13]$/, 'REGISTRATION'],
  [/^66\.2$/, 'FIDUCIAL'],
  [/^66\.5$/, 'SURFACE'],
  [/^66\.6$/, 'TRACT'],
  [/^4\.2$/, 'SPECTROSCOPY'],
  [/^67$/, 'VALUE MAP'],
  [/^77\.1\.5\.3$/, 'STEREOMETRIC'],
  [/^78\./, 'MEASUREMENT'],
  [/^481\.2$/, 'RT DOSE'],
  [/^481\.3$/, 'RT STRUCTURE SET'],
  [/^481\.(?:5|8)$/, 'RT PLAN'],
  [/^481\.(?:4|6|7|9)$/, 'RT TREAT RECORD'],
];

/** Null for classes outside the standard: no general purpose profile lists them (PS3.11 D.3). */
export function recordTypeOf(sopClassUid: string): RecordType | null {
  if (!sopClassUid.startsWith(STANDARD)) return null;
  const kind = sopClassUid.slice(STANDARD.length);
  return BY_ROOT.find(([pattern]) => pattern.test(kind))?.[1] ?? 'IMAGE';
}

/**
 * A key of a record: tag, VR, and what stands there when the file has nothing (PS3.3 F.5). `null`: the key is left out
 * then (1C, 3); an empty text: it stands there empty (type 2); another: a type 1 that no file may lack and some do.
 */
export type Key = readonly [tag: number, vr: string, lacking: string | null];

const DATE = '19000101';
const TIME = '000000';
const INSTANCE: Key = [0x00200013, 'IS', '0'];
const CONTENT: readonly Key[] = [
  [0x00080023, 'DA', DATE],
  [0x00080033, 'TM', TIME],
];
const LABELLED: readonly Key[] = [
  ...CONTENT,
  INSTANCE,
  [0x00700080, 'CS', 'UNNAMED'],
  [0x00700081, 'LO', ''],
  [0x00700084, 'PN', ''],
];

export const PATIENT_KEYS: readonly Key[] = [
  [0x00100010, 'PN', ''],
  [0x00100020, 'LO', 'UNKNOWN'],
  [0x00100030, 'DA', null],
  [0x00100040, 'CS', null],
];
export const STUDY_KEYS: readonly Key[] = [
  [0x00080020, 'DA', DATE],
  [0x00080030, 'TM', TIME],
  [0x00080050, 'SH', ''],
  [0x00081030, 'LO', ''],
  [0x0020000d, 'UI', null],
  [0x00200010, 'SH', '0'],
];
export const SERIES_KEYS: readonly Key[] = [
  [0x00080060, 'CS', 'OT'],
  [0x0008103e, 'LO', null],
  [0x0020000e, 'UI', null],
  [0x00200011, 'IS', '0'],
];
export const INSTANCE_KEYS: Readonly<Record<RecordType, readonly Key[]>> = {
  IMAGE: [INSTANCE],
  'SR DOCUMENT': [
    ...CONTENT,
    INSTANCE,
    [0x0040a030, 'DT', null],
    [0x0040a043, 'SQ', null],
    [0x0040a491, 'CS', 'PARTIAL'],
    [0x0040a493, 'CS', 'UNVERIFIED'],
    [0x0040a730, 'SQ', null],
  ],
  'KEY OBJECT DOC': [...CONTENT, INSTANCE, [0x0040a043, 'SQ', null], [0x0040a730, 'SQ', null]],
  PRESENTATION: [
    [0x00081115, 'SQ', null],
    INSTANCE,
    [0x00700080, 'CS', 'UNNAMED'],
    [0x00700081, 'LO', ''],
    [0x00700082, 'DA', DATE],
    [0x00700083, 'TM', TIME],
    [0x00700084, 'PN', ''],
  ],
  'ENCAP DOC': [
    [0x00080023, 'DA', ''],
    [0x00080033, 'TM', ''],
    INSTANCE,
    [0x0040a043, 'SQ', ''],
    [0x0040e001, 'ST', null],
    [0x00420010, 'ST', ''],
    [0x00420012, 'LO', 'application/pdf'],
  ],
  WAVEFORM: [...CONTENT, INSTANCE],
  'RAW DATA': [...CONTENT, INSTANCE],
  REGISTRATION: LABELLED,
  FIDUCIAL: LABELLED,
  'VALUE MAP': LABELLED,
  SURFACE: LABELLED,
  TRACT: LABELLED,
  STEREOMETRIC: [],
  MEASUREMENT: [...CONTENT, INSTANCE],
  SPECTROSCOPY: [
    [0x00080008, 'CS', 'ORIGINAL\\PRIMARY'],
    ...CONTENT,
    INSTANCE,
    [0x00280008, 'IS', '1'],
    [0x00280010, 'US', null],
    [0x00280011, 'US', null],
    [0x00289001, 'UL', null],
    [0x00289002, 'UL', null],
  ],
  'RT DOSE': [INSTANCE, [0x3004000a, 'CS', 'PLAN']],
  'RT STRUCTURE SET': [INSTANCE, [0x30060002, 'SH', 'UNNAMED'], [0x30060008, 'DA', ''], [0x30060009, 'TM', '']],
  'RT PLAN': [INSTANCE, [0x300a0002, 'SH', 'UNNAMED'], [0x300a0006, 'DA', ''], [0x300a0007, 'TM', '']],
  'RT TREAT RECORD': [INSTANCE, [0x30080250, 'DA', ''], [0x30080251, 'TM', '']],
};

/** Where a date or time of the study is taken from when the file has none: series, acquisition, content. */
export const STAND_INS: Readonly<Record<number, readonly number[]>> = {
  [0x00080020]: [0x00080021, 0x00080022, 0x00080023],
  [0x00080030]: [0x00080031, 0x00080032, 0x00080033],
};

/** Attributes of sequence items that a record repeats: codes, concept modifiers, referenced images. */
export const ITEM_KEYS: Readonly<Record<number, string>> = {
  [0x00080100]: 'SH',
  [0x00080102]: 'SH',
  [0x00080103]: 'SH',
  [0x00080104]: 'LO',
  [0x00081140]: 'SQ',
  [0x00081150]: 'UI',
  [0x00081155]: 'UI',
  [0x00081160]: 'IS',
  [0x0020000e]: 'UI',
  [0x0040a010]: 'CS',
  [0x0040a040]: 'CS',
  [0x0040a043]: 'SQ',
  [0x0040a160]: 'UT',
  [0x0040a168]: 'SQ',
};
