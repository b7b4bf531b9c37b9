import { Inflate } from 'fflate';
import type { InstanceHeader } from '../model.ts';
import { type Attributes, attributesOf } from './attributes.ts';
import { type FileMeta, readFileMeta } from './file-meta.ts';
import {
  encapsulatedFrames,
  type FoundFrames,
  isEncapsulated,
  nativeFrames,
  type PixelLayout,
} from './frame-ranges.ts';
import { isEnhanced, readFrames, readSharedGroups, type SharedGroups } from './functional-groups.ts';
import { DamagedDicom, HeadTooShort, NotDicom } from './problems.ts';
import { type Elements, readElements } from './read-elements.ts';
import { DEFLATED } from './transfer-syntaxes.ts';
import { type VendorSigns, vendorSigns } from './vendor-attributes.ts';

export interface ParseOptions {
  /** Size of the whole file where `bytes` is only its head. */
  readonly fileSize?: number;
}

const MEDIA_DIRECTORY = '1.2.840.10008.1.3.10';
/** A deflated data set that grows beyond this is refused: it is no MR instance. */
const MAX_INFLATED_BYTES = 1 << 30;

function inflate(bytes: Uint8Array): { bytes: Uint8Array; whole: boolean } {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  const stream = new Inflate((piece, final) => {
    pieces.push(piece);
    size += piece.length;
    if (size > MAX_INFLATED_BYTES) throw new DamagedDicom('the deflated file is larger than 1 GiB when opened');
    whole = final;
  });
  try {
    stream.push(bytes, true);
  } catch (error) {
    if (error instanceof DamagedDicom) throw error;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return { bytes: all, whole };
}

interface Opened {
  readonly meta: FileMeta;
  readonly elements: Elements;
  readonly fileSize: number;
  readonly isHead: boolean;
}

function open(bytes: Uint8Array, fileSize: number): Opened {
  const meta = readFileMeta(bytes, fileSize);
  const isHead = bytes.length < fileSize;
  if (!meta.encoding.deflated) {
    return { meta, elements: readElements(bytes, meta.dataSetOffset, meta.encoding), fileSize, isHead };
  }
  const data = inflate(bytes.subarray(meta.dataSetOffset));
  const headOnly = isHead && !data.whole;
  return {
    meta,
    elements: readElements(data.bytes, 0, meta.encoding),
    fileSize: headOnly ? Number.MAX_SAFE_INTEGER : data.bytes.length,
    isHead: headOnly,
  };
}

const tagInWords = (tag: string) => (tag === '' ? 'its first attribute' : `(${tag.slice(1, 5)},${tag.slice(5)})`);

/** Throws where the header cannot be used; returns what has to be said about one that can. */
function judgeElements({ meta, elements, isHead }: Opened): string[] {
  const { stopped, stoppedAt } = elements;
  if (stopped === 'short' && isHead)
    throw new HeadTooShort('the header is longer than the part of the file that was read');
  const usable =
    ['x00080016', 'x00080018', 'x0020000d'].some((tag) => tag in elements.byTag) || meta.sopClassUid !== '';
  if (!usable) {
    if (!meta.hasPreamble) throw new NotDicom('not a DICOM file');
    throw new DamagedDicom(
      `the header cannot be read: it breaks off at ${tagInWords(stoppedAt.tag)}. Ask for a new copy`,
    );
  }
  if (stopped === 'short') return [`the file is cut short at ${tagInWords(stoppedAt.tag)}`];
  if (stopped === 'broken')
    return [`the header is damaged at ${tagInWords(stoppedAt.tag)}; what stands before it was read`];
  return [];
}

const NAMES: Readonly<Record<string, string>> = {
  x00080018: 'SOP Instance UID',
  x0020000d: 'Study Instance UID',
  x0020000e: 'Series Instance UID',
};

/** A UID that has to be there. */
function uid(attributes: Attributes, tag: string, otherwise = ''): string {
  const value = attributes.text(tag) || otherwise;
  if (value === '') throw new DamagedDicom(`the file has no ${NAMES[tag]}, so it cannot be filed. Ask for a new copy`);
  return value;
}

function identity(attributes: Attributes, meta: FileMeta) {
  return {
    sopInstanceUid: uid(attributes, 'x00080018', meta.sopInstanceUid),
    sopClassUid: attributes.text('x00080016') || meta.sopClassUid,
    transferSyntaxUid: meta.transferSyntaxUid,
    studyInstanceUid: uid(attributes, 'x0020000d'),
    seriesInstanceUid: uid(attributes, 'x0020000e'),
    patient: {
      name: attributes.text('x00100010'),
      id: attributes.text('x00100020'),
      birthDate: attributes.date('x00100030'),
      sex: attributes.text('x00100040'),
    },
    studyDate: attributes.date('x00080020'),
    studyDescription: attributes.text('x00081030'),
    accessionNumber: attributes.text('x00080050'),
    institution: attributes.text('x00080080'),
    modality: attributes.text('x00080060'),
    manufacturer: attributes.text('x00080070'),
    manufacturerModel: attributes.text('x00081090'),
  };
}

/** TM as HH:MM:SS with the fraction as it stands; the acquisition's own time, else that of the content. */
function acquisitionTime(attributes: Attributes): string {
  const ownTime = attributes.text('x00080032') || attributes.text('x0008002a').slice(8) || attributes.text('x00080033');
  const match = /^(\d{2}):?(\d{2}):?(\d{2})?(\.\d+)?/.exec(ownTime);
  return match === null ? '' : `${match[1]}:${match[2]}:${match[3] ?? '00'}${match[4] ?? ''}`;
}

/** ScanningSequence and its kin in classic terms, from the enhanced attributes where those are written (PS3.3 C.8.13). */
function techniqueOf(attributes: Attributes, groups: SharedGroups | null) {
  const scanningSequence = attributes.texts('x00180020');
  const sequenceVariant = attributes.texts('x00180021');
  const scanOptions = attributes.texts('x00180022');
  if (groups !== null && scanningSequence.length === 0) {
    const pulse = attributes.text('x00189008');
    if (pulse === 'SPIN' || pulse === 'BOTH') scanningSequence.push('SE');
    if (pulse === 'GRADIENT' || pulse === 'BOTH') scanningSequence.push('GR');
    if (attributes.text('x00189018') === 'YES') scanningSequence.push('EP');
    if (groups.inversionRecovery) scanningSequence.push('IR');
  }
  if (groups !== null && sequenceVariant.length === 0) {
    if (groups.spoiled) sequenceVariant.push('SP');
    if (!['', 'NONE'].includes(attributes.text('x00189017'))) sequenceVariant.push('SS');
    if (attributes.text('x00189015') === 'YES') sequenceVariant.push('TOF');
  }
  if (groups?.fatSuppression === true && !scanOptions.includes('FS')) scanOptions.push('FS');
  return { scanningSequence, sequenceVariant, scanOptions };
}

function contrastAgent(attributes: Attributes): string {
  return attributes.text('x00180010') || (attributes.items('x00180012')[0]?.text('x00080104') ?? '');
}

function timing(attributes: Attributes, groups: SharedGroups | null) {
  return {
    repetitionTime: attributes.number('x00180080') ?? groups?.repetitionTime ?? null,
    echoTime: attributes.number('x00180081') ?? groups?.echoTime ?? null,
    inversionTime: attributes.number('x00180082') ?? groups?.inversionTime ?? null,
    flipAngle: attributes.number('x00181314') ?? groups?.flipAngle ?? null,
    echoTrainLength: attributes.number('x00180091') ?? groups?.echoTrainLength ?? null,
    fieldStrength: attributes.number('x00180087'),
  };
}

/** Image Type, with the tokens of the first frame's own type behind it. */
function imageType(attributes: Attributes, groups: SharedGroups | null): string[] {
  const whole = attributes.texts('x00080008').filter((token) => token !== '');
  const frame = (groups?.frameType ?? []).filter((token) => token !== '' && !whole.includes(token));
  return [...whole, ...frame];
}

function acquisition(attributes: Attributes, groups: SharedGroups | null) {
  return {
    seriesNumber: attributes.number('x00200011'),
    seriesDescription: attributes.text('x0008103e'),
    protocolName: attributes.text('x00181030'),
    bodyPart:
      attributes.text('x00180015') ||
      (attributes.items('x00082218')[0]?.text('x00080104') ?? groups?.anatomicRegion ?? ''),
    laterality: attributes.text('x00200060') || attributes.text('x00200062') || (groups?.laterality ?? ''),
    imageType: imageType(attributes, groups),
    instanceNumber: attributes.number('x00200013'),
    acquisitionTime: acquisitionTime(attributes),
    ...techniqueOf(attributes, groups),
    sequenceName: attributes.text('x00180024'),
    mrAcquisitionType: attributes.text('x00180023'),
    ...timing(attributes, groups),
    contrastAgent: contrastAgent(attributes),
  };
}

/** The signs that only some files carry; left out where they are silent. */
function rareSigns(attributes: Attributes, groups: SharedGroups | null, vendor: VendorSigns) {
  const acquisitionContrast = attributes.text('x00089209') || groups?.acquisitionContrast || '';
  const pulseSequenceName = attributes.text('x00189005') || vendor.pulseSequenceName;
  const standard = attributes.anyNumbers('x00189089', 'FD');
  const direction = [groups?.gradientDirection ?? [], standard, vendor.gradientDirection].find(
    (axis) => axis.length === 3,
  );
  const temporalPosition = attributes.number('x00200100');
  const aslContext = groups?.aslContext || attributes.text('x00189257');
  return {
    ...(acquisitionContrast === '' ? {} : { acquisitionContrast }),
    ...(pulseSequenceName === '' ? {} : { pulseSequenceName }),
    ...(direction === undefined ? {} : { gradientDirection: direction }),
    ...(temporalPosition === null ? {} : { temporalPosition }),
    ...(aslContext === '' ? {} : { aslContext }),
  };
}

const ofLength = (values: readonly number[], length: number) => (values.length === length ? values : null);
const pair = (values: readonly number[]): readonly [number, number] | null => {
  const [row, column] = values;
  return row !== undefined && column !== undefined && row > 0 && column > 0 ? [row, column] : null;
};

function pixelModule(attributes: Attributes, groups: SharedGroups | null, frames: ReturnType<typeof readFrames>) {
  const first = frames[0];
  const rows = attributes.uint16('x00280010') ?? 0;
  const columns = attributes.uint16('x00280011') ?? 0;
  const bitsAllocated = attributes.uint16('x00280100') ?? 0;
  return {
    rows,
    columns,
    frames: rows > 0 && columns > 0 ? Math.max(1, Math.trunc(attributes.number('x00280008') ?? 1)) : 0,
    bitsAllocated,
    bitsStored: attributes.uint16('x00280101') ?? bitsAllocated,
    pixelRepresentation: attributes.uint16('x00280103') ?? 0,
    samplesPerPixel: attributes.uint16('x00280002') ?? 1,
    photometric: attributes.text('x00280004'),
    pixelSpacing: pair(attributes.numbers('x00280030')) ?? pair(groups?.pixelSpacing ?? []),
    sliceThickness: attributes.number('x00180050') ?? groups?.sliceThickness ?? null,
    spacingBetweenSlices: attributes.number('x00180088') ?? groups?.spacingBetweenSlices ?? null,
    orientation: ofLength(attributes.numbers('x00200037'), 6) ?? first?.orientation ?? null,
    position: ofLength(attributes.numbers('x00200032'), 3) ?? first?.position ?? null,
    frameOfReferenceUid: attributes.text('x00200052'),
    windowCenter: attributes.number('x00281050') ?? groups?.windowCenter ?? null,
    windowWidth: attributes.number('x00281051') ?? groups?.windowWidth ?? null,
    rescaleSlope: attributes.number('x00281053') ?? groups?.rescaleSlope ?? 1,
    rescaleIntercept: attributes.number('x00281052') ?? groups?.rescaleIntercept ?? 0,
  };
}

/** Extended Offset Table: 64-bit offsets, of which no real file needs the upper 21 bits. */
function extendedTable(attributes: Attributes): number[] {
  const bytes = attributes.bytes('x7fe00001');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offsets: number[] = [];
  for (let at = 0; at + 8 <= bytes.length; at += 8) offsets.push(Number(view.getBigUint64(at, true)));
  return offsets;
}

function frameRanges({ elements, fileSize, meta }: Opened, attributes: Attributes, layout: PixelLayout): FoundFrames {
  const pixel = elements.pixelData;
  if (layout.frames === 0) return { ranges: [], warnings: [] };
  if (pixel === null) return { ranges: [], warnings: ['the file holds no pixel data'] };
  if (isEncapsulated(pixel)) {
    const source = { bytes: elements.bytes, fileSize, extendedTable: extendedTable(attributes) };
    return encapsulatedFrames(source, pixel, layout.frames);
  }
  if (meta.encoding.encapsulated)
    return { ranges: [], warnings: ['compressed pixel data is not divided into fragments'] };
  const found = nativeFrames(pixel, layout, fileSize);
  if (meta.transferSyntaxUid !== DEFLATED) return found;
  return {
    ranges: [],
    warnings: [...found.warnings, 'the file is deflated as a whole; its frames have no place of their own'],
  };
}

/**
 * Reads the header of a DICOM file, whole or only its head (then give `fileSize`), in any standard encoding, with or without
 * preamble. Frame ranges count from the file's first byte.
 *
 * Throws NotDicom (leave the file), DamagedDicom (refuse it; the message is the reason), or HeadTooShort (give more bytes).
 */
export function parseHeader(bytes: Uint8Array, options: ParseOptions = {}): InstanceHeader {
  const opened = open(bytes, Math.max(options.fileSize ?? bytes.length, bytes.length));
  const problems = judgeElements(opened);
  const { attributes, textWarnings } = attributesOf(opened.elements);
  const { meta } = opened;
  if ((attributes.text('x00080016') || meta.sopClassUid) === MEDIA_DIRECTORY) {
    throw new NotDicom('a DICOMDIR, the list of what is on a disc; the files themselves are read');
  }
  const frames = readFrames(attributes);
  const groups = isEnhanced(attributes) ? readSharedGroups(attributes) : null;
  const known = identity(attributes, meta);
  const vendor = vendorSigns(attributes, known.manufacturer);
  const pixels = pixelModule(attributes, groups, frames);
  const found = frameRanges(opened, attributes, pixels);
  return {
    ...known,
    ...acquisition(attributes, groups),
    diffusionBValue: attributes.anyNumbers('x00189087', 'FD')[0] ?? frames[0]?.bValue ?? vendor.bValue,
    ...rareSigns(attributes, groups, vendor),
    ...pixels,
    perFrame: frames,
    frameRanges: found.ranges,
    warnings: [...meta.warnings, ...problems, ...found.warnings, ...textWarnings],
  };
}
