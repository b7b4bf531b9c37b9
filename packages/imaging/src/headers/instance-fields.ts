import type { Attributes } from './attributes.ts';
import type { FileMeta } from './file-meta.ts';
import type { FrameGroups, SharedGroups } from './functional-groups.ts';
import { DamagedDicom } from './problems.ts';
import type { VendorSigns } from './vendor-attributes.ts';

const NAMES: Readonly<Record<string, string>> = {
  x00080018: 'SOP Instance UID',
  x0020000d: 'Study Instance UID',
  x0020000e: 'Series Instance UID',
};

/** UIDs have digits and dots, 64 at most (PS3.5 9.1); some writers use letters. What is far from it is damage. */
const UID = /^[\w.-]{1,128}$/;

/** The bytes as they stand, without what pads them: text is cleaned of control characters, and a UID must not become another. */
function bareText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(0, 1024)) text += String.fromCharCode(byte);
  const padding = /[\0\s]+$/.exec(text)?.index ?? text.length;
  return text.slice(0, padding).trimStart().split('\\')[0] ?? '';
}

/** A UID that has to be there, and whole. */
function uid(attributes: Attributes, tag: string, otherwise = ''): string {
  const value = bareText(attributes.bytes(tag)) || otherwise;
  if (value === '') throw new DamagedDicom(`the file has no ${NAMES[tag]}, so it cannot be filed. Ask for a new copy`);
  if (!UID.test(value))
    throw new DamagedDicom(`its ${NAMES[tag]} is damaged, so it cannot be filed. Ask for a new copy`);
  return value;
}

/** Who and what the instance is. Throws DamagedDicom when it cannot be filed. */
export function identity(attributes: Attributes, meta: FileMeta) {
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

const isYes = (attributes: Attributes, tag: string) => attributes.text(tag) === 'YES';

/** ScanningSequence in classic terms from the enhanced attributes (PS3.3 C.8.13.4). */
function enhancedSequence(attributes: Attributes, groups: SharedGroups): string[] {
  const pulse = attributes.text('x00189008');
  return [
    ...(pulse === 'SPIN' || pulse === 'BOTH' ? ['SE'] : []),
    ...(pulse === 'GRADIENT' || pulse === 'BOTH' ? ['GR'] : []),
    ...(isYes(attributes, 'x00189018') ? ['EP'] : []),
    ...(groups.inversionRecovery ? ['IR'] : []),
  ];
}

function enhancedVariant(attributes: Attributes, groups: SharedGroups): string[] {
  const steady = !['', 'NONE'].includes(attributes.text('x00189017'));
  return [
    ...(groups.spoiled ? ['SP'] : []),
    ...(steady ? ['SS'] : []),
    ...(isYes(attributes, 'x00189015') ? ['TOF'] : []),
  ];
}

/** Fat suppression in classic terms: by a spectral pulse, or by exciting water alone (PS3.3 C.8.13.4, C.8.13.5.7). */
function enhancedOptions(attributes: Attributes, groups: SharedGroups): string[] {
  const suppressed = attributes.text('x00189025');
  const spectral = groups.fatSuppression || suppressed.startsWith('FAT');
  return [...(spectral ? ['FS'] : []), ...(groups.waterExcitation ? ['WE'] : [])];
}

/** ScanningSequence and its kin, translated where the image is enhanced and does not write them. */
function techniqueOf(attributes: Attributes, groups: SharedGroups | null, vendor: VendorSigns) {
  const [ownSequence = [], ownVariant = [], ownOptions = []] = vendor.technique ?? [];
  const written = (tag: string, own: readonly string[]) => {
    const texts = attributes.texts(tag);
    return texts.length > 0 ? texts : [...own];
  };
  const sequence = written('x00180020', ownSequence);
  const variant = written('x00180021', ownVariant);
  const options = written('x00180022', ownOptions);
  if (groups === null) return { scanningSequence: sequence, sequenceVariant: variant, scanOptions: options };
  return {
    scanningSequence: sequence.length > 0 ? sequence : enhancedSequence(attributes, groups),
    sequenceVariant: variant.length > 0 ? variant : enhancedVariant(attributes, groups),
    scanOptions: [...options, ...enhancedOptions(attributes, groups).filter((option) => !options.includes(option))],
  };
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

/** How the images were made. */
export function acquisition(attributes: Attributes, groups: SharedGroups | null, vendor: VendorSigns) {
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
    ...techniqueOf(attributes, groups, vendor),
    sequenceName: attributes.text('x00180024'),
    mrAcquisitionType: attributes.text('x00180023'),
    ...timing(attributes, groups),
    contrastAgent: contrastAgent(attributes),
  };
}

const ofLength = (values: readonly number[], length: number) => (values.length === length ? values : null);
const pair = (values: readonly number[]): readonly [number, number] | null => {
  const [row, column] = values;
  return row !== undefined && column !== undefined && row > 0 && column > 0 ? [row, column] : null;
};

/** Objects whose rows and columns describe no picture: MR spectroscopy, raw data. */
const WITHOUT_PICTURES = new Set(['1.2.840.10008.5.1.4.1.1.4.2', '1.2.840.10008.5.1.4.1.1.66']);

/** More frames than any scanner writes into one object; a damaged number must not fill the memory. */
const MAX_FRAMES = 1_000_000;
/** So many may be spoken of in any file, also one that is cut short; beyond it each needs some bytes of the file. */
const PLAUSIBLE_FRAMES = 4096;
const LEAST_FRAME_BYTES = 8;

function frameCount(attributes: Attributes, hasSize: boolean, fileSize: number): number {
  if (!hasSize || WITHOUT_PICTURES.has(attributes.text('x00080016'))) return 0;
  const frames = Math.max(1, Math.trunc(attributes.number('x00280008') ?? 1));
  const most = Math.min(MAX_FRAMES, Math.max(PLAUSIBLE_FRAMES, fileSize / LEAST_FRAME_BYTES));
  if (frames > most) throw new DamagedDicom(`the header speaks of ${frames} frames, more than the file can hold`);
  return frames;
}

/** The picture's size and the form of its samples. `fileSize` is that of the opened file. */
export function raster(attributes: Attributes, fileSize: number) {
  const rows = attributes.uint16('x00280010') ?? 0;
  const columns = attributes.uint16('x00280011') ?? 0;
  const bitsAllocated = attributes.uint16('x00280100') ?? 0;
  return {
    rows,
    columns,
    frames: frameCount(attributes, rows > 0 && columns > 0, fileSize),
    bitsAllocated,
    bitsStored: attributes.uint16('x00280101') ?? bitsAllocated,
    pixelRepresentation: attributes.uint16('x00280103') ?? 0,
    samplesPerPixel: attributes.uint16('x00280002') ?? 1,
    photometric: attributes.text('x00280004'),
  };
}

/** Where the picture lies in the patient; for multi-frame objects where its first frame lies. */
export function geometry(attributes: Attributes, groups: SharedGroups | null, first: FrameGroups | undefined) {
  return {
    pixelSpacing: pair(attributes.numbers('x00280030')) ?? pair(groups?.pixelSpacing ?? []),
    sliceThickness: attributes.number('x00180050') ?? groups?.sliceThickness ?? null,
    spacingBetweenSlices: attributes.number('x00180088') ?? groups?.spacingBetweenSlices ?? null,
    orientation: ofLength(attributes.numbers('x00200037'), 6) ?? first?.orientation ?? null,
    position: ofLength(attributes.numbers('x00200032'), 3) ?? first?.position ?? null,
    frameOfReferenceUid: attributes.text('x00200052'),
  };
}

/** How stored values become grey. */
export function display(attributes: Attributes, groups: SharedGroups | null) {
  return {
    windowCenter: attributes.number('x00281050') ?? groups?.windowCenter ?? null,
    windowWidth: attributes.number('x00281051') ?? groups?.windowWidth ?? null,
    rescaleSlope: attributes.number('x00281053') ?? groups?.rescaleSlope ?? 1,
    rescaleIntercept: attributes.number('x00281052') ?? groups?.rescaleIntercept ?? 0,
  };
}
