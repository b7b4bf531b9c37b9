import type { Plane } from '../model.ts';
import { axesOf } from './vectors.ts';

/** Below this part of the normal along the main axis (about 25 degrees) a picture counts as oblique. A setting. */
const STRAIGHT = 0.9;
const PLANES = ['sagittal', 'coronal', 'axial'] as const;

export interface PlaneFound {
  /** The body plane nearest to the picture. */
  readonly nearest: 'axial' | 'sagittal' | 'coronal' | 'unknown';
  readonly oblique: boolean;
  /** How much of the normal lies along the main axis, 0 to 1. */
  readonly cosine: number;
}

/** The body plane of a picture from ImageOrientationPatient: the axis on which its normal is longest. */
export function planeOf(orientation: readonly number[] | null): PlaneFound {
  const axes = axesOf(orientation);
  if (axes === null) return { nearest: 'unknown', oblique: false, cosine: 0 };
  const sizes = axes.normal.map(Math.abs);
  const largest = Math.max(...sizes);
  return { nearest: PLANES[sizes.indexOf(largest)] ?? 'unknown', oblique: largest < STRAIGHT, cosine: largest };
}

/**
 * The plane of a set of frames: one of the body's, `oblique` where most of them are tilted (the slices through single discs of
 * a spine lean more or less), `multiple` where they lie in several.
 */
export function planeOfAll(orientations: readonly (readonly number[] | null)[]): Plane {
  const found = new Set<PlaneFound['nearest']>();
  let oblique = 0;
  let known = 0;
  let last: readonly number[] | null = null;
  let plane = planeOf(null);
  for (const orientation of orientations) {
    // Frames of one stack mostly share their orientation.
    if (orientation !== last) plane = planeOf(orientation);
    last = orientation;
    if (plane.nearest === 'unknown') continue;
    found.add(plane.nearest);
    known += 1;
    if (plane.oblique) oblique += 1;
  }
  if (found.size > 1) return 'multiple';
  return oblique * 2 > known ? 'oblique' : ([...found][0] ?? 'unknown');
}
