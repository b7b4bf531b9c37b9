import { writePart10 } from '@overread/imaging/write/part10.ts';
import { uidOf } from '../dicom/uids.ts';
import type { Scene } from './contrasts.ts';
import { enhancedDataset } from './enhanced-mr.ts';
import type { PresentSlice } from './faults.ts';
import {
  ENHANCED_MR_STORAGE,
  MR_IMAGE_STORAGE,
  type SeriesNames,
  type StudyNames,
  sequenceAttributes,
  seriesAttributes,
  sliceAttributes,
  studyAttributes,
} from './mr-attributes.ts';
import { createSliceMaker, type Placement } from './slices.ts';
import type { MadeInstance } from './truth.ts';

/** A series about to be drawn: which slices, out of which scene, into which folder. */
export interface SeriesJob {
  readonly study: StudyNames;
  readonly names: SeriesNames;
  /** Every slice that was planned, and those that reach the disc. */
  readonly placements: readonly Placement[];
  readonly present: readonly PresentSlice[];
  readonly scene: Scene;
  readonly normals: Float32Array;
  readonly folder: string;
}

interface Slice {
  readonly index: number;
  readonly twin: PresentSlice['twin'];
  readonly placement: Placement;
  readonly pixels: Uint8Array;
}

/** Draws a series as one file for each slice, or as one Enhanced MR object where the options ask for it. */
export function drawSeries(job: SeriesJob): readonly MadeInstance[] {
  const { study, names, placements } = job;
  const seed = `${study.options.seed}/${names.number}`;
  const maker = createSliceMaker(names.plan, { scene: job.scene, matrix: names.matrix, seed, normals: job.normals });
  const slices = job.present.flatMap(({ index, twin }): Slice[] => {
    const placement = placements[index];
    if (placement === undefined) return [];
    return [{ index, twin, placement, pixels: littleEndianBytes(maker.draw(placement, index)) }];
  });
  if (slices.length === 0) return [];
  if (study.options.faults.enhancedMultiframe) return [enhancedInstance(job, slices)];
  const common = [...studyAttributes(study), ...seriesAttributes(study, names), ...sequenceAttributes(names)];
  return slices.map((slice, order) => classicInstance(job, common, slice, order));
}

function classicInstance(
  job: SeriesJob,
  common: ReturnType<typeof studyAttributes>,
  { index, twin, placement, pixels }: Slice,
  order: number,
): MadeInstance {
  const { names, study } = job;
  const uid = sliceUid(names.seriesInstanceUid, { index, twin });
  const content = {
    sopClassUid: MR_IMAGE_STORAGE,
    sopInstanceUid: uid,
    dataset: [...common, ...sliceAttributes(names, { uid, number: index + 1, placement })],
    frames: [pixels],
    columns: names.matrix,
  };
  return {
    ...describe(job, placement),
    path: `${job.folder}/${fileName('IM', order)}`,
    bytes: writePart10(content, study.options.faults.transferSyntax ?? 'explicit'),
    sopClassUid: MR_IMAGE_STORAGE,
    sopInstanceUid: uid,
    instanceNumber: index + 1,
    frames: 1,
  };
}

function enhancedInstance(job: SeriesJob, slices: readonly Slice[]): MadeInstance {
  const { names, study } = job;
  const uid = uidOf(`${names.seriesInstanceUid}/enhanced`);
  const content = {
    sopClassUid: ENHANCED_MR_STORAGE,
    sopInstanceUid: uid,
    dataset: [
      ...studyAttributes(study),
      ...seriesAttributes(study, names),
      ...enhancedDataset(study, names, { uid, slices }),
    ],
    frames: slices.map(({ pixels }) => pixels),
    columns: names.matrix,
  };
  const first = slices[0];
  if (first === undefined) throw new Error(`Series ${names.description} has no slice.`);
  return {
    ...describe(job, first.placement),
    path: `${job.folder}/${fileName('IM', 0)}`,
    bytes: writePart10(content, study.options.faults.transferSyntax ?? 'explicit'),
    sopClassUid: ENHANCED_MR_STORAGE,
    sopInstanceUid: uid,
    instanceNumber: 1,
    frames: slices.length,
  };
}

function describe(
  { study, names }: SeriesJob,
  placement: Placement,
): Omit<MadeInstance, 'path' | 'bytes' | 'sopClassUid' | 'sopInstanceUid' | 'instanceNumber' | 'frames'> {
  return {
    patientId: study.options.patient.id,
    studyInstanceUid: study.studyInstanceUid,
    seriesInstanceUid: names.seriesInstanceUid,
    seriesDescription: names.description,
    seriesNumber: names.number,
    rows: names.matrix,
    columns: names.matrix,
    position: placement.position,
    orientation: placement.orientation,
    pixelSpacingMm: names.plan.fovMm / names.matrix,
  };
}

/** The UID of a slice's own file. */
export function sliceUid(seriesInstanceUid: string, { index, twin }: PresentSlice): string {
  return uidOf(`${seriesInstanceUid}/${index}${twin === 'new-instance' ? '/twin' : ''}`);
}

/** Pixels as they stand in the file; Node runs on little-endian machines only. */
export function littleEndianBytes(pixels: Uint16Array): Uint8Array {
  return new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength);
}

/** File and folder names as IHE PDI wants them: eight characters, capitals and digits, no extension. */
export function fileName(prefix: 'ST' | 'SE' | 'IM', index: number): string {
  return `${prefix}${String(index).padStart(6, '0')}`;
}
