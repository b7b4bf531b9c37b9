import { writePart10 } from '@overread/imaging/write/part10.ts';
import { uidOf } from '../dicom/uids.ts';
import { theHead } from '../volume/base-volume.ts';
import type { Scene } from './contrasts.ts';
import { fileName, littleEndianBytes } from './draw-series.ts';
import {
  MR_IMAGE_STORAGE,
  nameStudy,
  sequenceAttributes,
  seriesAttributes,
  sliceAttributes,
  studyAttributes,
} from './mr-attributes.ts';
import type { FullOptions } from './options.ts';
import { BRAIN_PROTOCOL, type SeriesPlan } from './protocol.ts';
import { createRandom, normalTable } from './random.ts';
import { createSliceMaker, placeSlices } from './slices.ts';
import type { DiscFile } from './truth.ts';

/** A study for benchmarks: its files, and the counts that a benchmark checks against. */
export interface BenchStudy {
  readonly files: readonly DiscFile[];
  readonly studyInstanceUid: string;
  readonly series: readonly { readonly seriesInstanceUid: string; readonly instances: number }[];
  readonly bytes: number;
}

const MATRIX = 256;
const PER_SERIES = 210;
/** Pictures that are drawn; the others are these with other noise in their lowest bits, which keeps it quick. */
const DRAWN = 42;

/**
 * One study of many instances of 256×256 16-bit pixels in series of up to 210 slices; no two files are alike, and deflate
 * takes them to about half. 1,260 instances (166 MB) take a few seconds.
 */
export function makeBenchStudy(options: { instances: number; seed?: string }): BenchStudy {
  const { instances, seed = 'bench' } = options;
  const full = benchOptions(seed);
  const study = nameStudy(full);
  const pictures = drawPictures(seed);
  const random = createRandom(`${seed}/bits`);
  const plan = benchPlan();
  const files: DiscFile[] = [];
  const series: { seriesInstanceUid: string; instances: number }[] = [];
  for (let first = 0; first < instances; first += PER_SERIES) {
    const count = Math.min(PER_SERIES, instances - first);
    const number = series.length + 1;
    const seriesInstanceUid = uidOf(`${study.studyInstanceUid}/series/${number}`);
    const names = {
      plan,
      description: `${plan.description} ${number}`,
      number,
      seriesInstanceUid,
      matrix: MATRIX,
      time: '091410',
    };
    const common = [...studyAttributes(study), ...seriesAttributes(study, names), ...sequenceAttributes(names)];
    for (const [index, placement] of placeSlices(plan, MATRIX, count).entries()) {
      const uid = uidOf(`${seriesInstanceUid}/${index}`);
      const pixels = stirred(pictures[Math.floor((index * DRAWN) / PER_SERIES)], random.next);
      const dataset = [...common, ...sliceAttributes(names, { uid, number: index + 1, placement })];
      const content = {
        sopClassUid: MR_IMAGE_STORAGE,
        sopInstanceUid: uid,
        dataset,
        frames: [pixels],
        columns: MATRIX,
      };
      const path = `DICOM/ST000000/${fileName('SE', number - 1)}/${fileName('IM', index)}`;
      files.push({ path, bytes: writePart10(content, 'explicit') });
    }
    series.push({ seriesInstanceUid, instances: count });
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return { files, studyInstanceUid: study.studyInstanceUid, series, bytes };
}

function benchOptions(seed: string): FullOptions {
  return {
    seed,
    patient: { name: 'Bench^Study', id: `BENCH-${seed}`.slice(0, 64), birthDate: '1970-01-01', sex: 'O' },
    date: '2026-01-15',
    accessionNumber: 'BENCH-1',
    institution: 'Harbour Imaging',
    studyDescription: 'MR BRAIN W/O CONTRAST',
    bodyPart: 'BRAIN',
    referringPhysician: '',
    lesions: [],
    protocol: BRAIN_PROTOCOL,
    scale: {},
    faults: {},
  };
}

/** A 3D T1 series of the whole head with thin slices. */
function benchPlan(): SeriesPlan {
  const t1 = BRAIN_PROTOCOL.find(({ picture, plane }) => picture === 'T1' && plane === 'axial');
  if (t1 === undefined) throw new Error('The brain protocol has no axial T1 series.');
  return {
    ...t1,
    description: 'AX T1 3D',
    thicknessMm: 0.75,
    matrix: MATRIX,
    acquired: MATRIX,
    acquisition: '3D',
    gain: 2.5,
    noise: 3,
  };
}

function drawPictures(seed: string): readonly Uint16Array[] {
  const scene: Scene = { ...theHead(), lesion: null, ring: null };
  const plan = { ...benchPlan(), thicknessMm: 3, gapMm: 0.6 };
  const maker = createSliceMaker(plan, { scene, matrix: MATRIX, seed, normals: normalTable(seed) });
  return placeSlices(plan, MATRIX, DRAWN).map((placement, index) => maker.draw(placement, index));
}

/** A copy whose two lowest bits are turned over here and there, so that no two pictures are alike. */
function stirred(picture: Uint16Array | undefined, next: () => number): Uint8Array {
  if (picture === undefined) throw new Error('No picture was drawn for this slice.');
  const out = picture.slice();
  for (let i = 0; i < out.length; i += 8) {
    const bits = next();
    for (let k = 0; k < 8; k++) out[i + k] = (out[i + k] ?? 0) ^ ((bits >>> (4 * k)) & 3);
  }
  return littleEndianBytes(out);
}
