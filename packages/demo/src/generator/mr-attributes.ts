import { binary, type Dataset, decimal, text } from '@overread/imaging/write/dataset.ts';
import { uidOf } from '../dicom/uids.ts';
import type { FullOptions } from './options.ts';
import type { SeriesPlan } from './protocol.ts';
import type { Placement } from './slices.ts';

export const MR_IMAGE_STORAGE = '1.2.840.10008.5.1.4.1.1.4';
export const ENHANCED_MR_STORAGE = '1.2.840.10008.5.1.4.1.1.4.1';
export const MANUFACTURER = 'Overread';
export const MODEL = 'Synthetic phantom';

/** A study whose names are settled: options, UIDs, descriptions as they will be written. */
export interface StudyNames {
  readonly options: FullOptions;
  readonly studyInstanceUid: string;
  readonly frameOfReferenceUid: string;
  readonly description: string;
}

/** One series about to be written. */
export interface SeriesNames {
  readonly plan: SeriesPlan;
  readonly description: string;
  readonly number: number;
  readonly seriesInstanceUid: string;
  readonly matrix: number;
  /** Series time as HHMMSS. */
  readonly time: string;
}

/** UIDs and descriptions of a study, out of its options. */
export function nameStudy(options: FullOptions): StudyNames {
  const key = `${options.seed}/${options.patient.id}/${options.accessionNumber}/${options.date}`;
  return {
    options,
    studyInstanceUid: uidOf(`${key}/study`),
    frameOfReferenceUid: uidOf(`${key}/frame`),
    description: options.studyDescription,
  };
}

export function dicomDate(iso: string): string {
  return iso.replaceAll('-', '');
}

/** Age at the examination as AS (PS3.5 6.2): whole years, `034Y`; empty when the birth date is not known. */
function ageAt(birthDate: string, date: string): string {
  if (birthDate === '') return '';
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (date.slice(5) < birthDate.slice(5) ? 1 : 0);
  return `${String(years).padStart(3, '0')}Y`;
}

/** Patient, study, frame of reference and equipment modules (PS3.3 C.7.1, C.7.2, C.7.4, C.7.5). */
export function studyAttributes(study: StudyNames): Dataset {
  const { patient, date, accessionNumber, institution, referringPhysician } = study.options;
  return [
    text(0x00080005, 'CS', 'ISO_IR 192'),
    text(0x00080020, 'DA', dicomDate(date)),
    text(0x00080030, 'TM', '091200'),
    text(0x00080050, 'SH', accessionNumber),
    text(0x00080070, 'LO', MANUFACTURER),
    text(0x00080080, 'LO', institution),
    text(0x00080090, 'PN', referringPhysician),
    text(0x00081030, 'LO', study.description),
    text(0x00081090, 'LO', MODEL),
    text(0x00100010, 'PN', patient.name),
    text(0x00100020, 'LO', patient.id),
    text(0x00100030, 'DA', dicomDate(patient.birthDate)),
    text(0x00100040, 'CS', patient.sex),
    text(0x00101010, 'AS', ageAt(patient.birthDate, date)),
    text(0x00181000, 'LO', 'PHANTOM-1'),
    text(0x00181020, 'LO', '1.0'),
    text(0x0020000d, 'UI', study.studyInstanceUid),
    text(0x00200010, 'SH', accessionNumber.slice(0, 16)),
    text(0x00200052, 'UI', study.frameOfReferenceUid),
    text(0x00201040, 'LO', ''),
  ];
}

/** General series (PS3.3 C.7.3.1). */
export function seriesAttributes(study: StudyNames, series: SeriesNames): Dataset {
  return [
    text(0x00080021, 'DA', dicomDate(study.options.date)),
    text(0x00080031, 'TM', series.time),
    text(0x00080060, 'CS', 'MR'),
    text(0x0008103e, 'LO', series.description),
    text(0x00180015, 'CS', study.options.bodyPart),
    text(0x00181030, 'LO', series.plan.description),
    text(0x00185100, 'CS', 'HFS'),
    text(0x0020000e, 'UI', series.seriesInstanceUid),
    decimal(0x00200011, 'IS', series.number),
  ];
}

/** MR image module and contrast agent (PS3.3 C.8.3.1, C.7.6.4): the same for every slice of a series. */
export function sequenceAttributes({ plan, matrix }: SeriesNames): Dataset {
  const acquired = Math.min(plan.acquired, matrix);
  return [
    text(0x00080008, 'CS', plan.imageType),
    ...agentOf(plan),
    text(0x00180020, 'CS', plan.scanningSequence),
    text(0x00180021, 'CS', plan.sequenceVariant),
    text(0x00180022, 'CS', ''),
    text(0x00180023, 'CS', plan.acquisition ?? '2D'),
    text(0x00180024, 'SH', plan.sequenceName),
    text(0x00180025, 'CS', 'N'),
    decimal(0x00180050, 'DS', plan.thicknessMm),
    decimal(0x00180080, 'DS', plan.repetitionTimeMs),
    decimal(0x00180081, 'DS', plan.echoTimeMs),
    ...(plan.inversionTimeMs === undefined ? [] : [decimal(0x00180082, 'DS', plan.inversionTimeMs)]),
    decimal(0x00180083, 'DS', 1),
    decimal(0x00180084, 'DS', 63.87),
    text(0x00180085, 'SH', '1H'),
    decimal(0x00180086, 'IS', 1),
    decimal(0x00180087, 'DS', 1.5),
    decimal(0x00180088, 'DS', plan.thicknessMm + plan.gapMm),
    decimal(0x00180089, 'IS', acquired),
    decimal(0x00180091, 'IS', plan.echoTrainLength),
    decimal(0x00180093, 'DS', 100),
    decimal(0x00180094, 'DS', 100),
    decimal(0x00180095, 'DS', 180),
    text(0x00181250, 'SH', 'HEAD'),
    binary(0x00181310, 'US', acquired, 0, 0, acquired),
    text(0x00181312, 'CS', 'ROW'),
    decimal(0x00181314, 'DS', plan.flipAngle),
    text(0x00181315, 'CS', 'N'),
  ];
}

function agentOf(plan: SeriesPlan): Dataset {
  if (plan.contrastAgent === undefined) return [];
  return [
    text(0x00180010, 'LO', plan.contrastAgent),
    text(0x00181040, 'LO', 'IV'),
    decimal(0x00181041, 'DS', 7),
    text(0x00181048, 'CS', 'GADOLINIUM'),
  ];
}

/** What differs from slice to slice: identity, image plane, pixels' shape and window (PS3.3 C.7.6.1–3, C.11.2, C.12.1). */
export function sliceAttributes(
  series: SeriesNames,
  slice: { uid: string; number: number; placement: Placement },
): Dataset {
  const { plan, matrix } = series;
  const spacing = plan.fovMm / matrix;
  return [
    text(0x00080016, 'UI', MR_IMAGE_STORAGE),
    text(0x00080018, 'UI', slice.uid),
    text(0x00080032, 'TM', series.time),
    text(0x00080033, 'TM', series.time),
    decimal(0x00200012, 'IS', 1),
    decimal(0x00200013, 'IS', slice.number),
    decimal(0x00200032, 'DS', ...slice.placement.position),
    decimal(0x00200037, 'DS', ...slice.placement.orientation),
    decimal(0x00201041, 'DS', slice.placement.at),
    decimal(0x00280030, 'DS', spacing, spacing),
    ...(plan.privateElements ?? (plan.bValue === undefined ? [] : [binary(0x00189087, 'FD', plan.bValue)])),
    ...pixelShape(matrix),
    decimal(0x00281050, 'DS', plan.window[0]),
    decimal(0x00281051, 'DS', plan.window[1]),
  ];
}

/** Image pixel module (PS3.3 C.7.6.3) of a square picture: 12 of 16 bits, unsigned. */
export function pixelShape(matrix: number): Dataset {
  return [
    binary(0x00280002, 'US', 1),
    text(0x00280004, 'CS', 'MONOCHROME2'),
    binary(0x00280010, 'US', matrix),
    binary(0x00280011, 'US', matrix),
    binary(0x00280100, 'US', 16),
    binary(0x00280101, 'US', 12),
    binary(0x00280102, 'US', 11),
    binary(0x00280103, 'US', 0),
  ];
}
