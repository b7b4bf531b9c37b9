import { writePart10 } from '../dicom/part10.ts';
import { uidOf } from '../dicom/uids.ts';
import { theHead } from '../volume/base-volume.ts';
import type { Scene } from './contrasts.ts';
import { type Lesion, MS_LESIONS, paintLesions } from './lesions.ts';
import {
  MR_IMAGE_STORAGE,
  nameStudy,
  type SeriesNames,
  type StudyNames,
  sequenceAttributes,
  seriesAttributes,
  sliceAttributes,
  studyAttributes,
} from './mr-attributes.ts';
import { DEMO_PATIENT, type FullOptions, type StudyOptions } from './options.ts';
import { BRAIN_PROTOCOL } from './protocol.ts';
import { normalTable } from './random.ts';
import { createSliceMaker, type Placement, placeSlices } from './slices.ts';
import type { DiscFile, MadeInstance, MadeStudy, SeriesTruth, StudyTruth } from './truth.ts';

/** Makes a whole study, and the disc it comes on: the same options always make the same bytes. */
export function makeStudy(options: StudyOptions): MadeStudy {
  const full = withDefaults(options);
  const study = nameStudy(full);
  const { instances, series } = drawStudy(study);
  const files: DiscFile[] = instances.map(({ path, bytes }) => ({ path, bytes }));
  return { files, instances, truth: truthOf(study, series) };
}

/** Fills in the demo patient's study. */
export function withDefaults(options: StudyOptions): FullOptions {
  const faults = options.faults ?? {};
  const agent = faults.noContrast ? 'W/O' : 'W/O AND W';
  return {
    patient: DEMO_PATIENT,
    date: '2025-10-28',
    accessionNumber: 'HI25-118204',
    institution: 'Harbour Imaging',
    studyDescription: `MR BRAIN ${agent} CONTRAST`,
    bodyPart: 'BRAIN',
    referringPhysician: 'Lindqvist^Anna^^Dr.',
    lesions: MS_LESIONS,
    protocol: BRAIN_PROTOCOL,
    scale: {},
    ...options,
    seed: String(options.seed),
    faults,
  };
}

interface Drawn {
  readonly instances: readonly MadeInstance[];
  readonly series: readonly SeriesTruth[];
}

function drawStudy(study: StudyNames): Drawn {
  const { options } = study;
  const head = theHead();
  const scene: Scene = { ...head, ...paintLesions(options.lesions, head, options.seed) };
  const normals = normalTable(options.seed);
  const instances: MadeInstance[] = [];
  const series: SeriesTruth[] = [];
  for (const [index, names] of nameSeries(study).entries()) {
    const placements = placeSlices(names.plan, names.matrix, options.scale.slices);
    const made = drawSeries({ study, names, placements, scene, normals, folder: folderOf(index) });
    instances.push(...made);
    series.push(seriesTruth(names, placements, made));
  }
  return { instances, series };
}

function nameSeries(study: StudyNames): readonly SeriesNames[] {
  const { options } = study;
  return options.protocol.map((plan, index) => ({
    plan,
    description: plan.description,
    number: index + 1,
    seriesInstanceUid: uidOf(`${study.studyInstanceUid}/series/${index}/${plan.description}`),
    matrix: Math.min(plan.matrix, options.scale.matrix ?? plan.matrix),
    time: `09${String(14 + 3 * index).padStart(2, '0')}10`,
  }));
}

interface SeriesJob {
  readonly study: StudyNames;
  readonly names: SeriesNames;
  readonly placements: readonly Placement[];
  readonly scene: Scene;
  readonly normals: Float32Array;
  readonly folder: string;
}

function drawSeries(job: SeriesJob): readonly MadeInstance[] {
  const { study, names, placements } = job;
  const seed = `${study.options.seed}/${names.number}`;
  const maker = createSliceMaker(names.plan, { scene: job.scene, matrix: names.matrix, seed, normals: job.normals });
  const common = [...studyAttributes(study), ...seriesAttributes(study, names), ...sequenceAttributes(names)];
  return placements.map((placement, index) => {
    const uid = uidOf(`${names.seriesInstanceUid}/${index}`);
    const pixels = maker.draw(placement, index);
    const dataset = [...common, ...sliceAttributes(names, { uid, number: index + 1, placement })];
    const content = {
      sopClassUid: MR_IMAGE_STORAGE,
      sopInstanceUid: uid,
      dataset,
      frames: [littleEndianBytes(pixels)],
      columns: names.matrix,
    };
    return {
      path: `${job.folder}/${fileName('IM', index)}`,
      bytes: writePart10(content, study.options.faults.transferSyntax ?? 'explicit'),
      patientId: study.options.patient.id,
      studyInstanceUid: study.studyInstanceUid,
      seriesInstanceUid: names.seriesInstanceUid,
      sopInstanceUid: uid,
      seriesDescription: names.description,
      instanceNumber: index + 1,
      frames: 1,
      rows: names.matrix,
      columns: names.matrix,
      position: placement.position,
      orientation: placement.orientation,
      pixelSpacingMm: names.plan.fovMm / names.matrix,
    };
  });
}

/** Pixels as they stand in the file; this machine is little-endian, as all that Node runs on. */
export function littleEndianBytes(pixels: Uint16Array): Uint8Array {
  return new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength);
}

function folderOf(series: number, study = 0): string {
  return `DICOM/${fileName('ST', study)}/${fileName('SE', series)}`;
}

function fileName(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(6, '0')}`;
}

function seriesTruth(names: SeriesNames, placements: readonly Placement[], made: readonly MadeInstance[]): SeriesTruth {
  const { plan } = names;
  return {
    seriesInstanceUid: names.seriesInstanceUid,
    number: names.number,
    description: names.description,
    ...plan.truth,
    dimension: plan.acquisition ?? '2D',
    fatSuppressed: false,
    contrastEnhanced: plan.contrastAgent !== undefined,
    sliceThicknessMm: plan.thicknessMm,
    spacingMm: plan.thicknessMm + plan.gapMm,
    matrix: names.matrix,
    planned: placements.length,
    instances: made.length,
    frames: made.reduce((sum, { frames }) => sum + frames, 0),
    placements,
  };
}

function truthOf(study: StudyNames, series: readonly SeriesTruth[]): StudyTruth {
  const { options } = study;
  return {
    studyInstanceUid: study.studyInstanceUid,
    frameOfReferenceUid: study.frameOfReferenceUid,
    patient: options.patient,
    date: options.date,
    accessionNumber: options.accessionNumber,
    institution: options.institution,
    description: study.description,
    series,
    lesions: options.lesions.map(withLps),
    damaged: [],
    truncated: [],
    notDicom: [],
    other: null,
  };
}

function withLps(lesion: Lesion): StudyTruth['lesions'][number] {
  const [right, front, up] = lesion.centre;
  return { ...lesion, lps: [-right, -front, up] };
}
