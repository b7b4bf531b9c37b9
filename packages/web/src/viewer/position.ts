import type { StreamHeader } from '@overread/contract/images.ts';
import { NEARLY_PARALLEL } from '@overread/imaging/geometry/series-space.ts';

type Vector = readonly [number, number, number];
export type FrameGeometry = StreamHeader['frames'][number];

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const add = (a: Vector, b: Vector, times = 1): Vector => [
  a[0] + b[0] * times,
  a[1] + b[1] * times,
  a[2] + b[2] * times,
];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

interface Plane {
  readonly row: Vector;
  readonly column: Vector;
  readonly normal: Vector;
  readonly corner: Vector;
  readonly center: Vector;
  readonly spacing: readonly [number, number];
}

/** The plane of a frame in patient coordinates (PS3.3 C.7.6.2.1.1), or null where the header does not place it. */
function planeOf(header: StreamHeader, index: number): Plane | null {
  const frame = header.frames[index];
  if (frame?.position?.length !== 3 || frame.orientation?.length !== 6) return null;
  const [rx, ry, rz, cx, cy, cz] = frame.orientation as [number, number, number, number, number, number];
  const row: Vector = [rx, ry, rz];
  const column: Vector = [cx, cy, cz];
  const corner = frame.position as unknown as Vector;
  const spacing = frame.pixelSpacing ?? [1, 1];
  const alongRow = ((header.columns - 1) / 2) * spacing[1];
  const alongColumn = ((header.rows - 1) / 2) * spacing[0];
  const center = add(add(corner, row, alongRow), column, alongColumn);
  return { row, column, normal: cross(row, column), corner, center, spacing };
}

const sameFrameOfReference = (a: FrameGeometry | undefined, b: FrameGeometry | undefined) =>
  a !== undefined && b !== undefined && a.frameOfReferenceUid !== '' && a.frameOfReferenceUid === b.frameOfReferenceUid;

/**
 * The frame of `to` that lies nearest to frame `index` of `from`, for linked scrolling. Null where the two do not share a
 * frame of reference, are not parallel, or do not say where they lie.
 */
export function linkedIndex(from: StreamHeader, index: number, to: StreamHeader): number | null {
  const source = planeOf(from, index);
  if (source === null) return null;
  let best: number | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < to.frames.length; i += 1) {
    if (!sameFrameOfReference(from.frames[index], to.frames[i])) continue;
    const plane = planeOf(to, i);
    if (plane === null || Math.abs(dot(plane.normal, source.normal)) < NEARLY_PARALLEL) continue;
    const distance = Math.abs(dot(add(source.center, plane.corner, -1), plane.normal));
    if (distance < nearest - 1e-6) {
      nearest = distance;
      best = i;
    }
  }
  return best;
}

/** Where the line `point + t * direction` lies inside the frame's raster, as two image points, or null outside. */
function clip(point: Vector, direction: Vector, plane: Plane, size: { rows: number; columns: number }) {
  const from = add(point, plane.corner, -1);
  const at = [dot(from, plane.row) / plane.spacing[1] + 0.5, dot(from, plane.column) / plane.spacing[0] + 0.5] as const;
  const go = [dot(direction, plane.row) / plane.spacing[1], dot(direction, plane.column) / plane.spacing[0]] as const;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const [axis, limit] of [size.columns, size.rows].entries()) {
    const start = at[axis] as number;
    const step = go[axis] as number;
    if (Math.abs(step) < 1e-9) {
      if (start < 0 || start > limit) return null;
      continue;
    }
    const [a, b] = [(0 - start) / step, (limit - start) / step];
    low = Math.max(low, Math.min(a, b));
    high = Math.min(high, Math.max(a, b));
  }
  if (low >= high) return null;
  const pointAt = (t: number): readonly [number, number] => [at[0] + go[0] * t, at[1] + go[1] * t];
  return [pointAt(low), pointAt(high)] as const;
}

/**
 * The line in which the plane of another pane's frame cuts this one, in pixels of this image; null for parallel planes,
 * for other frames of reference, and where the cut lies outside of the image.
 */
export function referenceLine(
  here: { readonly header: StreamHeader; readonly index: number },
  other: { readonly header: StreamHeader; readonly index: number },
): readonly [readonly [number, number], readonly [number, number]] | null {
  if (!sameFrameOfReference(here.header.frames[here.index], other.header.frames[other.index])) return null;
  const plane = planeOf(here.header, here.index);
  const cut = planeOf(other.header, other.index);
  if (plane === null || cut === null || Math.abs(dot(plane.normal, cut.normal)) > NEARLY_PARALLEL) return null;
  const direction = cross(plane.normal, cut.normal);
  const inPlane = cross(direction, plane.normal);
  const reach = dot(add(cut.center, plane.center, -1), cut.normal) / dot(inPlane, cut.normal);
  return clip(add(plane.center, inPlane, reach), direction, plane, here.header);
}

/** Position of a slice along its own normal in mm, with the letter of the patient's side, as "L 16.1"; null if unplaced. */
export function sliceLocation(
  header: StreamHeader,
  index: number,
): { readonly letter: string; readonly mm: number } | null {
  const plane = planeOf(header, index);
  if (plane === null) return null;
  const axis = [0, 1, 2].reduce(
    (a, b) => (Math.abs(plane.normal[b] as number) > Math.abs(plane.normal[a] as number) ? b : a),
    0,
  );
  const mm = plane.center[axis] as number;
  return { letter: (mm >= 0 ? 'LPH' : 'RAF')[axis] as string, mm: Math.abs(mm) };
}

export interface EdgeLetters {
  readonly left: string;
  readonly right: string;
  readonly top: string;
  readonly bottom: string;
}

/** Letters of a direction in patient coordinates: the main axis, and the second where the plane is clearly oblique. */
function letters(v: Vector): string {
  return ([0, 1, 2] as const)
    .map((axis) => ({ size: Math.abs(v[axis]), letter: (v[axis] >= 0 ? 'LPH' : 'RAF')[axis] as string }))
    .filter(({ size }) => size > 0.3)
    .sort((a, b) => b.size - a.size)
    .slice(0, 2)
    .map(({ letter }) => letter)
    .join('');
}

/** Letters at the four edges from ImageOrientationPatient (PS3.3 C.7.6.2.1.1), or null where it is missing. */
export function edgeLetters(orientation: readonly number[] | null): EdgeLetters | null {
  if (orientation?.length !== 6) return null;
  const [rx, ry, rz, cx, cy, cz] = orientation as [number, number, number, number, number, number];
  const row: Vector = [rx, ry, rz];
  const column: Vector = [cx, cy, cz];
  const back = (v: Vector): Vector => [-v[0], -v[1], -v[2]];
  return { left: letters(back(row)), right: letters(row), top: letters(back(column)), bottom: letters(column) };
}
