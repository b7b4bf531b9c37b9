import type { Volume } from '../volume/nifti.ts';
import { hashText } from './random.ts';

/** A lesion in the head: `centre` in mm (right +, front +, up +), `radii` in mm, `angle` in radians in the axial plane. */
export interface Lesion {
  readonly id: string;
  readonly place: string;
  readonly centre: readonly [number, number, number];
  readonly radii: readonly [number, number, number];
  readonly angle: number;
  /** Takes up contrast agent as a ring. */
  readonly enhances?: boolean;
}

/** The eight lesions of the demo study; nothing else in it is abnormal. */
export const MS_LESIONS: readonly Lesion[] = [
  {
    id: 'left-parietal-periventricular',
    place: 'left parietal periventricular white matter, beside the atrium',
    centre: [-31, -44, 22],
    radii: [7.5, 3.5, 4],
    angle: -0.95,
  },
  {
    id: 'right-parietal-periventricular',
    place: 'right parietal periventricular white matter',
    centre: [31, -40, 24],
    radii: [6.5, 3.4, 4],
    angle: 0.85,
    enhances: true,
  },
  {
    id: 'left-body',
    place: 'left, along the body of the lateral ventricle',
    centre: [-23, -8, 31],
    radii: [5, 3, 3.5],
    angle: 0.15,
  },
  {
    id: 'right-body',
    place: 'right, along the body of the lateral ventricle',
    centre: [22, -3, 29],
    radii: [4.2, 2.8, 3],
    angle: -0.1,
  },
  { id: 'right-frontal-horn', place: 'right frontal horn', centre: [19, 24, 20], radii: [4.6, 3, 3], angle: 0.9 },
  {
    id: 'left-frontal-deep',
    place: 'left frontal deep white matter',
    centre: [-24, 26, 22],
    radii: [3.6, 3, 3],
    angle: -0.9,
  },
  {
    id: 'left-parietal-juxtacortical',
    place: 'left parietal juxtacortical white matter',
    centre: [-46, -50, 41],
    radii: [4, 3.4, 3.2],
    angle: 0.4,
  },
  {
    id: 'left-cerebellar-peduncle',
    place: 'left middle cerebellar peduncle and cerebellar white matter',
    centre: [-20, -48, -35],
    radii: [4.5, 3.2, 3],
    angle: -0.6,
  },
];

/** How much of each voxel is lesion, and how much of it takes up contrast agent: 0–255; null where there is none. */
export interface LesionMaps {
  readonly lesion: Uint8Array | null;
  readonly ring: Uint8Array | null;
}

interface Box {
  readonly from: readonly [number, number, number];
  readonly size: readonly [number, number, number];
  readonly part: Float32Array;
}

/** Paints lesions as soft ovoids with slightly irregular edges into maps of the head's size. */
export function paintLesions(
  lesions: readonly Lesion[],
  head: { t1: Volume; inside: Uint8Array },
  seed: string,
): LesionMaps {
  if (lesions.length === 0) return { lesion: null, ring: null };
  const maps = { lesion: new Uint8Array(head.t1.data.length), ring: null as Uint8Array | null };
  for (const lesion of lesions) {
    const box = shape(lesion, head.t1, `${seed}/${lesion.id}`);
    eachVoxel(box, head.t1, (index, at) => {
      const inside = (head.inside[index] ?? 0) / 255;
      const solid = clip01(((head.t1.data[index] ?? 0) - 35) / 25);
      const value = Math.round(255 * (box.part[at] ?? 0) * Math.min(1, inside * 1.2) * solid);
      if (value > (maps.lesion[index] ?? 0)) maps.lesion[index] = value;
    });
    if (!lesion.enhances) continue;
    maps.ring ??= new Uint8Array(head.t1.data.length);
    paintRing(box, head, maps.ring);
  }
  return maps;
}

/** An open centre: what the middle of the lesion shares with its neighbourhood is taken away. */
function paintRing(box: Box, head: { t1: Volume; inside: Uint8Array }, ring: Uint8Array): void {
  const smooth = blur(box);
  eachVoxel(box, head.t1, (index, at) => {
    const part = ((box.part[at] ?? 0) * (head.inside[index] ?? 0)) / 255;
    const value = Math.round(255 * clip01(part * (1 - (smooth[at] ?? 0) * 0.75) * 1.6));
    if (value > (ring[index] ?? 0)) ring[index] = value;
  });
}

function shape(lesion: Lesion, volume: Volume, seed: string): Box {
  const reach = Math.ceil(Math.max(...lesion.radii)) + 5;
  const centre = lesion.centre.map((value, axis) => value - (volume.origin[axis] ?? 0));
  const from = centre.map((value) => Math.round(value) - reach) as unknown as readonly [number, number, number];
  const n = 2 * reach + 1;
  const part = new Float32Array(n * n * n);
  const noise = lattice(seed);
  const [cos, sin] = [Math.cos(lesion.angle), Math.sin(lesion.angle)];
  let at = 0;
  for (let z = 0; z < n; z++) {
    for (let y = 0; y < n; y++) {
      for (let x = 0; x < n; x++, at++) {
        const [dx, dy, dz] = [
          from[0] + x - (centre[0] ?? 0),
          from[1] + y - (centre[1] ?? 0),
          from[2] + z - (centre[2] ?? 0),
        ];
        const u = (cos * dx + sin * dy) / lesion.radii[0];
        const v = (-sin * dx + cos * dy) / lesion.radii[1];
        const w = dz / lesion.radii[2];
        const edge = Math.sqrt(u * u + v * v + w * w) + 0.09 * noise(x, y, z);
        part[at] = 1 / (1 + Math.exp((edge - 1) * 6));
      }
    }
  }
  return { from, size: [n, n, n], part };
}

/** Smooth noise, about standard normal, with a grain of 5 mm: hashed values on a lattice, interpolated. */
function lattice(seed: string): (x: number, y: number, z: number) => number {
  const start = hashText(seed);
  const corner = (x: number, y: number, z: number): number => hashText(`${x},${y},${z}`, start) / 2147483648 - 1;
  const kept = new Map<number, number>();
  const value = (x: number, y: number, z: number): number => {
    const key = (z * 64 + y) * 64 + x;
    let found = kept.get(key);
    if (found === undefined) {
      found = corner(x, y, z) * 2.6;
      kept.set(key, found);
    }
    return found;
  };
  const mix = (a: number, b: number, t: number): number => a + (b - a) * t * t * (3 - 2 * t);
  return (x, y, z) => {
    const [gx, gy, gz] = [Math.floor(x / 5), Math.floor(y / 5), Math.floor(z / 5)];
    const [tx, ty, tz] = [x / 5 - gx, y / 5 - gy, z / 5 - gz];
    const row = (j: number, k: number): number => mix(value(gx, gy + j, gz + k), value(gx + 1, gy + j, gz + k), tx);
    return mix(mix(row(0, 0), row(1, 0), ty), mix(row(0, 1), row(1, 1), ty), tz);
  };
}

/** A Gaussian of sigma 1 mm over the box. */
function blur(box: Box): Float32Array {
  const n = box.size[0];
  const taps = [0.054, 0.244, 0.404, 0.244, 0.054];
  let now = box.part;
  for (const step of [1, n, n * n]) {
    const next = new Float32Array(now.length);
    for (let i = 0; i < now.length; i++) {
      let sum = 0;
      for (let k = -2; k <= 2; k++) sum += (taps[k + 2] ?? 0) * (now[i + k * step] ?? 0);
      next[i] = sum;
    }
    now = next;
  }
  return now;
}

function eachVoxel(box: Box, volume: Volume, visit: (index: number, at: number) => void): void {
  const [nx, ny, nz] = volume.size;
  let at = 0;
  for (let z = box.from[2]; z < box.from[2] + box.size[2]; z++) {
    for (let y = box.from[1]; y < box.from[1] + box.size[1]; y++) {
      for (let x = box.from[0]; x < box.from[0] + box.size[0]; x++, at++) {
        if (x >= 0 && x < nx && y >= 0 && y < ny && z >= 0 && z < nz) visit((z * ny + y) * nx + x, at);
      }
    }
  }
}

function clip01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
