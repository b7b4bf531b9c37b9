import type { Volume } from './nifti.ts';

const REACH = 4; // mm around the brain in which dark voxels are taken for fluid
const FAR = REACH * REACH;
const DARK = 60; // T1 intensity below which a voxel beside the brain is fluid, not fat or bone marrow

/** The mask with a soft edge: 0 outside, 255 inside, a Gaussian (sigma about 0.7 mm) over the border. */
export function softEdge(mask: Volume): Uint8Array {
  return blurBorder(mask, (index) => mask.data[index] !== 0);
}

/** Fluid around the brain: dark voxels within 4 mm of it, with a soft edge; and the squared distances (mm², at most 16). */
export function fluidAround(t1: Volume, mask: Volume): { fluid: Uint8Array; distance: Uint8Array } {
  const distance = squaredDistance(mask);
  const isFluid = (index: number): boolean => {
    const d = distance[index] ?? FAR;
    return d > 0 && d < FAR && (t1.data[index] ?? 0) < DARK;
  };
  return { fluid: blurBorder(t1, isFluid), distance };
}

/** Veins of the midline (sagittal sinus, falx), which take up contrast agent: dark voxels beside the brain near x = 0. */
export function veinsAround(t1: Volume, distance: Uint8Array): Uint8Array {
  const [nx, ny, nz] = t1.size;
  const middle = -t1.origin[0];
  const isVein = (index: number): boolean => {
    const d = distance[index] as number;
    return d > 0 && d < FAR && (t1.data[index] as number) < DARK;
  };
  const sign = new Uint8Array(t1.data.length);
  eachRow([nx, ny, nz], 0, (row) => {
    for (let i = row + middle - 4; i <= row + middle + 4; i++) sign[i] = isVein(i) ? 1 : 0;
  });
  const out = new Uint8Array(t1.data.length);
  eachRow([nx, ny, nz], 1, (row) => {
    for (let i = row + middle - 6; i <= row + middle + 6; i++) out[i] = weigh(sign, i, nx, nx * ny);
  });
  return out;
}

/** Visits the first voxel of every row of the volume that lies at least `margin` rows and planes inside it. */
function eachRow([nx, ny, nz]: Volume['size'], margin: number, visit: (first: number) => void): void {
  for (let z = margin; z < nz - margin; z++) {
    for (let y = margin; y < ny - margin; y++) visit((z * ny + y) * nx);
  }
}

/** A 3×3×3 binomial mean of a 0/1 volume, 0–255. */
function weigh(sign: Uint8Array, index: number, nx: number, plane: number): number {
  let sum = 0;
  for (let dz = -1; dz <= 1; dz++) {
    for (let dy = -1; dy <= 1; dy++) {
      const at = index + dz * plane + dy * nx;
      const row = (sign[at - 1] ?? 0) + 2 * (sign[at] ?? 0) + (sign[at + 1] ?? 0);
      sum += row * (dz === 0 ? 2 : 1) * (dy === 0 ? 2 : 1);
    }
  }
  return Math.round((sum * 255) / 64);
}

/** A 0/1 volume with its border softened; voxels whose six neighbours agree are left alone, which makes it quick. */
function blurBorder(volume: Volume, isIn: (index: number) => boolean): Uint8Array {
  const [nx, ny] = volume.size;
  const plane = nx * ny;
  const sign = new Uint8Array(volume.data.length);
  for (let i = 0; i < sign.length; i++) sign[i] = isIn(i) ? 1 : 0;
  const out = new Uint8Array(sign.length);
  eachRow(volume.size, 1, (row) => {
    for (let i = row + 1; i < row + nx - 1; i++) {
      const own = sign[i] as number;
      const same =
        sign[i - 1] === own &&
        sign[i + 1] === own &&
        sign[i - nx] === own &&
        sign[i + nx] === own &&
        sign[i - plane] === own &&
        sign[i + plane] === own;
      out[i] = same ? own * 255 : weigh(sign, i, nx, plane);
    }
  });
  return out;
}

/** Squared distance (mm²) to the mask, 0 inside it and at most 16: three passes, one per axis. */
function squaredDistance(mask: Volume): Uint8Array {
  const [nx, ny] = mask.size;
  let now: Uint8Array = new Uint8Array(mask.data.length).fill(FAR);
  for (let i = 0; i < now.length; i++) if (mask.data[i] !== 0) now[i] = 0;
  for (const step of [1, nx, nx * ny]) now = spread(now, step);
  return now;
}

/** One pass: a voxel k steps from one at distance d lies at most d + k² away; beyond three steps it is out of reach. */
function spread(from: Uint8Array, step: number): Uint8Array {
  const to = from.slice();
  for (let i = REACH * step; i < from.length - REACH * step; i++) {
    const here = from[i] as number;
    if (here < FAR) reach(to, i, step, here);
  }
  return to;
}

function reach(to: Uint8Array, index: number, step: number, here: number): void {
  for (let k = 1; k < REACH && here + k * k < FAR; k++) {
    const far = here + k * k;
    if ((to[index + k * step] as number) > far) to[index + k * step] = far;
    if ((to[index - k * step] as number) > far) to[index - k * step] = far;
  }
}
