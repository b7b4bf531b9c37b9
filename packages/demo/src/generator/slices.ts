import { addPlane, type Contrast, type PlaneOfVoxels, type Scene } from './contrasts.ts';
import type { SeriesPlan, SlicePlane } from './protocol.ts';
import { createRandom } from './random.ts';
import { lanczosTaps, resample, type Taps } from './resample.ts';

/** Where a slice lies. `at`: mm along the plane's normal in the head's own axes (right, front, top). */
export interface Placement {
  readonly plane: SlicePlane;
  readonly at: number;
  /** ImageOrientationPatient and ImagePositionPatient (PS3.3 C.7.6.2.1.1), LPS: x grows to the left, y to the back. */
  readonly orientation: readonly number[];
  readonly position: readonly [number, number, number];
}

const AXIS: Readonly<Record<SlicePlane, 0 | 1 | 2>> = { sagittal: 0, coronal: 1, axial: 2 };
const ORIENTATION: Readonly<Record<SlicePlane, readonly number[]>> = {
  axial: [1, 0, 0, 0, 1, 0],
  sagittal: [0, 1, 0, 0, 0, -1],
  coronal: [1, 0, 0, 0, 0, -1],
};
/** What a series covers along its normal, and the middle of the head (mm; right, front, top). */
const COVERED: Readonly<Record<SlicePlane, readonly [number, number]>> = {
  axial: [-63, 98],
  sagittal: [-79, 79],
  coronal: [-110, 82],
};
const MIDDLE = [0, -16, 16] as const;
/** A study with few slices shows this level, where most of the demo's lesions are. */
const FEW_SLICES_AT: Readonly<Record<SlicePlane, number>> = { axial: 23, sagittal: 0, coronal: -40 };

/** The slices of a series in the order of acquisition; with `most`, only the middle ones of interest. */
export function placeSlices(plan: SeriesPlan, matrix: number, most?: number): readonly Placement[] {
  const pixel = plan.fovMm / matrix;
  if (plan.plane === 'three planes') {
    const step = plan.thicknessMm + plan.gapMm;
    const each = Math.max(1, Math.min(3, Math.floor((most ?? 9) / 3)));
    return (['axial', 'sagittal', 'coronal'] as const).flatMap((plane) =>
      Array.from({ length: each }, (_, k) =>
        placed(plane, MIDDLE[AXIS[plane]] + (k - (each - 1) / 2) * step, pixel, matrix),
      ),
    );
  }
  const { plane } = plan;
  const step = plan.thicknessMm + plan.gapMm;
  const [from, to] = COVERED[plane];
  const all = Math.max(1, Math.floor((to - from + plan.gapMm) / step));
  const count = Math.min(all, most ?? all);
  const centre = count < all ? FEW_SLICES_AT[plane] : (from + to) / 2;
  return Array.from({ length: count }, (_, k) => placed(plane, centre + (k - (count - 1) / 2) * step, pixel, matrix));
}

function placed(plane: SlicePlane, at: number, pixel: number, matrix: number): Placement {
  const half = ((matrix - 1) / 2) * pixel;
  const corner = MIDDLE.map((middle, axis) => (axis === AXIS[plane] ? at : middle + half));
  const [x, y, z] = [corner[0] ?? 0, corner[1] ?? 0, corner[2] ?? 0];
  return { plane, at, orientation: ORIENTATION[plane], position: [tidy(-x), tidy(-y), tidy(z)] };
}

function tidy(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}

/** Draws the slices of one series: kernels are made once, pictures one by one. */
export interface SliceMaker {
  /** Stored values, rows run down as displayed. */
  draw(placement: Placement, index: number): Uint16Array;
}

/** What a maker needs besides the plan: the scene, the picture's size and the seed of its noise. */
export interface SliceMakerNeeds {
  readonly scene: Scene;
  readonly matrix: number;
  readonly seed: string;
  readonly normals: Float32Array;
}

/** Makes the slices of a series: thick, from a reduced matrix, with Rician noise (Gudbjartsson, MRM 1995;34:910). */
export function createSliceMaker(plan: SeriesPlan, needs: SliceMakerNeeds): SliceMaker {
  const acquired = Math.min(plan.acquired, needs.matrix);
  const measure = createMeasuring(plan, { ...needs, acquired });
  const zoom = acquired / needs.matrix;
  const finer = zoom === 1 ? null : lanczosTaps(acquired, needs.matrix, (i) => (i + 0.5) * zoom - 0.5, 4);
  return {
    draw: (placement, index) => {
      const coarse =
        plan.picture === 'ADC' ? adcPicture(measure, placement, index) : measure(placement, index, plan.bValue);
      const fine = finer === null ? coarse : resample(coarse, acquired, finer, finer);
      const gain = plan.picture === 'ADC' ? 1 : plan.gain;
      const out = new Uint16Array(fine.length);
      for (let i = 0; i < out.length; i++) out[i] = Math.min(4095, Math.max(0, Math.round((fine[i] ?? 0) * gain)));
      return out;
    },
  };
}

type Measure = (placement: Placement, index: number, bValue?: number) => Float32Array;

function createMeasuring(plan: SeriesPlan, needs: SliceMakerNeeds & { acquired: number }): Measure {
  const { scene, acquired } = needs;
  const kernels = new Map<SlicePlane, { columns: Taps; rows: Taps }>();
  const kernelOf = (plane: SlicePlane): { columns: Taps; rows: Taps } => {
    let found = kernels.get(plane);
    if (found === undefined) {
      const axes = [0, 1, 2].filter((axis) => axis !== AXIS[plane]);
      const [columns, rows] = axes.map((axis) => inPlane(scene, axis, plan.fovMm, acquired));
      if (columns === undefined || rows === undefined) throw new Error(`No axes for plane ${plane}.`);
      found = { columns, rows };
      kernels.set(plane, found);
    }
    return found;
  };
  return (placement, index, bValue) => {
    const kernel = kernelOf(placement.plane);
    const clean = (contrast: Contrast): Float32Array => {
      const slab = thickSlice(scene, contrast, placement, plan.thicknessMm);
      return resample(slab.values, slab.width, kernel.columns, kernel.rows);
    };
    const signal = clean(contrastOf(plan));
    if (bValue !== undefined && bValue > 0) weaken(signal, clean('ADC'), bValue);
    addNoise(signal, plan.noise, needs.normals, `${needs.seed}/${placement.plane}/${index}/${bValue ?? ''}`);
    return signal;
  };
}

function contrastOf(plan: SeriesPlan): Contrast {
  return plan.picture === 'DWI' || plan.picture === 'ADC' ? 'B0' : plan.picture;
}

/** Columns and rows both run against the head's axes: to the left, to the back, down. */
function inPlane(scene: Scene, axis: number, fovMm: number, pixels: number): Taps {
  const pixel = fovMm / pixels;
  const middle = (MIDDLE[axis] ?? 0) - (scene.t1.origin[axis] ?? 0);
  return lanczosTaps(scene.t1.size[axis] ?? 0, pixels, (i) => middle - (i - (pixels - 1) / 2) * pixel);
}

/** The mean of all voxels within the slice; those it cuts count by how much of them lies inside. */
function thickSlice(
  scene: Scene,
  contrast: Contrast,
  placement: Placement,
  thicknessMm: number,
): { values: Float32Array; width: number } {
  const [nx, ny, nz] = scene.t1.size;
  const axis = AXIS[placement.plane];
  const shape = planeShape(placement.plane, [nx, ny, nz]);
  const centre = placement.at - (scene.t1.origin[axis] ?? 0);
  const [from, to] = [centre - thicknessMm / 2, centre + thicknessMm / 2];
  const values = new Float32Array(shape.width * shape.height);
  for (
    let k = Math.max(0, Math.floor(from + 0.5));
    k <= Math.min((scene.t1.size[axis] ?? 0) - 1, Math.ceil(to - 0.5));
    k++
  ) {
    const weight = (Math.min(to, k + 0.5) - Math.max(from, k - 0.5)) / thicknessMm;
    if (weight > 0) addPlane(scene, contrast, { ...shape, first: k * shape.step }, { weight, sum: values });
  }
  if (contrast !== 'ADC') weakenBelow(values, shape, placement, scene.t1.origin[2]);
  return { values, width: shape.width };
}

const COIL_ENDS = -71; // mm; the base volume ends here as well
const COIL_WEAKENS = -46;

/** The head coil reaches no further than the neck: what it receives fades towards its lower end. */
function weakenBelow(values: Float32Array, shape: PlaneOfVoxels, placement: Placement, bottom: number): void {
  for (let row = 0; row < shape.height; row++) {
    const z = placement.plane === 'axial' ? placement.at : row + bottom;
    if (z >= COIL_WEAKENS) continue;
    const share = Math.max(0, (z - COIL_ENDS) / (COIL_WEAKENS - COIL_ENDS));
    const gain = 0.03 + 0.97 * share * share * (3 - 2 * share);
    for (let i = row * shape.width; i < (row + 1) * shape.width; i++) values[i] = (values[i] as number) * gain;
  }
}

function planeShape(
  plane: SlicePlane,
  [nx, ny, nz]: readonly [number, number, number],
): PlaneOfVoxels & { step: number } {
  if (plane === 'axial') return { first: 0, stepX: 1, stepY: nx, width: nx, height: ny, step: nx * ny };
  if (plane === 'coronal') return { first: 0, stepX: 1, stepY: nx * ny, width: nx, height: nz, step: nx };
  return { first: 0, stepX: nx, stepY: nx * ny, width: ny, height: nz, step: 1 };
}

/** Diffusion weighting: S = S0 · exp(−b · ADC); `adc` in 1e-6 mm²/s, `bValue` in s/mm². */
function weaken(signal: Float32Array, adc: Float32Array, bValue: number): void {
  for (let i = 0; i < signal.length; i++)
    signal[i] = (signal[i] ?? 0) * Math.exp(-bValue * 1e-6 * Math.max(0, adc[i] ?? 0));
}

const DARKEST = 16; // signal at b = 0 below which no coefficient is worked out

/** The apparent diffusion coefficient out of two noisy pictures, as the scanner works it out; 0 where there is no signal. */
function adcPicture(measure: Measure, placement: Placement, index: number): Float32Array {
  const low = measure(placement, index, 0);
  const high = measure(placement, index, 1000);
  return low.map((value, i) => {
    if (value < DARKEST) return 0;
    return Math.min(4095, Math.max(0, Math.log(value / Math.max(0.5, high[i] ?? 0)) * 1000));
  });
}

/** Magnitude of a complex signal with Gaussian noise in both parts. */
function addNoise(signal: Float32Array, sigma: number, normals: Float32Array, seed: string): void {
  const random = createRandom(seed);
  for (let i = 0; i < signal.length; i++) {
    const draw = random.next();
    const real = Math.max(0, signal[i] ?? 0) + sigma * (normals[draw & 0xffff] ?? 0);
    const imaginary = sigma * (normals[draw >>> 16] ?? 0);
    signal[i] = Math.sqrt(real * real + imaginary * imaginary);
  }
}
