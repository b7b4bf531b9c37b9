import type { Head } from '../volume/base-volume.ts';
import type { LesionMaps } from './lesions.ts';

/** A picture that one voxel can be computed in. `B0` is the diffusion series without diffusion weighting, `ADC` in 1e-6 mm²/s. */
export type Contrast = 'T1' | 'T1C' | 'T2' | 'FLAIR' | 'B0' | 'ADC';

// Curves from T1 intensity of the base volume (fluid 25, grey matter 76, white matter 108) to each contrast.
const BRAIN_X = [0, 25, 50, 76, 92, 108, 130];
const OUTSIDE_X = [0, 10, 30, 60, 90, 120, 170, 254];
const T2_BRAIN = [215, 225, 170, 112, 96, 72, 66];
const T2_OUTSIDE = [0, 4, 20, 36, 44, 70, 120, 165];
const FLAIR_BRAIN = [12, 14, 60, 118, 104, 86, 80];
const FLAIR_OUTSIDE = [0, 4, 16, 30, 40, 64, 110, 150];
// Echo-planar pictures are fat-suppressed, so that scalp and marrow stay dark.
const EPI_OUTSIDE = [0, 2, 4, 7, 9, 10, 12, 13];
const ADC_BRAIN = [3000, 2900, 1700, 840, 790, 740, 720];

interface Recipe {
  readonly brain: Float32Array;
  readonly outside: Float32Array;
  readonly fluid: number;
  readonly lesion: number;
}

const RECIPES: Readonly<Record<Exclude<Contrast, 'T1' | 'T1C'>, Recipe>> = {
  T2: recipe(T2_BRAIN, T2_OUTSIDE, 200, 185),
  FLAIR: recipe(FLAIR_BRAIN, FLAIR_OUTSIDE, 14, 190),
  B0: recipe(T2_BRAIN, EPI_OUTSIDE, 200, 165),
  ADC: recipe(ADC_BRAIN, [0, 0, 0, 0, 0, 0, 0, 0], 2800, 1300),
};

/** Fluid is nowhere exactly as dark as in the middle of a cistern: how fluid-like each T1 intensity is, 0.15–1. */
const FLUID_LIKE = Float32Array.from({ length: 256 }, (_, t) => Math.min(1, Math.max(0.15, 1 - Math.abs(t - 22) / 50)));

function recipe(brain: number[], outside: number[], fluid: number, lesion: number): Recipe {
  return { brain: curve(BRAIN_X, brain), outside: curve(OUTSIDE_X, outside), fluid, lesion };
}

function curve(xs: readonly number[], ys: readonly number[]): Float32Array {
  return Float32Array.from({ length: 256 }, (_, value) => {
    const right = xs.findIndex((x) => x >= value);
    if (right === -1) return ys.at(-1) ?? 0;
    if (right === 0) return ys[0] ?? 0;
    const [x0, x1] = [xs[right - 1] ?? 0, xs[right] ?? 0];
    const [y0, y1] = [ys[right - 1] ?? 0, ys[right] ?? 0];
    return y0 + ((y1 - y0) * (value - x0)) / (x1 - x0);
  });
}

/** The head with its lesions: what a slice is cut out of. */
export interface Scene extends Head, LesionMaps {}

/** Which voxels one plane of the scene takes: the first, the step along a row and from row to row, how many. */
export interface PlaneOfVoxels {
  readonly first: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly width: number;
  readonly height: number;
}

/** Where a plane's values are added up: `weight` times each, in `sum` (width × height). */
interface Into {
  readonly weight: number;
  readonly sum: Float32Array;
}

/** Adds one plane of voxels in the given contrast. The loops are written out: they run over some 100 million voxels. */
export function addPlane(scene: Scene, contrast: Contrast, plane: PlaneOfVoxels, into: Into): void {
  if (contrast === 'T1' || contrast === 'T1C') addT1(scene, contrast === 'T1C', plane, into);
  else addMixed(scene, RECIPES[contrast], plane, into);
}

function addT1({ t1, lesion, ring, veins }: Scene, post: boolean, plane: PlaneOfVoxels, { weight, sum }: Into): void {
  const data = t1.data;
  for (let y = 0, at = 0; y < plane.height; y++) {
    let i = plane.first + y * plane.stepY;
    for (let x = 0; x < plane.width; x++, i += plane.stepX, at++) {
      let value = data[i] as number;
      if (lesion !== null) value *= 1 - (0.35 / 255) * (lesion[i] as number);
      if (post) value += (140 / 255) * (veins[i] as number);
      if (post && ring !== null) value += (105 / 255) * (ring[i] as number);
      sum[at] = (sum[at] as number) + weight * value;
    }
  }
}

function addMixed(
  { t1, inside, fluid, lesion }: Scene,
  made: Recipe,
  plane: PlaneOfVoxels,
  { weight, sum }: Into,
): void {
  const data = t1.data;
  const { brain, outside } = made;
  for (let y = 0, at = 0; y < plane.height; y++) {
    let i = plane.first + y * plane.stepY;
    for (let x = 0; x < plane.width; x++, i += plane.stepX, at++) {
      const t = data[i] as number;
      const within = inside[i] as number;
      const wet = fluid[i] as number;
      if (t + within + wet === 0) continue; // air
      const dry = outside[t] as number;
      let value = dry + (within / 255) * ((brain[t] as number) - dry);
      if (wet !== 0) value += (wet / 255) * (made.fluid * (FLUID_LIKE[t] as number) - value);
      if (lesion !== null) value += ((lesion[i] as number) / 255) * (made.lesion - value);
      sum[at] = (sum[at] as number) + weight * value;
    }
  }
}
