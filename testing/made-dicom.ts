import { deflateRawSync } from 'node:zlib';

/** Writes small DICOM files for tests: every native encoding, sequences, fragments. Not a general writer. */

export type MadeValue = string | number | readonly (string | number)[] | Uint8Array | readonly MadeItem[] | null;
/** Attributes by keyword (those of KEYWORDS) or as `ggggeeee:VR`, e.g. `{ '00080005:CS': 'ISO_IR 192' }`. */
export type MadeItem = { readonly [attribute: string]: MadeValue | undefined };

export interface MadeFile {
  readonly transferSyntaxUid?: string;
  /** `none` leaves out preamble and meta header. */
  readonly head?: 'whole' | 'none';
  /** Compressed frames, each of one or more fragments; replaces PixelData. */
  readonly fragments?: readonly (readonly Uint8Array[])[];
  /** Whether the Basic Offset Table is filled. */
  readonly offsetTable?: boolean;
}

const KEYWORDS: Readonly<Record<string, string>> = {
  SpecificCharacterSet: '00080005:CS',
  ImageType: '00080008:CS',
  SOPClassUID: '00080016:UI',
  SOPInstanceUID: '00080018:UI',
  StudyDate: '00080020:DA',
  AcquisitionTime: '00080032:TM',
  AccessionNumber: '00080050:SH',
  Modality: '00080060:CS',
  Manufacturer: '00080070:LO',
  InstitutionName: '00080080:LO',
  StudyDescription: '00081030:LO',
  SeriesDescription: '0008103e:LO',
  PatientName: '00100010:PN',
  PatientID: '00100020:LO',
  PatientBirthDate: '00100030:DA',
  PatientSex: '00100040:CS',
  ContrastBolusAgent: '00180010:LO',
  BodyPartExamined: '00180015:CS',
  ScanningSequence: '00180020:CS',
  SequenceVariant: '00180021:CS',
  ScanOptions: '00180022:CS',
  MRAcquisitionType: '00180023:CS',
  SequenceName: '00180024:SH',
  SliceThickness: '00180050:DS',
  RepetitionTime: '00180080:DS',
  EchoTime: '00180081:DS',
  InversionTime: '00180082:DS',
  SpacingBetweenSlices: '00180088:DS',
  ProtocolName: '00181030:LO',
  FlipAngle: '00181314:DS',
  DiffusionBValue: '00189087:FD',
  StudyInstanceUID: '0020000d:UI',
  SeriesInstanceUID: '0020000e:UI',
  SeriesNumber: '00200011:IS',
  InstanceNumber: '00200013:IS',
  ImagePositionPatient: '00200032:DS',
  ImageOrientationPatient: '00200037:DS',
  FrameOfReferenceUID: '00200052:UI',
  Laterality: '00200060:CS',
  SamplesPerPixel: '00280002:US',
  PhotometricInterpretation: '00280004:CS',
  NumberOfFrames: '00280008:IS',
  Rows: '00280010:US',
  Columns: '00280011:US',
  PixelSpacing: '00280030:DS',
  BitsAllocated: '00280100:US',
  BitsStored: '00280101:US',
  HighBit: '00280102:US',
  PixelRepresentation: '00280103:US',
  WindowCenter: '00281050:DS',
  WindowWidth: '00281051:DS',
  RescaleIntercept: '00281052:DS',
  RescaleSlope: '00281053:DS',
  PixelData: '7fe00010:OW',
};

const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'UC', 'UN', 'UR', 'UT']);
const NUMBER_SIZES: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8 };
const IMPLICIT = '1.2.840.10008.1.2';
const EXPLICIT = '1.2.840.10008.1.2.1';
const BIG = '1.2.840.10008.1.2.2';
const DEFLATED = '1.2.840.10008.1.2.1.99';

interface Manner {
  readonly explicit: boolean;
  readonly little: boolean;
}

const concat = (...pieces: Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

function numbers(values: readonly number[], vr: string, little: boolean): Uint8Array {
  const size = NUMBER_SIZES[vr] ?? 2;
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) {
    const at = index * size;
    if (vr === 'FD') view.setFloat64(at, value, little);
    else if (vr === 'FL') view.setFloat32(at, value, little);
    else if (size === 4) view.setUint32(at, value >>> 0, little);
    else view.setUint16(at, value & 0xffff, little);
  }
  return bytes;
}

const isItems = (value: MadeValue): value is readonly MadeItem[] =>
  Array.isArray(value) && typeof value[0] === 'object';

function valueBytes(value: MadeValue, vr: string, manner: Manner): Uint8Array {
  if (value === null) return new Uint8Array(0);
  if (value instanceof Uint8Array) return value;
  if (vr === 'SQ') return isItems(value) ? concat(...value.map((item) => itemBytes(item, manner))) : new Uint8Array(0);
  const list = (Array.isArray(value) ? value : [value]) as (string | number)[];
  if (vr in NUMBER_SIZES) return numbers(list.map(Number), vr, manner.little);
  return new TextEncoder().encode(list.join('\\'));
}

function itemBytes(item: MadeItem, manner: Manner): Uint8Array {
  const content = dataSet(item, manner);
  return concat(tagBytes('fffee000', manner.little), numbers([content.length], 'UL', manner.little), content);
}

const tagBytes = (tag: string, little: boolean) =>
  numbers([Number.parseInt(tag.slice(0, 4), 16), Number.parseInt(tag.slice(4, 8), 16)], 'US', little);

/** One element; `length` overrides the length written, for damaged and undefined ones. */
export function madeElement(attribute: string, value: MadeValue, manner: Manner, length?: number): Uint8Array {
  const [tag = '', vr = 'UN'] = (KEYWORDS[attribute] ?? attribute).split(':');
  const raw = valueBytes(value, vr, manner);
  const even = raw.length % 2 === 0 ? raw : concat(raw, Uint8Array.of(vr === 'UI' || vr === 'OB' ? 0 : 0x20));
  const written = length ?? even.length;
  const head = tagBytes(tag, manner.little);
  if (!manner.explicit) return concat(head, numbers([written], 'UL', manner.little), even);
  const letters = new TextEncoder().encode(vr);
  const size = LONG.has(vr)
    ? concat(new Uint8Array(2), numbers([written], 'UL', manner.little))
    : numbers([written], 'US', manner.little);
  return concat(head, letters, size, even);
}

function dataSet(item: MadeItem, manner: Manner): Uint8Array {
  const attributes = Object.entries(item).filter(([, value]) => value !== undefined);
  const sorted = attributes.map(([key, value]) => [KEYWORDS[key] ?? key, value as MadeValue] as const);
  sorted.sort(([a], [b]) => a.localeCompare(b));
  return concat(...sorted.map(([key, value]) => madeElement(key, value, manner)));
}

function encapsulated(fragments: readonly (readonly Uint8Array[])[], withTable: boolean): Uint8Array {
  const manner = { explicit: true, little: true };
  const piece = (bytes: Uint8Array) => concat(tagBytes('fffee000', true), numbers([bytes.length], 'UL', true), bytes);
  const offsets: number[] = [];
  let at = 0;
  for (const frame of fragments) {
    offsets.push(at);
    for (const fragment of frame) at += 8 + fragment.length;
  }
  const table = piece(withTable ? numbers(offsets, 'UL', true) : new Uint8Array(0));
  const end = concat(tagBytes('fffee0dd', true), numbers([0], 'UL', true));
  const content = concat(table, ...fragments.flat().map(piece), end);
  return madeElement('7fe00010:OB', content, manner, 0xffffffff);
}

function metaHeader(sopClassUid: string, sopInstanceUid: string, transferSyntaxUid: string): Uint8Array {
  const manner = { explicit: true, little: true };
  const rest = dataSet(
    {
      '00020001:OB': Uint8Array.of(0, 1),
      '00020002:UI': sopClassUid,
      '00020003:UI': sopInstanceUid,
      '00020010:UI': transferSyntaxUid,
      '00020012:UI': '2.25.1',
    },
    manner,
  );
  const magic = new TextEncoder().encode('DICM');
  return concat(new Uint8Array(128), magic, madeElement('00020000:UL', rest.length, manner), rest);
}

const BASIC: MadeItem = {
  ImageType: ['ORIGINAL', 'PRIMARY', 'M'],
  SOPClassUID: '1.2.840.10008.5.1.4.1.1.4',
  SOPInstanceUID: '2.25.1001',
  StudyDate: '20240305',
  Modality: 'MR',
  Manufacturer: 'Overread',
  PatientName: 'Doe^Jane',
  PatientID: 'P1',
  PatientBirthDate: '19800214',
  PatientSex: 'F',
  StudyInstanceUID: '2.25.11',
  SeriesInstanceUID: '2.25.101',
  SeriesNumber: 1,
  InstanceNumber: 1,
  ImagePositionPatient: [0, 0, 0],
  ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
  FrameOfReferenceUID: '2.25.9',
  SamplesPerPixel: 1,
  PhotometricInterpretation: 'MONOCHROME2',
  Rows: 4,
  Columns: 4,
  PixelSpacing: [1, 1],
  BitsAllocated: 16,
  BitsStored: 12,
  HighBit: 11,
  PixelRepresentation: 0,
  PixelData: new Uint8Array(32),
};

/** Any DICOM file from nothing but the given attributes. */
export function madeFile(attributes: MadeItem, file: MadeFile = {}): Uint8Array {
  const syntax = file.transferSyntaxUid ?? (file.fragments ? '1.2.840.10008.1.2.4.90' : EXPLICIT);
  const manner = { explicit: syntax !== IMPLICIT, little: syntax !== BIG };
  const { PixelData, ...others } = attributes;
  const content = dataSet(file.fragments ? others : { ...others, PixelData }, manner);
  const pixels = file.fragments ? encapsulated(file.fragments, file.offsetTable ?? false) : new Uint8Array(0);
  const data = concat(content, pixels);
  if (file.head === 'none') return data;
  const meta = metaHeader(String(attributes.SOPClassUID ?? ''), String(attributes.SOPInstanceUID ?? ''), syntax);
  return concat(meta, syntax === DEFLATED ? new Uint8Array(deflateRawSync(data)) : data);
}

/** A 4 x 4 MR image of 16 bit, explicit little endian, with what the test changes; `undefined` leaves an attribute out. */
export const madeInstance = (overrides: MadeItem = {}, file: MadeFile = {}): Uint8Array =>
  madeFile({ ...BASIC, ...overrides }, file);

export interface MadeEntry {
  /** Its name as bytes, with nothing said of their character set. */
  readonly name?: Uint8Array;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly deflate?: boolean;
  /** General purpose flags, e.g. 1 for an encrypted entry. */
  readonly flags?: number;
  readonly method?: number;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});
const crc32 = (bytes: Uint8Array) => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
};

const u16 = (...values: number[]) => numbers(values, 'US', true);
const u32 = (...values: number[]) => numbers(values, 'UL', true);

/** A ZIP of the given entries (APPNOTE 4.3). */
export function madeZip(entries: readonly MadeEntry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = entry.name ?? new TextEncoder().encode(entry.path);
    const data = entry.deflate ? new Uint8Array(deflateRawSync(entry.bytes)) : entry.bytes;
    const shared = concat(
      u16(
        20,
        (entry.flags ?? 0) | (entry.name === undefined ? 0x0800 : 0),
        entry.method ?? (entry.deflate ? 8 : 0),
        0,
        0,
      ),
      u32(crc32(entry.bytes), data.length, entry.bytes.length),
      u16(name.length, 0),
    );
    const local = concat(u32(0x04034b50), shared, name, data);
    central.push(concat(u32(0x02014b50), u16(20), shared, u16(0, 0, 0), u32(0, offset), name));
    locals.push(local);
    offset += local.length;
  }
  const directory = concat(...central);
  const end = concat(u32(0x06054b50), u16(0, 0, entries.length, entries.length), u32(directory.length, offset), u16(0));
  return concat(...locals, directory, end);
}

const field = (text: string, size: number) => {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode(text).subarray(0, size));
  return bytes;
};

/** A tar (ustar) of the given entries. */
export function madeTar(entries: readonly { path: string; bytes: Uint8Array; type?: string }[]): Uint8Array {
  const blocks = entries.flatMap(({ path, bytes, type = '0' }) => {
    const octal = (value: number, size: number) => field(`${value.toString(8).padStart(size - 1, '0')}\0`, size);
    const head = concat(
      field(path, 100),
      octal(0o644, 8),
      octal(0, 8),
      octal(0, 8),
      octal(bytes.length, 12),
      octal(0, 12),
      field('        ', 8),
      field(type, 1),
      field('', 100),
      field('ustar\x0000', 8),
      new Uint8Array(247),
    );
    head.set(
      octal(
        head.reduce((sum, byte) => sum + byte, 0),
        7,
      ),
      148,
    );
    return [head, bytes, new Uint8Array((512 - (bytes.length % 512)) % 512)];
  });
  return concat(...blocks, new Uint8Array(1024));
}
